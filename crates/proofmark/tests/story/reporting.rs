//! Something happened: the deadlines under pressure, and the same through the dossier.

use serde_json::Value;

use crate::example::assert_plain;
use crate::house::{House, example, text};

/// A product of a German manufacturer, of which just enough is stated; its last table is the release's.
pub(crate) const DOSSIER: &str = r#"proofmark = 1
[operator]
name = "Acme"
established_in = "DE"
person = "legal"
activity = { develops_or_has_developed = true, markets_under_own_name = true }
reporting_place = { decisions_taken_in = "DE" }
[product]
name = "Thing"
kind = "software"
[scope]
data_connection = "indirect"
supply = { on_union_market = true, price = true }
[release]
version = "1.0"
"#;

const CASE: &str = r#"
[[cases]]
name = "session tokens"
stream = "vulnerability"
[cases.known]
exploited_in_our_product = true
reliable_evidence = true
malicious_actor = true
without_owner_permission = true
[[cases.rulings]]
aware_at = 2026-10-06T10:30:00+02:00
because = "seen in our logs"
decided_by = "A. Person"
"#;

#[test]
fn the_clocks_are_told_to_people_in_a_hurry() {
    let house = House::new();
    let done = house.run(&[
        "clocks",
        "--stream",
        "vulnerability",
        "--aware",
        "2026-09-14T22:10:00+02:00",
        "--coordinator",
        "DE",
        "--at",
        "2026-09-15T18:50:00Z",
    ]);
    let done = done.ends(0);
    assert_plain(&done, 80);
    done.shows("Early warning due 2026-09-15 20:10Z, in 1 h 20 min");
    done.shows("Notification due 2026-09-17 20:10Z, in 2 d 1 h");
    done.shows("there: Tuesday 2026-09-15 22:10 +0200 (Europe/Berlin)");
    done.shows("outer limit, no target: before 2026-09-15 23:00 +0200 (Europe/Berlin)");
    done.shows(
        "Final report: clock not started, because no corrective or mitigating measure is available yet",
    );
    assert!(!house.home().exists(), "nothing is kept");
}

#[test]
fn the_clocks_of_an_incident_as_data() {
    let house = House::new();
    let json = house
        .run(&[
            "clocks",
            "--stream",
            "incident",
            "--aware",
            "2026-10-06T08:30:00Z",
            "--coordinator",
            "FR",
            "--early-warning-submitted",
            "2026-10-07T09:30:00Z",
            "--notification-submitted",
            "2026-10-08T07:15:00Z",
            "--at",
            "2026-10-10T00:00:00Z",
            "--format",
            "json",
        ])
        .ends(0)
        .json();
    house.assert_fits("clock-report", &json);
    let clock = |row: &str| {
        let clocks = json["clocks"].as_array().unwrap();
        clocks.iter().find(|clock| clock["row"] == row).unwrap().clone()
    };
    assert_eq!(clock("CLK-S1")["state"]["met-late"]["minutes_late"], 60);
    assert_eq!(clock("CLK-S2")["state"]["met"]["submitted_at"], "2026-10-08T07:15:00Z");
    let last = clock("CLK-S3");
    assert_eq!(last["starts_at"], "2026-10-08T07:15:00Z");
    assert_eq!(last["deadline"]["strict"], "2026-11-08T07:15:00Z");
    // A Sunday: the outer limit moves on to the Monday, the target does not.
    assert_eq!(last["deadline"]["legal_outer"]["ends_before"], "2026-11-09T23:00:00Z");
    assert_eq!(last["deadline"]["due_at"], "2026-11-08T07:15:00Z");
}

#[test]
fn what_cannot_be_counted_is_refused() {
    let house = House::new();
    let clocks = |more: &[&str]| house.run(&[&["clocks", "--stream", "incident"], more].concat());
    clocks(&[]).ends(2).tells("--aware");
    clocks(&["--aware", "2026-09-14T22:10:00"]).ends(2).tells("an offset");
    clocks(&["--aware", "2026-09-14"]).ends(2);
    clocks(&["--aware", "2026-09-14T22:10:00Z", "--coordinator", "CH"]).ends(2).tells("a Member State");
    clocks(&["--aware", "2026-09-14T22:10:00Z", "--at", "2026-09-14T00:00:00Z"])
        .ends(3)
        .tells("nobody is aware of what is yet to come");
    house.run(&["clocks", "--stream", "rumour", "--aware", "2026-09-14T22:10:00Z"]).ends(2);
}

#[test]
fn a_declared_case_stands_in_the_assessment_and_is_judged_at_the_end_of_the_day() {
    let house = House::new();
    house.write("product/proofmark.toml", format!("{DOSSIER}{CASE}"));
    let product = house.path("product");
    let on = |day: &str, more: &[&str]| {
        house.run(&[&["assess", text(&product), "--on", day], more].concat()).ends(1)
    };
    let done = on("2026-10-06", &[]);
    assert_plain(&done, 80);
    done.shows("Reporting Article 14, judged at 2026-10-06 23:59Z");
    done.shows("session tokens: must be notified");
    done.shows("Early warning due 2026-10-07 08:30Z, in 8 h 30 min");
    assert!(!done.out.contains("outer limit"), "the outer limit is never shown as a target");
    on("2026-10-08", &[]).shows("Early warning late: was due 2026-10-07 08:30Z");
    let all = on("2026-10-06", &["--all"]);
    assert_plain(&all, 80);
    all.shows("outer limit, no target: before 2026-10-07 11:00 +0200 (Europe/Berlin)");
    all.shows("Goes to the coordinator of DE: CERT-Bund (BSI)");
    all.shows("It has no programming interface");
    let json = on("2026-10-06", &["--format", "json"]).json();
    house.assert_fits("assessment", &json);
    let case = &json["verdict"]["reporting"][0];
    assert_eq!(case["trigger"]["outcome"], "mandatory");
    assert_eq!(case["clocks"][0]["deadline"]["strict"], "2026-10-07T08:30:00Z");
}

#[test]
fn what_is_unknown_of_a_case_is_asked_for_and_what_clashes_is_told() {
    let house = House::new();
    let unknown = CASE.replace("exploited_in_our_product = true\n", "exploited_somewhere = true\n");
    house.write("product/proofmark.toml", format!("{DOSSIER}{unknown}"));
    let product = house.path("product");
    let done = house.run(&["assess", text(&product), "--on", "2026-10-06"]).ends(1);
    done.shows("session tokens: cannot be decided yet; ask for cases[0].known.exploited_in_our_product.");
    // Something is due in case it must be notified.
    done.shows("Early warning due 2026-10-07 08:30Z");
    let elsewhere = CASE.replace("exploited_in_our_product = true\n", "exploited_in_our_product = false\n");
    house.write("product/proofmark.toml", format!("{DOSSIER}{elsewhere}"));
    let done = house.run(&["assess", text(&product), "--on", "2026-10-06"]).ends(1);
    assert!(!done.out.contains("session tokens"), "nothing to act on: {}", done.out);
    let clash = CASE.replace("exploited_in", "exploited_somewhere = false\nexploited_in");
    house.write("product/proofmark.toml", format!("{DOSSIER}{clash}"));
    house
        .run(&["assess", text(&product), "--on", "2026-10-06"])
        .tells("declared as exploited in this product, but nowhere");
}

#[test]
fn products_without_cases_read_as_before() {
    let house = House::new();
    let done = house.assess(&example("password-manager"), &["--format", "json"]).ends(0).json();
    assert_eq!(done["verdict"]["reporting"], Value::Null);
    let done = house.assess(&example("password-manager"), &[]).ends(0);
    assert!(!done.out.contains("judged at"), "{}", done.out);
}
