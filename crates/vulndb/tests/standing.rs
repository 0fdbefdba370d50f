//! What catalogues say by identifier, whoever tells of a vulnerability, and which identifiers a newer index says something else of.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod reading;

use proofmark_facts::Advisory;
use proofmark_vulndb::{Builder, Index, Standing};
use proptest::prelude::*;
use proptest::sample::select;
use reading::{advisory, component};
use serde_json::json;

fn record(id: &str, aliases: &[&str]) -> Advisory {
    advisory(&json!({
        "id": id, "aliases": aliases,
        "affected": [{"package": {"ecosystem": "npm", "name": "a"},
            "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}]}],
    }))
}

fn index(records: &[Advisory], listed: &[&str], scored: &[(&str, u32)]) -> Index {
    let mut builder = Builder::new();
    for record in records {
        builder.add(record, "test").unwrap();
    }
    for id in listed {
        builder.add_exploited(id, "CISA KEV", "2026-01-02".parse().ok()).unwrap();
    }
    for (id, share) in scored {
        builder.add_prediction(id, *share, *share, "2026-01-03".parse().ok());
    }
    Index::from_bytes(builder.finish().unwrap()).unwrap()
}

fn said(index: &Index, id: &str, aliases: &[&str]) -> Standing {
    let aliases: Vec<String> = aliases.iter().map(|alias| (*alias).to_owned()).collect();
    index.standing(id, &aliases).unwrap()
}

fn is_exploited(index: &Index, id: &str, aliases: &[&str]) -> bool {
    said(index, id, aliases).exploited.is_some()
}

#[test]
fn a_catalogue_speaks_of_identifiers_no_record_has() {
    let index = index(&[], &["CVE-2026-1000"], &[("CVE-2026-1001", 250_000)]);
    let listed = said(&index, "CVE-2026-1000", &[]).exploited.unwrap();
    assert_eq!(
        (listed.catalogue.as_str(), listed.added_on),
        ("CISA KEV", Some(jiff::civil::date(2026, 1, 2)))
    );
    assert_eq!(said(&index, "CVE-2026-1001", &[]).prediction.map(|told| told.probability), Some(0.25));
    // A supplier calls it by a name of its own, and names the CVE.
    assert!(is_exploited(&index, "ACME-7", &["CVE-2026-1000"]));
    assert_eq!(said(&index, "CVE-2026-100", &["CVE-2026-10000", "GHSA-x"]), Standing::default());
    let facts = index.facts().unwrap();
    assert_eq!((facts.vulnerabilities, facts.exploited, facts.predictions, facts.listed), (0, 0, 0, 1));
    let told = index.tell("cve-2026-1000").unwrap();
    assert!(told.len() == 1 && told[0].exploited.is_some() && told[0].claims.is_empty(), "{told:?}");
    assert_eq!(index.tell("CVE-2026-9").unwrap(), []);
}

#[test]
fn an_identifier_is_known_by_the_names_records_give_it() {
    let records = [record("GHSA-a", &["CVE-2026-1000"]), record("PYSEC-1", &["GHSA-a"])];
    let index = index(&records, &["CVE-2026-1000"], &[("CVE-2026-1000", 1)]);
    for name in ["CVE-2026-1000", "GHSA-a", "PYSEC-1"] {
        assert!(is_exploited(&index, name, &[]), "{name}");
        assert!(is_exploited(&index, "ACME-7", &["ACME-8", name]), "{name}");
        assert!(said(&index, name, &[]).prediction.is_some(), "{name}");
    }
    assert!(!is_exploited(&index, "GHSA-b", &["ACME-8"]));
    let facts = index.facts().unwrap();
    assert_eq!((facts.vulnerabilities, facts.exploited, facts.predictions, facts.listed), (1, 1, 1, 1));
}

#[test]
fn what_is_said_of_one_cve_of_an_advisory_is_not_said_of_the_other() {
    let index = index(&[record("GO-1", &["CVE-2026-1000", "CVE-2026-1001"])], &["CVE-2026-1000"], &[]);
    assert!(is_exploited(&index, "CVE-2026-1000", &["GO-1"]));
    assert!(!is_exploited(&index, "CVE-2026-1001", &["GO-1"]));
    assert!(!is_exploited(&index, "CVE-2026-1001", &["GO-1", "CVE-2026-1000"]));
    // Which of the two is meant nobody can tell: the worse.
    assert!(is_exploited(&index, "GO-1", &[]));
}

#[test]
fn what_has_no_cve_but_a_name_of_one_is_listed_with_it_in_every_way() {
    // `GHSA-a` is of two CVEs, so that the other record joins neither.
    let records = [record("GHSA-a", &["CVE-2026-1000", "CVE-2026-1001"]), record("ACME-1", &["GHSA-a"])];
    let index = index(&records, &["CVE-2026-1001"], &[]);
    let known = index.check(&component("pkg:npm/a@1.0.0")).into_known();
    let listed: Vec<_> = known.iter().map(|known| (known.id.as_str(), known.exploited.is_some())).collect();
    assert_eq!(listed, [("CVE-2026-1000", false), ("CVE-2026-1001", true), ("GHSA-a", true)]);
    for known in &known {
        let said = index.standing(&known.id, &known.aliases).unwrap();
        assert_eq!(said.exploited, known.exploited, "{}", known.id);
    }
}

#[test]
fn one_entry_more_names_its_vulnerability_alone_and_no_package() {
    let records = [record("GHSA-a", &["CVE-2026-1000"]), record("GHSA-b", &["CVE-2026-1001"])];
    let before = index(&records, &[], &[("CVE-2026-1001", 5)]);
    let after = index(&records, &["CVE-2026-1000", "CVE-2026-2000"], &[("CVE-2026-1001", 5)]);
    let changes = after.changes_since(&before).unwrap();
    assert!(changes.of_catalogues() && !changes.is_empty());
    assert_eq!(changes.packages(), 0);
    for touched in ["CVE-2026-1000", "cve-2026-1000", "GHSA-a", "ghsa-A", "CVE-2026-2000"] {
        assert!(changes.touches_identifier(touched), "{touched}");
    }
    for other in ["CVE-2026-1001", "GHSA-b", "CVE-2026-3000", ""] {
        assert!(!changes.touches_identifier(other), "{other}");
    }
}

/// Records among few names, with what catalogues list and score.
type World = (Vec<(u8, Vec<&'static str>)>, Vec<&'static str>, Vec<(&'static str, u32)>);

const NAMES: [&str; 9] = [
    "CVE-2026-1000",
    "CVE-2026-1001",
    "CVE-2026-1002",
    "GHSA-0",
    "GHSA-1",
    "GHSA-2",
    "ACME-1",
    "ACME-2",
    "EUVD-2026-1",
];

fn world() -> impl Strategy<Value = World> {
    let name = || select(NAMES.to_vec());
    let record = (0..4_u8, prop::collection::vec(name(), 0..3));
    let scored = (select(NAMES[..3].to_vec()), 0..3_u32);
    (
        prop::collection::vec(record, 0..5),
        prop::collection::vec(name(), 0..3),
        prop::collection::vec(scored, 0..3),
    )
}

fn built((records, listed, scored): &World) -> Index {
    let records: Vec<Advisory> =
        records.iter().map(|(id, aliases)| record(&format!("GHSA-{id}"), aliases)).collect();
    index(&records, listed, scored)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    /// Whoever asks again only under identifiers that are named knows what both say.
    #[test]
    fn what_is_said_otherwise_is_said_of_an_identifier_that_is_named(
        before in world(), after in world(),
        asked in prop::collection::vec(prop::collection::vec(select(NAMES.to_vec()), 1..4), 1..12),
    ) {
        let (older, newer) = (built(&before), built(&after));
        let changes = newer.changes_since(&older).unwrap();
        for names in &asked {
            let (id, aliases) = names.split_first().unwrap();
            let is_same = said(&older, id, aliases) == said(&newer, id, aliases);
            prop_assert!(is_same || names.iter().any(|name| changes.touches_identifier(name)), "{names:?}");
        }
        prop_assert!(!newer.changes_since(&newer).unwrap().of_catalogues());
    }
}
