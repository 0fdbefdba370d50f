//! The wall between operators: whatever is kept for one, no read on behalf of another gives any of it.

use std::cell::{Cell, RefCell};

use proofmark_facts::{
    Asking, CaseQuery, ComponentQuery, FindingFilter, FindingOrder, FindingQuery, GateAnswer, Jobs, Keeping,
    Lane, NeedsQuery, NewJob, Overseeing, ProductOrder, ProductQuery, RecordKind, Seen, Sha256,
};
use proofmark_store::Store;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::databases::every_database;
use crate::samples::{NOW, Sample, at, component, finding, new_noun, product, release, rows};

/// Names chosen to be mistaken for each other, and for what means something to a database.
fn names() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("maker".to_owned()),
        Just("maker2".to_owned()),
        Just("Maker".to_owned()),
        Just("maker/".to_owned()),
        Just("%".to_owned()),
        Just("_aker".to_owned()),
        Just("ma' OR '1'='1".to_owned()),
        "[a-z%_' ]{1,6}",
    ]
}

/// Everything of one operator, each thing marked with its number.
fn everything<'a>(operator: &'a str, id: &str, mark: u64, document: &'a [u8]) -> Sample<'a> {
    let gate = Some(GateAnswer::Closed);
    Sample {
        operator,
        documents: vec![document],
        records: vec![
            new_noun(operator, &product(id, gate, mark)),
            new_noun(operator, &release(id, "1.0", mark)),
        ],
        rows: vec![rows(
            operator,
            id,
            "1.0",
            vec![component(mark, &format!("c{mark}"))],
            vec![finding(&format!("c{mark}"), &format!("CVE-{mark}"), 98, 5)],
        )],
        jobs: vec![NewJob {
            id: format!("job-{mark}"),
            lane: Lane::Bulk,
            kind: "rescan".to_owned(),
            payload: mark.to_string(),
            operator: operator.to_owned(),
            due_at: at(NOW),
            most_attempts: 1,
        }],
    }
}

/// Every answer to this operator, in words, so that a mark of somebody else's is found wherever it is.
fn all_answers(store: &Store, operator: &str, id: &str, seen: &Seen) -> String {
    let mut said = vec![];
    for order in [ProductOrder::Name, ProductOrder::Urgency, ProductOrder::SupportEnd] {
        let (named, gate, after, limit) = (None, None, None, 100);
        let query = ProductQuery { operator, seen, named, gate, needs: None, order, after, limit };
        said.push(format!("{:?}", store.products(&query).unwrap()));
    }
    for order in [FindingOrder::Severity, FindingOrder::Epss, FindingOrder::Newest] {
        for open in [None, Some(true)] {
            let query = FindingQuery {
                operator,
                seen,
                product: None,
                release: None,
                vulnerability: None,
                open,
                unresolved: open,
                exploited: open,
                score_from: None,
                narrowed: FindingFilter::default(),
                order,
                after: None,
                limit: 100,
            };
            said.push(format!("{:?}", store.findings(&query).unwrap()));
        }
    }
    let (product, release, named, top_level, after, limit) = (None, None, None, None, None, 100);
    let query = ComponentQuery { operator, seen, product, release, named, top_level, after, limit };
    said.push(format!("{:?}", store.components(&query).unwrap()));
    said.push(format!("{:?}", store.releases(operator, id, None, 100).unwrap()));
    said.push(format!("{:?}", store.findings_of(operator, id, "1.0").unwrap()));
    said.push(format!("{:?}", store.components_of(operator, id, "1.0").unwrap()));
    said.push(format!("{:?}", store.portfolio(operator, seen).unwrap()));
    let seen_by = NeedsQuery {
        operator,
        seen,
        now: at(NOW),
        today: jiff::civil::date(2026, 11, 21),
        support_until: jiff::civil::date(2027, 11, 21),
        most_clocks: 100,
    };
    said.push(format!("{:?}", store.needs(&seen_by).unwrap()));
    let (named, open) = (None, None);
    let query = CaseQuery { operator, seen, product: None, named, open, after: None, limit: 100 };
    said.push(format!("{:?}", store.cases(&query).unwrap()));
    said.push(format!("{:?}", store.readiness(operator, seen).unwrap()));
    for kind in RecordKind::ALL {
        let records = store.records(operator, kind, "", 100).unwrap();
        let contents = records.iter().map(|record| String::from_utf8_lossy(&record.content).into_owned());
        said.extend(contents);
    }
    said.push(format!("{:?}", store.jobs(operator, None, 100).unwrap()));
    said.join("\n")
}

#[test]
fn no_read_gives_anything_of_another_operator() {
    for database in every_database() {
        let store = RefCell::new(database.open());
        let next = Cell::new(70_000_000);
        let config = Config { cases: 24, ..Config::default() };
        TestRunner::new(config)
            .run(&(names(), names(), names()), |(one, other, id)| {
                prop_assume!(one != other);
                let mark = next.replace(next.get() + 100);
                let mut store = store.borrow_mut();
                // One store for all cases: each has operators of its own.
                let (one, other) = (format!("{one}{mark}"), format!("{other}{mark}"));
                let marks = [mark + 1, mark + 2];
                let documents = marks.map(|mark| format!("document {mark}").into_bytes());
                for ((operator, mark), document) in [&one, &other].into_iter().zip(marks).zip(&documents) {
                    everything(operator, &id, mark, document).keep(&mut store).unwrap();
                }
                let seen =
                    [Seen::All, Seen::These(vec![id.clone()]), Seen::These(vec![id.clone(), one.clone()])];
                for seen in &seen {
                    for (operator, mine, theirs) in [(&one, marks[0], marks[1]), (&other, marks[1], marks[0])]
                    {
                        let said = all_answers(&store, operator, &id, seen);
                        prop_assert!(said.contains(&mine.to_string()), "{}", said);
                        prop_assert!(!said.contains(&theirs.to_string()), "{}", said);
                    }
                }
                let digests = documents.each_ref().map(|document| Sha256::of(document));
                prop_assert!(store.document_of(&one, &digests[0]).unwrap().is_some());
                prop_assert_eq!(store.document_of(&one, &digests[1]).unwrap(), None);
                prop_assert_eq!(store.document_of(&other, &digests[0]).unwrap(), None);
                let theirs = format!("job-{}", marks[1]);
                prop_assert!(!store.retry_job(&one, &theirs, at(NOW)).unwrap());
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn a_document_two_operators_handed_in_is_kept_once_and_read_by_both() {
    for database in every_database() {
        let mut store = database.open();
        for operator in ["maker", "other"] {
            Sample { documents: vec![b"the same"], ..Sample::of(operator) }.keep(&mut store).unwrap();
        }
        let digest = Sha256::of(b"the same");
        assert!(store.document_of("maker", &digest).unwrap().is_some());
        assert!(store.document_of("other", &digest).unwrap().is_some());
        assert_eq!(store.document_of("third", &digest).unwrap(), None);
        assert_eq!(store.document_of("", &digest).unwrap(), None);
    }
}
