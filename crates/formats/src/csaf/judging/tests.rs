//! Every test fails where a good document is broken for it, and passes on the good one.

use serde::Deserialize;
use serde_json::{Value, json};

use super::{CsafOutcome, CsafTestAnswer, CsafTier, csaf_tests, judge_csaf};

/// A VEX document that passes every test, mandatory or optional.
fn good() -> Value {
    json!({
        "document": {
            "category": "csaf_vex",
            "csaf_version": "2.0",
            "distribution": {"tlp": {"label": "WHITE"}},
            "lang": "en",
            "notes": [{"category": "summary", "text": "What it is about."}],
            "publisher": {"category": "vendor", "name": "Acme", "namespace": "https://acme.example"},
            "references": [
                {"category": "self", "summary": "It.", "url": "https://acme.example/csaf/2026/acme-1.json"},
                {"category": "external", "summary": "More.", "url": "https://acme.example/more"},
            ],
            "title": "Of a vulnerability",
            "tracking": {
                "current_release_date": "2026-02-01T10:00:00Z",
                "id": "ACME-1",
                "initial_release_date": "2026-01-01T10:00:00Z",
                "revision_history": [
                    {"date": "2026-01-01T10:00:00Z", "number": "1", "summary": "First."},
                    {"date": "2026-02-01T10:00:00Z", "number": "2", "summary": "Second."},
                ],
                "status": "final",
                "version": "2",
            },
        },
        "product_tree": {
            "branches": [{
                "branches": [
                    {"category": "product_version", "name": "1.0", "product": product("P1", "pkg:generic/router@1.0")},
                    {"category": "product_version_range", "name": "vers:semver/<1.0", "product": product("P2", "pkg:generic/router")},
                ],
                "category": "product_name",
                "name": "router",
            }],
            "full_product_names": [product("P3", "pkg:generic/box@3"), product("P4", "pkg:generic/box@4")],
            "product_groups": [{"group_id": "G1", "product_ids": ["P1", "P3"]}],
            "relationships": [{
                "category": "default_component_of",
                "full_product_name": product("R1", "pkg:generic/part@1"),
                "product_reference": "P1",
                "relates_to_product_reference": "P3",
            }],
        },
        "vulnerabilities": [{
            "cve": "CVE-2026-1000",
            "cwe": {"id": "CWE-20", "name": "Improper Input Validation"},
            "flags": [{"label": "component_not_present", "product_ids": ["P2"]}],
            "ids": [{"system_name": "Acme", "text": "ACME-V-1"}],
            "involvements": [{"date": "2026-01-01T10:00:00Z", "party": "vendor", "status": "completed"}],
            "notes": [{"category": "description", "text": "What it is."}],
            "product_status": {"known_affected": ["P1", "P3"], "known_not_affected": ["P2"], "under_investigation": ["R1"], "fixed": ["P4"]},
            "remediations": [
                {"category": "workaround", "details": "Turn it off.", "group_ids": ["G1"]},
                {"category": "none_available", "details": "Wait.", "product_ids": ["R1"]},
            ],
            "scores": [{"cvss_v3": cvss(), "products": ["P1", "P3"]}],
        }],
    })
}

fn product(id: &str, purl: &str) -> Value {
    let hashes = json!([{
        "file_hashes": [{"algorithm": "sha256", "value": "a".repeat(64)}, {"algorithm": "sha1", "value": "b".repeat(40)}],
        "filename": "it.bin",
    }]);
    json!({"name": id, "product_id": id, "product_identification_helper": {"hashes": hashes, "purl": purl}})
}

fn cvss() -> Value {
    json!({
        "attackVector": "NETWORK",
        "baseScore": 9.8,
        "baseSeverity": "CRITICAL",
        "vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "version": "3.1",
    })
}

/// The document with this value there; `null` takes it away.
fn with(mut document: Value, place: &str, value: Value) -> Value {
    let (parent, member) = place.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Object(members) if value.is_null() => drop(members.remove(member).unwrap()),
        Value::Object(members) => drop(members.insert(member.to_owned(), value)),
        Value::Array(elements) if member == "-" => elements.push(value),
        Value::Array(elements) => elements[member.parse::<usize>().unwrap()] = value,
        _ => panic!("{place}"),
    }
    document
}

fn edited(edits: &[(&str, Value)]) -> Value {
    edits.iter().fold(good(), |document, (place, value)| with(document, place, value.clone()))
}

fn judged(document: &Value) -> super::CsafJudgement {
    judge_csaf(document.to_string().as_bytes(), 10).value.unwrap()
}

fn failed(document: &Value) -> Vec<CsafTestAnswer> {
    let judgement = judged(document);
    judgement.tests.into_iter().filter(|test| test.outcome == CsafOutcome::Failed).collect()
}

#[test]
fn the_good_document_passes_everything_that_is_asked_of_it() {
    let judgement = judged(&good());
    assert!(judgement.is_valid && judgement.schema_count == 0, "{:?}", judgement.schema);
    let other: Vec<_> = judgement.tests.iter().filter(|test| test.outcome != CsafOutcome::Passed).collect();
    // Of a VEX document the tests of other profiles are not asked.
    let ids: Vec<_> = other.iter().map(|test| test.id).collect();
    assert_eq!(ids, ["6.1.26", "6.1.27.1", "6.1.27.2", "6.1.27.3", "6.1.27.6"], "{other:?}");
    assert!(other.iter().all(|test| test.outcome == CsafOutcome::NotApplicable));
}

/// What is broken for a test of the good document.
#[derive(Deserialize)]
struct Broken {
    test: String,
    /// Where the test says it is.
    at: String,
    /// Places and the values that are put there; `null` takes a member away.
    edits: Vec<(String, Value)>,
}

fn broken() -> Vec<Broken> {
    serde_json::from_str(include_str!("tests/broken.json")).unwrap()
}

#[test]
fn each_test_fails_on_what_is_broken_for_it_and_says_where() {
    for Broken { test: id, at, edits } in broken() {
        let edits: Vec<_> = edits.iter().map(|(place, value)| (place.as_str(), value.clone())).collect();
        let found = failed(&edited(&edits));
        let test = found.iter().find(|test| test.id == id);
        let test = test.unwrap_or_else(|| panic!("{id} {edits:?}: {found:?}"));
        let places: Vec<_> = test.findings.iter().filter_map(|it| it.place.path.as_deref()).collect();
        assert_eq!(places, [at], "{id}");
        let says = &test.findings[0].says;
        assert!(says.hint().is_some() || id == "6.1.8", "{id}: {says}");
    }
}

#[test]
fn no_test_is_without_something_broken_for_it() {
    let broken = broken();
    // 6.2.13 has a document of its own, as an edit keeps members in order.
    let unseen: Vec<_> =
        csaf_tests().map(|(id, ..)| id).filter(|id| broken.iter().all(|one| one.test != *id)).collect();
    assert_eq!(unseen, ["6.2.13"]);
    let mandatory = csaf_tests().filter(|(_, _, tier)| *tier == CsafTier::Mandatory).count();
    assert_eq!((mandatory, csaf_tests().count()), (43, 63));
}

#[test]
fn members_out_of_their_order_are_told() {
    let written = good().to_string().replacen("{\"branches\":", "{\"zz\":1,\"branches\":", 1);
    let judgement = judge_csaf(written.as_bytes(), 10).value.unwrap();
    let sorting = judgement.tests.iter().find(|test| test.id == "6.2.13").unwrap();
    assert_eq!(sorting.findings[0].place.path.as_deref(), Some("/product_tree/branches"));
}

#[test]
fn a_former_name_of_a_weakness_is_one_of_its_names() {
    let document = edited(&[("/vulnerabilities/0/cwe/name", json!("Insufficient Input Validation"))]);
    assert!(failed(&document).is_empty());
}

#[test]
fn what_breaks_the_schema_keeps_tests_from_passing_and_no_more_than_those() {
    let judgement = judged(&edited(&[("/vulnerabilities/0/flags", json!("none"))]));
    assert!(!judgement.is_valid);
    let paths: Vec<_> = judgement.schema.iter().filter_map(|it| it.place.path.as_deref()).collect();
    assert_eq!(paths, ["/vulnerabilities/0/flags"]);
    let outcome = |id: &str| judgement.tests.iter().find(|test| test.id == id).unwrap().outcome;
    assert_eq!([outcome("6.1.32"), outcome("6.1.1")], [CsafOutcome::Undecided; 2]);
    assert_eq!([outcome("6.1.2"), outcome("6.1.14")], [CsafOutcome::Passed; 2]);
    assert_eq!(outcome("6.1.27.9"), CsafOutcome::Failed, "what was found stays found");
    assert!(
        judged(&edited(&[("/document/title", Value::Null)]))
            .tests
            .iter()
            .all(|it| it.outcome != CsafOutcome::Failed)
    );
}

#[test]
fn what_cannot_be_judged_is_refused_and_never_passes() {
    let refused = |written: &str| {
        let read = judge_csaf(written.as_bytes(), 10);
        assert_eq!(read.value, None);
        read.problems[0].says.id().to_owned()
    };
    assert_eq!(refused("{}"), "csaf-judged-no-csaf");
    assert_eq!(refused("[]"), "csaf-judged-no-csaf");
    assert_eq!(
        refused(&edited(&[("/document/csaf_version", json!("2.1"))]).to_string()),
        "csaf-judged-other-version"
    );
    assert_eq!(
        refused(&good().to_string().replacen("\"lang\":", "\"lang\":\"de\",\"lang\":", 1)),
        "csaf-judged-twice"
    );
    assert_eq!(refused(&"[".repeat(200)), "formats-too-deep");
    assert_eq!(refused("{"), "formats-json-ends-early");
}

#[test]
fn groups_named_again_and_again_end_undecided_and_not_in_hours() {
    let products: Vec<Value> =
        (0..2_000).map(|index| json!({"name": "p", "product_id": format!("Q{index}")})).collect();
    let ids: Vec<String> = (0..2_000).map(|index| format!("Q{index}")).collect();
    let mut document = edited(&[
        ("/product_tree/full_product_names", json!(products)),
        ("/product_tree/product_groups", json!([{"group_id": "G", "product_ids": ids}])),
    ]);
    let vulnerability = json!({"ids": [{"system_name": "a", "text": "b"}], "notes": [{"category": "general", "text": "a"}], "product_status": {"known_affected": ["Q1"]},
        "remediations": [{"category": "workaround", "details": "a", "group_ids": ["G"]}]});
    document["vulnerabilities"] = json!(vec![vulnerability; 11_000]);
    let judgement = judged(&document);
    let action = judgement.tests.iter().find(|test| test.id == "6.1.27.10").unwrap();
    assert!(
        action.because.as_ref().is_some_and(|why| why.id() == "csaf-judged-too-much")
            || action.outcome == CsafOutcome::Failed
    );
    assert!(!judgement.is_valid);
}

/// Every place of a value, itself first.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| places(value, &format!("{at}/{name}"), found));
        }
        Value::Array(elements) => {
            elements
                .iter()
                .enumerate()
                .for_each(|(index, value)| places(value, &format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

#[test]
fn whatever_stands_where_something_else_belongs_is_judged_or_refused_and_no_other_kind_is_valid() {
    let mut all = Vec::new();
    places(&good(), "", &mut all);
    assert!(all.len() > 150);
    for place in &all[1..] {
        for other in [json!(7), json!(""), json!([]), json!({}), json!([[]]), json!(true)] {
            let mut document = good();
            let value = document.pointer_mut(place).unwrap();
            let is_another = !value.is_number() || !other.is_number();
            *value = other;
            match judge_csaf(document.to_string().as_bytes(), 3).value {
                Some(judgement) => assert!(!judgement.is_valid || !is_another, "{place}: {document}"),
                None => assert!(place.starts_with("/document"), "{place}"),
            }
        }
    }
}

#[test]
fn what_the_standard_allows_is_valid() {
    let one_day = |numbers: &[&str]| -> Value {
        numbers
            .iter()
            .map(|number| json!({"date": "2026-01-01T10:00:00Z", "number": number, "summary": "It."}))
            .collect()
    };
    let tracked = |numbers: &[&str], version: &str, status: &str| {
        edited(&[
            ("/document/tracking/revision_history", one_day(numbers)),
            ("/document/tracking/status", json!(status)),
            ("/document/tracking/version", json!(version)),
        ])
    };
    for document in [
        tracked(&["2", "1"], "2", "final"),
        tracked(&["1.0.0", "1.3.0"], "1.3.0+linux", "interim"),
        tracked(&["0.9.0"], "0.9.0-rc.1", "draft"),
        tracked(&["9", "10", "8", "7", "6", "5", "4", "3", "2", "1"], "10", "final"),
        edited(&[("/document/category", json!("csaf_base"))]),
        edited(&[("/document/category", json!("Security bulletin of Acme"))]),
        edited(&[("/product_tree/branches/0/branches/0/name", json!("after-eight"))]),
        edited(&[
            ("/document/source_lang", json!("en-GB")),
            ("/document/publisher/category", json!("translator")),
        ]),
        edited(&[("/vulnerabilities/0/product_status/recommended", json!(["P1", "P2"]))]),
        edited(&[("/vulnerabilities/0/scores/0/cvss_v3/temporalScore", json!(9.8))]),
    ] {
        let judgement = judged(&document);
        assert!(judgement.is_valid, "{:?} {:?}", judgement.schema, failed(&document));
    }
}
