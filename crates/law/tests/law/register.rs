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
fn every_row_stands_exactly_once() {
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for obligation in OBLIGATIONS {
        *found.entry(obligation.row).or_default() += 1;
    }
    for row in rows_expected() {
        assert_eq!(found.remove(row.as_str()), Some(1), "{row}");
    }
    assert_eq!(found, BTreeMap::new(), "rows nobody expects");
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
        assert_eq!(obligation.owed_by, Role::Manufacturer);
        assert_eq!(obligation.from.to_string(), "2027-12-11");
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
