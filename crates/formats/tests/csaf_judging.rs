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
    assert!(read.value.is_some(), "{}: {:?}", path.display(), read.problems);
    read.value.unwrap()
}

fn failed(judgement: &CsafJudgement, tier: CsafTier) -> Vec<&'static str> {
    let of_tier = judgement.tests.iter().filter(|test| test.tier == tier);
    of_tier.filter(|test| test.outcome == CsafOutcome::Failed).map(|test| test.id).collect()
}

/// The documents of each test of a group: whether they pass it, whether they are valid, and the file.
fn cases(folder: &Path, group: &str) -> Vec<(String, bool, bool, String)> {
    let listed: Value =
        serde_json::from_slice(&std::fs::read(folder.join("testcases.json")).unwrap()).unwrap();
    let mut cases = Vec::new();
    for test in listed["tests"].as_array().unwrap().iter().filter(|test| test["group"] == group) {
        for (member, is_passed) in [("failures", false), ("valid", true)] {
            for case in test[member].as_array().into_iter().flatten() {
                let text = |value: &Value| value.as_str().unwrap().to_owned();
                cases.push((
                    text(&test["id"]),
                    is_passed,
                    case["valid"].as_bool().unwrap(),
                    text(&case["name"]),
                ));
            }
        }
    }
    cases
}

/// Documents that break other tests beside their own; so two independent validators have them (`docs/csaf.md`).
const ALSO: [(&str, &[&str]); 18] = [
    ("6-1-14-01", &["6.1.21"]),
    ("6-1-14-02", &["6.1.16", "6.1.21"]),
    ("6-1-14-03", &["6.1.16", "6.1.21"]),
    ("6-1-14-04", &["6.1.21"]),
    ("6-1-14-05", &["6.1.16", "6.1.21"]),
    ("6-1-14-06", &["6.1.21"]),
    ("6-1-14-08", &["6.1.21"]),
    ("6-1-17-01", &["6.1.18"]),
    ("6-1-20-01", &["6.1.16", "6.1.17"]),
    ("6-1-27-01-01", &["6.1.27.2"]),
    ("6-1-27-02-01", &["6.1.27.1"]),
    ("6-1-27-03-01", &["6.1.27.1", "6.1.27.2"]),
    ("6-1-27-04-01", &["6.1.27.5", "6.1.27.6"]),
    ("6-1-27-05-01", &["6.1.27.4", "6.1.27.6"]),
    ("6-1-27-06-01", &["6.1.27.4", "6.1.27.5"]),
    ("6-1-27-07-01", &["6.1.27.5", "6.1.27.8"]),
    ("6-1-27-08-01", &["6.1.27.4", "6.1.27.5", "6.1.27.7"]),
    ("6-1-27-10-01", &["6.1.27.5"]),
];

#[test]
fn every_mandatory_test_document_is_judged_as_expected() {
    let Some(folder) = data::folder("PROOFMARK_TEST_SUITES") else { return };
    let folder = folder.join("csaf/csaf_2.0/test/validator/data");
    let (mut failing, mut passing, mut tests) = (0, 0, BTreeMap::new());
    for (id, is_passed, is_valid, name) in cases(&folder, "mandatory") {
        let judgement = judged(&folder.join(&name));
        let found = failed(&judgement, CsafTier::Mandatory);
        assert_eq!(found.contains(&id.as_str()), !is_passed, "{name}: {found:?}");
        assert_eq!(judgement.is_valid, is_valid, "{name}: {:?}", judgement.schema);
        let others: Vec<&str> = found.into_iter().filter(|one| *one != id).collect();
        let known = ALSO.iter().find(|(one, _)| name.ends_with(&format!("2021-{one}.json")));
        assert_eq!(others, known.map_or(&[][..], |(_, others)| others), "{name}");
        assert_eq!(judgement.schema_count, 0, "{name}: {:?}", judgement.schema);
        *tests.entry(id).or_insert(0) += 1;
        if is_passed { passing += 1 } else { failing += 1 }
    }
    println!("{failing} fail, {passing} pass");
    assert_eq!((failing, passing, tests.len()), (87, 60, 43));
    let mandatory: Vec<_> = csaf_tests().filter(|(_, _, tier)| *tier == CsafTier::Mandatory).collect();
    assert_eq!(mandatory.len(), 43);
    assert!(mandatory.iter().all(|(id, ..)| tests.contains_key(*id)));
}

#[test]
fn every_optional_test_document_is_judged_as_expected() {
    let Some(folder) = data::folder("PROOFMARK_TEST_SUITES") else { return };
    let folder = folder.join("csaf/csaf_2.0/test/validator/data");
    let mut not_valid = Vec::new();
    let (mut failing, mut passing, mut tests) = (0, 0, BTreeMap::new());
    for (id, is_passed, is_valid, name) in cases(&folder, "optional") {
        let judgement = judged(&folder.join(&name));
        let found = failed(&judgement, CsafTier::Optional);
        assert_eq!(found.contains(&id.as_str()), !is_passed, "{name}: {found:?}");
        let mandatory = failed(&judgement, CsafTier::Mandatory);
        assert!(is_valid && judgement.schema_count == 0, "{name}: {:?}", judgement.schema);
        if !judgement.is_valid {
            not_valid.push((name, mandatory));
        }
        *tests.entry(id).or_insert(0) += 1;
        if is_passed { passing += 1 } else { failing += 1 }
    }
    assert_eq!((failing, passing, tests.len()), (36, 15, 20));
    // These two list one algorithm twice, which a mandatory test forbids.
    let name = |test: &str| format!("optional/oasis_csaf_tc-csaf_2_0-2021-{test}-02.json");
    assert_eq!(not_valid, [(name("6-2-08"), vec!["6.1.25"]), (name("6-2-09"), vec!["6.1.25"])]);
}
