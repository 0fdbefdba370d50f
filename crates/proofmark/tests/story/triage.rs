//! Findings are decided on once: the decision goes with the component from release to release, lapses with its reason where the
//! component moves, and what was closed by a rule, a wrong match or a mitigation says so. What is late is told before it is.

use serde_json::{Value, json};

use crate::house::{Done, House, files_below, json_at, text};
use crate::served::Served;

const DAY: &str = "2026-11-21";

const COMPONENT: &str = "pkg:npm/left-pad@1.2.0";

fn dossier(version: &str, more: &str) -> String {
    format!(
        "proofmark = 1\nadvisories = [\"advisories\"]\ntriage = \"triage.toml\"\noperator = {{ name = \"Acme\" }}\n\
         product = {{ name = \"Gateway\", kind = \"software\" }}\n\
         release = {{ version = \"{version}\", sbom = \"sbom.cdx.json\", build_files = [\"supplier.json\"] }}\n{more}"
    )
}

/// A decision on the finding, with these further lines.
fn decided(status: &str, more: &str) -> String {
    format!(
        "[[vulnerability_decisions]]\nvulnerability = \"CVE-2026-7\"\ncomponent = \"{COMPONENT}\"\nstatus = \"{status}\"\n\
         because = \"Only our own configuration reaches it.\"\ndecided_by = \"Anna Ott\"\ndecided_on = 2026-11-01\n{more}"
    )
}

const NOT_AFFECTED: &str = "justification = \"vulnerable_code_not_in_execute_path\"\n";

fn advisory(package: &str, cve: &str, ghsa: &str) -> Value {
    json!({
        "schema_version": "1.6.7", "id": ghsa, "aliases": [cve],
        "modified": "2026-11-20T00:00:00Z", "published": "2026-10-01T00:00:00Z",
        "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
        "affected": [{"package": {"ecosystem": "npm", "name": package},
            "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.3.0"}]}]}],
    })
}

/// A list of npm packages, and who pulls in whom by name; `app` is the product.
fn list(components: &[(&str, &str)], edges: &[(&str, &str)]) -> String {
    let listed: Vec<Value> = components
        .iter()
        .map(|(name, version)| {
            json!({"type": "library", "bom-ref": name, "name": name, "version": version,
                "purl": format!("pkg:npm/{name}@{version}")})
        })
        .collect();
    let mut all: Vec<&str> = vec!["app"];
    all.extend(components.iter().map(|(name, _)| *name));
    let below = |name: &&str| {
        let of: Vec<&str> = edges.iter().filter(|(from, _)| from == name).map(|(_, to)| *to).collect();
        json!({"ref": name, "dependsOn": of})
    };
    json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6",
        "metadata": {"timestamp": "2026-11-20T00:00:00Z",
            "component": {"type": "application", "bom-ref": "app", "name": "Gateway", "version": "1.0"}},
        "components": listed, "dependencies": all.iter().map(below).collect::<Vec<_>>(),
    })
    .to_string()
}

fn one_list(version: &str) -> String {
    list(&[("left-pad", version)], &[("app", "left-pad")])
}

/// A product with one vulnerable component and these decisions.
fn house(more: &str) -> House {
    let house = House::new();
    house.write("product/proofmark.toml", dossier("1.0", more));
    house.write("product/triage.toml", "triage = 1\n");
    house.write(
        "product/advisories/one.json",
        advisory("left-pad", "CVE-2026-7", "GHSA-aaaa-aaaa-aaaa").to_string(),
    );
    house.write("product/supplier.json", supplier("CVE-1999-1", "fixed"));
    house.write("product/sbom.cdx.json", one_list("1.2.0"));
    house
}

/// What a supplier states of the component.
fn supplier(vulnerability: &str, status: &str) -> String {
    let mut statement = json!({"vulnerability": {"name": vulnerability}, "status": status,
        "products": [{"@id": COMPONENT}]});
    if status == "affected" {
        statement["action_statement"] = json!("Update.");
    }
    if status == "not_affected" {
        statement["justification"] = json!("vulnerable_code_not_present");
    }
    json!({"@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://supplier.example/1", "author": "Supplier",
        "timestamp": "2026-11-02T00:00:00Z", "version": 1, "statements": [statement]})
    .to_string()
}

fn gate(house: &House, day: &str) -> Done {
    house.run(&["gate", "product", "--on", day, "--format", "json"])
}

/// What blocks by the Regulation's rule, in words.
fn blocked(house: &House) -> String {
    let hits = gate(house, DAY).ends(1).json()["rules"][0]["hits"].clone();
    hits.to_string()
}

/// The assessment, which keeps where the release stands.
fn finding(house: &House) -> Value {
    let done = house.run(&["assess", "product", "--on", DAY, "--format", "json"]);
    house.assert_fits("assessment", &done.json());
    done.json()["findings"][0].clone()
}

#[test]
fn what_is_decided_once_goes_with_the_component_and_lapses_with_its_reason_when_it_moves() {
    let house = house(&decided("not_affected", NOT_AFFECTED));
    gate(&house, DAY).ends(0);
    // The next release, with the same component: nothing is decided anew.
    house.write("product/proofmark.toml", dossier("1.1", &decided("not_affected", NOT_AFFECTED)));
    gate(&house, DAY).ends(0);
    // The component moves on: the reason was about the other version.
    house.write("product/sbom.cdx.json", one_list("1.2.1"));
    let says = blocked(&house);
    assert!(says.contains("Anna Ott was about `pkg:npm/left-pad@1.2.0`"), "{says}");
    let lapsed = &finding(&house)["lapsed"][0];
    assert_eq!(
        (&lapsed["because"]["kind"], &lapsed["decision"]["decided_by"]),
        (&json!("other-version"), &json!("Anna Ott"))
    );
    // The component goes, and comes back as it was: all that was decided is there again.
    house.write("product/sbom.cdx.json", list(&[], &[]));
    assert_eq!(finding(&house), Value::Null);
    house.write("product/sbom.cdx.json", one_list("1.2.0"));
    let back = finding(&house);
    assert_eq!((&back["decision"]["decided_by"], &back["lapsed"]), (&json!("Anna Ott"), &Value::Null));
    gate(&house, DAY).ends(0);
}

#[test]
fn a_decision_for_one_way_in_lapses_where_another_is_found_and_names_it() {
    let via = format!("{NOT_AFFECTED}via = [\"pkg:npm/parser@*\"]\n");
    let house = house(&decided("not_affected", &via));
    let through = [("app", "parser"), ("parser", "left-pad"), ("app", "other")];
    let components = [("left-pad", "1.2.0"), ("parser", "1.0.0"), ("other", "3.0.0")];
    house.write("product/sbom.cdx.json", list(&components, &through));
    gate(&house, DAY).ends(0);
    let round = [&through[..], &[("other", "left-pad")]].concat();
    house.write("product/sbom.cdx.json", list(&components, &round));
    let says = blocked(&house);
    assert!(
        says.contains("pkg:npm/other@3.0.0 › pkg:npm/left-pad@1.2.0") && says.contains("lapsed"),
        "{says}"
    );
}

#[test]
fn a_wrong_match_is_its_own_claim_and_no_statement_that_the_product_is_not_affected() {
    let house = house(&decided("wrong_match", ""));
    gate(&house, DAY).ends(0);
    let found = finding(&house);
    assert_eq!(found["decision"]["status"], "wrong_match");
    for format in ["openvex", "csaf", "cyclonedx", "spdx"] {
        let written = house.run(&["vex", "export", "product", "--as", format, "--on", DAY, "--undecided"]);
        let written = format!("{written:?}");
        assert!(!written.contains("CVE-2026-7"), "{format}: {written}");
    }
    // With nobody who says so it is a word, and the gate stays closed.
    house.write(
        "product/proofmark.toml",
        dossier("1.0", &decided("wrong_match", "").replace("decided_by", "approved_by")),
    );
    assert!(blocked(&house).contains("nobody is named"), "{}", blocked(&house));
}

#[test]
fn who_must_agree_and_what_must_be_shown_is_asked_before_a_dismissal_counts() {
    let house = house(&decided("not_affected", NOT_AFFECTED));
    house.write("product/triage.toml", "triage = 1\n[approval]\nseverity_at_least = \"critical\"\n");
    assert!(blocked(&house).contains("second person"));
    let agreed = format!("{NOT_AFFECTED}approved_by = \"Ben Kurz\"\n");
    house.write("product/proofmark.toml", dossier("1.0", &decided("not_affected", &agreed)));
    gate(&house, DAY).ends(0);
    let alone = format!("{NOT_AFFECTED}approved_by = \"anna ott\"\n");
    house.write("product/proofmark.toml", dossier("1.0", &decided("not_affected", &alone)));
    gate(&house, DAY).ends(3).tells("cannot be the second person");
    let shown = "risk_accepted = true\napproved_by = \"Ben Kurz\"\nmitigation = \"compensating_control\"\n\
                 [[vulnerability_decisions.evidence]]\nkind = \"test\"\nfile = \"documents/firewall.md\"\n";
    house.write("product/proofmark.toml", dossier("1.0", &decided("affected", shown)));
    assert!(blocked(&house).contains("rests on a mitigation"));
    house.write("product/documents/firewall.md", "The port was tried from outside and is closed.");
    gate(&house, DAY).ends(0);
}

#[test]
fn what_a_supplier_states_is_evidence_beside_our_decision_and_closes_nothing() {
    let house = house("");
    house.write("product/supplier.json", supplier("CVE-2026-7", "not_affected"));
    assert!(blocked(&house).contains("Nobody has decided"));
    house.write("product/supplier.json", supplier("CVE-2026-7", "affected"));
    house.write("product/proofmark.toml", dossier("1.0", &decided("not_affected", NOT_AFFECTED)));
    gate(&house, DAY).ends(0);
    assert_eq!(finding(&house)["declared"][0]["author"], "Supplier");
    let page = house.run(&["assess", "product", "--on", DAY, "--all"]);
    page.shows("supplier.json");
    page.shows("not_affected");
}

#[test]
fn a_fix_is_declared_then_proven_by_the_next_list_or_open_again() {
    let house = house(&decided("fixed", "mitigation = \"update\"\n"));
    assert!(blocked(&house).contains("A fix declared is not a fix proven"));
    house.write("product/proofmark.toml", dossier("1.1", &decided("fixed", "mitigation = \"update\"\n")));
    house.write("product/sbom.cdx.json", one_list("1.3.0"));
    gate(&house, DAY).ends(0);
    assert_eq!(finding(&house), Value::Null, "the list shows it");
    // The affected version is back: the word that it is fixed does not help.
    house.write("product/sbom.cdx.json", one_list("1.2.0"));
    assert!(blocked(&house).contains("A fix declared is not a fix proven"));
    house.write("product/sbom.cdx.json", one_list("1.2.9"));
    assert!(blocked(&house).contains("lapsed"), "another affected version is another finding");
}

const RULE: &str = r#"triage = 1
[[rules]]
id = "no-padding"
when = 'component.package == "pkg:npm/left-pad" && component.pulled_in_by.all(name, name.startsWith("pkg:npm/Gateway") || name.startsWith("Gateway"))'
status = "not_affected"
justification = "vulnerable_code_not_in_execute_path"
because = "We pad nothing."
decided_by = "Anna Ott"
decided_on = 2026-11-01
expires_on = 2027-02-28
"#;

/// The digest the preview says.
fn digest(house: &House) -> String {
    let preview =
        house.run(&["triage", "preview", "product", "--on", DAY, "--format", "json"]).ends(0).json();
    house.assert_fits("triage-preview", &preview);
    preview["rules"][0]["sha256"].as_str().unwrap().to_owned()
}

#[test]
fn a_rule_is_previewed_agreed_to_and_acts_until_a_letter_of_it_changes() {
    let house = house("");
    house.write("product/triage.toml", RULE);
    let preview =
        house.run(&["triage", "preview", "product", "--on", DAY, "--format", "json"]).ends(0).json();
    let rule = &preview["rules"][0];
    assert_eq!(
        (&rule["standing"], &rule["on_findings"][0]["effect"]),
        (&json!("not-approved"), &json!("closes"))
    );
    assert_eq!(house.ledger_lines(), 0, "nothing is kept");
    assert!(blocked(&house).contains("Nobody has decided"), "nobody agreed yet");
    let agreed = format!("{RULE}approved_by = \"Ben Kurz\"\napproved_sha256 = \"{}\"\n", digest(&house));
    house.write("product/triage.toml", &agreed);
    gate(&house, DAY).ends(0);
    let found = finding(&house);
    assert_eq!(found["decision"]["by_rule"]["id"], "no-padding", "the closure says which rule");
    assert_eq!(found["decision"]["by_rule"]["sha256"], json!(digest(&house)));
    // A letter of it changes, it expires, or it goes: what it closed is open again, and for the first two it is said why.
    house.write("product/triage.toml", agreed.replace("We pad nothing.", "We pad nothing!"));
    gate(&house, DAY).ends(1).tells("was changed since Ben Kurz agreed to it");
    house.write("product/triage.toml", &agreed);
    gate(&house, "2027-02-28").ends(0);
    gate(&house, "2027-03-01").ends(1).tells("lapsed after 2027-02-28");
    // The release was assessed meanwhile: what was kept says which rule decided, until somebody does.
    house.write("product/triage.toml", "triage = 1\n");
    assert!(blocked(&house).contains("Nobody has decided"), "the gate reads files alone");
    for _ in 0..2 {
        let open = finding(&house);
        assert_eq!(open["decision"], Value::Null);
        assert_eq!(open["lapsed"][0]["because"], json!({"kind": "rule-gone", "rule": "no-padding"}));
    }
    let told = house.run(&["assess", "product", "--on", DAY]).ends(1);
    told.shows("`no-padding` of Anna Ott decided `not_affected`");
    house.write("product/triage.toml", &agreed);
    assert_eq!(finding(&house)["lapsed"], Value::Null, "it is back");
    // Somebody's own decision stands before any rule.
    house.write("product/triage.toml", &agreed);
    house.write("product/proofmark.toml", dossier("1.0", &decided("under_investigation", "")));
    assert!(blocked(&house).contains("under investigation"));
}

#[test]
fn no_rule_closes_what_is_exploited_or_what_it_does_not_know() {
    let house = house("");
    let agreed = |rule: &str| {
        house.write("product/triage.toml", rule);
        house.write(
            "product/triage.toml",
            format!("{rule}approved_by = \"Ben\"\napproved_sha256 = \"{}\"\n", digest(&house)),
        );
    };
    // Nobody scored it: that its likelihood is low cannot be said.
    let by_epss = RULE.replace("&& component", "&& finding.epss < 2.0 && component");
    agreed(&by_epss);
    assert!(blocked(&house).contains("Nobody has decided"));
    house.run(&["triage", "preview", "product", "--on", DAY]).ends(0).shows("nobody knows `finding.epss`");
    agreed(RULE);
    gate(&house, DAY).ends(0);
    let kev = json!({"title": "CISA Catalog of Known Exploited Vulnerabilities", "catalogVersion": "2026.11.20",
        "dateReleased": "2026-11-20T00:00:00Z", "count": 1, "vulnerabilities": [{"cveID": "CVE-2026-7",
        "vendorProject": "left-pad", "product": "left-pad", "vulnerabilityName": "x", "dateAdded": "2026-11-10",
        "shortDescription": "x", "requiredAction": "x", "dueDate": "2026-12-01"}]});
    house.write("product/advisories/kev.json", kev.to_string());
    assert!(blocked(&house).contains("Nobody has decided"), "a person looks at what is exploited");
    house.run(&["triage", "preview", "product", "--on", DAY]).ends(0).shows("exploited somewhere");
    // How bad it is is no ground, and a slip is told at its place before anything is asked.
    house.write(
        "product/triage.toml",
        RULE.replace("component.package == \"pkg:npm/left-pad\"", "finding.severity == \"low\" ||")
            .replace("|| &&", "||"),
    );
    gate(&house, DAY).ends(3).tells("alone");
    house.write("product/triage.toml", RULE.replace("component.package", "component.pakage"));
    let refused = gate(&house, DAY).ends(3);
    let problem = &serde_json::from_str::<Value>(&refused.err).unwrap()[0];
    assert_eq!(problem["place"]["line_and_column"], json!([4, 9]));
    assert_eq!(problem["says"]["hint"], "Did you mean `package`?");
}

#[test]
fn what_is_late_is_told_and_what_will_be_before_it_is() {
    let house = house("");
    let targets = "triage = 1\n[[targets]]\nid = \"bad\"\nbecause = \"Our contracts.\"\nseverity_at_least = \"high\"\n\
                   triage_days = 20\nremediate_days = 60\n";
    house.write("product/triage.toml", targets);
    // Published on the first of October: to be decided on by the 21st, dealt with by the last of November.
    let on = |day: &str, code: i32| {
        house
            .run(&["triage", "due", "product", "--on", day, "--within", "7", "--format", "json"])
            .ends(code)
            .json()
    };
    let before = on("2026-10-13", 0);
    house.assert_fits("triage-due", &before);
    let one = &before["findings"][0];
    assert_eq!((&one["triage_by"], &one["remediate_by"]), (&json!("2026-10-21"), &json!("2026-11-30")));
    assert_eq!(
        (&one["standing"], &one["age_days"], &one["days_left"]),
        (&json!("on-time"), &json!(12), &json!(8))
    );
    assert_eq!(on("2026-10-14", 0)["due_soon"], 1, "a week ahead");
    assert_eq!(on("2026-10-21", 0)["breached"], 0, "the day is not over");
    assert_eq!(on("2026-10-22", 1)["breached"], 1);
    // Decided: what remains is to deal with it.
    house.write("product/proofmark.toml", dossier("1.0", &decided("affected", "")));
    let decided_now = on("2026-11-20", 0);
    assert_eq!(decided_now["findings"][0]["triage_by"], Value::Null);
    assert_eq!(on("2026-12-01", 1)["breached"], 1);
    house.write("product/sbom.cdx.json", one_list("1.3.0"));
    assert_eq!(on("2026-12-01", 0)["findings"], json!([]));
    // Without targets of one's own the usual ones hold, which can be taken over as they are.
    house.write("product/sbom.cdx.json", one_list("1.2.0"));
    let usual = house.run(&["triage", "defaults"]).ends(0);
    house.write("product/triage.toml", &usual.out);
    assert_eq!(on("2026-10-17", 1)["findings"][0]["target"], "critical-exposed");
    let page = house.run(&["triage", "due", "product", "--on", "2026-10-17"]).ends(1);
    assert!(page.out.lines().all(|line| line.chars().count() <= 80), "{}", page.out);
    page.shows("late since 14 days");
}

/// Two names in a file that one person hands in are not two persons.
#[test]
fn a_server_takes_over_no_dismissing_rule_that_only_one_person_hands_in() {
    let served = Served::of("Acme");
    let house = house("");
    let assess = ["assess", "product", "--on", DAY];
    served.ask(&house, &assess).ends(1);
    house.write("product/triage.toml", RULE);
    let agreed = format!("{RULE}approved_by = \"Ben Kurz\"\napproved_sha256 = \"{}\"\n", digest(&house));
    for rules in [RULE, &agreed] {
        house.write("product/triage.toml", rules);
        let before = served.at.ledger_lines();
        let refused = served.ask(&house, &assess).ends(3);
        refused.tells("no-padding");
        assert!(refused.err.contains("triage-rule-unapproved"), "{}", refused.err);
        assert_eq!(served.at.ledger_lines(), before, "nothing is kept");
    }
    // What dismisses nothing is taken over, and so is everything on the machine itself.
    let looked =
        RULE.replace("not_affected", "under_investigation").replace("justification", "# justification");
    house.write("product/triage.toml", looked);
    served.ask(&house, &assess).ends(1);
    house.write("product/triage.toml", &agreed);
    house.run(&assess).ends(0);
}

/// A list that was handed in by mistake is superseded: findings follow the right one, and the wrong one is kept and named.
#[test]
fn a_wrong_upload_is_superseded_and_stays_kept() {
    let house = house("");
    let wrong =
        list(&[("left-pad", "1.2.0"), ("right-pad", "1.0.0")], &[("app", "left-pad"), ("app", "right-pad")]);
    house.write(
        "product/advisories/two.json",
        advisory("right-pad", "CVE-2026-8", "GHSA-bbbb-bbbb-bbbb").to_string(),
    );
    house.write("product/sbom.cdx.json", &wrong);
    let assess = ["assess", "product", "--on", DAY, "--format", "json"];
    let of = |done: Done| -> (Vec<String>, String) {
        let json = done.json();
        let found = json["findings"].as_array().unwrap().iter();
        let names = found.map(|one| one["vulnerability"]["id"].as_str().unwrap().to_owned()).collect();
        (names, json["sbom"]["sha256"].as_str().unwrap().to_owned())
    };
    let (both, wrongly) = of(house.run(&assess).ends(1));
    assert_eq!(both, ["CVE-2026-7", "CVE-2026-8"]);
    house.write("product/sbom.cdx.json", one_list("1.2.0"));
    let (one, rightly) = of(house.run(&assess).ends(1));
    assert_eq!(one, ["CVE-2026-7"]);
    let export = house.path("export");
    house.run(&["export", text(&export)]).ends(0);
    let read = |name: &str| std::fs::read_to_string(export.join(name)).unwrap();
    // The finding of the wrong list is closed and not forgotten.
    let rows: Vec<Value> =
        read("findings.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let row = |id: &str| rows.iter().find(|row| row.to_string().contains(id)).unwrap().to_string();
    assert!(
        row("CVE-2026-8").contains("\"closed_at\":\"") && !row("CVE-2026-7").contains("\"closed_at\":\"")
    );
    // Both receipts stand, and both lists are there as they came.
    let records = read("records.jsonl");
    let kept: Vec<Vec<u8>> = files_below(&export).iter().map(|file| std::fs::read(file).unwrap()).collect();
    for digest in [&wrongly, &rightly] {
        assert!(
            records.contains(digest.as_str()) && read("documents.jsonl").contains(digest.as_str()),
            "{digest}"
        );
    }
    assert!(kept.contains(&wrong.into_bytes()), "letter by letter");
    let manifest = json_at(&export.join("manifest.json"));
    assert!(manifest.is_object());
}
