//! Releases found by the identifiers of their open findings, against all rows of all releases.

use std::collections::BTreeSet;

use proofmark_facts::{Asking, FindingRow};
use proofmark_store::Store;

use crate::databases::{Database, every_database};
use crate::samples::{Sample, at, finding, new_noun, product, release, rows};

const OPERATORS: [&str; 2] = ["maker", "other"];
const PRODUCTS: [&str; 2] = ["gateway", "pump"];
const RELEASES: [&str; 3] = ["1.0", "1.1", "2.0"];
const NAMES: [&str; 6] =
    ["CVE-2026-1", "CVE-2026-2", "GHSA-aaaa", "GHSA-BBBB", "ACME-\u{c4}1", "EUVD-2026-1"];

/// Numbers that look thrown, the same in every run.
struct Thrown(u64);

impl Thrown {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }
}

fn founded(database: &Database) -> Store {
    let mut store = database.open();
    for operator in OPERATORS {
        let mut records: Vec<_> =
            PRODUCTS.iter().map(|id| new_noun(operator, &product(id, None, 0))).collect();
        for product in PRODUCTS {
            records.extend(
                (1..)
                    .zip(RELEASES)
                    .map(|(number, version)| new_noun(operator, &release(product, version, number))),
            );
        }
        Sample { records, ..Sample::of(operator) }.keep(&mut store).unwrap();
    }
    store
}

fn names(row: &FindingRow) -> BTreeSet<String> {
    std::iter::once(&row.vulnerability).chain(&row.aliases).map(|name| name.to_lowercase()).collect()
}

/// Every release with an open finding of these, read from all rows there are.
fn wanted(store: &Store, operator: &str, such: &BTreeSet<String>) -> Vec<(String, String)> {
    let places = PRODUCTS.iter().flat_map(|product| RELEASES.map(|release| (*product, release)));
    let knows = |(product, release): &(&str, &str)| {
        let rows = store.findings_of(operator, product, release).unwrap();
        rows.iter().any(|row| row.closed_at.is_none() && !names(row).is_disjoint(such))
    };
    places.filter(knows).map(|(product, release)| (product.to_owned(), release.to_owned())).collect()
}

#[test]
fn releases_that_know_an_identifier_are_those_all_rows_say() {
    for database in every_database() {
        let mut store = founded(&database);
        let mut thrown = Thrown(3);
        for turn in 0..100 {
            let operator = OPERATORS[thrown.below(2)];
            let (product, release) = (PRODUCTS[thrown.below(2)], RELEASES[thrown.below(3)]);
            let mut findings: Vec<FindingRow> = (0..thrown.below(4))
                .map(|number| {
                    let aliases: BTreeSet<&str> =
                        (0..thrown.below(3)).map(|_| NAMES[thrown.below(6)]).collect();
                    let mut row = finding(&format!("c{number}"), NAMES[thrown.below(6)], 50, -1);
                    row.aliases = aliases.into_iter().map(str::to_owned).collect();
                    if thrown.below(3) == 0 {
                        row.closed_at = Some(at("2033-05-18T00:00:00Z"));
                        row.closed_because = "not-listed".to_owned();
                    }
                    row
                })
                .collect();
            findings.sort_by(|one, other| one.component.cmp(&other.component));
            let rows = vec![rows(operator, product, release, vec![], findings)];
            Sample { rows, ..Sample::of(operator) }.keep(&mut store).unwrap();
            let such: BTreeSet<String> =
                (0..=thrown.below(2)).map(|_| NAMES[thrown.below(6)].to_lowercase()).collect();
            for operator in OPERATORS {
                let mut asked = Vec::new();
                let found = store.releases_knowing(operator, &mut |identifier| {
                    asked.push(identifier.to_owned());
                    such.contains(identifier)
                });
                let wanted = wanted(&store, operator, &such);
                assert_eq!(found.unwrap(), wanted, "{} {turn}: {such:?}", database.name);
                let once: BTreeSet<&String> = asked.iter().collect();
                assert_eq!(once.len(), asked.len(), "{}: each is asked once", database.name);
            }
        }
    }
}

#[test]
fn where_very_many_findings_are_meant_every_release_with_an_open_one_is_named() {
    for database in every_database() {
        let mut store = founded(&database);
        let many = (0..6_000).map(|number| finding("c", &format!("CVE-2026-{number:05}"), 50, -1)).collect();
        let closed = FindingRow {
            closed_at: Some(at("2033-05-18T00:00:00Z")),
            ..finding("c", "CVE-2026-00001", 50, -1)
        };
        let rows = vec![
            rows("maker", "gateway", "1.0", vec![], many),
            rows("maker", "pump", "1.0", vec![], vec![finding("c", "CVE-2026-00002", 50, -1)]),
            rows("maker", "pump", "1.1", vec![], vec![closed]),
        ];
        Sample { rows, ..Sample::of("maker") }.keep(&mut store).unwrap();
        let place = |product: &str| (product.to_owned(), "1.0".to_owned());
        let all = store.releases_knowing("maker", &mut |_| true).unwrap();
        assert_eq!(all, [place("gateway"), place("pump")], "{}", database.name);
        let one = store.releases_knowing("maker", &mut |id| id == "cve-2026-00003").unwrap();
        assert_eq!(one, [place("gateway")], "{}", database.name);
        // Beyond so many names nobody looks up whose they are.
        let most = store.releases_knowing("maker", &mut |id| id > "cve-2026-00100").unwrap();
        assert_eq!(most, [place("gateway"), place("pump")], "{}", database.name);
    }
}

#[test]
fn a_component_that_is_called_like_a_vulnerability_is_known_by_no_identifier() {
    for database in every_database() {
        let mut store = founded(&database);
        let mut under_both = finding("c", "CVE-2026-8", 50, -1);
        under_both.aliases = vec!["CVE-2026-7".to_owned()];
        let rows = vec![
            rows("maker", "gateway", "1.0", vec![], vec![finding("cve-2026-7", "CVE-2026-8", 50, -1)]),
            rows("maker", "pump", "1.0", vec![], vec![under_both]),
        ];
        Sample { rows, ..Sample::of("maker") }.keep(&mut store).unwrap();
        // Both know one vulnerability, and only one of them knows it under the other identifier.
        let place = |product: &str| (product.to_owned(), "1.0".to_owned());
        let of = |such: &[&str]| store.releases_knowing("maker", &mut |id| such.contains(&id)).unwrap();
        assert_eq!(of(&["cve-2026-7"]), [place("pump")], "{}", database.name);
        assert_eq!(of(&["cve-2026-8"]), [place("gateway"), place("pump")], "{}", database.name);
    }
}
