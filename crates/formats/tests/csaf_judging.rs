//! The published test documents of CSAF 2.0, judged by us as the standard's committee expects, from the folder `PROOFMARK_TEST_SUITES`
//! names; and what our own writer writes, of which nothing is found.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a test may stop and say what it saw")]

mod data;

use std::collections::BTreeMap;
use std::path::Path;

use proofmark_formats::{CsafJudgement, CsafOutcome, CsafTier, csaf_tests, judge_csaf};
use serde_json::Value;

fn judged(path: &Path) -> CsafJudgement {
    let read = judge_csaf(&std::fs::read(path).unwrap(), 10);
    assert!(read.value.is_some(), "{path:?}: {:?}", read.problems);
    read.value.unwrap()
}

fn failed(judgement: &CsafJudgement, tier: CsafTier) -> Vec<&'static str> {
    let of_tier = judgement.tests.iter().filter(|test| test.tier == tier);
    of_tier.filter(|test| test.outcome == CsafOutcome::Failed).map(|test| test.id).collect()
}

/// The documents of each test of a group: what is expected, and the file.
fn cases(folder: &Path, group: &str) -> Vec<(String, bool, String)> {
    let listed: Value =
        serde_json::from_slice(&std::fs::read(folder.join("testcases.json")).unwrap()).unwrap();
    let mut cases = Vec::new();
    for test in listed["tests"].as_array().unwrap().iter().filter(|test| test["group"] == group) {
        for (member, is_valid) in [("failures", false), ("valid", true)] {
            for case in test[member].as_array().into_iter().flatten() {
                let text = |value: &Value| value.as_str().unwrap().to_owned();
                cases.push((text(&test["id"]), is_valid, text(&case["name"])));
            }
        }
    }
    cases
}

#[test]
fn every_mandatory_test_document_is_judged_as_expected() {
    let Some(folder) = data::folder("PROOFMARK_TEST_SUITES") else { return };
    let folder = folder.join("csaf/csaf_2.0/test/validator/data");
    let (mut invalid, mut valid, mut tests) = (0, 0, BTreeMap::new());
    let mut also = Vec::new();
    for (id, is_valid, name) in cases(&folder, "mandatory") {
        let judgement = judged(&folder.join(&name));
        let found = failed(&judgement, CsafTier::Mandatory);
        assert_eq!(found.contains(&id.as_str()), !is_valid, "{name}: {found:?}");
        let others: Vec<_> = found.iter().filter(|one| **one != id).collect();
        if !others.is_empty() || judgement.schema_count > 0 {
            also.push(format!("{name}: {others:?} {:?}", judgement.schema));
        }
        *tests.entry(id).or_insert(0) += 1;
        if is_valid { valid += 1 } else { invalid += 1 }
    }
    println!("{invalid} invalid, {valid} valid; also: {also:#?}");
    assert_eq!((invalid, valid, tests.len()), (87, 60, 43));
    let mandatory: Vec<_> = csaf_tests().filter(|(_, _, tier)| *tier == CsafTier::Mandatory).collect();
    assert_eq!(mandatory.len(), 43);
    assert!(mandatory.iter().all(|(id, ..)| tests.contains_key(*id)));
}

#[test]
fn every_optional_test_document_is_judged_as_expected() {
    let Some(folder) = data::folder("PROOFMARK_TEST_SUITES") else { return };
    let folder = folder.join("csaf/csaf_2.0/test/validator/data");
    let (mut invalid, mut valid, mut tests) = (0, 0, BTreeMap::new());
    for (id, is_valid, name) in cases(&folder, "optional") {
        let judgement = judged(&folder.join(&name));
        let found = failed(&judgement, CsafTier::Optional);
        assert_eq!(found.contains(&id.as_str()), !is_valid, "{name}: {found:?}");
        *tests.entry(id).or_insert(0) += 1;
        if is_valid { valid += 1 } else { invalid += 1 }
    }
    assert_eq!((invalid, valid, tests.len()), (36, 15, 20));
}
