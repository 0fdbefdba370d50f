//! Lists and searches: the right order on every database, page by page, whatever is written meanwhile.

use jiff::SignedDuration;
use proofmark_facts::{
    Asking, ComponentQuery, FindingFilter, FindingOrder, FindingQuery, GateAnswer, KeepError, Page,
    ProductOrder, ProductQuery, RecordKind, RecordWrite, Seen, Sha256,
};
use proofmark_store::Store;

use crate::databases::every_database;
use crate::samples::{NOW, Sample, at, component, finding, key, new_noun, product, release, rows};

fn products(operator: &str) -> ProductQuery<'_> {
    ProductQuery {
        operator,
        seen: &Seen::All,
        named: None,
        gate: None,
        needs: None,
        order: ProductOrder::Name,
        after: None,
        limit: 100,
    }
}

fn components(operator: &str) -> ComponentQuery<'_> {
    ComponentQuery {
        operator,
        seen: &Seen::All,
        product: None,
        release: None,
        named: None,
        top_level: None,
        after: None,
        limit: 100,
    }
}

fn findings(operator: &str) -> FindingQuery<'_> {
    FindingQuery {
        operator,
        seen: &Seen::All,
        product: None,
        release: None,
        vulnerability: None,
        open: Some(true),
        unresolved: None,
        exploited: None,
        score_from: None,
        narrowed: FindingFilter::default(),
        order: FindingOrder::Severity,
        after: None,
        limit: 100,
    }
}

fn product_ids(store: &Store, query: &ProductQuery<'_>) -> Vec<String> {
    store.products(query).unwrap().items.into_iter().map(|product| product.id).collect()
}

fn names(store: &Store, query: &ComponentQuery<'_>) -> Vec<String> {
    store.components(query).unwrap().items.into_iter().map(|placed| placed.row.name).collect()
}

fn vulnerabilities(store: &Store, query: &FindingQuery<'_>) -> Vec<String> {
    store.findings(query).unwrap().items.into_iter().map(|placed| placed.row.vulnerability).collect()
}

/// Every page, one after the other.
fn all_pages<T>(mut page: impl FnMut(Option<&str>) -> Result<Page<T>, KeepError>) -> Vec<T> {
    let mut all = vec![];
    let mut next = None;
    loop {
        let found = page(next.as_deref()).unwrap();
        all.extend(found.items);
        next = found.next;
        if next.is_none() {
            return all;
        }
    }
}

#[test]
fn products_are_listed_by_name_urgency_and_the_end_of_their_support() {
    for database in every_database() {
        let mut store = database.open();
        let mut gateway = product("gateway", Some(GateAnswer::Open), 3);
        gateway.name = "100% Gateway_X".to_owned();
        gateway.standing.as_mut().unwrap().support_ends_on = Some("2031-12-31".parse().unwrap());
        let mut manager = product("manager", Some(GateAnswer::Closed), 1);
        manager.name = "épée Manager".to_owned();
        manager.standing.as_mut().unwrap().support_ends_on = Some("2030-01-01".parse().unwrap());
        let mut pump = product("pump", None, 0);
        pump.name = "Zebra pump".to_owned();
        let mut old = product("old", Some(GateAnswer::Closed), 99);
        old.archived = true;
        let records = [&gateway, &manager, &pump, &old].map(|product| new_noun("maker", product)).to_vec();
        Sample { records, ..Sample::of("maker") }.keep(&mut store).unwrap();
        let by = |order| ProductQuery { order, ..products("maker") };
        assert_eq!(product_ids(&store, &by(ProductOrder::Name)), ["gateway", "pump", "manager"]);
        assert_eq!(product_ids(&store, &by(ProductOrder::Urgency)), ["manager", "gateway", "pump"]);
        assert_eq!(product_ids(&store, &by(ProductOrder::SupportEnd)), ["manager", "gateway", "pump"]);
        for order in [ProductOrder::Name, ProductOrder::Urgency, ProductOrder::SupportEnd] {
            let one_by_one =
                all_pages(|after| store.products(&ProductQuery { after, limit: 1, ..by(order) }));
            let at_once = store.products(&by(order)).unwrap();
            assert_eq!((one_by_one, None), (at_once.items, at_once.next));
        }
        let named = |words| product_ids(&store, &ProductQuery { named: Some(words), ..products("maker") });
        assert_eq!(named("ÉPÉE"), ["manager"]);
        assert_eq!(named("x gate"), ["gateway"]);
        assert_eq!(named("0%"), ["gateway"]);
        assert_eq!(named("%z"), Vec::<String>::new());
        assert_eq!(named("_"), ["gateway"]);
        let closed = ProductQuery { gate: Some(GateAnswer::Closed), ..products("maker") };
        assert_eq!(product_ids(&store, &closed), ["manager"]);
        let seen = Seen::These(vec!["pump".to_owned(), "old".to_owned(), "gateway".to_owned()]);
        assert_eq!(
            product_ids(&store, &ProductQuery { seen: &seen, ..products("maker") }),
            ["gateway", "pump"]
        );
        let none = Seen::These(vec![]);
        assert_eq!(
            product_ids(&store, &ProductQuery { seen: &none, ..products("maker") }),
            Vec::<String>::new()
        );

        let all = store.portfolio("maker", &Seen::All).unwrap();
        assert_eq!((all.products, all.gates_open, all.gates_closed, all.unassessed), (3, 1, 1, 1));
        assert_eq!((all.obligations_late, all.findings.critical, all.findings.undecided), (4, 4, 4));
        let some = store.portfolio("maker", &seen).unwrap();
        assert_eq!((some.products, some.gates_closed, some.findings.critical), (2, 0, 3));
        assert_eq!(store.portfolio("maker", &none).unwrap().products, 0);
    }
}

#[test]
fn a_product_that_is_written_anew_moves_in_the_lists_and_one_taken_away_leaves_them() {
    for database in every_database() {
        let mut store = database.open();
        let mut gateway = product("gateway", None, 0);
        let first = serde_json::to_vec(&gateway).unwrap();
        let records = vec![new_noun("maker", &gateway), new_noun("maker", &product("pump", None, 0))];
        Sample { records, ..Sample::of("maker") }.keep(&mut store).unwrap();
        gateway.name = "Zulu".to_owned();
        let second = serde_json::to_vec(&gateway).unwrap();
        let write = |expects: &[u8], content: Option<&Vec<u8>>| RecordWrite {
            key: key("maker", RecordKind::Product, "gateway"),
            expects: Some(Sha256::of(expects)),
            content: content.cloned(),
        };
        let records = vec![write(&first, Some(&second))];
        Sample { records, ..Sample::of("maker") }.keep(&mut store).unwrap();
        assert_eq!(product_ids(&store, &products("maker")), ["pump", "gateway"]);
        Sample { records: vec![write(&second, None)], ..Sample::of("maker") }.keep(&mut store).unwrap();
        assert_eq!(product_ids(&store, &products("maker")), ["pump"]);
    }
}

#[test]
fn releases_are_listed_newest_first_and_take_their_rows_with_them() {
    for database in every_database() {
        let mut store = database.open();
        let versions = ["1.0", "1.1", "2.0-rc 1", "1.2"];
        let releases: Vec<_> =
            (1..).zip(versions).map(|(number, version)| release("gateway", version, number)).collect();
        let sample = Sample {
            records: releases.iter().map(|release| new_noun("maker", release)).collect(),
            rows: vec![rows("maker", "gateway", "2.0-rc 1", vec![component(0, "a")], vec![])],
            ..Sample::of("maker")
        };
        sample.keep(&mut store).unwrap();
        let listed = all_pages(|after| store.releases("maker", "gateway", after, 3));
        let listed: Vec<_> = listed.into_iter().map(|release| release.version).collect();
        assert_eq!(listed, ["1.2", "2.0-rc 1", "1.1", "1.0"]);
        assert_eq!(store.components_of("maker", "gateway", "2.0-rc 1").unwrap().len(), 1);
        let gone = RecordWrite {
            key: key("maker", RecordKind::Release, "gateway 2.0-rc 1"),
            expects: Some(Sha256::of(&serde_json::to_vec(&releases[2]).unwrap())),
            content: None,
        };
        Sample { records: vec![gone], ..Sample::of("maker") }.keep(&mut store).unwrap();
        assert_eq!(store.releases("maker", "gateway", None, 9).unwrap().items.len(), 3);
        assert_eq!(store.components_of("maker", "gateway", "2.0-rc 1").unwrap(), vec![]);
    }
}

#[test]
fn components_are_found_by_what_their_name_begins_with() {
    for database in every_database() {
        let mut store = database.open();
        let listed = ["Log4j", "log4j-api", "LOG4_J", "logback", "Ärger", "zlib", "a\0b", "\u{10FFFF}"];
        let listed = (0..).zip(listed).map(|(place, name)| component(place, name)).collect::<Vec<_>>();
        let others = vec![component(0, "log4j"), component(1, "openssl")];
        let sample = Sample {
            rows: vec![
                rows("maker", "gateway", "1.0", listed.clone(), vec![]),
                rows("maker", "pump", "7", others, vec![]),
            ],
            ..Sample::of("maker")
        };
        sample.keep(&mut store).unwrap();
        let named = |words| {
            let mut found = names(&store, &ComponentQuery { named: Some(words), ..components("maker") });
            found.sort();
            found
        };
        assert_eq!(named("LOG4J"), ["Log4j", "log4j", "log4j-api"]);
        assert_eq!(named("log4_"), ["LOG4_J"]);
        assert_eq!(named("är"), ["Ärger"]);
        assert_eq!(named("a\0"), ["a\0b"]);
        assert_eq!(named("\u{10FFFF}"), ["\u{10FFFF}"]);
        assert_eq!(named("%"), Vec::<String>::new());
        assert_eq!(named("").len(), 10);
        assert_eq!(store.components_of("maker", "gateway", "1.0").unwrap(), listed);
        let of = |product, release, top_level| {
            let query = ComponentQuery { product, release, top_level, ..components("maker") };
            names(&store, &query).len()
        };
        assert_eq!(of(Some("gateway"), None, None), 8);
        assert_eq!(of(Some("gateway"), Some("1.0"), Some(true)), 4);
        assert_eq!(of(Some("gateway"), Some("1.1"), None), 0);
        assert_eq!(of(None, None, Some(false)), 5);
        let seen = Seen::These(vec!["pump".to_owned()]);
        assert_eq!(
            names(&store, &ComponentQuery { seen: &seen, ..components("maker") }),
            ["log4j", "openssl"]
        );
        let in_pages =
            all_pages(|after| store.components(&ComponentQuery { after, limit: 3, ..components("maker") }));
        assert_eq!(in_pages, store.components(&components("maker")).unwrap().items);
    }
}

#[test]
fn findings_are_listed_by_severity_likelihood_and_age_and_filtered() {
    for database in every_database() {
        let mut store = database.open();
        let mut old = finding("b", "CVE-2", 98, 10);
        old.opened_at = at(NOW) - SignedDuration::from_hours(9);
        let mut closed = finding("c", "CVE-9", 100, 999_999);
        closed.closed_at = Some(at(NOW));
        closed.closed_because = "component-gone".to_owned();
        closed.unresolved = false;
        let all = vec![
            finding("a", "CVE-1", 75, 900_000),
            old,
            closed,
            finding("d", "CVE-3", -1, -1),
            finding("e", "CVE-4", 98, 20),
        ];
        let other = vec![finding("a", "CVE-1", 75, 900_000)];
        let sample = Sample {
            rows: vec![
                rows("maker", "gateway", "1.0", vec![], all.clone()),
                rows("maker", "pump", "7", vec![], other),
            ],
            ..Sample::of("maker")
        };
        sample.keep(&mut store).unwrap();
        assert_eq!(store.findings_of("maker", "gateway", "1.0").unwrap(), all);
        let by = |order, open| {
            let mut query = findings("maker");
            (query.order, query.open, query.product) = (order, open, Some("gateway"));
            vulnerabilities(&store, &query)
        };
        assert_eq!(by(FindingOrder::Severity, Some(true)), ["CVE-4", "CVE-2", "CVE-1", "CVE-3"]);
        assert_eq!(by(FindingOrder::Epss, Some(true)), ["CVE-1", "CVE-4", "CVE-2", "CVE-3"]);
        assert_eq!(by(FindingOrder::Newest, Some(true)).last().unwrap(), "CVE-2");
        assert_eq!(by(FindingOrder::Severity, None), ["CVE-9", "CVE-4", "CVE-2", "CVE-1", "CVE-3"]);
        assert_eq!(by(FindingOrder::Severity, Some(false)), ["CVE-9"]);
        let count = |query: FindingQuery<'_>| vulnerabilities(&store, &query).len();
        assert_eq!(count(FindingQuery { unresolved: Some(true), ..findings("maker") }), 4);
        assert_eq!(count(FindingQuery { unresolved: Some(false), ..findings("maker") }), 1);
        assert_eq!(count(FindingQuery { exploited: Some(true), ..findings("maker") }), 2);
        assert_eq!(count(FindingQuery { vulnerability: Some("CVE-1"), ..findings("maker") }), 2);
        assert_eq!(count(FindingQuery { score_from: Some(76), ..findings("maker") }), 2);
        assert_eq!(count(FindingQuery { score_from: Some(75), ..findings("maker") }), 4);
        assert_eq!(count(FindingQuery { score_from: Some(0), ..findings("maker") }), 4);
        let newest = FindingQuery { order: FindingOrder::Newest, ..findings("maker") };
        assert_eq!(count(FindingQuery { score_from: Some(76), ..newest.clone() }), 2);
        assert_eq!(count(FindingQuery { score_from: Some(75), ..newest }), 4);
        assert_eq!(count(FindingQuery { release: Some("7"), open: None, ..findings("maker") }), 1);
        let seen = Seen::These(vec!["pump".to_owned(), "none".to_owned()]);
        assert_eq!(count(FindingQuery { seen: &seen, ..findings("maker") }), 1);
        assert_eq!(count(FindingQuery { seen: &seen, product: Some("gateway"), ..findings("maker") }), 0);
        assert_eq!(count(FindingQuery { seen: &seen, product: Some("pump"), ..findings("maker") }), 1);
        let both = ["pump", "gateway", "pump"].map(str::to_owned).to_vec();
        let crowd = (0..500).map(|number| format!("x{number}"));
        let both = [Seen::All, Seen::These(both.clone()), Seen::These(crowd.chain(both).collect())];
        for (order, seen) in [FindingOrder::Severity, FindingOrder::Epss, FindingOrder::Newest]
            .into_iter()
            .flat_map(|order| both.iter().map(move |seen| (order, seen)))
        {
            let query = FindingQuery { order, seen, open: None, ..findings("maker") };
            let everything = FindingQuery { seen: &Seen::All, ..query.clone() };
            assert_eq!(store.findings(&query).unwrap(), store.findings(&everything).unwrap());
            let in_pages =
                all_pages(|after| store.findings(&FindingQuery { after, limit: 1, ..query.clone() }));
            assert_eq!(in_pages, store.findings(&query).unwrap().items);
        }
    }
}

#[test]
fn a_list_goes_on_where_its_page_ended_though_everything_was_written_anew() {
    for database in every_database() {
        let mut store = database.open();
        let numbered = |number: u64| finding(&format!("c{number:03}"), &format!("CVE-{number}"), 70, 5);
        let keep = |store: &mut Store, numbers: &[u64]| {
            let all = numbers.iter().copied().map(numbered).collect();
            let rows = vec![rows("maker", "gateway", "1.0", vec![], all)];
            Sample { rows, ..Sample::of("maker") }.keep(store).unwrap();
        };
        let first: Vec<u64> = (0..60).collect();
        keep(&mut store, &first);
        let mut seen = vec![];
        let mut after = None;
        for round in 0.. {
            let query = FindingQuery { after: after.as_deref(), limit: 7, ..findings("maker") };
            let page = store.findings(&query).unwrap();
            seen.extend(page.items.into_iter().map(|placed| placed.row.vulnerability));
            after = page.next;
            if after.is_none() {
                break;
            }
            // Twenty go and twenty come, in another order.
            let kept: Vec<u64> = (20..60).rev().chain(100 + round * 20..120 + round * 20).collect();
            keep(&mut store, &kept);
        }
        let mut once = seen.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), seen.len(), "none is shown twice");
        for stayed in 20..60 {
            assert!(seen.contains(&format!("CVE-{stayed}")), "{stayed} was there all the time");
        }
    }
}

#[test]
fn the_same_finding_listed_twice_stays_two_rows() {
    for database in every_database() {
        let mut store = database.open();
        let twice = vec![finding("a", "CVE-1", 75, 1), finding("a", "CVE-1", 75, 1)];
        let rows = vec![rows("maker", "gateway", "1.0", vec![], twice.clone())];
        Sample { rows, ..Sample::of("maker") }.keep(&mut store).unwrap();
        assert_eq!(store.findings_of("maker", "gateway", "1.0").unwrap(), twice);
        let in_pages =
            all_pages(|after| store.findings(&FindingQuery { after, limit: 1, ..findings("maker") }));
        assert_eq!(in_pages.len(), 2);
    }
}

#[test]
fn rows_written_anew_are_what_was_last_written_whether_few_changed_or_all() {
    for database in every_database() {
        let mut store = database.open();
        let findings_query = findings("maker");
        let numbered = |number: u64| finding(&format!("c{number:03}"), "CVE-1", 70, 5);
        let first: Vec<_> = (0..300).map(numbered).collect();
        let mut few = first.clone();
        few[7].status = "not_affected".to_owned();
        few[8].closed_at = Some(at(NOW));
        few.remove(200);
        few.push(numbered(900));
        let others: Vec<_> = (1000..1200).map(numbered).collect();
        // More than are made at a time, where there were others and where there were none.
        let many: Vec<_> = (2000..7000).map(numbered).collect();
        for (round, findings) in [&first, &few, &few, &others, &many, &vec![], &many].into_iter().enumerate()
        {
            let components: Vec<_> =
                findings.iter().zip(0..).map(|(row, place)| component(place, &row.component)).collect();
            let rows = vec![rows("maker", "gateway", "1.0", components.clone(), findings.clone())];
            Sample { rows, ..Sample::of("maker") }.keep(&mut store).unwrap();
            assert_eq!(store.findings_of("maker", "gateway", "1.0").unwrap(), *findings, "{round}");
            assert_eq!(store.components_of("maker", "gateway", "1.0").unwrap(), components, "{round}");
            let listed = store.findings(&FindingQuery { open: None, limit: 9999, ..findings_query.clone() });
            assert_eq!(listed.unwrap().items.len(), findings.len(), "{round}");
        }
    }
}

#[test]
fn a_page_nobody_gave_is_refused() {
    for database in every_database() {
        let store = database.open();
        for after in ["", "nonsense", "WzEsMl0", "WyJhIiwiYiIsImMiXQ"] {
            let refused =
                store.products(&ProductQuery { after: Some(after), ..products("maker") }).unwrap_err();
            assert_eq!(refused.says.id(), "store-page-unknown", "{after}");
        }
    }
}
