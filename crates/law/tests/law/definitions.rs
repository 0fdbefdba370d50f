//! Section 3 of the reference: every term is there once, in plain words, with where it stands.

use std::collections::BTreeSet;

use proofmark_law::{DEFINITIONS, definitions};

#[test]
fn every_row_has_its_terms_in_order_and_no_term_stands_twice() {
    let ids: Vec<&str> = DEFINITIONS.iter().map(|one| one.id).collect();
    let rows: BTreeSet<&str> = ids.iter().copied().collect();
    let wanted: BTreeSet<String> = (1..=40).map(|number| format!("DEF-{number:02}")).collect();
    assert_eq!(rows, wanted.iter().map(String::as_str).collect());
    assert!(ids.is_sorted());
    let terms: BTreeSet<&str> = DEFINITIONS.iter().map(|one| one.term).collect();
    assert_eq!(terms.len(), DEFINITIONS.len());
    for one in DEFINITIONS {
        assert!(one.meaning.ends_with('.') && !one.meaning.contains("  "), "{}", one.term);
    }
}

#[test]
fn terms_are_found_by_row_and_by_name() {
    let terms = |asked: &str| definitions(asked).map(|one| one.term).collect::<Vec<_>>();
    assert_eq!(terms("DEF-03"), ["software", "hardware"]);
    assert_eq!(terms(" Importer "), ["importer"]);
    assert_eq!(terms("def-16"), ["placing on the market", "making available on the market"]);
    assert!(terms("quality").is_empty());
}

#[test]
fn terms_stand_where_the_official_journal_has_them() {
    let cited = |asked: &str| definitions(asked).map(|one| one.cites.to_string()).collect::<Vec<_>>();
    assert_eq!(cited("manufacturer"), ["Article 3(13)"]);
    assert_eq!(cited("severe incident"), ["Article 14(5)"]);
    assert_eq!(cited("main establishment"), ["Article 14(7), second subparagraph"]);
    assert_eq!(cited("core functionality"), ["Guidance C(2026) 5252, point 139"]);
}

#[test]
fn sizes_that_were_not_checked_ask_for_legal_review() {
    let asks: Vec<&str> =
        DEFINITIONS.iter().filter(|one| one.source().legal_review().is_some()).map(|one| one.id).collect();
    assert_eq!(asks, ["DEF-14"]);
}
