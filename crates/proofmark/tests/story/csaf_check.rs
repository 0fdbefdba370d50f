//! Advisories judged before they are published.

use crate::house::{House, text};

/// A good informational advisory.
const GOOD: &str = r#"{"document": {"category": "csaf_informational_advisory", "csaf_version": "2.0", "lang": "en",
  "notes": [{"category": "summary", "text": "Support ends."}],
  "publisher": {"category": "vendor", "name": "Acme", "namespace": "https://acme.example"},
  "references": [{"category": "external", "summary": "More", "url": "https://acme.example/more"}],
  "title": "Support ends",
  "tracking": {"current_release_date": "2026-01-01T10:00:00Z", "id": "ACME-1", "initial_release_date": "2026-01-01T10:00:00Z",
    "revision_history": [{"date": "2026-01-01T10:00:00Z", "number": "1", "summary": "First."}], "status": "final", "version": "1"}}}"#;

#[test]
fn a_maker_learns_what_keeps_an_advisory_from_being_valid_and_where() {
    let house = House::new();
    house.write("good.json", GOOD);
    house.write("bad.json", GOOD.replace(r#""version": "1""#, r#""version": "2""#));
    let (good, bad) = (house.path("good.json"), house.path("bad.json"));

    let done = house.run(&["csaf", "check", text(&good)]).ends(0);
    assert!(done.out.contains("Valid"), "{done:?}");
    let done = house.run(&["csaf", "check", text(&bad)]).ends(1);
    assert!(done.out.contains("6.1.16") && done.out.contains("/document/tracking/version"), "{done:?}");
    assert!(!done.out.contains("6.1.17"), "what passed is shown where everything is asked for: {done:?}");
    let done = house.run(&["csaf", "check", "--all", text(&good)]).ends(0);
    assert!(done.out.contains("6.1.33") && done.out.contains("6.1.27.11"), "{done:?}");

    let reports = house.run(&["csaf", "check", "--format", "json", text(&good), text(&bad)]).ends(1).json();
    assert_eq!((&reports[0]["is_valid"], &reports[1]["is_valid"]), (&true.into(), &false.into()));
    let tests = reports[1]["tests"].as_array().unwrap();
    assert_eq!(tests.iter().filter(|test| test["tier"] == "mandatory").count(), 43);
    let failed: Vec<_> =
        tests.iter().filter(|test| test["outcome"] == "failed" && test["tier"] == "mandatory").collect();
    assert_eq!(failed.len(), 1);
    assert_eq!(failed[0]["findings"][0]["place"]["path"], "/document/tracking/version");
    assert!(reports[1]["document"] == "ACME-1" && failed[0]["id"] == "6.1.16", "{failed:?}");
}

#[test]
fn what_cannot_be_judged_is_no_yes_and_the_others_are_judged() {
    let house = House::new();
    house.write("good.json", GOOD);
    house.write("later.json", GOOD.replace(r#""csaf_version": "2.0""#, r#""csaf_version": "2.1""#));
    house.write("broken.json", "{");
    for wrong in ["later.json", "broken.json"] {
        let done =
            house.run(&["csaf", "check", text(&house.path(wrong)), text(&house.path("good.json"))]).ends(3);
        assert!(done.out.contains("good.json") && done.err.contains(wrong), "{done:?}");
    }
}
