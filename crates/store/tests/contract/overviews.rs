//! Overviews: what needs somebody, cases, annexes and findings over time, the same on every database.

use jiff::civil::date;
use proofmark_facts::{
    AnnexPart, Asking, CaseAwareness, CaseDuty, CaseQuery, CaseStanding, ClockStanding, FindingWeek,
    GateAnswer, Needs, NeedsQuery, ObligationTally, OpenSince, Outlook, Overseeing, PlacedCase, ProductNeed,
    ProductOrder, ProductQuery, ProductRecord, RecordKind, RecordWrite, SearchQuery, Seen, Sha256, Stage,
    Stream,
};
use proofmark_store::Store;

use crate::databases::every_database;
use crate::samples::{NOW, Sample, at, component, finding, key, new_noun, product, release, rows};

const EARLIER: &str = "2026-11-21T08:00:00Z";
const LATER: &str = "2026-11-22T08:00:00Z";

fn clock(stage: Stage, due_at: Option<&str>) -> ClockStanding {
    ClockStanding {
        stage,
        starts_at: Some(at("2026-11-20T08:00:00Z")),
        due_at: due_at.map(at),
        submitted_at: None,
        given_before: false,
    }
}

fn case(id: &str, duty: CaseDuty, clocks: Vec<ClockStanding>) -> CaseStanding {
    CaseStanding {
        id: id.to_owned(),
        name: format!("The Case {id}"),
        identifiers: vec![format!("CVE-2026-{id}")],
        stream: Stream::Vulnerability,
        duty,
        awareness: CaseAwareness::Aware,
        aware_at: Some(at("2026-11-20T08:00:00Z")),
        rulings: vec![],
        clocks,
        gone: None,
    }
}

fn ahead(id: &str, cases: Vec<CaseStanding>) -> ProductRecord {
    let mut record = product(id, Some(GateAnswer::Open), 1);
    let tally = ObligationTally { met: 3, open: 2, late: 1, undecided: 1, not_applicable: 4 };
    record.standing.as_mut().unwrap().outlook = Some(Outlook {
        binds_next_on: Some(date(2027, 12, 11)),
        cases,
        readiness: [(AnnexPart::AnnexIPartI, tally), (AnnexPart::AnnexVii, tally)].into(),
        ..Outlook::default()
    });
    record
}

fn needs(store: &Store, seen: &Seen) -> Needs {
    let query = NeedsQuery {
        operator: "maker",
        seen,
        now: at(NOW),
        today: date(2026, 11, 21),
        support_until: date(2027, 11, 21),
        most_clocks: 3,
    };
    store.needs(&query).unwrap()
}

fn cases(store: &Store, query: &CaseQuery<'_>) -> Vec<String> {
    store.cases(query).unwrap().items.into_iter().map(|case| case.id).collect()
}

fn of_maker(seen: &Seen) -> CaseQuery<'_> {
    CaseQuery { operator: "maker", seen, product: None, named: None, open: None, after: None, limit: 100 }
}

fn filled(store: &mut Store) {
    let late = case("late", CaseDuty::Mandatory, vec![clock(Stage::EarlyWarning, Some(EARLIER))]);
    let mut both = case(
        "both",
        CaseDuty::Undetermined,
        vec![clock(Stage::Notification, Some(LATER)), clock(Stage::Users, None)],
    );
    both.clocks[1].starts_at = Some(at(NOW));
    let done = case("done", CaseDuty::Voluntary, vec![]);
    let mut old = ahead("old", vec![case("old", CaseDuty::Mandatory, vec![clock(Stage::Users, None)])]);
    old.archived = true;
    let mut ended = product("ended", Some(GateAnswer::Closed), 0);
    ended.standing.as_mut().unwrap().support_ends_on = Some(date(2026, 11, 20));
    ended.standing.as_mut().unwrap().obligations.late = 0;
    let mut ending = ahead("pump", vec![both]);
    ending.standing.as_mut().unwrap().support_ends_on = Some(date(2027, 11, 21));
    let fresh = product("fresh", None, 0);
    let records = [&ahead("gateway", vec![done, late]), &ending, &ended, &fresh, &old];
    let records = records.map(|product| new_noun("maker", product)).to_vec();
    Sample { records, ..Sample::of("maker") }.keep(store).unwrap();
}

#[test]
fn what_needs_somebody_is_counted_and_the_clock_that_ends_first_comes_first() {
    for database in every_database() {
        let mut store = database.open();
        filled(&mut store);
        let all = needs(&store, &Seen::All);
        assert_eq!((all.to_triage, all.late, all.assess_again), (2, 2, 1), "{}", database.name);
        assert_eq!((all.support_ended, all.support_ending), (1, 1));
        assert_eq!(all.binds_next_on, Some(date(2027, 12, 11)));
        assert_eq!((all.cases, all.clocks_running, all.clocks_late), (2, 2, 1));
        let stages: Vec<_> = all.clocks.iter().map(|clock| (clock.case.as_str(), clock.stage)).collect();
        let first = [
            ("gateway.late", Stage::EarlyWarning),
            ("pump.both", Stage::Notification),
            ("pump.both", Stage::Users),
        ];
        assert_eq!(stages, first);
        assert_eq!((all.clocks[0].due_at, all.clocks[2].due_at), (Some(at(EARLIER)), None));
        assert_eq!(all.clocks[0].product_name, "Product gateway");
        let pump = needs(&store, &Seen::These(vec!["pump".to_owned()]));
        assert_eq!((pump.cases, pump.clocks_late, pump.late, pump.support_ended), (1, 0, 1, 0));
        assert_eq!(needs(&store, &Seen::These(vec![])), Needs::default());
    }
}

#[test]
fn products_are_listed_by_what_they_need() {
    for database in every_database() {
        let mut store = database.open();
        filled(&mut store);
        let needing = |need| {
            let query = ProductQuery {
                operator: "maker",
                seen: &Seen::All,
                named: None,
                gate: None,
                needs: Some(need),
                order: ProductOrder::Name,
                after: None,
                limit: 100,
            };
            let ids = store.products(&query).unwrap().items.into_iter().map(|product| product.id);
            ids.collect::<Vec<_>>()
        };
        let (today, until) = (date(2026, 11, 21), date(2027, 11, 21));
        assert_eq!(needing(ProductNeed::Triage), ["gateway", "pump"]);
        assert_eq!(needing(ProductNeed::Late), ["gateway", "pump"]);
        assert_eq!(needing(ProductNeed::Assessment), ["fresh"]);
        assert_eq!(needing(ProductNeed::AssessAgain), ["ended"]);
        assert_eq!(needing(ProductNeed::Clock), ["gateway", "pump"]);
        assert_eq!(needing(ProductNeed::SupportEnding(today, until)), ["pump"]);
        assert_eq!(needing(ProductNeed::SupportEnded(today)), ["ended"]);
    }
}

#[test]
fn cases_are_listed_by_what_presses_and_leave_with_their_product() {
    for database in every_database() {
        let mut store = database.open();
        filled(&mut store);
        let (all, pump) = (Seen::All, Seen::These(vec!["pump".to_owned()]));
        assert_eq!(cases(&store, &of_maker(&all)), ["gateway.late", "pump.both", "gateway.done"]);
        let mut one_by_one = vec![];
        let mut after: Option<String> = None;
        loop {
            let page =
                store.cases(&CaseQuery { after: after.as_deref(), limit: 1, ..of_maker(&all) }).unwrap();
            one_by_one.extend(page.items);
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(one_by_one, store.cases(&of_maker(&all)).unwrap().items);
        let named = |words| cases(&store, &CaseQuery { named: Some(words), ..of_maker(&all) });
        assert_eq!(named("cve-2026-LATE"), ["gateway.late"]);
        assert_eq!(named("case DONE"), ["gateway.done"]);
        assert_eq!(named("%"), Vec::<String>::new());
        assert_eq!(cases(&store, &CaseQuery { open: Some(true), ..of_maker(&all) }).len(), 2);
        assert_eq!(cases(&store, &CaseQuery { product: Some("pump"), ..of_maker(&all) }), ["pump.both"]);
        assert_eq!(cases(&store, &of_maker(&pump)), ["pump.both"]);
        let one: PlacedCase = store.case("maker", "gateway.late").unwrap().unwrap();
        assert_eq!((one.product.as_str(), one.case.name.as_str()), ("gateway", "The Case late"));
        assert_eq!(store.case("other", "gateway.late").unwrap(), None);
        assert_eq!(store.case("maker", "old.old").unwrap(), None);
        let before = serde_json::to_vec(&store.products(&every_product()).unwrap().items[0]).unwrap();
        let gone = RecordWrite {
            key: key("maker", RecordKind::Product, "gateway"),
            expects: Some(Sha256::of(&before)),
            content: None,
        };
        Sample { records: vec![gone], ..Sample::of("maker") }.keep(&mut store).unwrap();
        assert_eq!(cases(&store, &of_maker(&all)), ["pump.both"]);
        assert_eq!(needs(&store, &all).clocks_late, 0);
    }
}

fn every_product() -> ProductQuery<'static> {
    ProductQuery {
        operator: "maker",
        seen: &Seen::All,
        named: Some("gateway"),
        gate: None,
        needs: None,
        order: ProductOrder::Name,
        after: None,
        limit: 1,
    }
}

#[test]
fn annexes_are_added_up() {
    for database in every_database() {
        let mut store = database.open();
        filled(&mut store);
        let all = store.readiness("maker", &Seen::All).unwrap();
        let twice = ObligationTally { met: 6, open: 4, late: 2, undecided: 2, not_applicable: 8 };
        assert_eq!(all, [(AnnexPart::AnnexIPartI, twice), (AnnexPart::AnnexVii, twice)].into());
        let none = store.readiness("maker", &Seen::These(vec!["ended".to_owned()])).unwrap();
        assert!(none.is_empty());
    }
}

#[test]
fn findings_are_counted_by_week_over_all_releases_and_anew_when_rows_change() {
    for database in every_database() {
        let mut store = database.open();
        let opened = |day: &str, id: &str, score| {
            let mut row = finding("a", id, score, 0);
            row.opened_at = at(&format!("{day}T23:59:59Z"));
            row
        };
        let mut closed = opened("2026-11-01", "CVE-3", 50);
        closed.closed_at = Some(at("2026-11-16T00:00:00Z"));
        // The 15th is a Sunday, the 16th a Monday.
        let first = vec![opened("2026-11-15", "CVE-1", 98), opened("2026-11-16", "CVE-2", 0), closed];
        let records = vec![new_noun("maker", &release("gateway", "1.0", 1))];
        let kept = Sample {
            records,
            rows: vec![
                rows("maker", "gateway", "1.0", vec![], first),
                rows("maker", "gateway", "1.1", vec![], vec![opened("2026-11-20", "CVE-1", 70)]),
                rows("maker", "pump", "7", vec![], vec![opened("2026-11-20", "CVE-9", 1)]),
            ],
            ..Sample::of("maker")
        };
        kept.keep(&mut store).unwrap();
        let of =
            |store: &Store, seen: &Seen| store.finding_history("maker", seen, date(2026, 11, 11)).unwrap();
        let all = of(&store, &Seen::All);
        let week = |day, opened, closed| FindingWeek { from: date(2026, 11, day), opened, closed };
        assert_eq!(all.weeks, [week(9, 1, 0), week(16, 3, 1)], "{}", database.name);
        let since = |day, open| OpenSince { from: date(2026, 11, day), open };
        assert_eq!(all.open, [since(9, [1, 0, 0, 0, 0]), since(16, [0, 1, 0, 1, 1])]);
        let later = store.finding_history("maker", &Seen::All, date(2026, 11, 18)).unwrap();
        assert_eq!((later.weeks, &later.open), (vec![week(16, 3, 1)], &all.open), "open since before that");
        let pump = of(&store, &Seen::These(vec!["pump".to_owned()]));
        assert_eq!(pump.weeks, [week(16, 1, 0)]);
        let rows_now = vec![rows("maker", "gateway", "1.0", vec![], vec![])];
        Sample { rows: rows_now, ..Sample::of("maker") }.keep(&mut store).unwrap();
        assert_eq!(of(&store, &Seen::All).weeks, [week(16, 2, 0)]);
        let other = store.finding_history("other", &Seen::All, date(2020, 1, 1)).unwrap();
        assert!(other.weeks.is_empty() && other.open.is_empty());
    }
}

fn search<'a>(seen: &'a Seen, words: &'a str) -> SearchQuery<'a> {
    SearchQuery { operator: "maker", seen, words, after: None, limit: 100 }
}

#[test]
fn components_are_found_by_any_part_of_their_name_and_by_package_url() {
    for database in every_database() {
        let mut store = database.open();
        let names = ["org.apache.logging/Log4j-core", "log4net", "Catalog", "zlib", "100%_sure"];
        let listed: Vec<_> = (0..).zip(names).map(|(place, name)| component(place, name)).collect();
        let pump = vec![component(0, "zlib"), component(1, "OpenSSL")];
        let kept = Sample {
            records: vec![new_noun("maker", &release("pump", "7", 1))],
            rows: vec![
                rows("maker", "gateway", "1.0", listed.clone(), vec![]),
                rows("maker", "gateway", "1.1", listed, vec![]),
                rows("maker", "pump", "7", pump, vec![]),
                rows("other", "spy", "1", vec![component(0, "log4secret")], vec![]),
            ],
            ..Sample::of("maker")
        };
        kept.keep(&mut store).unwrap();
        let found = |seen: &Seen, words: &str| {
            let page = store.components_holding(&search(seen, words)).unwrap();
            page.items.into_iter().map(|placed| (placed.row.name, placed.product)).collect::<Vec<_>>()
        };
        let count = |words: &str| found(&Seen::All, words).len();
        let counts = ["LOG4", "log", "core apache", "ssl", "%_", "", "%", "log4secret"].map(count);
        assert_eq!(counts, [4, 6, 2, 1, 2, 0, 2, 0], "{}", database.name);
        assert_eq!(count("pkg:generic/zlib"), 3);
        assert_eq!(count("PKG:generic/zlib@1.2.3"), 3);
        assert_eq!(count("pkg:generic/zlib@1.2.4"), 0);
        let only = Seen::These(vec!["pump".to_owned()]);
        assert_eq!(found(&only, "l"), [("OpenSSL".into(), "pump".into()), ("zlib".into(), "pump".into())]);
        let crowd = (0..100).map(|number| format!("x{number}")).chain(["pump".to_owned()]);
        assert_eq!(found(&Seen::These(crowd.collect()), "zlib").len(), 1);
        for seen in [Seen::All, only, Seen::These(vec!["pump".to_owned(), "gateway".to_owned()])] {
            for limit in [1, 2, 3] {
                let mut one_by_one = vec![];
                let mut after: Option<String> = None;
                loop {
                    let query = SearchQuery { after: after.as_deref(), limit, ..search(&seen, "l") };
                    let page = store.components_holding(&query).unwrap();
                    one_by_one.extend(page.items);
                    after = page.next;
                    if after.is_none() {
                        break;
                    }
                }
                let at_once = store.components_holding(&search(&seen, "l")).unwrap();
                assert_eq!(one_by_one, at_once.items, "{limit}");
            }
        }
        // What no release has any more is found no more; what another still has, is.
        let rows_now = vec![rows("maker", "gateway", "1.0", vec![], vec![])];
        Sample { rows: rows_now, ..Sample::of("maker") }.keep(&mut store).unwrap();
        let found = |words: &str| store.components_holding(&search(&Seen::All, words)).unwrap().items.len();
        assert_eq!((found("log4"), found("zlib")), (2, 2));
        let gone = RecordWrite {
            key: key("maker", RecordKind::Release, "pump 7"),
            expects: Some(Sha256::of(&serde_json::to_vec(&release("pump", "7", 1)).unwrap())),
            content: None,
        };
        Sample { records: vec![gone], ..Sample::of("maker") }.keep(&mut store).unwrap();
        let found = |words: &str| store.components_holding(&search(&Seen::All, words)).unwrap().items.len();
        assert_eq!((found("openssl"), found("zlib")), (0, 1));
    }
}

#[test]
fn releases_are_found_by_what_their_version_begins_with() {
    for database in every_database() {
        let mut store = database.open();
        let releases = [("gateway", "1.0"), ("gateway", "1.0-rc1"), ("pump", "1.0"), ("pump", "10")];
        let records = releases.map(|(product, version)| new_noun("maker", &release(product, version, 1)));
        Sample { records: records.to_vec(), ..Sample::of("maker") }.keep(&mut store).unwrap();
        let found = |seen: &Seen, words: &str| {
            let found = store.releases_named(&search(seen, words)).unwrap();
            found.into_iter().map(|one| format!("{} {}", one.product, one.release)).collect::<Vec<_>>()
        };
        assert_eq!(found(&Seen::All, "1.0"), ["gateway 1.0", "pump 1.0", "gateway 1.0-rc1"]);
        assert_eq!(found(&Seen::These(vec!["pump".to_owned()]), " 1"), ["pump 1.0", "pump 10"]);
        assert_eq!(found(&Seen::All, ""), Vec::<String>::new());
        let query = SearchQuery { limit: 1, ..search(&Seen::All, "1") };
        assert_eq!(store.releases_named(&query).unwrap().len(), 1);
    }
}
