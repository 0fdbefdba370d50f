//! Statements of vulnerabilities through every format and back: what the formats share is kept, and no claim comes out stronger.
//! With `PROOFMARK_WRITTEN_VEX` naming a folder, generated documents are left there, for other readers (`docs/vex.md`).

#![expect(clippy::unwrap_used, reason = "a test may stop here")]

use std::path::Path;

use jiff::Timestamp;
use proofmark_facts::{
    DecisionStatus, JUSTIFICATION_WORDS, Read, STATUS_WORDS, VexAction, VexActionKind, VexAuthor,
    VexDocument, VexItem, VexJustification, VexProduct, VexStatement, VexStatus, VexVulnerability, Weight,
};
use proofmark_formats::{
    CsafOutcome, CsafTestAnswer, CsafTier, Limits, VexHeading, WrittenVex, judge_csaf, read_vex,
    write_csaf_vex, write_cyclonedx_vex, write_openvex, write_spdx_vex,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

type Write = fn(&VexDocument, &VexHeading<'_>) -> WrittenVex;

const WRITERS: [Write; 4] = [write_openvex, write_csaf_vex, write_cyclonedx_vex, write_spdx_vex];

fn heading() -> VexHeading<'static> {
    VexHeading {
        namespace: Some("https://acme.example"),
        written_at: Timestamp::UNIX_EPOCH,
        tool: "Proofmark",
    }
}

fn read(bytes: impl AsRef<[u8]>) -> Read<VexDocument> {
    read_vex("", bytes.as_ref(), &Limits::default())
}

fn good(bytes: impl AsRef<[u8]>) -> VexDocument {
    let read = read(bytes);
    assert!(read.problems.iter().all(|problem| problem.weight == Weight::Warning), "{:?}", read.problems);
    read.value.unwrap()
}

fn refused(bytes: impl AsRef<[u8]>) -> Vec<(String, String)> {
    let read = read(bytes);
    assert!(read.value.is_none(), "{:?}", read.value);
    let told = read.problems.iter().filter(|problem| problem.weight == Weight::Error);
    told.map(|one| (one.says.id().to_owned(), one.place.path.clone().unwrap_or_default())).collect()
}

/// After the example of the OpenVEX specification 0.2.0.
const EXAMPLE: &str = r#"{"@context": "https://openvex.dev/ns/v0.2.0", "@id": "https://openvex.dev/docs/example/vex-1",
    "author": "Wolfi J. Inkinson", "timestamp": "2023-01-08T18:02:03.647787998-06:00", "version": 1,
    "statements": [
      {"vulnerability": {"name": "CVE-2014-123456"}, "products": [
         {"@id": "pkg:apk/distro/git@2.39.0-r1?arch=x86_64",
          "subcomponents": [{"@id": "pkg:deb/debian/libssl@1"}, {"identifiers": {"purl": "pkg:npm/a@1"}}]},
         {"@id": "pkg:npm/b@2"}],
       "status": "not_affected", "justification": "vulnerable_code_not_present", "impact_statement": "never built"},
      {"vulnerability": "CVE-2", "products": ["pkg:npm/c@3"], "status": "fixed",
       "timestamp": "2024-01-08T00:00:00Z"}]}"#;

#[test]
fn each_component_a_statement_names_gets_its_decision() {
    let decisions = good(EXAMPLE).decisions();
    let components: Vec<&str> = decisions.iter().map(|one| one.component.as_str()).collect();
    assert_eq!(components, ["pkg:deb/debian/libssl@1", "pkg:npm/a@1", "pkg:npm/b@2", "pkg:npm/c@3"]);
    assert_eq!(decisions[0].justification, Some(VexJustification::VulnerableCodeNotPresent));
    assert_eq!(decisions[0].because, "never built");
    assert_eq!(decisions[0].decided_on.unwrap().to_string(), "2023-01-09");
    assert_eq!((decisions[3].status, decisions[3].decided_on.unwrap().year()), (DecisionStatus::Fixed, 2024));
}

fn openvex(statements: &Value) -> String {
    json!({"@context": "https://openvex.dev/ns/v0.2.0", "@id": "x", "author": "a", "statements": statements})
        .to_string()
}

#[test]
fn what_is_no_statement_is_told_with_its_place() {
    let one = |statement: Value| refused(openvex(&json!([statement])));
    let place = || "/statements/0".to_owned();
    let statement = || "formats-openvex-statement".to_owned();
    for wrong in [
        json!({"vulnerability": "CVE-1", "products": ["a"], "status": "solved"}),
        json!({"vulnerability": "CVE-1", "products": [], "status": "fixed"}),
        json!({"products": ["a"], "status": "fixed"}),
        json!({"vulnerability": "CVE-1", "products": ["a"], "status": "not_affected", "justification": "luck"}),
    ] {
        assert_eq!(one(wrong), [(statement(), place())]);
    }
    let bare = |status: &str| json!({"vulnerability": "CVE-1", "products": ["a"], "status": status});
    assert_eq!(one(bare("not_affected")), [("vex-bare-not-affected".into(), place())]);
    assert_eq!(one(bare("affected")), [("vex-bare-affected".into(), place())]);
    assert_eq!(refused("{}"), [("vex-unknown".into(), String::new())]);
    let twice = openvex(&json!([])).replace("\"author\":", "\"author\":\"b\",\"author\":");
    assert!(read(twice).value.is_none(), "of two members of one name nobody knows which holds");
}

#[test]
fn two_statements_that_contradict_each_other_are_refused_with_both_places() {
    let one = |status: &str, name: &str| json!({"vulnerability": {"name": name, "aliases": ["GHSA-1"]}, "products": ["pkg:npm/b@1", "pkg:npm/a@1"], "status": status});
    let mut other = one("under_investigation", "CVE-2026-1111");
    other["products"] = json!(["pkg:npm/a@1"]);
    let read = read(openvex(&json!([one("fixed", "CVE-2026-2222"), other])));
    assert!(read.value.is_none());
    let problem = &read.problems[0];
    assert_eq!(problem.says.id(), "vex-contradiction");
    assert_eq!(problem.place.path.as_deref(), Some("/statements/1"));
    let says = problem.says.to_string();
    assert!(says.contains("/statements/0") && says.contains("pkg:npm/a@1"), "{says}");

    let mut statements = json!([one("fixed", "CVE-2026-1111"), other]);
    statements[0]["timestamp"] = json!("2026-01-02T00:00:00Z");
    assert_eq!(refused(openvex(&statements)).len(), 1, "a time of one of them alone says nothing");
    statements[1]["timestamp"] = json!("2026-01-02T00:00:00Z");
    assert_eq!(refused(openvex(&statements)).len(), 1, "nor does the same time twice");
    statements[1]["timestamp"] = json!("2026-01-03T00:00:00Z");
    let settled: Vec<_> =
        good(openvex(&statements)).decisions().iter().map(|it| (it.component.clone(), it.status)).collect();
    assert_eq!(
        settled,
        [
            ("pkg:npm/b@1".into(), DecisionStatus::Fixed),
            ("pkg:npm/a@1".into(), DecisionStatus::UnderInvestigation)
        ]
    );
}

#[test]
fn the_mapping_is_the_reference_s() {
    let Some(path) = std::env::var_os("PROOFMARK_TEST_REFERENCE") else {
        println!("skipped: PROOFMARK_TEST_REFERENCE names no folder with data/vex_mapping.json");
        return;
    };
    let written = std::fs::read(Path::new(&path).join("data/vex_mapping.json")).unwrap();
    let mapping: Value = serde_json::from_slice(&written).unwrap();
    let words = |value: &Value| value.as_str().unwrap().to_owned();
    assert_eq!(mapping["status"].as_array().unwrap().len(), STATUS_WORDS.len());
    for line in mapping["status"].as_array().unwrap() {
        let ours = STATUS_WORDS.iter().find(|ours| ours.openvex == line["openvex"]).unwrap();
        for word in ours.csaf {
            assert!(words(&line["csaf"]).contains(word), "{word}");
        }
        for word in ours.cyclonedx {
            assert!(words(&line["cyclonedx"]).contains(word), "{word}");
        }
        assert!(words(&line["spdx3"]).contains(&format!("Vex{}Vuln", ours.spdx_class)));
        assert!(words(&line["spdx3"]).ends_with(ours.spdx_type));
    }
    assert_eq!(mapping["justification"].as_array().unwrap().len(), JUSTIFICATION_WORDS.len());
    for line in mapping["justification"].as_array().unwrap() {
        let ours = JUSTIFICATION_WORDS.iter().find(|ours| ours.openvex == line["openvex"]).unwrap();
        assert_eq!(line["csaf_flag"], ours.openvex);
        assert_eq!(line["spdx3"], ours.spdx);
        assert_eq!(words(&line["cyclonedx_out"]).split(' ').next(), Some(ours.cyclonedx_out));
        assert_eq!(line["cyclonedx_in"], json!(ours.cyclonedx_in));
    }
    assert!(words(&mapping["refuse"][0]).contains("protected_at_perimeter"));
}

fn any_item() -> impl Strategy<Value = VexItem> {
    let purl = (0..6u8).prop_map(|number| format!("pkg:npm/lib{number}@1.{number}.0"));
    let cpe = (0..3u8).prop_map(|number| format!("cpe:2.3:a:acme:lib{number}:1.0:*:*:*:*:*:*:*"));
    let id = (0..3u8).prop_map(|number| format!("https://acme.example/lib/{number}"));
    let digest = (0..3u8).prop_map(|number| ("SHA-256".to_owned(), format!("{number:064x}")));
    let digests = prop::collection::vec(digest, 0..2);
    let by_identifier = (prop::option::of(purl), prop::option::of(cpe), prop::option::of(id), digests)
        .prop_map(|(purl, cpe, id, digests)| VexItem { purl, cpe, id, digests, ..VexItem::default() });
    let by_name = (0..4u8, prop::option::of("[1-9]\\.[0-9]")).prop_map(|(number, version)| VexItem {
        name: Some(format!("part {number}")),
        version,
        ..VexItem::default()
    });
    prop_oneof![
        by_identifier.prop_filter("known by something", |item| item.purl.is_some()
            || item.cpe.is_some()
            || item.id.is_some()),
        by_name
    ]
}

fn any_statement(number: usize) -> impl Strategy<Value = VexStatement> {
    let words = "[A-Z][a-z]{1,8}( [a-z.]{1,6}){0,4}";
    let product = (any_item(), prop::collection::vec(any_item(), 0..3))
        .prop_map(|(item, subcomponents)| VexProduct { item, subcomponents });
    (
        prop::collection::vec(product, 1..4),
        0..STATUS_WORDS.len(),
        prop::option::of(0..JUSTIFICATION_WORDS.len()),
        prop::option::of(words),
        words,
        prop::option::of(words),
        any::<bool>(),
        prop::option::of(1_600_000_000i64..1_900_000_000),
    )
        .prop_map(move |(products, status, justification, impact, action, notes, is_cve, stated_at)| {
            let status = STATUS_WORDS[status].status;
            let not_affected = status == VexStatus::NotAffected;
            let justification =
                justification.map(|it| JUSTIFICATION_WORDS[it].justification).filter(|_| not_affected);
            let impact =
                impact.or_else(|| Some("Never built".to_owned()).filter(|_| justification.is_none()));
            let alias = format!("GHSA-{number}");
            let names = if is_cve { vec![format!("CVE-2026-1{number:03}"), alias] } else { vec![alias] };
            VexStatement {
                vulnerability: VexVulnerability::of(names, None).unwrap(),
                products,
                status,
                justification,
                impact: impact.filter(|_| not_affected),
                action: (status == VexStatus::Affected).then_some(VexAction { kind: None, says: action }),
                notes,
                stated_at: stated_at.map(|second| Timestamp::from_second(second).unwrap()),
                cyclonedx: None,
            }
        })
}

/// A document as a reader gives it: its products grouped, everything said once.
fn any_document() -> impl Strategy<Value = VexDocument> {
    let statements: Vec<_> = (0..3).map(|number| any_statement(number).boxed()).collect();
    (statements, 1..5u32).prop_map(|(statements, edition)| {
        let made = VexDocument {
            id: "https://acme.example/vex/1".into(),
            author: VexAuthor { name: "Acme".into(), role: Some("vendor".into()), namespace: None },
            issued_at: Some(Timestamp::from_second(1_700_000_000).unwrap()),
            updated_at: Some(Timestamp::from_second(1_700_000_000 + i64::from(edition - 1)).unwrap()),
            edition,
            tool: Some("Proofmark".into()),
            statements,
            ..VexDocument::default()
        };
        good(write_openvex(&made, &heading()).text.unwrap())
    })
}

/// What OpenVEX and CSAF have in common.
fn shared(mut document: VexDocument) -> VexDocument {
    document.title = None;
    document.author.namespace = None;
    for statement in &mut document.statements {
        statement.stated_at = None;
        if let Some(action) = &mut statement.action {
            action.kind = None;
        }
    }
    document
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn openvex_is_read_as_it_was_written(document in any_document()) {
        let written = write_openvex(&document, &heading());
        prop_assert_eq!(written.left_out, 0);
        let text = written.text.unwrap();
        let again = good(&text);
        prop_assert_eq!(&again, &document);
        prop_assert_eq!(write_openvex(&again, &heading()).text.unwrap(), text);
    }

    #[test]
    fn csaf_keeps_what_openvex_says_and_openvex_what_csaf_says(document in any_document()) {
        let document = shared(document);
        let csaf = write_csaf_vex(&document, &heading()).text.unwrap();
        let of_csaf = good(&csaf);
        prop_assert_eq!(&shared(of_csaf.clone()), &document);
        let openvex = write_openvex(&of_csaf, &heading()).text.unwrap();
        let of_openvex = good(&openvex);
        prop_assert_eq!(&of_openvex, &document);
        let again = good(write_csaf_vex(&of_openvex, &heading()).text.unwrap());
        prop_assert_eq!(shared(again), document);
    }

    #[test]
    fn csaf_is_written_so_that_it_is_valid(document in any_document()) {
        let csaf = write_csaf_vex(&document, &heading()).text.unwrap();
        let judged = judge_csaf(csaf.as_bytes(), 3).value.unwrap();
        let unsettled = |test: &&CsafTestAnswer| {
            test.tier == CsafTier::Mandatory && !matches!(test.outcome, CsafOutcome::Passed | CsafOutcome::NotApplicable)
        };
        prop_assert!(judged.is_valid, "{:?} {:?}", judged.schema, judged.tests.iter().filter(unsettled).collect::<Vec<_>>());
    }

    #[test]
    fn cyclonedx_and_spdx_keep_who_is_affected_by_what_and_why(document in any_document()) {
        for write in [write_cyclonedx_vex as Write, write_spdx_vex] {
            let text = write(&document, &heading()).text.unwrap();
            let again = good(&text);
            // What is said of products, one by one: the statements may stand in another order.
            let told = |document: &VexDocument| {
                let mut all: Vec<String> = document.statements.iter().flat_map(|one| {
                    let action = one.action.as_ref().map(|it| it.says.clone());
                    one.about().map(move |about| format!("{:?}", (&one.vulnerability, about, one.status, one.justification,
                        &one.impact, &action, &one.notes, one.stated_at))).collect::<Vec<_>>()
                }).collect();
                all.sort();
                all.dedup();
                all
            };
            prop_assert_eq!(told(&again), told(&document));
        }
    }

    #[test]
    fn equal_documents_are_written_alike(document in any_document()) {
        for write in WRITERS {
            prop_assert_eq!(write(&document, &heading()), write(&document.clone(), &heading()));
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), cut in 0..EXAMPLE.len(), which in 0..4usize) {
        read(&bytes);
        let written = WRITERS[which](&good(EXAMPLE), &heading()).text.unwrap();
        let cut = cut.min(written.len());
        read(&written.as_bytes()[..cut]);
        let mut other = written.into_bytes();
        other[cut.min(bytes.len())] = b'"';
        read(&other);
    }
}

/// What CycloneDX may state, with the justifications of its schema.
const REASONS: [&str; 9] = [
    "code_not_present",
    "code_not_reachable",
    "requires_configuration",
    "requires_dependency",
    "requires_environment",
    "protected_by_compiler",
    "protected_at_runtime",
    "protected_at_perimeter",
    "protected_by_mitigating_control",
];

fn cyclonedx(state: &str, reason: Option<&str>, detail: Option<&str>) -> String {
    let mut analysis = json!({"state": state});
    if let Some(reason) = reason {
        analysis["justification"] = json!(reason);
    }
    if let Some(detail) = detail {
        analysis["detail"] = json!(detail);
    }
    json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
        "version": 1, "metadata": {"authors": [{"name": "Acme"}], "component": {"type": "application", "bom-ref": "app", "name": "app", "version": "1"}},
        "components": [{"type": "library", "bom-ref": "lib", "name": "lib", "purl": "pkg:npm/lib@1"}],
        "vulnerabilities": [{"id": "CVE-2026-1111", "analysis": analysis, "affects": [{"ref": "lib"}]}]})
    .to_string()
}

#[test]
fn no_claim_of_cyclonedx_comes_out_stronger() {
    for state in
        ["not_affected", "false_positive", "exploitable", "in_triage", "resolved", "resolved_with_pedigree"]
    {
        for reason in REASONS.map(Some).into_iter().chain([None]) {
            let document = good(cyclonedx(state, reason, Some("As we see it.")));
            let one = &document.statements[0];
            let back = write_cyclonedx_vex(&document, &heading()).text.unwrap();
            let analysis = &serde_json::from_str::<Value>(&back).unwrap()["vulnerabilities"][0]["analysis"];
            assert_eq!(analysis["state"], state);
            if state == "not_affected" {
                assert_eq!(analysis["justification"].as_str(), reason, "its own word is kept");
            }
            assert!(analysis["detail"].as_str().unwrap().contains("As we see it."));
            assert_eq!(good(&back).statements, document.statements, "{state} {reason:?}");
            // Through the others no word may become one that says more.
            for write in [write_openvex as Write, write_csaf_vex, write_spdx_vex] {
                let through = good(write(&document, &heading()).text.unwrap());
                let through = &through.statements[0];
                assert_eq!((through.status, through.justification), (one.status, one.justification));
                let again = good(
                    write_cyclonedx_vex(&good(write(&document, &heading()).text.unwrap()), &heading())
                        .text
                        .unwrap(),
                );
                assert_eq!(again.statements[0].justification, one.justification);
            }
        }
    }
    let perimeter = good(cyclonedx("not_affected", Some("protected_at_perimeter"), None));
    assert_eq!(perimeter.statements[0].justification, None);
    assert_eq!(perimeter.statements[0].impact.as_deref(), Some("protected_at_perimeter"));
    let claimed = "VEX justification: inline_mitigations_already_exist (mapped to CycloneDX by the author's tool; no standard fixes this mapping)";
    let smuggled = good(cyclonedx("not_affected", Some("protected_at_perimeter"), Some(claimed)));
    assert_eq!(smuggled.statements[0].justification, None, "what stands in words strengthens nothing");
    let wrong_match = good(cyclonedx("false_positive", Some("code_not_present"), None));
    assert_eq!(wrong_match.statements[0].justification, None);
    assert!(wrong_match.statements[0].impact.as_ref().unwrap().starts_with("false_positive"));
}

#[test]
fn cyclonedx_says_of_what_in_what_and_leaves_out_what_holds_for_some_versions() {
    let inside = good(cyclonedx("resolved", None, None));
    let product = &inside.statements[0].products[0];
    assert_eq!(
        (product.item.called().as_str(), product.subcomponents[0].called().as_str()),
        ("app@1", "pkg:npm/lib@1")
    );
    let mut foreign: Value = serde_json::from_str(&cyclonedx("exploitable", None, None)).unwrap();
    foreign["vulnerabilities"][0]["affects"][0]["ref"] =
        json!("urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#pkg:npm%2Fother@1");
    foreign["vulnerabilities"][0]["analysis"]["response"] = json!(["will_not_fix"]);
    let document = good(foreign.to_string());
    assert_eq!(document.decisions()[0].component, "pkg:npm/other@1");
    let action = VexAction { kind: Some(VexActionKind::NoFixPlanned), says: "will_not_fix".into() };
    assert_eq!(document.statements[0].action, Some(action));
    let mut some: Value =
        serde_json::from_str(&cyclonedx("not_affected", Some("code_not_present"), None)).unwrap();
    some["vulnerabilities"][0]["affects"][0]["versions"] =
        json!([{"range": "vers:npm/<1", "status": "unaffected"}]);
    assert_eq!(good(some.to_string()).statements, []);
}

#[test]
fn what_a_format_cannot_hold_is_told() {
    let bare = good(cyclonedx("not_affected", None, None));
    for write in WRITERS {
        let written = write(&bare, &heading());
        assert_eq!((written.text, written.left_out), (None, 1));
        assert_eq!(written.lost[0].id(), "vex-left-out-bare");
    }
    let mut marked = good(EXAMPLE);
    marked.tlp = Some("AMBER+STRICT".into());
    let csaf = write_csaf_vex(&marked, &heading());
    assert!(csaf.text.unwrap().contains(r#""label": "RED""#), "never a weaker mark");
    assert!(csaf.lost.iter().any(|one| one.to_string().contains("tlp")));
    assert!(write_openvex(&marked, &heading()).lost.iter().any(|one| one.to_string().contains("tlp")));
    assert_eq!(write_csaf_vex(&marked, &VexHeading { namespace: None, ..heading() }).text, None);
}

/// The CSAF committee's own documents of the profile: those said to fail are refused, those said to pass are read.
/// The writers, and how what each writes is called.
const LEFT: [(Write, &str); 4] = [
    (write_openvex, "openvex"),
    (write_csaf_vex, "csaf"),
    (write_cyclonedx_vex, "cdx"),
    (write_spdx_vex, "spdx3"),
];

#[test]
fn three_hundred_generated_documents_are_written_and_read_in_every_format() {
    let folder = std::env::var_os("PROOFMARK_WRITTEN_VEX").map(std::path::PathBuf::from);
    let mut runner = TestRunner::deterministic();
    let documents = any_document();
    // The committee's schema for OpenVEX: identifiers it knows, and addresses that are IRIs.
    let schema: Value = serde_json::from_str(include_str!("data/openvex/schema.json")).unwrap();
    let schema = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    for number in 0..300 {
        let document = documents.new_tree(&mut runner).unwrap().current();
        let openvex: Value =
            serde_json::from_str(&write_openvex(&document, &heading()).text.unwrap()).unwrap();
        let broken: Vec<String> =
            schema.iter_errors(&openvex).map(|fault| format!("{}: {fault}", fault.instance_path())).collect();
        assert!(broken.is_empty(), "{number}: {broken:?}");
        for (write, name) in LEFT {
            let text = write(&document, &heading()).text.unwrap();
            assert!(!good(&text).statements.is_empty(), "{number}, {name}");
            if let Some(folder) = &folder {
                std::fs::write(folder.join(format!("{number:03}.{name}.json")), text).unwrap();
            }
        }
    }
}

#[test]
fn the_vex_documents_of_the_committee_are_judged_as_it_judges_them() {
    let Some(suites) = std::env::var_os("PROOFMARK_TEST_SUITES") else {
        println!("skipped: PROOFMARK_TEST_SUITES names no folder with csaf/csaf_2.x/test");
        return;
    };
    let (mut right, mut judged) = (0, Vec::new());
    for version in ["csaf_2.0", "csaf_2.1"] {
        let folder = Path::new(&suites).join("csaf").join(version).join("test/validator/data");
        let index: Value =
            serde_json::from_slice(&std::fs::read(folder.join("testcases.json")).unwrap()).unwrap();
        for test in index["tests"].as_array().unwrap().iter().filter(|test| test["group"] == "mandatory") {
            for (outcome, passes) in [("failures", false), ("valid", true)] {
                for case in test[outcome].as_array().into_iter().flatten() {
                    let name = case["name"].as_str().unwrap();
                    let bytes = std::fs::read(folder.join(name)).unwrap();
                    let document: Value = serde_json::from_slice(&bytes).unwrap();
                    if document["document"]["category"] != "csaf_vex" {
                        continue;
                    }
                    let is_read = read(&bytes).value.is_some();
                    right += usize::from(is_read == passes);
                    judged.push(format!("{name}: read {is_read}, should be {passes}"));
                }
            }
        }
    }
    assert!(judged.len() >= 30, "{}", judged.len());
    println!("{right} of {} documents are judged as the committee does", judged.len());
    let wrong: Vec<&String> =
        judged.iter().filter(|line| line.contains("read true") != line.contains("be true")).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_wrong_with_a_document_in_xml_is_told_at_its_element() {
    let bom = |second: &str| {
        format!(
            "<bom xmlns='http://cyclonedx.org/schema/bom/1.6' version='1'><components><component type='library' bom-ref='a'>\
             <name>a</name></component></components><vulnerabilities>\
             <vulnerability><id>CVE-1</id><analysis><state>exploitable</state><responses><response>update</response></responses>\
             </analysis><affects><target><ref>a</ref></target></affects></vulnerability>\
             <vulnerability><id>CVE-2</id>{second}</vulnerability></vulnerabilities></bom>"
        )
    };
    let state = refused(bom(
        "<analysis><state>solved</state></analysis><affects><target><ref>a</ref></target></affects>",
    ));
    let second = "/bom/vulnerabilities/vulnerability[2]";
    assert_eq!(state, [("vex-state-unknown".to_owned(), format!("{second}/analysis/state"))]);
    let nothing = read(bom(""));
    let places: Vec<_> = nothing.problems.iter().map(|problem| problem.place.clone()).collect();
    assert!(places.contains(&proofmark_facts::Place::at(second)), "{places:?}");
    assert!(
        places.iter().all(|place| place.path.as_deref().is_none_or(|path| path.starts_with("/bom"))),
        "{places:?}"
    );
    // What is refused before anything is stated has no line of a document nobody sees either.
    let limits = Limits { depth: 4, ..Limits::default() };
    let deep = read_vex("", bom("").as_bytes(), &limits);
    assert!(
        deep.problems.iter().all(|problem| problem
            .place
            .path
            .as_deref()
            .is_none_or(|path| path.starts_with("/bom"))),
        "{deep:?}"
    );
}
