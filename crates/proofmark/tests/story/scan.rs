//! A component list looked through without a product: no dossier, nothing decided, nothing kept.

use serde_json::{Value, json};

use crate::house::{House, text};

fn record(id: &str, name: &str, more: &Value) -> Value {
    let mut record = json!({
        "schema_version": "1.6.7", "id": id, "modified": "2026-03-04T00:00:00Z",
        "affected": [{"package": {"ecosystem": "npm", "name": name},
            "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.3.0"}]}]}],
    });
    record.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    record
}

/// A home with two vulnerabilities, and lists with and without components that have them.
fn house() -> House {
    let house = House::new();
    let severe = json!({
        "aliases": ["CVE-2026-7"], "summary": "pads to the \u{202e}tfel",
        "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
    });
    house.write("advisories/one.json", record("GHSA-aaaa-aaaa-aaaa", "left-pad", &severe).to_string());
    house.write("advisories/two.json", record("GHSA-bbbb-bbbb-bbbb", "right-pad", &json!({})).to_string());
    house.run(&["feeds", "import", text(&house.path("advisories"))]).ends(0);
    let list = |purls: &[&str]| {
        let component = |purl: &&str| json!({"type": "library", "name": "x", "purl": purl});
        let components: Vec<Value> = purls.iter().map(component).collect();
        json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": components}).to_string()
    };
    let both =
        ["pkg:npm/right-pad@1.1.0", "pkg:npm/left-pad@1.2.0", "pkg:npm/left-pad@1.2.0", "pkg:hex/pad@1"];
    house.write("found.json", list(&both));
    house.write("clean.json", list(&["pkg:npm/left-pad@1.3.0"]));
    house.write("open.json", list(&["pkg:npm/left-pad@1.3.0", "pkg:hex/pad@1"]));
    house
}

#[test]
fn what_is_known_is_said_and_nothing_is_kept() {
    let house = house();
    let lines = house.ledger_lines();
    let done = house.run(&["scan", text(&house.path("found.json")), "--format", "json"]).ends(1);
    let scan = done.json();
    house.assert_fits("scan", &scan);
    let found: Vec<(&str, &str)> = scan["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| (found["component"].as_str().unwrap(), found["vulnerability"]["id"].as_str().unwrap()))
        .collect();
    let expected =
        [("pkg:npm/right-pad@1.1.0", "GHSA-bbbb-bbbb-bbbb"), ("pkg:npm/left-pad@1.2.0", "CVE-2026-7")];
    assert_eq!(found, expected, "each component once, in the order of the list");
    assert_eq!(scan["findings"][1]["vulnerability"]["fixed_in"], json!(["1.3.0"]));
    assert_eq!(scan["findings"][1]["vulnerability"]["severity"]["score"], 9.8);
    assert_eq!(scan["unchecked"][0]["component"], "pkg:hex/pad@1");
    assert_eq!((&scan["components"], &scan["format"]), (&json!(4), &json!("CycloneDX 1.6")));
    assert!(!done.out.contains('\u{202e}'), "no sign of a record steers the terminal");
    assert!(done.out.lines().count() > 4, "one finding a line");
    assert_eq!(house.ledger_lines(), lines, "a scan keeps nothing");
}

#[test]
fn a_list_in_xml_has_the_findings_of_the_same_list_in_json() {
    let house = house();
    let component =
        |purl: &str| format!("<component type=\"library\"><name>x</name><purl>{purl}</purl></component>");
    let all =
        ["pkg:npm/right-pad@1.1.0", "pkg:npm/left-pad@1.2.0", "pkg:npm/left-pad@1.2.0", "pkg:hex/pad@1"]
            .map(component);
    let bom = |inside: &str| {
        format!("<?xml version=\"1.0\"?><bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\">\n{inside}</bom>")
    };
    house.write("found.xml", bom(&format!("<components>{}</components>", all.concat())));
    let scan = |file: &str| house.run(&["scan", text(&house.path(file)), "--format", "json"]).ends(1).json();
    let (xml, json) = (scan("found.xml"), scan("found.json"));
    for part in ["findings", "unchecked", "format", "components"] {
        assert_eq!(xml[part], json[part], "{part}");
    }
    house.write("cut.xml", bom("<components>\n<component>").replace("</bom>", ""));
    let cut = house.run(&["scan", text(&house.path("cut.xml"))]).ends(3);
    assert!(cut.err.contains("ends in the middle") && cut.err.contains("cut.xml:3:12"), "{}", cut.err);
    let entities =
        "<!DOCTYPE bom [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    house.write("bomb.xml", bom("&b;").replace("<bom", &format!("{entities}<bom")));
    let bomb = house.run(&["scan", text(&house.path("bomb.xml"))]).ends(3);
    assert!(bomb.err.contains("document type"), "{}", bomb.err);
}

#[test]
fn a_record_dated_after_today_does_not_make_old_data_new() {
    let house = house();
    let mut early = record("GHSA-cccc-cccc-cccc", "mid-pad", &json!({}));
    early["modified"] = json!("2199-01-01T00:00:00Z");
    house.write("early/three.json", early.to_string());
    house.run(&["feeds", "import", text(&house.path("early"))]).ends(0);
    let scan = house.run(&["scan", text(&house.path("clean.json")), "--format", "json"]).ends(0).json();
    assert_eq!(scan["as_of"], Value::Null);
    let status = house.run(&["feeds", "status", "--format", "json"]).ends(0).json();
    assert_eq!((&status["as_of"], &status["sources"][0]["newest"]), (&Value::Null, &Value::Null));
}

#[test]
fn the_worst_comes_first_in_words() {
    let house = house();
    let done = house.run(&["scan", text(&house.path("found.json"))]).ends(1);
    let place = |words: &str| done.out.find(words).unwrap_or_else(|| panic!("no `{words}` in {}", done.out));
    assert!(place("CVE-2026-7") < place("GHSA-bbbb-bbbb-bbbb"));
    assert!(place("fixed in 1.3.0") > 0 && place("pkg:hex/pad@1") > 0);
}

#[test]
fn the_exit_code_answers() {
    let house = house();
    let code = |name: &str| house.run(&["scan", text(&house.path(name)), "--quiet"]).code;
    assert_eq!(code("clean.json"), Some(0));
    assert_eq!(code("open.json"), Some(6), "of some it cannot be said");
    house.write("broken.json", "{\"bomFormat\": \"CycloneDX\"");
    assert_eq!((code("broken.json"), code("nowhere.json")), (Some(3), Some(3)));
    let empty = House::new();
    empty.write("clean.json", std::fs::read(house.path("clean.json")).unwrap());
    empty.run(&["scan", "clean.json"]).ends(3).tells("there is no vulnerability database yet");
}

#[test]
fn a_reader_who_has_seen_enough_is_no_fault() {
    let house = house();
    let component = json!({"type": "library", "name": "x", "purl": "pkg:npm/left-pad@1.2.0"});
    let many: Vec<Value> = (0..20_000)
        .map(|number| {
            let mut component = component.clone();
            component["purl"] = format!("pkg:npm/left-pad@1.2.0?package-id={number}").into();
            component
        })
        .collect();
    let list = json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": many});
    house.write("many.json", list.to_string());
    let mut command = house.proofmark(&["scan", "many.json", "--format", "json"]);
    let mut child = command.stdout(std::process::Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(1));
}
