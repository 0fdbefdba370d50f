//! Rows made again of what they were made from are the rows that are there, whatever was written over what before.

use proofmark_facts::{
    ComponentRow, Difference, GateAnswer, Keeping, Proving, RecordKey, RecordKind, RecordWrite, RowSeal,
    Sha256,
};
use proofmark_store::Store;

use crate::databases::every_database;
use crate::samples::{Sample, component, finding, key, new_noun, product, release, rows};

/// All differences there are, in words.
fn differences(store: &Store, products: &[&str]) -> Vec<String> {
    let mut found = store.stray_rows(100).unwrap();
    for product in products {
        found.extend(store.product_differences("maker", product).unwrap());
        let held = store.held_release("maker", &format!("{product} 1.0")).unwrap();
        found.extend(held.into_iter().flat_map(|held| held.differences));
    }
    found.iter().map(|one| format!("{} {} {:?}", one.table, one.row, one.difference)).collect()
}

fn renamed(place: u64, name: &str, purl: &str) -> ComponentRow {
    ComponentRow { purl: purl.to_owned(), ..component(place, name) }
}

fn write(store: &mut Store, id: &str, components: Vec<ComponentRow>) {
    let mut findings = vec![
        finding("a", "CVE-1", 98, 5),
        finding("a", "CVE-1", 98, 5),
        finding("zero\0inside", "CVE-2", -1, -1),
        finding("zeroinside", "CVE-2", 40, 7),
    ];
    findings.sort_by(|one, other| one.component.cmp(&other.component));
    let sample = Sample { rows: vec![rows("maker", id, "1.0", components, findings)], ..Sample::of("maker") };
    sample.keep(store).unwrap();
}

#[test]
fn what_was_written_over_again_and_again_differs_in_nothing() {
    for database in every_database() {
        let mut store = database.open();
        for id in ["gateway", "pump"] {
            let records = vec![
                new_noun("maker", &product(id, Some(GateAnswer::Closed), 3)),
                new_noun("maker", &release(id, "1.0", 1)),
            ];
            Sample { records, ..Sample::of("maker") }.keep(&mut store).unwrap();
        }
        let both = ["gateway", "pump"];
        write(&mut store, "gateway", vec![component(0, "a"), component(1, "zero\0inside")]);
        write(&mut store, "pump", vec![component(0, "A"), component(1, "b")]);
        assert_eq!(differences(&store, &both), Vec::<String>::new(), "{}", database.name);
        // The same name under another package URL: the one before goes, but not where another product still has it.
        write(&mut store, "gateway", vec![renamed(0, "a", "pkg:npm/a@1"), component(7, "c")]);
        assert_eq!(differences(&store, &both), Vec::<String>::new(), "{}", database.name);
        write(&mut store, "pump", vec![renamed(0, "a", "pkg:npm/a@2")]);
        assert_eq!(differences(&store, &both), Vec::<String>::new(), "{}", database.name);
        // A release that goes takes everything along.
        let gone: RecordKey = key("maker", RecordKind::Release, "pump 1.0");
        let expects = store.record(&gone).unwrap().map(|record| Sha256::of(&record.content));
        let records = vec![RecordWrite { key: gone, expects, content: None }];
        Sample { records, ..Sample::of("maker") }.keep(&mut store).unwrap();
        assert_eq!(differences(&store, &both), Vec::<String>::new(), "{}", database.name);
    }
}

#[test]
fn the_seal_of_rows_read_in_pages_is_the_seal_of_all_of_them() {
    for database in every_database() {
        let mut store = database.open();
        let records = vec![new_noun("maker", &release("gateway", "1.0", 1))];
        Sample { records, ..Sample::of("maker") }.keep(&mut store).unwrap();
        let components: Vec<_> =
            (0..2_500).map(|place| component(place, &format!("c{}", place % 7))).collect();
        // Letters that PostgreSQL writes otherwise come in another order there.
        let names = ["a", "a\0b", "a\u{10FFFF}", "ab", "b"];
        let mut findings: Vec<_> = (0..2_500)
            .map(|number| finding(names[number % 5], &format!("CVE-{:04}", number / 15), 50, 5))
            .collect();
        findings.sort_by(|one, other| {
            (&one.component, &one.vulnerability).cmp(&(&other.component, &other.vulnerability))
        });
        let seals = (RowSeal::of_components(&components), RowSeal::of_findings(&findings));
        let sample = Sample {
            rows: vec![rows("maker", "gateway", "1.0", components, findings)],
            ..Sample::of("maker")
        };
        sample.keep(&mut store).unwrap();
        let held = store.held_release("maker", "gateway 1.0").unwrap().unwrap();
        assert_eq!((held.components, held.findings), seals, "{}", database.name);
        assert_eq!(held.differences, vec![], "{}", database.name);
    }
}

#[test]
fn a_row_that_belongs_to_nothing_is_named_with_its_table() {
    for database in every_database() {
        let mut store = database.open();
        write(&mut store, "nobody", vec![component(0, "a")]);
        let found = store.stray_rows(100).unwrap();
        let tables: Vec<&str> = found.iter().map(|one| one.table).collect();
        assert_eq!(
            tables,
            ["finding_week", "component_name", "component_row", "release_package", "finding_row"],
            "{}",
            database.name
        );
        assert!(found.iter().all(|one| one.difference == Difference::Added));
        assert!(found.iter().all(|one| one.row.contains("`nobody`")), "{found:?}");
    }
}
