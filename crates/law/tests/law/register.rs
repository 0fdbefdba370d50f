//! The register is complete: every row of the reference that binds a manufacturer stands in it exactly once.

use std::collections::BTreeMap;

use proofmark_law::{EvidenceKind, OBLIGATIONS, PART_I, PART_II, Role, requirements};

fn rows_expected() -> Vec<String> {
    let paragraphs = (1..=25).flat_map(|number| match number {
        8 => ["a", "b", "c", "d", "e"].map(|part| format!("MAN-13-08{part}")).to_vec(),
        number => vec![format!("MAN-13-{number:02}")],
    });
    let marking = ["CEM-02", "CEM-03", "CEM-05", "CEM-06"].map(str::to_owned);
    let part_i = std::iter::once("AI1-1".to_owned()).chain(('a'..='m').map(|point| format!("AI1-2{point}")));
    let rest = [("AI2", 8), ("AX2", 9), ("AX5", 8), ("AX7", 9)]
        .into_iter()
        .flat_map(|(annex, count)| (1..=count).map(move |number| format!("{annex}-{number}")));
    paragraphs.chain(marking).chain(part_i).chain(rest).chain(["AX6".to_owned()]).collect()
}

#[test]
fn every_row_of_a_manufacturer_is_the_row_of_exactly_one_obligation() {
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for obligation in OBLIGATIONS {
        *found.entry(obligation.row).or_default() += 1;
    }
    for row in rows_expected() {
        assert_eq!(found.get(row.as_str()), Some(&1), "{row}");
    }
}

#[test]
fn every_obligation_is_whole() {
    let mut ids: Vec<&str> = OBLIGATIONS.iter().map(|obligation| obligation.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), OBLIGATIONS.len(), "ids are unique");
    for obligation in OBLIGATIONS {
        assert!(!obligation.cites.to_string().is_empty());
        assert!(obligation.asks.ends_with('.') && obligation.asks.len() > 30, "{}", obligation.id);
        assert!(!obligation.shown_by.is_empty(), "{}", obligation.id);
        assert!(!obligation.verified.is_empty(), "{}", obligation.id);
        assert!(!obligation.owed_by.is_empty(), "{}", obligation.id);
        let reporting = obligation.id.starts_with("art14-");
        let from = if reporting { "2026-09-11" } else { "2027-12-11" };
        assert_eq!(obligation.from.to_string(), from, "{}", obligation.id);
        assert_eq!(obligation.binds_earlier_products(), reporting, "{}", obligation.id);
    }
}

#[test]
fn every_role_owes_what_its_article_says() {
    let article = |id: &str, name: &str| id.starts_with(&format!("{name}-")) || id == name;
    for obligation in OBLIGATIONS {
        let expected: &[Role] = match obligation.id {
            id if article(id, "art15") => continue,
            "art18-1" => &[Role::Manufacturer],
            "art18-2" => &[Role::Manufacturer, Role::AuthorisedRepresentative],
            id if article(id, "art18") || id == "annex-VIII-representative" => {
                &[Role::AuthorisedRepresentative]
            }
            id if article(id, "art19") => &[Role::Importer],
            id if article(id, "art20") => &[Role::Distributor],
            id if article(id, "art24") || id == "art52-3" => &[Role::Steward],
            "art23-1" | "art23-2" | "art53" | "art54-1" | "art57-1" | "art58-1" => {
                &[Role::Manufacturer, Role::AuthorisedRepresentative, Role::Importer, Role::Distributor]
            }
            _ => &[Role::Manufacturer],
        };
        assert_eq!(obligation.owed_by, expected, "{}", obligation.id);
    }
}

/// Which sections the register answers for.
const SECTIONS: [&str; 13] =
    ["4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "7.1", "7.2", "8.1", "8.2", "8.4", "10.1", "10.3"];

#[test]
fn every_row_of_these_sections_lives_where_it_says_or_says_why_not() {
    let rows: toml::Table = include_str!("../../data/rows.toml").parse().unwrap();
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let words = |row: &toml::Value, key: &str| -> Vec<String> {
        let list = row.get(key).and_then(toml::Value::as_array).cloned().unwrap_or_default();
        list.iter().map(|one| one.as_str().unwrap().to_owned()).collect()
    };
    let mut seen = 0;
    for row in rows["rows"].as_array().unwrap() {
        let (id, section) = (row["id"].as_str().unwrap(), row["section"].as_str().unwrap());
        if !SECTIONS.contains(&section) && !["10.4", "10.5", "10.6"].contains(&section) {
            continue;
        }
        seen += 1;
        let homes = words(row, "lives_in");
        assert_eq!(homes.is_empty(), row.get("because").is_some(), "{id} is neither home nor excused");
        for home in &homes {
            let text = std::fs::read_to_string(source.join(home)).unwrap();
            assert!(text.contains(id), "{id} is not in {home}");
        }
        let codes = words(row, "verified");
        let answering = OBLIGATIONS.iter().flat_map(proofmark_law::Obligation::sources);
        for source in answering.filter(|source| source.row == id) {
            let written = serde_json::to_value(source.verified).unwrap();
            assert_eq!(written, serde_json::json!(codes), "{id} is verified otherwise");
        }
    }
    assert!(seen > 130, "the sections were not found: {seen}");
}

#[test]
fn suggestions_help_with_every_requirement_and_are_no_law() {
    for obligation in OBLIGATIONS {
        let is_requirement = requirements().any(|one| one.id == obligation.id);
        assert_eq!(obligation.suggests.is_some(), is_requirement, "{}", obligation.id);
        let Some(suggestion) = obligation.suggests else { continue };
        assert!(!suggestion.evidence.is_empty() && !suggestion.statements.is_empty());
        assert!(suggestion.statements.iter().all(|statement| statement.ends_with('.')));
        assert_eq!(serde_json::to_value(suggestion.verified).unwrap(), serde_json::json!(["I"]));
    }
}

#[test]
fn what_rests_on_memory_or_inference_asks_for_legal_review() {
    let review = |id| proofmark_law::obligation(id).unwrap().legal_review();
    for id in ["art54-1", "art15-1"] {
        assert!(review(id).is_some(), "{id}");
    }
    for id in ["art13-8c", "art14-2-a", "art19-2", "art24-3-exploited"] {
        assert_eq!(review(id), None, "{id}");
    }
}

#[test]
fn the_requirements_are_those_of_annex_i_in_its_order() {
    let ids: Vec<&str> = requirements().map(|obligation| obligation.id).collect();
    assert_eq!(ids, PART_I.iter().chain(&PART_II).copied().collect::<Vec<_>>());
}

#[test]
fn every_kind_of_evidence_has_a_name_and_says_what_closes_it() {
    for kind in EvidenceKind::ALL {
        for text in [kind.name(), kind.closes_by()] {
            assert_ne!(text.to_string(), text.id(), "{kind:?} is not in the catalogue");
        }
        let closes = kind.closes_by().to_string();
        assert!(closes.contains('`') && closes.ends_with('.'), "{closes}");
    }
}
