//! The published test documents of CSAF 2.0 and 2.1, from the folder `PROOFMARK_TEST_SUITES` names, and documents as a
//! publisher has them, from the one `PROOFMARK_TEST_CSAF` names: every one that is valid is read.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a test may stop and say what it saw")]

mod data;

use std::path::{Path, PathBuf};

use proofmark_facts::Weight;
use proofmark_formats::{AdvisoryKind, Limits, advisory_kind, read_csaf};

/// Every JSON file below a folder.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(documents(&path));
        } else if path.extension().is_some_and(|end| end == "json") {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn every_valid_test_document_is_read_and_none_is_the_readers_end() {
    let Some(folder) = data::folder("PROOFMARK_TEST_SUITES") else { return };
    let limits = Limits::default();
    let (mut read, mut refused, mut advisories) = (0, Vec::new(), 0);
    for version in ["csaf_2.0", "csaf_2.1"] {
        for path in documents(&folder.join("csaf").join(version).join("test/validator/data")) {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            if name == "testcases.json" || name.ends_with(".result.json") {
                continue;
            }
            let document = read_csaf(&std::fs::read(&path).unwrap(), &limits);
            let problem = document.problems.iter().find(|problem| problem.weight == Weight::Error);
            match (document.value, problem) {
                (Some(document), None) => {
                    read += 1;
                    advisories += document.advisories.len();
                }
                (_, problem) => {
                    refused.push(format!("{name}: {:?}", problem.map(|it| (it.says.to_string(), &it.place))));
                }
            }
        }
    }
    println!("{read} documents with {advisories} advisories read; refused: {refused:#?}");
    // In this suite the files whose number ends in 11 and more are the valid ones.
    let is_valid = |name: &&String| {
        name.split(".json").next().and_then(|stem| stem.rsplit('-').next()?.parse::<u32>().ok()) >= Some(11)
    };
    let valid: Vec<&String> = refused.iter().filter(is_valid).collect();
    assert!(valid.is_empty(), "{valid:#?}");
    assert!(read > 900, "{read}");
}

#[test]
fn every_document_of_a_publisher_is_read() {
    let Some(folder) = data::folder("PROOFMARK_TEST_CSAF") else { return };
    let limits = Limits::default();
    let (mut read, mut advisories, mut products, mut packages, mut warnings) = (0, 0, 0, 0, 0);
    for path in documents(&folder) {
        let bytes = std::fs::read(&path).unwrap();
        // A publisher's feed lies among its documents.
        match advisory_kind(&bytes, &limits) {
            AdvisoryKind::BesideRecords => continue,
            kind => assert_eq!(kind, AdvisoryKind::Csaf, "{path:?}"),
        }
        let document = read_csaf(&bytes, &limits);
        assert!(
            document.problems.iter().all(|it| it.weight != Weight::Error),
            "{path:?}: {:?}",
            document.problems
        );
        warnings += document.problems.len();
        read += 1;
        for advisory in document.value.unwrap().advisories {
            advisories += 1;
            products += advisory.products.len();
            packages += advisory.products.iter().filter(|product| product.purl.is_some()).count();
        }
    }
    println!(
        "{read} documents, {advisories} advisories, {products} products, {packages} packages, {warnings} warnings"
    );
    assert!(read > 0);
}
