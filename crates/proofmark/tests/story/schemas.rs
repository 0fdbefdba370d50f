//! Every JSON the program writes is what the schema it prints says.

use std::fs;

use proofmark_actions::Archive;
use serde_json::Value;

use crate::house::{House, example, files_below, json_at, text};

const NAMES: &[&str] = &[
    "check",
    "assessment",
    "modification",
    "pack-report",
    "manifest",
    "ledger-line",
    "ledger-report",
    "database-status",
    "clock-report",
    "paper",
    "standards-map",
    "refusal",
    "case-report",
    "law-in-use",
    "law-history",
    "law-diff",
];

#[test]
fn every_name_has_a_schema_that_is_one() {
    let house = House::new();
    for name in NAMES.iter().copied() {
        let schema = house.run(&["schema", name]).ends(0).json();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        jsonschema::draft202012::meta::validate(&schema).unwrap_or_else(|error| panic!("{name}: {error}"));
        jsonschema::draft202012::new(&schema).unwrap();
    }
    let unknown = house.run(&["schema", "nonsense"]).ends(2);
    for name in NAMES.iter().copied() {
        unknown.tells(name);
    }
    assert!(!house.home().exists(), "a schema needs no home");
}

#[test]
fn a_schema_refuses_what_it_does_not_describe() {
    let house = House::new();
    for name in NAMES.iter().copied() {
        let schema = house.run(&["schema", name]).json();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        for other in [Value::Null, Value::from(7), serde_json::json!({ "nonsense": true })] {
            assert!(!validator.is_valid(&other), "`{name}` accepts {other}");
        }
    }
}

#[test]
fn every_answer_in_json_is_what_its_schema_says() {
    let house = House::new();
    let advisories = example("edge-gateway").join("advisories");
    let imported = house.run(&["feeds", "import", text(&advisories), "--format", "json"]).ends(0).json();
    house.assert_fits("database-status", &imported);
    house.assert_fits("database-status", &house.run(&["feeds", "status", "--format", "json"]).ends(0).json());
    let starter = house.path("starter");
    house.run(&["init", text(&starter), "--product", "Lamp", "--operator", "Acme"]).ends(0);
    for directory in [example("edge-gateway"), example("password-manager"), starter] {
        let done = house.assess(&directory, &["--format", "json"]);
        house.assert_fits("assessment", &done.json());
    }
    house.assert_fits("ledger-report", &house.run(&["ledger", "verify", "--format", "json"]).ends(0).json());
    let refused = house.assess(&house.path(""), &["--format", "json"]).ends(3);
    house.assert_fits("refusal", &serde_json::from_str(&refused.err).unwrap());
    let hindered = house.run(&["ledger", "verify", "--home", "nowhere", "--format", "json"]).ends(4);
    house.assert_fits("refusal", &serde_json::from_str(&hindered.err).unwrap());
}

#[test]
fn every_json_file_of_a_pack_is_what_its_schema_says() {
    let house = House::new();
    let pack = house.pack();
    house.assert_fits("pack-report", &house.run(&["verify", text(&pack), "--format", "json"]).ends(0).json());
    let archive = Archive::parse(&fs::read(&pack).unwrap()).unwrap();
    let mut seen = 0;
    for file in archive.files() {
        let schema = match file.path.as_str() {
            "manifest.json" => "manifest",
            "results/assessment.json" => "assessment",
            path if path.starts_with("ledger/lines/") => "ledger-line",
            path if is_paper(path) => "paper",
            _ => continue,
        };
        house.assert_fits(schema, &serde_json::from_slice(&file.bytes).unwrap());
        seen += 1;
    }
    assert_eq!(seen, 1 + 1 + 2 + 6);
    // What lies beside the pack is what lies in it.
    for path in files_below(&house.path("out/papers")) {
        let name = format!("papers/{}", text(path.file_name().unwrap().as_ref()));
        assert_eq!(archive.get(&name), Some(fs::read(&path).unwrap().as_slice()), "{name}");
    }
    assert_eq!(json_at(&house.path("out/results/assessment.json"))["release"], "3.2.0");
}

/// The papers' JSON form; the SBOM beside them is CycloneDX's.
fn is_paper(path: &str) -> bool {
    let name = path.strip_prefix("papers/").and_then(|name| name.strip_suffix(".json"));
    name.is_some_and(|name| name != "sbom.cdx")
}
