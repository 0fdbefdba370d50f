//! Versions of a product that follow each other: which of them is a new product before the law.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::example::assert_plain;
use crate::house::{Done, House, text};

/// A version of the invented product, as its makers declare it.
pub(crate) fn version(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/story/modifications").join(name).canonicalize().unwrap()
}

fn review(house: &House, newer: &Path, more: &[&str]) -> Done {
    let earlier = version("1.4.0");
    let mut arguments = vec!["modification", text(&earlier), text(newer)];
    arguments.extend(more);
    house.run(&arguments)
}

/// A copy of a version with something else in its dossier.
fn altered(house: &House, name: &str, from: &str, to: &str) -> PathBuf {
    let folder = house.path("altered");
    fs::create_dir_all(&folder).unwrap();
    for file in ["proofmark.toml", "sbom.cdx.json", "risk-assessment.md"] {
        fs::copy(version(name).join(file), folder.join(file)).unwrap();
    }
    let dossier = fs::read_to_string(folder.join("proofmark.toml")).unwrap();
    assert!(dossier.contains(from), "no `{from}` in {name}");
    fs::write(folder.join("proofmark.toml"), dossier.replacen(from, to, 1)).unwrap();
    folder
}

fn whats(review: &Value) -> Vec<&str> {
    let follows = review["modification"]["follows"].as_array().unwrap();
    follows.iter().map(|follow| follow["what"].as_str().unwrap()).collect()
}

fn line(house: &House, index: usize) -> Value {
    let out = house.path("published");
    house.run(&["ledger", "publish", text(&out)]).ends(0);
    let entries = fs::read(out.join("tile/entries/000.p").join((index + 1).to_string())).unwrap();
    // Each entry stands behind its length in two bytes.
    let mut rest = entries.as_slice();
    for _ in 0..index {
        let length = usize::from(u16::from_be_bytes([rest[0], rest[1]]));
        rest = &rest[2 + length..];
    }
    serde_json::from_slice(&rest[2..2 + usize::from(u16::from_be_bytes([rest[0], rest[1]]))]).unwrap()
}

#[test]
fn a_security_update_that_lowers_the_risk_is_not_substantial_however_large() {
    let house = House::new();
    let done = review(&house, &version("1.4.1"), &[]).ends(0);
    assert_plain(&done, 80);
    assert_eq!(done.err, "");
    done.shows("not a substantial modification");
    done.shows("leaves the intended purpose alone is not substantial, however large it is");
    done.shows("keeps the earlier day of placing on the market, 2028-03-01");
    assert_eq!(house.ledger_lines(), 1);
    house.run(&["ledger", "verify"]).ends(0);
}

#[test]
fn a_small_feature_with_a_new_way_in_is_substantial() {
    let house = House::new();
    let done = review(&house, &version("1.5.0"), &[]).ends(1);
    assert_plain(&done, 80);
    done.shows("It adds or exposes an interface.");
    done.shows("The change is technically small; its size decides nothing");
    done.shows("The remote service `Pegelwart Web` is new.");
    done.shows("placed on the market as a new product, on 2028-10-01");
    let json = review(&house, &version("1.5.0"), &["--format", "json"]).ends(1).json();
    house.assert_fits("modification", &json);
    assert_eq!(json["modification"]["proposal"], "substantial");
    assert_eq!(json["components"]["added"], serde_json::json!(["pkg:cargo/rustls"]));
    for what in ["conformity-assessment", "declaration", "ce-marking", "support-period", "earlier-versions"] {
        assert!(whats(&json).contains(&what), "{what}: {json:#}");
    }
    assert!(json["earlier"]["risk_assessment"]["sha256"] != json["newer"]["risk_assessment"]["sha256"]);
}

#[test]
fn what_is_not_stated_is_asked_with_what_was_seen() {
    let house = House::new();
    let silent = altered(&house, "1.5.0", "new_interfaces = true\nnew_channels = true\n", "");
    let silent = altered_again(silent, "new_attack_scenarios = true\n", "");
    let done = review(&house, &silent, &[]).ends(6);
    assert_plain(&done, 80);
    done.shows("Does it add a communication channel?");
    done.shows("seen: The remote service `Pegelwart Web` is new.");
    let json = review(&house, &silent, &["--format", "json"]).ends(6).json();
    house.assert_fits("modification", &json);
    let missing = &json["modification"]["proposal"]["undetermined"]["missing"];
    assert_eq!(missing[0], "modification.new_interfaces");
    assert_eq!(json["modification"]["stands"], Value::Null);
    assert_eq!(whats(&json), ["keep-up-to-date"]);
    assert_eq!(house.ledger_lines(), 2, "what was found so far is kept");
}

fn altered_again(folder: PathBuf, from: &str, to: &str) -> PathBuf {
    let path = folder.join("proofmark.toml");
    let dossier = fs::read_to_string(&path).unwrap();
    assert!(dossier.contains(from), "no `{from}`");
    fs::write(path, dossier.replacen(from, to, 1)).unwrap();
    folder
}

#[test]
fn a_no_that_the_dossiers_contradict_is_not_believed() {
    let house = House::new();
    let denied = altered(&house, "1.5.0", "new_interfaces = true", "new_interfaces = false");
    let denied = altered_again(denied, "new_channels = true", "new_channels = false");
    let done = review(&house, &denied, &[]).ends(6);
    assert_plain(&done, 80);
    done.shows("what is stated contradicts itself or the dossiers");
    done.shows("`modification.new_channels` is answered with no, but the dossiers show otherwise");
    done.shows("say under `modification.explained` what the difference really is");
    let explained = "[[modification.explained]]\ndifference = \"remote-service-added\"\nof = \"Pegelwart Web\"\nbecause = \"It was always there.\"\n\n[modification.foreseen]";
    let explained = altered_again(denied, "[modification.foreseen]", explained);
    // What is explained contradicts nobody; the attack nobody foresaw still decides.
    let done = review(&house, &explained, &[]).ends(1);
    done.shows("explained: It was always there.");
}

#[test]
fn a_person_decides_and_says_why_where_it_is_not_what_is_proposed() {
    let house = House::new();
    let decided = "[modification]\ndetermination = \"substantial\"\ndecided_by = \"Jette Moorbach\"\ndecided_on = 2028-05-10\n";
    let silent = altered(&house, "1.4.1", "[modification]\n", decided);
    let done = review(&house, &silent, &[]).ends(3);
    done.tells("gives no reason");
    done.tells("modification.because");
    assert_eq!(house.ledger_lines(), 0, "a decision without its reason is not kept");
    let reasoned = altered_again(
        silent,
        decided,
        &format!("{decided}because = \"A new parser is a new product to us.\"\n"),
    );
    let done = review(&house, &reasoned, &[]).ends(1);
    assert_plain(&done, 80);
    done.shows("decided by Jette Moorbach on 2028-05-10:");
    done.shows("This is not what is proposed; it counts all the same.");
    done.shows("Affix the CE marking to it.");
    let json = review(&house, &reasoned, &["--format", "json"]).ends(1).json();
    assert_eq!(json["modification"]["proposal"], "not-substantial");
    assert_eq!(json["modification"]["decision"]["departs"], true);
}

#[test]
fn one_line_of_the_ledger_names_everything_it_rests_on() {
    let house = House::new();
    let json = review(&house, &version("1.4.1"), &["--format", "json", "--by", "berta"]).ends(0).json();
    let line = line(&house, 0);
    assert_eq!((&line["action"], &line["by"]), (&"propose-modification".into(), &"berta".into()));
    assert_eq!(line["outcome"], "not substantial is proposed");
    let digest = |role: &str| {
        let documents = line["documents"].as_array().unwrap();
        documents.iter().find(|document| document["role"] == role).map(|document| document["sha256"].clone())
    };
    assert_eq!(digest("earlier-dossier").as_ref(), Some(&json["earlier"]["dossier"]["sha256"]));
    assert_eq!(digest("earlier-sbom").as_ref(), Some(&json["earlier"]["sbom"]["sha256"]));
    assert_eq!(
        digest("earlier-risk-assessment").as_ref(),
        Some(&json["earlier"]["risk_assessment"]["sha256"])
    );
    assert_eq!(digest("dossier").as_ref(), Some(&json["newer"]["dossier"]["sha256"]));
    assert_eq!(digest("sbom").as_ref(), Some(&json["newer"]["sbom"]["sha256"]));
    assert!(digest("modification").is_some());
    let decided =
        "[modification]\ndetermination = \"not-substantial\"\ndecided_by = \"J\"\ndecided_on = 2028-05-10\n";
    review(&house, &altered(&house, "1.4.1", "[modification]\n", decided), &[]).ends(0);
    let second = self::line(&house, 1);
    assert_eq!(
        (&second["action"], &second["outcome"]),
        (&"determine-modification".into(), &"not substantial".into())
    );
}

#[test]
fn the_evidence_pack_of_the_version_holds_the_line() {
    let house = House::new();
    review(&house, &version("1.5.0"), &[]).ends(1);
    let out = house.path("out");
    house.assess(&version("1.5.0"), &["--out", text(&out)]);
    let pack = out.join("evidence-pack.zip");
    house.run(&["verify", text(&pack)]).ends(0).shows("propose-modification: substantial is proposed");
}

#[test]
fn the_wrong_predecessor_is_refused_and_nothing_is_kept() {
    let house = House::new();
    let other = altered(&house, "1.4.1", "of_version = \"1.4.0\"", "of_version = \"1.3.9\"");
    review(&house, &other, &[]).ends(3).tells("but the earlier dossier is about version 1.4.0");
    let day = altered(&house, "1.5.0", "earlier_placed_on = 2028-03-01", "earlier_placed_on = 2028-02-01");
    review(&house, &day, &[]).ends(3).tells("its own dossier says 2028-03-01");
    let nowhere = house.path("nowhere");
    review(&house, &nowhere, &[]).ends(3);
    assert_eq!(house.ledger_lines(), 0);
}

#[test]
fn faults_of_both_dossiers_are_told_at_once_each_in_its_own() {
    let house = House::new();
    let earlier = house.write("one/proofmark.toml", "proofmark = 2\n");
    let newer = house.write("two/proofmark.toml", "proofmark = 3\n");
    let (one, two) = (earlier.parent().unwrap(), newer.parent().unwrap());
    let done = house.run(&["modification", text(one), text(two)]).ends(3);
    assert!(
        done.err.contains("one/proofmark.toml") && done.err.contains("two/proofmark.toml"),
        "{}",
        done.err
    );
}

#[test]
fn a_newer_dossier_that_declares_no_change_is_asked_what_changed() {
    let house = House::new();
    let silent = altered(&house, "1.4.0", "version = \"1.4.0\"", "version = \"1.4.2\"");
    let done = review(&house, &silent, &[]).ends(6);
    done.shows("What kind of change is it?");
}

#[test]
fn an_assessment_of_the_newer_version_alone_answers_too() {
    let house = House::new();
    let plain = house.assess(&version("1.4.0"), &["--format", "json"]).json();
    assert!(plain["verdict"].get("modification").is_none());
    let json = house.assess(&version("1.5.0"), &["--format", "json"]).json();
    assert_eq!(json["verdict"]["modification"]["proposal"], "substantial");
    house.assert_fits("assessment", &json);
    let done = house.assess(&version("1.5.0"), &[]);
    assert_plain(&done, 80);
    done.shows("modification: a substantial modification, as proposed");
    house.assess(&version("1.5.0"), &["--all"]).shows("Affix the CE marking to it.");
}
