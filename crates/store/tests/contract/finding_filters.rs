//! Lists of findings hold just what every filter together asks for, in order, page by page.

use jiff::SignedDuration;
use proofmark_facts::{
    Asking, FindingFilter, FindingOrder, FindingQuery, FindingRow, Keeping, Placed, RecordKind, RecordWrite,
    Seen,
};
use proofmark_store::Store;

use crate::databases::every_database;
use crate::samples::{NOW, Sample, at, finding, key, new_noun, release, rows};

/// Numbers without an order of their own, the same at every run.
fn scattered(number: u64) -> u64 {
    (number + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20
}

fn row(number: u64) -> FindingRow {
    let random = scattered(number);
    let score = i64::try_from(random % 102).unwrap() - 1;
    let component = format!("pkg:npm/Lib{}@1.{}", random % 7, random % 3);
    let mut row = finding(&component, &format!("CVE-2026-{:04}", random % 23), score, 0);
    row.epss = i64::try_from(random >> 3 & 0xFFF).unwrap() - 1;
    row.exploited = random.is_multiple_of(5);
    row.opened_at = at(NOW) - SignedDuration::from_hours(i64::try_from(random >> 5 & 0x3FF).unwrap());
    row.unresolved = random.is_multiple_of(3);
    if random.is_multiple_of(4) {
        row.fixed_in.clear();
    }
    if random.is_multiple_of(7) {
        (row.closed_at, row.unresolved) = (Some(at(NOW)), false);
    }
    if random % 23 == 3 {
        row.aliases = vec!["GHSA-aaaa-bbbb-cccc".to_owned(), "PYSEC-2026-7".to_owned()];
    }
    row
}

const PRODUCTS: [&str; 3] = ["gateway", "pump", "valve"];

fn fill(store: &mut Store) -> Vec<Placed<FindingRow>> {
    let mut all = Vec::new();
    let mut sample = Sample::of("maker");
    for (product, place) in PRODUCTS.iter().zip(0..) {
        for (version, number) in [("1.0", 0), ("2.0", 1)] {
            let seed = (place * 2 + number) * 60;
            let found: Vec<FindingRow> = (seed..seed + 60).map(row).collect();
            all.extend(found.iter().cloned().map(|row| Placed {
                product: (*product).to_owned(),
                release: version.to_owned(),
                row,
            }));
            sample.rows.push(rows("maker", product, version, vec![], found));
        }
    }
    sample.keep(store).unwrap();
    let others = vec![rows("other", "gateway", "1.0", vec![], (0..60).map(row).collect())];
    Sample { rows: others, ..Sample::of("other") }.keep(store).unwrap();
    all
}

/// What the list should hold, said as plainly as can be.
fn fits(query: &FindingQuery<'_>, one: &Placed<FindingRow>) -> bool {
    let (row, narrowed) = (&one.row, &query.narrowed);
    let is = |wanted: Option<bool>, so: bool| wanted.is_none_or(|wanted| wanted == so);
    let seen = match query.seen {
        Seen::All => true,
        Seen::These(products) => products.contains(&one.product),
    };
    let names: Vec<String> = [&row.component, &row.vulnerability]
        .into_iter()
        .chain(&row.aliases)
        .map(|name| name.to_lowercase())
        .collect();
    let words = narrowed.holding.unwrap_or_default().to_lowercase();
    seen && query.product.is_none_or(|product| product == one.product)
        && query.release.is_none_or(|release| release == one.release)
        && query.vulnerability.is_none_or(|known| known == row.vulnerability)
        && narrowed.identified.is_none_or(|called| names[1..].contains(&called.to_lowercase()))
        && words.split_whitespace().all(|word| names.iter().any(|name| name.contains(word)))
        && is(query.open, row.closed_at.is_none())
        && is(query.unresolved, row.unresolved)
        && is(query.exploited, row.exploited)
        && is(narrowed.fixable, !row.fixed_in.is_empty())
        && query.score_from.is_none_or(|score| row.score >= score)
        && narrowed.opened_until.is_none_or(|until| row.opened_at <= until)
        && narrowed.opened_from.is_none_or(|from| row.opened_at >= from)
}

fn place(order: FindingOrder, row: &FindingRow) -> (i64, i64) {
    match order {
        FindingOrder::Severity => (-row.score, -row.epss),
        FindingOrder::Epss => (-row.epss, -row.score),
        FindingOrder::Newest => (-row.opened_at.as_microsecond(), 0),
    }
}

fn all_pages(store: &Store, query: &FindingQuery<'_>) -> Vec<Placed<FindingRow>> {
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let page = store.findings(&FindingQuery { after: after.as_deref(), ..query.clone() }).unwrap();
        all.extend(page.items);
        after = page.next;
        if after.is_none() {
            return all;
        }
    }
}

#[test]
fn every_choice_of_filters_holds_what_it_says_in_every_order() {
    let one = Seen::These(vec!["pump".to_owned()]);
    let two = Seen::These(["valve", "gateway", "valve", "nothing"].map(str::to_owned).to_vec());
    let hours_ago = |hours| Some(at(NOW) - SignedDuration::from_hours(hours));
    for database in every_database() {
        let mut store = database.open();
        let all = fill(&mut store);
        let mut found = 0;
        for number in 0..400 {
            let random = scattered(number * 977 + 13);
            let pick = |shift: u32, count: u64| usize::try_from((random >> shift) % count).unwrap();
            let truth = |shift| [None, None, Some(true), Some(false)][pick(shift, 4)];
            let rarely = |shift: u32, count| pick(shift, count) == 0;
            let query = FindingQuery {
                operator: "maker",
                seen: [&Seen::All, &Seen::All, &one, &two][pick(1, 4)],
                product: rarely(3, 6).then_some("pump"),
                release: rarely(5, 5).then_some("2.0"),
                vulnerability: rarely(7, 9).then_some("CVE-2026-0003"),
                open: truth(9),
                unresolved: truth(11),
                exploited: truth(13),
                score_from: [None, None, Some(40), Some(70), Some(55), Some(-1)][pick(15, 6)],
                narrowed: FindingFilter {
                    identified: [None, None, None, None, Some("ghsa-AAAA-bbbb-cccc"), Some("cve-2026-0005")]
                        [pick(17, 6)],
                    holding: [None, None, None, Some("LIB3"), Some("lib 2026-00"), Some("pysec"), Some("%")]
                        [pick(19, 7)],
                    fixable: truth(21),
                    opened_until: [None, None, hours_ago(500), hours_ago(0)][pick(23, 4)],
                    opened_from: [None, None, hours_ago(900), hours_ago(20)][pick(25, 4)],
                },
                order: [FindingOrder::Severity, FindingOrder::Epss, FindingOrder::Newest][pick(27, 3)],
                after: None,
                limit: 7,
            };
            let listed = all_pages(&store, &query);
            let places: Vec<_> = listed.iter().map(|one| place(query.order, &one.row)).collect();
            assert!(places.is_sorted(), "{}: {query:?}", database.name);
            let sorted = |list: &mut dyn Iterator<Item = &Placed<FindingRow>>| {
                let mut list: Vec<String> = list.map(|one| format!("{one:?}")).collect();
                list.sort();
                list
            };
            let expected = sorted(&mut all.iter().filter(|one| fits(&query, one)));
            assert_eq!(sorted(&mut listed.iter()), expected, "{}: {query:?}", database.name);
            found += listed.len();
        }
        assert!(found > 1000, "{found}");
    }
}

#[test]
fn words_that_thousands_of_names_hold_are_come_upon_in_order() {
    for database in every_database() {
        let mut store = database.open();
        let many = |number: u64| {
            let random = i64::try_from(scattered(number) % 101).unwrap();
            finding(&format!("lib{number}"), "CVE-2026-1", random, 1)
        };
        let found: Vec<FindingRow> = (0..2200).map(many).collect();
        let sample = Sample { rows: vec![rows("maker", "pump", "1", vec![], found)], ..Sample::of("maker") };
        sample.keep(&mut store).unwrap();
        for (words, count) in [("LIB", 2200), ("lib1 cve", 1111), ("lib cve-2027", 0)] {
            for order in [FindingOrder::Severity, FindingOrder::Epss, FindingOrder::Newest] {
                let narrowed = FindingFilter { holding: Some(words), ..FindingFilter::default() };
                let query = FindingQuery { narrowed, order, limit: 150, ..everything(&Seen::All) };
                let listed = all_pages(&store, &query);
                assert_eq!(listed.len(), count, "{}: {words}", database.name);
                let places: Vec<_> = listed.iter().map(|one| place(order, &one.row)).collect();
                assert!(places.is_sorted());
            }
        }
    }
}

fn everything(seen: &Seen) -> FindingQuery<'_> {
    FindingQuery {
        operator: "maker",
        seen,
        product: None,
        release: None,
        vulnerability: None,
        open: None,
        unresolved: None,
        exploited: None,
        score_from: None,
        narrowed: FindingFilter::default(),
        order: FindingOrder::Severity,
        after: None,
        limit: 100,
    }
}

#[test]
fn names_and_other_identifiers_come_and_go_with_the_rows_that_have_them() {
    for database in every_database() {
        let mut store = database.open();
        let called = |aliases: &[&str]| FindingRow {
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            ..finding("pkg:npm/x@1", "CVE-2026-1", 90, 1)
        };
        let keep = |store: &mut Store, version: &str, findings: Vec<FindingRow>| {
            let rows = vec![rows("maker", "pump", version, vec![], findings)];
            Sample { rows, ..Sample::of("maker") }.keep(store).unwrap();
        };
        let count = |store: &Store, identified| {
            let narrowed = FindingFilter { identified: Some(identified), ..FindingFilter::default() };
            store.findings(&FindingQuery { narrowed, ..everything(&Seen::All) }).unwrap().items.len()
        };
        let first = new_noun("maker", &release("pump", "1", 1));
        Sample { records: vec![first], ..Sample::of("maker") }.keep(&mut store).unwrap();
        keep(&mut store, "1", vec![called(&[])]);
        assert_eq!((count(&store, "cve-2026-1"), count(&store, "GHSA-1")), (1, 0));
        keep(&mut store, "1", vec![called(&["GHSA-1"])]);
        keep(&mut store, "2", vec![called(&["GHSA-1", "GHSA-2"])]);
        assert_eq!((count(&store, "ghsa-1"), count(&store, "GHSA-2")), (2, 2), "one vulnerability");
        assert_eq!(store.findings_of("maker", "pump", "2").unwrap(), [called(&["GHSA-1", "GHSA-2"])]);
        keep(&mut store, "2", vec![]);
        assert_eq!(count(&store, "GHSA-1"), 1);
        let gone = RecordWrite {
            key: key("maker", RecordKind::Release, "pump 1"),
            expects: store
                .record(&key("maker", RecordKind::Release, "pump 1"))
                .unwrap()
                .map(|record| record.sha256),
            content: None,
        };
        Sample { records: vec![gone], ..Sample::of("maker") }.keep(&mut store).unwrap();
        assert_eq!((count(&store, "GHSA-1"), count(&store, "CVE-2026-1")), (0, 0));
        for table in ["finding_row", "finding_name", "finding_alias"] {
            let left = format!("INSERT INTO {table} SELECT * FROM {table} WHERE operator = 'maker'");
            database.behind_the_back(&left).unwrap_or_else(|error| panic!("{table} is not empty: {error}"));
        }
    }
}
