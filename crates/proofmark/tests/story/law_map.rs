//! Somebody asks which standard helps with which requirement, and is never told that one presumes conformity.

use std::fs;

use serde_json::Value;

use crate::example::assert_plain;
use crate::house::{House, example, files_below, text};

#[test]
fn the_whole_mapping_fits_the_page_and_begins_with_its_caution() {
    let house = House::new();
    let done = house.run(&["law", "map"]).ends(0);
    assert_plain(&done, 80);
    assert_eq!(done.err, "");
    for words in
        ["None of this gives a presumption of conformity", "I.2.m", "II.8", "JRC and ENISA", "V3.1.3"]
    {
        done.shows(words);
    }
    let caution = done.out.find("presumption of conformity").unwrap();
    assert!(caution < done.out.find("I.1 ").unwrap(), "the caution stands before the first row");
    assert!(!house.home().exists(), "the mapping needs no home");
}

#[test]
fn help_says_what_can_be_asked() {
    let house = House::new();
    house.run(&["--help"]).ends(0).shows("law");
    for arguments in [&["law", "--help"][..], &["law", "map", "--help"]] {
        let help = house.run(arguments).ends(0);
        assert_plain(&help, 80);
        help.shows("map");
    }
    house.run(&["law", "map", "--help"]).ends(0).shows("--standard <NAME>");
}

#[test]
fn one_requirement_and_one_standard_can_be_asked_for() {
    let house = House::new();
    for written in ["I.2.c", "i.2.c", "I(2)(c)"] {
        let done = house.run(&["law", "map", written, "--standard", "EN 18031-1"]).ends(0);
        done.shows("SUM-1, SUM-2, SUM-3");
        assert!(!done.out.contains("ETSI"), "{}", done.out);
        assert!(!done.out.contains("I.2.d"), "{}", done.out);
    }
    // `no` is an answer as well.
    house.run(&["law", "map", "II.1", "--standard", "EN 18031"]).ends(0).shows("none");
}

#[test]
fn programs_get_the_rows_with_origin_confidence_and_no_presumption() {
    let house = House::new();
    let json = house.run(&["law", "map", "II.5", "--format", "json"]).ends(0).json();
    house.assert_fits("standards-map", &json);
    assert_eq!(json["presumption_of_conformity"], false);
    assert_eq!(json["caution"]["id"], "neighbours-map-caution");
    let rows = json["rows"].as_array().unwrap();
    assert!(rows.iter().all(|row| row["requirement"] == "II.5"));
    let standards: Vec<&Value> = rows.iter().map(|row| &row["standard"]).collect();
    for standard in ["EN 18031-2", "ETSI EN 303 645", "IEC 62443-4-1", "BSI TR-03183-1", "EN 40000-1-3"] {
        assert!(standards.contains(&&Value::from(standard)), "{standard}");
    }
    house.assert_fits("standards-map", &house.run(&["law", "map", "--format", "json"]).ends(0).json());
}

#[test]
fn what_the_mapping_does_not_know_is_refused_with_what_it_knows() {
    let house = House::new();
    let unknown = house.run(&["law", "map", "I.2.z"]).ends(3);
    unknown.tells("`I.2.z` is no requirement of Annex I");
    unknown.tells("I.2.a to I.2.m");
    house.run(&["law", "map", "--standard", "EN 1"]).ends(3).tells("ETSI EN 303 645");
    let json = house.run(&["law", "map", "", "--format", "json"]).ends(3);
    assert!(json.err.contains("neighbours-map-no-requirement"), "{}", json.err);
    house.run(&["law"]).ends(2);
}

#[test]
fn a_touched_act_is_one_line_and_its_details_are_told_when_asked() {
    let house = House::new();
    let directory = house.path("product");
    for file in files_below(&example("password-manager")) {
        let name = file.strip_prefix(example("password-manager")).unwrap();
        house.write(&format!("product/{}", text(name)), fs::read(&file).unwrap());
    }
    let quiet = house.assess(&directory, &[]);
    assert!(!quiet.out.contains("Other Union law"), "{}", quiet.out);

    let path = directory.join("proofmark.toml");
    let dossier = fs::read_to_string(&path).unwrap();
    let stated = "[scope.also]\nused_by_essential_or_important_entities = true\ntoy = false\n";
    fs::write(&path, dossier.replace("[scope.also]\n", stated)).unwrap();
    let line = "NIS2: a conforming product helps its users with supply-chain security.";
    let told = house.assess(&directory, &[]);
    assert!(told.out.lines().any(|shown| shown.ends_with(line)), "{}", told.out);
    assert!(!told.out.contains("recital 24"), "{}", told.out);
    let all = house.assess(&directory, &["--all"]);
    assert_plain(&all, 80);
    all.shows("scope.also.used_by_essential_or_important_entities; recital 24");
    all.shows("DORA (Regulation (EU) 2022/2554): not stated: scope.also.used_by_financial_entities.");
    all.shows("having applied it gives no presumption of conformity");

    let json = house.assess(&directory, &["--format", "json"]).json();
    house.assert_fits("assessment", &json);
    let neighbours = &json["verdict"]["neighbours"];
    assert_eq!(neighbours["touched"][0]["name"], "NIS2");
    let unstated = neighbours["not_stated"].as_array().unwrap();
    assert!(!unstated.iter().any(|act| act["id"] == "toys"), "a toy was denied");
    let standard = &json["verdict"]["standards"][0];
    assert_eq!(standard["reference"], "ETSI EN 303 645 V3.1.3");
    assert_eq!(standard["reasons"][0]["row"], "ERR-24");
}
