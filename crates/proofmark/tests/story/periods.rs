//! What binds on a day, what must be kept and how high fines can be: asked through the program, day after day.

use serde_json::Value;

use crate::house::{Done, House, text};

/// Hardware that came on the market before the Regulation applied in full, and is sold for a while after.
const METER: &str = r#"proofmark = 1

[operator]
name = "Zähler GmbH"
established_in = "DE"
person = "legal"
enterprise_size = "small"

[operator.enterprise]
undertaking = true
staff = 40
annual_turnover_eur = 9_000_000
linked_enterprises_included = true
worldwide_turnover_eur = 9_000_000

[operator.activity]
develops_or_has_developed = true
markets_under_own_name = true

[product]
name = "Meter"
kind = "hardware-with-software"

[product.core_functionality]
is = "Measures and reports heat."
because = "Meters of heat are in no category."

[scope]
data_connection = "direct-physical"

[scope.supply]
on_union_market = true
price = true

[release]
version = "2.0"
placed_on_the_market_on = 2025-05-01

[release.placing]
last_unit_placed_on = 2028-02-29

[support_period]
ends_on = "2036-12"
expected_use_years = 8

[conformity]
procedure = "A"

[[security_updates]]
update = "2026-11"
issued_on = 2028-02-29
still_available = true
"#;

fn meter(house: &House, dossier: &str) -> String {
    house.write("meter/proofmark.toml", dossier);
    text(&house.path("meter")).to_owned()
}

fn on(house: &House, directory: &str, day: &str) -> Value {
    let done = house.run(&["assess", directory, "--on", day, "--format", "json"]);
    assert!(matches!(done.code, Some(0 | 1)), "{done:?}");
    done.json()["verdict"].clone()
}

#[test]
fn an_old_meter_reports_today_and_its_new_units_owe_everything_tomorrow() {
    let house = House::new();
    let directory = meter(&house, METER);
    let all = ["reporting", "vulnerability-handling", "everything-else"];
    let days: [(&str, &[&str]); 5] = [
        ("2026-09-10", &[]),
        ("2026-11-21", &["reporting"]),
        ("2027-12-10", &["reporting"]),
        ("2027-12-11", &all),
        ("2037-01-01", &["reporting", "everything-else"]),
    ];
    for (day, binds) in days {
        let verdict = on(&house, &directory, day);
        assert_eq!(verdict["duties"]["binds"], serde_json::json!(binds), "{day}");
        assert_eq!(verdict["duties"]["on"], day);
    }
    let sold_out = METER.replace("2028-02-29\n\n[support", "2027-12-10\n\n[support");
    let directory = meter(&house, &sold_out);
    let verdict = on(&house, &directory, "2030-01-01");
    assert_eq!(verdict["duties"]["binds"], serde_json::json!(["reporting"]));
    assert_eq!(verdict["support_period"]["outcome"], "not-asked");
    assert_eq!(verdict["retention"][0]["state"], "not-unless-substantially-modified");
}

#[test]
fn the_days_things_are_kept_to_are_in_the_json_with_their_rules() {
    let house = House::new();
    let directory = meter(&house, METER);
    let verdict = on(&house, &directory, "2028-03-01");
    let kept: Vec<(&str, &str)> = verdict["retention"]
        .as_array()
        .unwrap()
        .iter()
        .map(|kept| {
            let until = kept["state"]["until"]["on"].as_str().unwrap_or("open");
            (kept["row"].as_str().unwrap(), until)
        })
        .collect();
    // Ten years after 29 February 2028 there is no such day.
    let day = "2038-02-28";
    let expected = [
        ("RET-01", day),
        ("RET-02", day),
        ("RET-03", day),
        ("RET-08", day),
        ("RET-06", "open"),
        ("RET-06", "open"),
    ];
    assert_eq!(kept, expected);
    assert_eq!(verdict["retention"][0]["rule"], "ten-years");
    let reasons = verdict["retention"][0]["reasons"].as_array().unwrap();
    assert!(reasons.iter().any(|reason| !reason["legal_review"].is_null()));
    // A month alone counts to its last day.
    assert_eq!(verdict["support_period"]["declared_end"], "2036-12-31");
    assert_eq!(verdict["support_period"]["required_end"], "2036-02-28");
    assert_eq!(verdict["support_period"]["outcome"], "long-enough");
    assert_eq!(verdict["enterprise"]["size"], "small");
    let first = &verdict["exposure"]["tiers"][0];
    assert_eq!(first["maximum"]["is"]["cents"], 1_500_000_000);
    assert_eq!(verdict["exposure"]["applies"], true);
    house.assert_fits("assessment", &house.run(&["assess", &directory, "--format", "json"]).json());
}

#[test]
fn periods_and_fines_are_shown_only_when_all_is_asked_for() {
    let house = House::new();
    let directory = meter(&house, METER);
    let page = |more: &[&str]| -> Done {
        let mut arguments = vec!["assess", directory.as_str(), "--on", "2026-11-21"];
        arguments.extend(more);
        house.run(&arguments)
    };
    let short = page(&[]).out;
    assert!(short.contains("Meter"), "{short}");
    assert!(!short.contains("Fines, at most") && !short.contains("What binds on the day"), "{short}");
    let long = page(&["--all"]);
    for line in long.out.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    long.shows("Reporting (Article 14): binds");
    long.shows("Everything else, for units placed from 2027-12-11 on: not before 2027-12-11");
    long.shows("Technical documentation and EU declaration of conformity: until 2038-02-28");
    long.shows("At most EUR 15 000 000");
    long.shows("A `small` manufacturer is not fined for missing the deadline of 24 hours");
    long.shows("before that day Article 64 is no basis for a fine");
}

#[test]
fn the_day_is_asked_for_with_on_and_the_older_name_still_works() {
    let house = House::new();
    let directory = meter(&house, METER);
    let new = house.run(&["assess", &directory, "--on", "2027-12-11"]).out;
    let old = house.run(&["assess", &directory, "--as-of", "2027-12-11"]).out;
    assert!(new.contains("2027-12-11"), "{new}");
    assert_eq!(new, old);
    let help = house.run(&["assess", "--help"]).ends(0).out;
    assert!(help.contains("--on <DATE>") && !help.contains("--as-of"), "{help}");
}

#[test]
fn days_and_numbers_that_contradict_each_other_are_told_at_their_places() {
    let house = House::new();
    let wrong = METER
        .replace("last_unit_placed_on = 2028-02-29", "last_unit_placed_on = 2024-02-29")
        .replace("staff = 40", "staff = 400")
        .replace("expected_use_years = 8", "expected_use_years = 8\nexpected_use_months = 90");
    let directory = meter(&house, &wrong);
    let done = house.run(&["assess", &directory, "--on", "2028-03-01"]).ends(3);
    done.tells("The last unit is placed on 2024-02-29, before the first one on 2025-05-01.");
    done.tells("The enterprise is declared to be `small`, but its numbers make it `large`.");
    done.tells("The expected use is declared as 8 years and as 90 months.");
}
