//! The test documents of CycloneDX/specification, from the folder `PROOFMARK_TEST_SUITES` names.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop here and say what it saw")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use proofmark_facts::Weight;
use proofmark_formats::{Limits, read_cyclonedx};

mod data;

fn documents(prefix: &str) -> Vec<PathBuf> {
    let Some(suites) = data::folder("PROOFMARK_TEST_SUITES") else { return Vec::new() };
    let all = files_below(&suites.join("cyclonedx"));
    let wanted = |path: &PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.starts_with(prefix) && path.extension().is_some_and(|extension| extension == "json")
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

/// What a reader of components, dependencies and licences has to refuse or to tell of. The rest of the
/// invalid documents break rules of parts that are not read (services, patches, data flows, scopes).
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
