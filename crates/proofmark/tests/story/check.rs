//! An importer and a distributor check what they are supplied with, and the outcome is on record.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::example::{assert_plain, standing};
use crate::house::{Done, House, text};

const ON: &str = "2028-02-01";
pub(crate) const IMPORTER: &str = "places_third_country_brand = true\ndistributes_unchanged = false";
const DISTRIBUTOR: &str = "places_third_country_brand = false\ndistributes_unchanged = true";

/// Points whose evidence is the one record that is there.
const POINTS: [&str; 11] = [
    "conformity_procedure",
    "technical_documentation",
    "ce_marking",
    "declaration",
    "user_information",
    "user_information_language",
    "product_identification",
    "manufacturer_contact",
    "support_period_end",
    "importer_contact",
    "documents_provided",
];

/// A supplier's dossier, with some of its words exchanged.
pub(crate) fn dossier(house: &House, activity: &str, exchange: &[(&str, &str)]) -> PathBuf {
    let mut points = String::new();
    for point in POINTS {
        write!(points, "\n[supplier_check.{point}]\nholds = true\nevidence = [\"record.txt\"]\n").unwrap();
    }
    let mut written = format!(
        r#"proofmark = 1
[operator]
name = "Hafenhandel GmbH"
postal_address = "Kai 1, Hamburg"
email = "info@hafenhandel.example"
established_in = "DE"
[operator.activity]
develops_or_has_developed = false
markets_under_own_name = false
substantially_modifies = false
{activity}
[product]
name = "Camera C-9"
kind = "hardware-with-software"
[product.core_functionality]
is = "Records pictures of nature"
because = "no category speaks of cameras that guard nothing"
[scope]
data_connection = "direct-logical"
[scope.supply]
on_union_market = true
price = true
[release]
version = "2.1"
placed_on_the_market_on = 2028-01-20
[supply_chain]
record = ["record.txt"]
[[evidence]]
file = "record.txt"
shows = ["art19-6"]
[supplier_check]
checked_by = "B. Lotse"
checked_on = 2028-01-10
covers = "batch 7"
importer_in_chain = true
non_conformity_suspected = false
significant_risk = false
non_technical_risk = false
vulnerability_known = false
manufacturer_ceased = false
{points}"#
    );
    for (from, to) in exchange {
        assert!(written.contains(from), "{from}");
        written = written.replacen(from, to, 1);
    }
    house.write("camera/record.txt", "seen on ten units\n");
    house.write("camera/proofmark.toml", written).parent().unwrap().to_owned()
}

fn check(house: &House, activity: &str, exchange: &[(&str, &str)], more: &[&str]) -> Done {
    let directory = dossier(house, activity, exchange);
    let mut arguments = vec!["check", text(&directory), "--on", ON];
    arguments.extend(more);
    house.run(&arguments)
}

#[test]
fn an_importer_that_checked_everything_may_place_the_product() {
    let house = House::new();
    let done = check(&house, IMPORTER, &[], &["--by", "C. Prokura"]).ends(0);
    assert_plain(&done, 80);
    assert_eq!(done.err, "");
    done.shows("may be placed or made available on the market as far as this check goes");
    done.shows("checked by B. Lotse on 2028-01-10: batch 7");
    done.shows("met: The product bears the CE marking. (Article 19(2)(c))");
    done.shows("The outcome was recorded in the ledger.");
    assert_eq!(house.ledger_lines(), 1);
    let json = check(&house, IMPORTER, &[], &["--by", "C. Prokura", "--format", "json"]).ends(0).json();
    house.assert_fits("check", &json);
    assert_eq!(json["check"]["outcome"], "may");
    assert_eq!(json["recorded_by"], "C. Prokura");
    assert_eq!(json["check"]["points"].as_array().unwrap().len(), 10);
    assert_eq!(house.ledger_lines(), 2, "each check is one line");
}

#[test]
fn an_importers_assessment_shows_its_own_duties() {
    let house = House::new();
    let directory = dossier(&house, IMPORTER, &[]);
    let json = house.run(&["assess", text(&directory), "--on", ON, "--format", "json"]).json();
    house.assert_fits("assessment", &json);
    assert_eq!(json["verdict"]["role"]["outcome"]["is"], "importer");
    assert_eq!(json["verdict"]["supplier_check"]["outcome"], "may");
    assert_eq!(standing(&json, "met"), ["art19-1", "art19-2", "art19-4", "art19-6", "art23-2"]);
    assert_eq!(standing(&json, "open"), [""; 0]);
    assert_eq!(standing(&json, "late"), [""; 0]);
    let all = json["obligations"].as_array().unwrap();
    assert!(all.iter().all(|one| one["obligation"] != "art13-1"), "a manufacturer's duties are not listed");
}

#[test]
fn a_distributor_that_finds_no_marking_must_not_pass_it_on() {
    let house = House::new();
    let bare = [("[supplier_check.ce_marking]\nholds = true", "[supplier_check.ce_marking]\nholds = false")];
    let done = check(&house, DISTRIBUTOR, &bare, &[]).ends(1);
    assert_plain(&done, 80);
    done.shows("must not be placed or made available on the market");
    done.shows("not met: The product bears the CE marking. (Article 20(2)(a))");
    assert_eq!(house.ledger_lines(), 1, "a no is on record too");
    check(&house, DISTRIBUTOR, &[], &[]).ends(0).shows("may be placed or made available");
    let json = check(&house, DISTRIBUTOR, &bare, &["--format", "json"]).ends(1).json();
    house.assert_fits("check", &json);
    assert_eq!(json["check"]["outcome"], "must-not");
}

#[test]
fn what_is_not_proven_or_not_stated_is_no_yes() {
    let house = House::new();
    let lost = [("evidence = [\"record.txt\"]", "evidence = [\"gone.jpg\"]")];
    let done = check(&house, IMPORTER, &lost, &[]).ends(6);
    done.shows("cannot be decided, because what is marked open below is not stated or not shown");
    done.shows("open: The manufacturer carried out the conformity assessment procedure. (Article 19(2)(a))");
    done.shows("gone.jpg");
    let silent = [("non_conformity_suspected = false\n", "")];
    check(&house, DISTRIBUTOR, &silent, &[]).ends(6).shows("supplier_check.non_conformity_suspected");
    let roleless = [("markets_under_own_name = false\n", "")];
    let done = check(&house, IMPORTER, &roleless, &[]).ends(6);
    done.shows("operator.activity.markets_under_own_name");
    assert_eq!(house.ledger_lines(), 2, "without a role there is no checklist to record");
}

#[test]
fn a_known_risk_says_whom_to_tell_and_when_it_was_done() {
    let house = House::new();
    let risk =
        [("significant_risk = false", "significant_risk = true\nmanufacturer_informed_on = 2028-01-21")];
    let done = check(&house, IMPORTER, &risk, &[]).ends(0);
    done.shows(
        "Tell the manufacturer of the significant cybersecurity risk. (Article 19(5)) done on 2028-01-21",
    );
    done.shows(
        "Tell the market surveillance authorities of the significant cybersecurity risk. (Article 19(5))",
    );
    done.shows("write it into `supplier_check.authority_informed_on`");
}

#[test]
fn for_other_roles_it_says_so_and_records_nothing() {
    let house = House::new();
    let maker = [
        ("develops_or_has_developed = false", "develops_or_has_developed = true"),
        ("markets_under_own_name = false", "markets_under_own_name = true"),
    ];
    let done = check(&house, DISTRIBUTOR, &maker, &[]).ends(0);
    done.shows("asks no such check of this operator for this product; nothing was recorded");
    done.tells("neither importer nor distributor");
    assert_eq!(house.ledger_lines(), 0);
    let json = check(&house, DISTRIBUTOR, &maker, &["--format", "json"]).ends(0).json();
    house.assert_fits("check", &json);
    assert!(json.get("check").is_none());
}

#[test]
fn before_full_application_it_is_preparation() {
    let house = House::new();
    let directory = dossier(&house, IMPORTER, &[("checked_on = 2028-01-10", "checked_on = 2026-11-20")]);
    let done = house.run(&["check", text(&directory), "--on", "2026-11-21"]).ends(0);
    done.shows("The law asks for this check from 2027-12-11 on; until then this is preparation.");
    let bad = house.write("broken/proofmark.toml", "proofmark = 1\n[supplier_check]\nceckd_by = 1\n");
    house.run(&["check", text(bad.parent().unwrap())]).ends(3);
    assert_eq!(house.ledger_lines(), 1, "what cannot be read is not recorded");
}
