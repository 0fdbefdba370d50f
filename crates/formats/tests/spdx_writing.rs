//! What SPDX 2 says is written again as it was read; what other formats say is written as far as SPDX can say it.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop here and say what it saw")]

use proofmark_facts::{Problem, Sbom};
use proofmark_formats::{Limits, SpdxHeading, read_component_list, write_spdx_2};
use serde_json::Value;

mod data;

fn whole() -> Limits {
    Limits::default().whole()
}

fn heading(goes_on: bool) -> SpdxHeading<'static> {
    SpdxHeading {
        product: "Thermostat",
        release: "2.1",
        serial: [7; 16],
        created_at: "2026-01-02T03:04:05Z".parse().unwrap(),
        tool_version: "0.1.0",
        goes_on,
    }
}

fn read(name: &str, bytes: &[u8]) -> (Sbom, Vec<Problem>) {
    let read = read_component_list(name, bytes, &whole());
    let problems = read.problems;
    (read.value.unwrap_or_else(|| panic!("{name}: {problems:?}")).sbom, problems)
}

/// The value as it would be of a document of the version that is written.
fn of_version_2_3(mut sbom: Sbom) -> Sbom {
    "SPDX-2.3".clone_into(&mut sbom.origin.format);
    sbom
}

fn rows(formats: &[&str]) -> Vec<(String, Vec<u8>)> {
    let Some(folder) = data::folder("PROOFMARK_TEST_SBOMS") else { return Vec::new() };
    let index = std::fs::read_to_string(folder.join("INDEX.tsv")).unwrap();
    let of_format = |line: &&str| formats.contains(&line.split('\t').nth(3).unwrap());
    let file = |line: &str| line.split('\t').next().unwrap().to_owned();
    index
        .lines()
        .skip(1)
        .filter(of_format)
        .map(|line| (file(line), std::fs::read(folder.join(file(line))).unwrap()))
        .collect()
}

#[test]
fn what_is_written_of_real_documents_reads_to_an_equal_value() {
    let (mut count, mut refused, mut components, mut renamed) = (0, 0, 0, 0);
    for (file, bytes) in rows(&["spdx-json", "spdx-tv"]) {
        let Some(listed) = read_component_list(&file, &bytes, &whole()).value else {
            refused += 1;
            println!("refused: {file}: {}", read_component_list(&file, &bytes, &whole()).problems[0].says);
            continue;
        };
        let sbom = listed.sbom;
        let written = write_spdx_2(&sbom, &heading(true));
        assert!(written.not_carried.is_empty(), "{file}: {:?}", written.not_carried);
        let (again, _) = read(&file, written.document.as_bytes());
        count += 1;
        components += sbom.components.len();
        let mut expected = of_version_2_3(sbom);
        // A document without what it must have is written with it.
        if [
            expected.origin.created_at.is_none(),
            expected.origin.created_by.is_empty(),
            expected.origin.serial.is_none(),
        ]
        .contains(&true)
        {
            println!("completed: {file}");
            expected.origin.created_at = again.origin.created_at;
            expected.origin.created_by.clone_from(&again.origin.created_by);
            expected.origin.serial.clone_from(&again.origin.serial);
            expected.particulars.clone_from(&again.particulars);
        }
        // An identifier that is none is written as the nearest that is one.
        let legal = |id: &str| {
            let sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
            id.strip_prefix("SPDXRef-").is_some_and(|rest| !rest.is_empty() && rest.bytes().all(sign))
        };
        let mut seen = std::collections::HashSet::new();
        if !expected
            .components
            .iter()
            .all(|it| legal(&it.reference) && (seen.insert(it.reference.clone()) || it.particulars.is_none()))
        {
            renamed += 1;
            for (one, other) in expected.components.iter_mut().zip(&again.components) {
                assert!(legal(&other.reference), "{file}");
                one.reference.clone_from(&other.reference);
            }
            expected.particulars.clone_from(&again.particulars);
        }
        if again != expected {
            for (one, other) in again.components.iter().zip(&expected.components) {
                assert_eq!(one, other, "{file}");
            }
            let own_words =
                |sbom: &Sbom| sbom.particulars.as_ref().map(|it| it.own_words.clone()).unwrap_or_default();
            for (one, other) in own_words(&again).iter().zip(&own_words(&expected)) {
                assert_eq!(one, other, "{file}");
            }
            assert_eq!(again.particulars, expected.particulars, "{file}");
            assert_eq!(again.dependencies, expected.dependencies, "{file}");
            assert_eq!(again.origin, expected.origin, "{file}");
            assert_eq!(again, expected, "{file}");
        }
        assert_eq!(write_spdx_2(&again, &heading(true)).document, written.document, "{file}");
    }
    println!(
        "{count} documents, {components} components, {refused} refused, {renamed} with identifiers that are none"
    );
}

/// Members without order, where the written document says what the one that was read said.
fn canonical(mut document: Value) -> Value {
    document["spdxVersion"] = "SPDX-2.3".into();
    let sort = |list: Option<&mut Value>| {
        if let Some(Value::Array(list)) = list {
            list.sort_by_key(Value::to_string);
            list.dedup();
        }
    };
    sort(document.get_mut("relationships"));
    sort(document.get_mut("hasExtractedLicensingInfos"));
    for package in document.get_mut("packages").and_then(Value::as_array_mut).into_iter().flatten() {
        let package = package.as_object_mut().unwrap();
        for (member, value) in [
            ("filesAnalyzed", Value::Bool(false)),
            ("licenseConcluded", "NOASSERTION".into()),
            ("licenseDeclared", "NOASSERTION".into()),
            ("copyrightText", "NOASSERTION".into()),
            ("primaryPackagePurpose", "LIBRARY".into()),
            ("downloadLocation", "NOASSERTION".into()),
        ] {
            package.entry(member).or_insert(value);
        }
        for member in ["externalRefs", "checksums"] {
            sort(package.get_mut(member));
        }
    }
    document
}

#[test]
fn nothing_of_the_official_example_is_lost() {
    let Some(folder) = data::folder("PROOFMARK_TEST_SPDX") else { return };
    let name = "SPDXJSONExample-v2.3.spdx.json";
    let bytes = std::fs::read(folder.join(name)).unwrap();
    let (sbom, _) = read(name, &bytes);
    let written = write_spdx_2(&sbom, &heading(true)).document;
    let (was, is): (Value, Value) =
        (serde_json::from_slice(&bytes).unwrap(), serde_json::from_str(&written).unwrap());
    let (was, is) = (canonical(was), canonical(is));
    for (member, value) in was.as_object().unwrap() {
        assert_eq!(is.get(member), Some(value), "{member}");
    }
}
