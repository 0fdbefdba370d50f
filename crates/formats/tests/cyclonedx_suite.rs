//! The test documents of CycloneDX/specification, from the folder `PROOFMARK_TEST_SUITES` names.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop here and say what it saw")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use proofmark_facts::{OwnWords, Sbom, Weight};
use proofmark_formats::{Limits, held_against_schema, read_cyclonedx, read_sbom};

mod data;

fn documents(prefix: &str) -> Vec<PathBuf> {
    documents_in("json", prefix)
}

fn documents_in(form: &str, prefix: &str) -> Vec<PathBuf> {
    let Some(suites) = data::folder("PROOFMARK_TEST_SUITES") else { return Vec::new() };
    let all = files_below(&suites.join("cyclonedx"));
    let wanted = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.starts_with(prefix) && path.extension().is_some_and(|extension| extension == form)
    };
    all.into_iter().filter(wanted).collect()
}

/// Every file below a folder, in order.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { waiting.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

#[test]
fn every_valid_document_is_read() {
    let mut refused = Vec::new();
    let documents = documents("valid-");
    for path in &documents {
        let read = read_cyclonedx(&std::fs::read(path).unwrap(), &Limits::default());
        if !read.problems.is_empty() {
            let says: Vec<String> = read.problems.iter().map(|problem| problem.says.to_string()).collect();
            println!("{}: {says:?}", path.display());
        }
        if read.value.is_none() {
            refused.push(path);
        }
    }
    println!("{} valid documents, {} refused", documents.len(), refused.len());
    assert_eq!(refused, Vec::<&PathBuf>::new());
}

/// What a reader of components, dependencies and licences has to refuse or to tell of. The rest of the invalid documents break rules of
/// parts that matching does not read (services, patches, data flows, scopes): those the schema finds, below.
#[test]
fn invalid_documents_are_refused_told_of_or_invalid_in_parts_not_read() {
    let mut fates: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for path in documents("invalid-") {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let kind = name.rsplit_once('-').map_or(name, |(kind, _)| kind).to_owned();
        let read = read_cyclonedx(&std::fs::read(&path).unwrap(), &Limits::default());
        let fate = match read.problems.iter().map(|problem| problem.weight).max() {
            Some(Weight::Error) => "refused",
            Some(Weight::Warning) => "told of",
            None => "not noticed",
        };
        assert_eq!(fate == "refused", read.value.is_none());
        *fates.entry((fate, kind)).or_default() += 1;
    }
    for ((fate, kind), count) in &fates {
        println!("{fate}: {kind} x{count}");
    }
    for kind in ["bomformat", "empty-component", "component-type", "dependency", "hash-alg", "hash-sha256"] {
        assert!(!fates.contains_key(&("not noticed", format!("invalid-{kind}"))), "{kind}");
    }
}

/// Pairs that do not say the same themselves, and in what.
const OTHERWISE_IN_JSON: [(&str, &str); 14] = [
    ("valid-bom-1.", "two other components"),
    ("valid-component-ref-", "one component more in XML"),
    ("valid-component-external-with-version", "another version"),
    ("valid-compositions-", "another version"),
    ("valid-cryptography-implementation-", "a time only in JSON"),
    ("valid-dependency-", "other names"),
    ("valid-external-reference-", "a publisher only in JSON"),
    ("valid-license-choice-", "a package URL only in XML"),
    ("valid-license-expression-1.", "a package URL only in XML"),
    ("valid-license-id-1.", "a package URL only in XML"),
    ("valid-license-name-1.", "a package URL only in XML"),
    ("valid-machine-learning-1.5", "a publisher only in XML"),
    ("valid-metadata-timestamp-", "another time"),
    ("valid-service-1.", "a publisher only in JSON"),
];

/// What the official examples say otherwise in the two forms beyond what matching needs.
const WHOLE_OTHERWISE_IN_JSON: [(&str, &str); 6] = [
    ("valid-annotation-1.5", "a telephone number more in XML"),
    ("valid-evidence-", "one identity by itself in JSON, where XML has a list"),
    ("valid-properties-1.", "other properties"),
    ("valid-release-notes-1.", "another description"),
    ("valid-service-empty-objects-1.", "other empty lists"),
    ("valid-vulnerability-1.", "a reference more in XML"),
];

#[test]
fn every_valid_document_in_xml_is_read_and_says_what_its_json_says() {
    let (mut alike, mut alone, mut differ) = (0, 0, Vec::new());
    for path in documents_in("xml", "valid-") {
        // JSON began with 1.2, and so does what is read.
        let of_xml = read_sbom("bom.xml", &std::fs::read(&path).unwrap(), &Limits::default());
        if ["1.0", "1.1"].iter().any(|old| path.parent().unwrap().ends_with(old)) {
            assert_eq!(of_xml.problems[0].says.id(), "formats-cyclonedx-version", "{}", path.display());
            continue;
        }
        let says: Vec<String> = of_xml.problems.iter().map(|problem| problem.says.to_string()).collect();
        assert!(of_xml.value.is_some(), "{}: {says:?}", path.display());
        let twin = path.with_extension("json");
        let Ok(json) = std::fs::read(&twin) else {
            alone += 1;
            continue;
        };
        let of_json = read_sbom("bom.json", &json, &Limits::default());
        if of_json.value == of_xml.value {
            alike += 1;
        } else {
            differ.push(path.file_name().unwrap().to_str().unwrap().to_owned());
        }
    }
    println!("{alike} documents say the same in XML and JSON, {alone} are in XML alone, {differ:?} differ");
    let known = |name: &String| OTHERWISE_IN_JSON.iter().any(|(known, _)| name.starts_with(known));
    assert!(differ.iter().all(known), "{differ:?}");
}

#[test]
fn the_official_schema_takes_what_is_valid_and_finds_what_is_not() {
    let (mut taken, mut broken) = (0, Vec::new());
    for path in documents("valid-") {
        match held_against_schema(&std::fs::read(&path).unwrap(), 3) {
            Some(verdict) if !verdict.faults.is_empty() => broken.push((path, verdict.faults)),
            Some(_) => taken += 1,
            None => println!("no schema for {}", path.display()),
        }
    }
    assert_eq!(broken, []);
    let (mut refused, mut found, mut unnoticed) = (0, 0, Vec::new());
    for path in documents("invalid-") {
        let document = std::fs::read(&path).unwrap();
        if read_cyclonedx(&document, &Limits::default()).value.is_none() {
            refused += 1;
        } else if held_against_schema(&document, 3).is_some_and(|verdict| !verdict.faults.is_empty()) {
            found += 1;
        } else {
            unnoticed.push(path);
        }
    }
    println!(
        "{taken} valid taken; of the invalid {refused} refused by the reader, {found} found by the schema"
    );
    assert_eq!(unnoticed, Vec::<PathBuf>::new());
}

/// Own words with their members in order: the two forms have them in different ones.
fn in_order(mut sbom: Sbom) -> Sbom {
    fn sort(own_words: &mut [OwnWords]) {
        for words in own_words {
            words.json = serde_json::from_str::<serde_json::Value>(&words.json).unwrap().to_string();
        }
    }
    let of_components = sbom.components.iter_mut().filter_map(|component| component.particulars.as_mut());
    of_components.for_each(|particulars| sort(&mut particulars.own_words));
    sbom.particulars.iter_mut().for_each(|particulars| sort(&mut particulars.own_words));
    sbom
}

#[test]
fn every_valid_document_in_xml_is_read_whole() {
    let (mut alike, mut differ, mut passed_over) = (0, Vec::new(), Vec::new());
    let whole = Limits::default().whole();
    for path in documents_in("xml", "valid-") {
        let of_xml = read_sbom("bom.xml", &std::fs::read(&path).unwrap(), &whole);
        let Ok(json) = std::fs::read(path.with_extension("json")) else { continue };
        let of_json = read_sbom("bom.json", &json, &whole);
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let is_told = of_xml.problems.iter().any(|problem| problem.says.id() == "formats-xml-passed-over");
        if is_told {
            passed_over.push(name);
        } else if of_json.value.map(in_order) == of_xml.value.map(in_order) {
            alike += 1;
        } else {
            differ.push(name);
        }
    }
    println!("{alike} alike, {differ:?} differ, of {passed_over:?} something is not read, and that is told");
    let known = |name: &String| {
        OTHERWISE_IN_JSON.iter().chain(&WHOLE_OTHERWISE_IN_JSON).any(|(known, _)| name.starts_with(known))
    };
    assert!(differ.iter().all(known), "{differ:?}");
}
