//! The gate of a pipeline: the Regulation's own rule first, then the manufacturer's, waivers that end, and reports others read.

use std::fs;

use serde_json::{Value, json};

use crate::house::{DAY, Done, House};
use crate::served::Served;

const DOSSIER: &str = r#"
proofmark = 1
advisories = ["advisories"]
operator = { name = "Acme" }
product = { name = "Gateway", kind = "software" }
release = { version = "1.0", sbom = "sbom.cdx.json" }
"#;

/// A decision that clears what the Regulation asks.
const CLEARED: &str = r#"
[[vulnerability_decisions]]
vulnerability = "CVE-2026-7"
component = "pkg:npm/left-pad@1.2.0"
status = "affected"
risk_accepted = true
because = "Only our own configuration reaches it."
decided_by = "Anna"
decided_on = 2026-11-01
expires_on = 2026-11-21
"#;

const WAIVER: &str = r#"
[[waivers]]
rule = "no-high"
vulnerabilities = ["CVE-2026-7"]
because = "The update is being tested."
decided_by = "Anna Ott"
approved_by = "Ben Kurz"
decided_on = 2026-11-01
expires_on = 2026-11-21
"#;

const NO_HIGH: &str = "gate = 1\n[[findings]]\nid = \"no-high\"\nlevel = \"block\"\nbecause = \"We ship nothing high.\"\nseverity_at_least = \"high\"\n";

fn advisory() -> String {
    json!({
        "schema_version": "1.6.7", "id": "GHSA-aaaa-aaaa-aaaa", "aliases": ["CVE-2026-7"],
        "modified": "2026-11-20T00:00:00Z", "published": "2026-10-01T00:00:00Z",
        "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
        "affected": [{"package": {"ecosystem": "npm", "name": "left-pad"},
            "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.3.0"}]}]}],
    })
    .to_string()
}

fn list(components: &[(&str, &str, &str)]) -> String {
    let listed: Vec<Value> = components
        .iter()
        .map(|(name, version, licence)| {
            json!({"type": "library", "bom-ref": name, "name": name, "version": version,
                "purl": format!("pkg:npm/{name}@{version}"), "licenses": [{"expression": licence}]})
        })
        .collect();
    let names: Vec<&str> = components.iter().map(|(name, ..)| *name).collect();
    serde_json::to_string_pretty(&json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6",
        "metadata": {"timestamp": "2026-11-20T00:00:00Z",
            "component": {"type": "application", "bom-ref": "app", "name": "Gateway", "version": "1.0"}},
        "components": listed, "dependencies": [{"ref": "app", "dependsOn": names}],
    }))
    .unwrap()
}

/// A product with one vulnerable component, the decision that clears it, and this policy.
fn house(policy: &str) -> House {
    let house = House::new();
    house.write("product/proofmark.toml", format!("{DOSSIER}{CLEARED}"));
    house.write("product/advisories/one.json", advisory());
    house.write("product/sbom.cdx.json", list(&[("left-pad", "1.2.0", "MIT OR WTFPL")]));
    if !policy.is_empty() {
        house.write("product/gate.toml", policy);
    }
    house
}

fn gate(house: &House, day: &str, more: &[&str]) -> Done {
    let mut arguments = vec!["gate", "product", "--on", day];
    arguments.extend(more);
    house.run(&arguments)
}

fn verdict(house: &House, code: i32) -> Value {
    let done = gate(house, DAY, &["--format", "json"]).ends(code);
    house.assert_fits("gate", &done.json());
    done.json()
}

fn hits(verdict: &Value, id: &str) -> usize {
    let rule = verdict["rules"].as_array().unwrap().iter().find(|rule| rule["id"] == id).unwrap();
    rule["hits"].as_array().unwrap().len()
}

#[test]
fn the_regulations_rule_stands_alone_and_a_decision_clears_it() {
    let cleared = house("");
    let open = verdict(&cleared, 0);
    assert_eq!((&open["passed"], &open["rules"][0]["outcome"]), (&json!(true), &json!("passed")));
    assert_eq!(open["rests_on"]["policy"], Value::Null);
    assert_eq!(open["rests_on"]["sbom"]["sha256"].as_str().unwrap().len(), 64);
    assert_eq!(open["rests_on"]["vulnerability_data"][0]["records"], 1);
    cleared.write("product/proofmark.toml", DOSSIER);
    let closed = verdict(&cleared, 1);
    let hit = &closed["rules"][0]["hits"][0];
    assert_eq!(hit["component"], "pkg:npm/left-pad@1.2.0");
    assert_eq!((&hit["vulnerability"], &hit["rating"]), (&json!("CVE-2026-7"), &json!("critical")));
    assert_eq!(hit["path"].as_array().unwrap().len(), 2, "what pulls it in: {hit}");
    let line = hit["place"]["line"].as_u64().unwrap();
    let sbom = fs::read_to_string(cleared.path("product/sbom.cdx.json")).unwrap();
    let written = sbom.lines().nth(usize::try_from(line).unwrap() - 1).unwrap();
    assert!(written.contains("pkg:npm/left-pad@1.2.0"), "{written}");
    assert_eq!(cleared.ledger_lines(), 0, "nothing is kept");
}

#[test]
fn a_waiver_lets_through_until_its_last_day_has_passed_and_names_that_day() {
    let house = house(&format!("{NO_HIGH}{WAIVER}"));
    // The decision in the dossier outlives the waiver here, so that the waiver alone makes the difference.
    let dossier = format!("{DOSSIER}{CLEARED}").replace("expires_on = 2026-11-21", "expires_on = 2026-12-31");
    house.write("product/proofmark.toml", dossier);
    let evening = gate(&house, "2026-11-21", &["--format", "json"]).ends(0).json();
    assert_eq!(evening["rules"][1]["outcome"], "waived");
    assert_eq!(evening["waivers"][0]["standing"], "used");
    let morning = gate(&house, "2026-11-22", &["--format", "json"]).ends(1).json();
    assert_eq!(morning["rules"][1]["outcome"], "blocked");
    assert_eq!(morning["rules"][1]["hits"][0]["waiver_expired_on"], "2026-11-21");
    assert_eq!(morning["waivers"][0]["standing"], "expired");
    gate(&house, "2026-11-22", &[]).ends(1).shows("The waiver of this expired after 2026-11-21.");
    let before = gate(&house, "2026-10-31", &["--format", "json"]).ends(1).json();
    assert_eq!(before["waivers"][0]["standing"], "not-yet");
    // Of another vulnerability it is no waiver, and it is said that it can go.
    house.write("product/gate.toml", format!("{NO_HIGH}{}", WAIVER.replace("CVE-2026-7", "CVE-2026-70")));
    let other = gate(&house, "2026-11-21", &["--format", "json"]).ends(1).json();
    assert_eq!(other["waivers"][0]["standing"], "unused");
}

#[test]
fn a_waiver_of_one_person_and_a_policy_against_the_law_are_refused_at_their_lines() {
    let one = house(&format!("{NO_HIGH}{}", WAIVER.replace("Ben Kurz", "anna ott")));
    gate(&one, DAY, &[]).ends(3).tells("a waiver needs two persons");
    for (policy, says) in [
        (format!("{NO_HIGH}{}", WAIVER.replace("\"no-high\"", "\"annex-i-part-i-2-a\"")), "cannot be waived"),
        (NO_HIGH.replace("no-high", "annex-i-part-i-2-a"), "are the law's own"),
        (format!("{NO_HIGH}{}", WAIVER.replace("\"no-high\"", "\"no-hig\"")), "no rule of this policy"),
        (format!("{NO_HIGH}[law]\nenabled = false\n"), "there is no key `law` here"),
        (NO_HIGH.replace("gate = 1", "gate = 2"), "this version of the policy"),
    ] {
        let refused = house(&policy);
        refused.write("product/proofmark.toml", DOSSIER);
        let done = gate(&refused, DAY, &[]).ends(3);
        done.tells(says);
        assert_eq!(done.out, "", "no verdict");
    }
    // Warnings of the maker's leave the law's block in place.
    let warned = house(&NO_HIGH.replace("\"block\"", "\"warn\""));
    gate(&warned, DAY, &[]).ends(0);
    warned.write("product/proofmark.toml", DOSSIER);
    gate(&warned, DAY, &[]).ends(1);
}

/// Each kind of rule once so that it blocks and once so that it passes.
#[test]
fn every_kind_of_rule_blocks_and_passes() {
    let eol = r#"{"schema_version": "1.2.0", "generated_at": "2026-11-01T00:00:00Z", "result": {"releases":
        [{"name": "1", "isEol": false, "eolFrom": "2026-12-01"}]}}"#;
    let file = "[[end_of_life]]\nfile = \"eol.json\"\ncomponents = [\"pkg:npm/left-pad@*\"]\n";
    for (kind, blocks, passes, more) in [
        ("findings", "exploited = false", "exploited = true", ""),
        ("findings", "age_days_at_least = 51", "age_days_at_least = 52", ""),
        ("decisions", "expires_within_days = 0", "expired = true", ""),
        ("sbom", "guideline = \"ntia\"\nmet = true", "guideline = \"ntia\"\nscore_at_least = 10", ""),
        (
            "sbom",
            "guideline = \"ntia\"\nchecks = [\"ntia-supplier\"]",
            "guideline = \"ntia\"\nchecks = [\"ntia-component-name\"]",
            "",
        ),
        (
            "sbom",
            "guideline = \"ntia\"\nscore_at_least = 100",
            "guideline = \"ntia\"\nscore_at_least = 1",
            "",
        ),
        ("components", "components = [\"pkg:npm/left-*\"]", "components = [\"pkg:npm/right-*\"]", ""),
        ("components", "end_of_life_within_days = 10", "end_of_life_within_days = 9", file),
        ("licences", "allowed = [\"Apache-2.0\"]", "allowed = [\"MIT\"]", ""),
        ("licences", "denied = [\"MIT\", \"WTFPL\"]", "denied = [\"WTFPL\"]", ""),
        ("data", "advisories_days_at_most = 0", "advisories_days_at_most = 1", ""),
        ("data", "end_of_life_days_at_most = 19", "end_of_life_days_at_most = 20", file),
    ] {
        for (condition, code) in [(blocks, 1), (passes, 0)] {
            let rule =
                format!("[[{kind}]]\nid = \"asked\"\nlevel = \"block\"\nbecause = \"b\"\n{condition}\n");
            let house = house(&format!("gate = 1\n{rule}{more}"));
            house.write("product/eol.json", eol);
            let found = verdict(&house, code);
            assert_eq!(hits(&found, "asked") > 0, code == 1, "{kind}: {condition}");
            if !more.is_empty() {
                assert_eq!(found["rests_on"]["files"]["eol.json"].as_str().unwrap().len(), 64);
            }
        }
    }
    let signed = |condition: &str| {
        format!("gate = 1\n[[signatures]]\nid = \"asked\"\nlevel = \"block\"\nbecause = \"b\"\n{condition}\n")
    };
    let house = house(&signed("sbom_carries_signature = true"));
    verdict(&house, 1);
    house.write("product/gate.toml", signed("sbom = true\nkeys = [\"key.asc\"]"));
    house.write("product/key.asc", "no key");
    assert_eq!(hits(&verdict(&house, 1), "asked"), 2, "neither key nor signature");
    house.write("product/gate.toml", signed("sbom = true"));
    gate(&house, DAY, &[]).ends(3).tells("no key is named");
    // A signature that verifies, of a file as it was signed and as it was not.
    house.write("product/gate.toml", signed("files = [\"doc.json\"]\nkeys = [\"key.asc\"]"));
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/../trust/src/openpgp/samples/");
    let sample = |name: &str| fs::read(format!("{samples}{name}")).unwrap();
    house.write("product/key.asc", sample("psirt.key.asc"));
    house.write("product/doc.json.asc", sample("psirt.sig.asc"));
    house.write("product/doc.json", sample("doc.json"));
    verdict(&house, 0);
    house.write("product/doc.json", [sample("doc.json"), b" ".to_vec()].concat());
    verdict(&house, 1);
}

#[test]
fn data_that_are_missing_or_named_and_not_there_are_no_pass() {
    let house = house(
        "gate = 1\n[[data]]\nid = \"fresh\"\nlevel = \"block\"\nbecause = \"b\"\nadvisories_days_at_most = 400\n",
    );
    verdict(&house, 0);
    house.write(
        "product/proofmark.toml",
        format!("{DOSSIER}{CLEARED}").replace("advisories = [\"advisories\"]\n", ""),
    );
    let without = verdict(&house, 1);
    assert_eq!(without["rules"][0]["outcome"], "blocked", "the Regulation's rule needs data itself");
    assert_eq!(hits(&without, "fresh"), 1);
    house.write(
        "product/gate.toml",
        "gate = 1\n[[end_of_life]]\nfile = \"gone.json\"\ncomponents = [\"*\"]\n",
    );
    gate(&house, DAY, &[]).ends(3).tells("there is no file `gone.json`");
}

/// What CI systems ask of the three forms, and that names of components are no markup there.
#[test]
fn reports_hold_their_forms_whatever_a_component_is_called() {
    let house = house("");
    let hostile = "<img src=x onerror=alert(1)>|`@everyone`\u{1}]]>&\"[x](http://evil.example)<!--";
    let bad = json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
        {"type": "library", "name": hostile, "version": "1"},
        {"type": "library", "name": "left-pad", "version": "1.2.0", "purl": "pkg:npm/left-pad@1.2.0"}]});
    house.write("product/sbom.cdx.json", serde_json::to_string_pretty(&bad).unwrap());
    house.write("product/gate.toml", format!("{NO_HIGH}{WAIVER}"));
    let reports =
        ["sarif=out/gate.sarif", "junit=out/gate.xml", "markdown=out/gate.md", "json=out/gate.json"];
    let mut arguments = vec!["--output", "out/verdict.json"];
    arguments.extend(reports.iter().flat_map(|report| ["--report", *report]));
    gate(&house, DAY, &arguments).ends(1);
    let read = |name: &str| fs::read_to_string(house.path("out").join(name)).unwrap();
    let verdict: Value = serde_json::from_str(&read("verdict.json")).unwrap();
    assert_eq!(read("verdict.json"), read("gate.json"));
    let all: usize =
        verdict["rules"].as_array().unwrap().iter().map(|rule| rule["hits"].as_array().unwrap().len()).sum();
    assert_sarif(&serde_json::from_str(&read("gate.sarif")).unwrap(), all);
    let again = gate(&house, "2026-11-20", &["--report", "sarif"]).ends(1).json();
    let prints = |sarif: &Value| -> Vec<Value> {
        let results = sarif["runs"][0]["results"].as_array().unwrap();
        results.iter().map(|result| result["partialFingerprints"].clone()).collect()
    };
    assert_eq!(
        prints(&again),
        prints(&serde_json::from_str(&read("gate.sarif")).unwrap()),
        "another day, the same alerts"
    );
    assert_junit(&read("gate.xml"), all);
    let markdown = read("gate.md");
    assert!(markdown.starts_with("### ❌ The gate is closed for Gateway 1.0."), "{markdown}");
    for markup in ["<img", "@everyone`", "](http", "<!--", "\u{1}"] {
        let outside: String = markdown.lines().map(without_code).collect();
        assert!(!outside.contains(markup), "{markup} in {markdown}");
    }
    assert!(markdown.contains("Waived until 2026-11-21"), "{markdown}");
    gate(&house, DAY, &["--report", "sarif", "--report", "junit"]).ends(2);
    gate(&house, DAY, &["--report", "html"]).ends(2);
}

/// A line without what stands between backticks.
fn without_code(line: &str) -> String {
    line.split('`').step_by(2).collect()
}

/// The constraints of SARIF 2.1.0 and of code scanning that this form touches.
fn assert_sarif(sarif: &Value, hits: usize) {
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), hits);
    for rule in rules {
        assert!(rule["help"]["text"].as_str().is_some_and(|help| !help.is_empty()));
        assert!(rule["properties"]["security-severity"].as_str().unwrap().parse::<f64>().unwrap() <= 10.0);
    }
    assert_eq!(rules[0]["properties"]["cites"], "Annex I, Part I, point (2)(a)");
    let mut prints = Vec::new();
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.starts_with("product/") && !uri.contains([' ', '<', '`']), "{uri}");
        assert!(place["region"]["startLine"].as_u64().unwrap() >= 1);
        prints.push(result["partialFingerprints"]["proofmarkGateHit/v1"].as_str().unwrap());
    }
    let suppressed = results.iter().filter(|result| result["suppressions"] != json!([])).count();
    assert_eq!(suppressed, 1, "what is waived is suppressed, and nothing else");
    prints.sort_unstable();
    prints.dedup();
    assert_eq!(prints.len(), hits, "every hit has a fingerprint of its own");
}

/// Well-formed, and every count what it says.
fn assert_junit(xml: &str, hits: usize) {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut cases, mut failures, mut skipped, mut said) = (0, 0, 0, Vec::new());
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                for attribute in tag.attributes() {
                    let attribute = attribute.unwrap();
                    assert!(!attribute.value.contains(&b'<'));
                    if tag.name().as_ref() == b"testsuites" {
                        said.push(String::from_utf8(attribute.value.to_vec()).unwrap());
                    }
                }
                match tag.name().as_ref() {
                    b"testcase" => cases += 1,
                    b"failure" => failures += 1,
                    b"skipped" => skipped += 1,
                    _ => {}
                }
            }
            _ => {}
        }
    }
    assert_eq!((cases, skipped), (hits, 1), "{xml}");
    assert_eq!(said[1..], [cases.to_string(), failures.to_string()]);
    assert!(!xml.contains('\u{1}'));
}

#[test]
fn ten_thousand_findings_stay_bounded() {
    let house = house(NO_HIGH);
    let record = |number: usize| {
        advisory()
            .replace("GHSA-aaaa-aaaa-aaaa", &format!("GHSA-{number}"))
            .replace("CVE-2026-7", &format!("CVE-2026-{number}"))
    };
    let all: Vec<String> = (0..10_000).map(|number| record(1_000_000 + number)).collect();
    for (number, one) in all.iter().enumerate() {
        house.write(&format!("product/advisories/{number}.json"), one);
    }
    gate(
        &house,
        DAY,
        &["--quiet", "--report", "markdown=out.md", "--report", "sarif=out.sarif", "--output", "out.json"],
    )
    .ends(1);
    let size = |name: &str| fs::metadata(house.path(name)).unwrap().len();
    assert!(size("out.md") < 65_536, "{}", size("out.md"));
    let sarif: Value = serde_json::from_slice(&fs::read(house.path("out.sarif")).unwrap()).unwrap();
    // Twice: by the Regulation's rule, which the decision clears of one, and by the maker's.
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), 10_000 + 10_001);
    assert!(size("out.json") < 64 << 20, "{}", size("out.json"));
}

#[test]
fn a_policy_that_is_there_and_cannot_be_read_gives_no_verdict_and_nothing_read_is_replaced() {
    let house = house(NO_HIGH);
    let policy = house.path("product/gate.toml");
    gate(&house, DAY, &[]).ends(1);
    fs::remove_file(&policy).unwrap();
    gate(&house, DAY, &[]).ends(0);
    fs::create_dir(&policy).unwrap();
    let done = gate(&house, DAY, &[]).ends(3);
    assert!(done.err.contains("gate-policy-no-file"), "{}", done.err);
    fs::remove_dir(&policy).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/nonexistent/gate.toml", &policy).unwrap();
        gate(&house, DAY, &[]).ends(3);
        fs::remove_file(&policy).unwrap();
    }
    for input in ["product/proofmark.toml", "product/sbom.cdx.json"] {
        let before = fs::read(house.path(input)).unwrap();
        gate(&house, DAY, &["--output", input]).ends(3);
        gate(&house, DAY, &["--report", &format!("sarif={input}")]).ends(3);
        assert_eq!(fs::read(house.path(input)).unwrap(), before, "{input}");
    }
}

/// The verdict but for when it was reached.
fn but_for_time(mut verdict: Value) -> Value {
    verdict["rests_on"].as_object_mut().unwrap().remove("judged_at").unwrap();
    verdict
}

/// Files, policy, keys and end-of-life data go with the question, the answer is whole when it comes, and nothing is kept.
#[test]
fn at_a_server_the_verdict_is_the_same_document_with_the_same_reports() {
    let served = Served::of("Acme");
    let eol = r#"{"generated_at": "2026-11-01T00:00:00Z", "result": {"releases": [{"name": "1", "isEol": true, "eolFrom": "2026-10-01"}]}}"#;
    let rules = "[[components]]\nid = \"old\"\nlevel = \"block\"\nbecause = \"b\"\nend_of_life_within_days = 0\n\
        [[signatures]]\nid = \"signed\"\nlevel = \"warn\"\nbecause = \"b\"\nfiles = [\"doc.json\"]\nkeys = [\"key.asc\"]\n\
        [[end_of_life]]\nfile = \"eol.json\"\ncomponents = [\"pkg:npm/left-pad@*\"]\n";
    let policy = format!("{NO_HIGH}{WAIVER}{rules}");
    let house = house(&policy);
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/../trust/src/openpgp/samples/");
    for (name, sample) in
        [("key.asc", "psirt.key.asc"), ("doc.json.asc", "psirt.sig.asc"), ("doc.json", "doc.json")]
    {
        house.write(&format!("product/{name}"), fs::read(format!("{samples}{sample}")).unwrap());
    }
    house.write("product/eol.json", eol);
    let before = served.at.ledger_lines();
    let both = |day: &str, code: i32| {
        let asked = |at: &str| -> Vec<String> {
            let more =
                ["json", "sarif", "junit", "markdown"].map(|kind| format!("--report={kind}={at}.{kind}"));
            let fixed = ["gate", "product", "--on", day].map(str::to_owned);
            [&fixed[..], &more, &[format!("--output={at}.verdict")]].concat()
        };
        let words = |arguments: &[String]| arguments.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
        let (here, there) = (words(&asked("here")), words(&asked("there")));
        let here = house.run(&here.split(' ').collect::<Vec<_>>()).ends(code);
        let there = served.ask(&house, &there.split(' ').collect::<Vec<_>>()).ends(code);
        assert_eq!((&there.out, &there.err), (&here.out, &here.err));
        let read = |name: &str| fs::read_to_string(house.path(name)).unwrap();
        let verdict = |name: &str| -> Value { serde_json::from_str(&read(name)).unwrap() };
        assert_eq!(but_for_time(verdict("there.verdict")), but_for_time(verdict("here.verdict")));
        assert_eq!(read("there.verdict"), read("there.json"));
        let dated = |at: &str| {
            let judged_at =
                verdict(&format!("{at}.verdict"))["rests_on"]["judged_at"].as_str().unwrap().to_owned();
            read(&format!("{at}.markdown")).replace(&judged_at, "")
        };
        assert_eq!(dated("there"), dated("here"));
        let untimed = |name: &str| -> String {
            read(name)
                .split(" timestamp=")
                .map(|piece| piece.split_once('>').map_or(piece, |(_, rest)| rest))
                .collect()
        };
        assert_eq!(untimed("there.junit"), untimed("here.junit"));
        let results = |name: &str| verdict(name)["runs"][0]["results"].clone();
        assert_eq!(results("there.sarif"), results("here.sarif"));
        verdict("there.verdict")
    };
    // What is past its life closes it on both sides; without that rule the waiver opens it, until it lapses overnight.
    let closed = both("2026-11-21", 1);
    assert_eq!((hits(&closed, "old"), hits(&closed, "signed")), (1, 0), "{closed}");
    house.write("product/gate.toml", format!("{NO_HIGH}{WAIVER}"));
    assert_eq!(both("2026-11-21", 0)["waivers"][0]["standing"], "used");
    assert_eq!(both("2026-11-22", 1)["waivers"][0]["standing"], "expired");
    // A policy by a path of its own is called so, and one that is wrong is refused at its line alike.
    house.write("elsewhere.toml", NO_HIGH);
    for policy in ["elsewhere.toml", "product/gate.toml"] {
        house.write("product/gate.toml", NO_HIGH.replace("gate = 1", "gate = 2"));
        let arguments = ["gate", "product", "--on", DAY, "--policy", policy];
        let (here, there) = (house.run(&arguments), served.ask(&house, &arguments));
        assert_eq!((there.code, &there.out, &there.err), (here.code, &here.out, &here.err));
    }
    served.ask(&house, &["gate", "product", "--db", "x"]).ends(2);
    served.ask(&house, &["gate", "no-such-product"]).ends(3);
    assert_eq!(served.at.ledger_lines(), before + 1, "the token's first use");
}
