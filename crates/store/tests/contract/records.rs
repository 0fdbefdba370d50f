//! Records: written only when they still are what the action read; a change that comes too late keeps nothing at all.

use jiff::SignedDuration;
use proofmark_facts::{
    Asking, ComponentQuery, Jobs, KeepTrouble, Keeping, Lane, NewJob, RecordKind, RecordWrite, Seen, Sha256,
};

use crate::databases::every_database;
use crate::samples::{NOW, Sample, at, component, key, new, rows};

#[test]
fn a_record_is_what_was_last_written() {
    for database in every_database() {
        let mut store = database.open();
        let token = key("maker", RecordKind::Token, "ci");
        let first = Sample { records: vec![new(token.clone(), b"one")], ..Sample::of("maker") };
        first.keep(&mut store).unwrap();
        let kept = store.record(&token).unwrap().unwrap();
        assert_eq!((kept.content.as_slice(), kept.sha256), (b"one".as_slice(), Sha256::of(b"one")));
        let write = |expects: &[u8], content: Option<&[u8]>| Sample {
            records: vec![RecordWrite {
                key: token.clone(),
                expects: Some(Sha256::of(expects)),
                content: content.map(<[u8]>::to_vec),
            }],
            ..Sample::of("maker")
        };
        write(b"one", Some(b"two")).keep(&mut store).unwrap();
        assert_eq!(database.open().record(&token).unwrap().unwrap().content, b"two");
        let late = write(b"one", Some(b"three")).keep(&mut store).unwrap_err();
        assert_eq!((late.trouble, late.says.id()), (KeepTrouble::Moved, "store-record-moved"));
        assert_eq!(store.record(&token).unwrap().unwrap().content, b"two");
        assert_eq!(write(b"one", None).keep(&mut store).unwrap_err().trouble, KeepTrouble::Moved);
        write(b"two", None).keep(&mut store).unwrap();
        assert_eq!(store.record(&token).unwrap(), None);
    }
}

#[test]
fn a_change_that_comes_too_late_keeps_nothing_at_all() {
    for database in every_database() {
        let mut store = database.open();
        let taken = key("maker", RecordKind::Setting, "zone");
        let sample = Sample { records: vec![new(taken.clone(), b"mine")], ..Sample::of("maker") };
        sample.keep(&mut store).unwrap();
        let job = NewJob {
            id: "job".to_owned(),
            lane: Lane::Soon,
            kind: "rescan".to_owned(),
            payload: "{}".to_owned(),
            operator: "maker".to_owned(),
            due_at: at(NOW),
            most_attempts: 3,
        };
        let other = key("maker", RecordKind::Setting, "another");
        let late = Sample {
            documents: vec![b"a document"],
            records: vec![new(other.clone(), b"new"), new(taken.clone(), b"theirs")],
            rows: vec![rows("maker", "gateway", "1.0", vec![component(0, "left-pad")], vec![])],
            jobs: vec![job],
            ..Sample::of("maker")
        };
        assert_eq!(late.keep(&mut store).unwrap_err().trouble, KeepTrouble::Moved);
        assert_eq!(store.ledger_size().unwrap(), 1);
        assert_eq!(store.record(&taken).unwrap().unwrap().content, b"mine");
        assert_eq!(store.record(&other).unwrap(), None);
        assert_eq!(store.document(&Sha256::of(b"a document")).unwrap(), None);
        assert_eq!(store.document_of("maker", &Sha256::of(b"a document")).unwrap(), None);
        assert_eq!(store.jobs("maker", None, 9).unwrap(), vec![]);
        let asked = at(NOW) + SignedDuration::from_hours(1);
        assert_eq!(store.lease_job("worker", &[Lane::Soon], asked, asked).unwrap(), None);
        let query = ComponentQuery {
            operator: "maker",
            seen: &Seen::All,
            product: None,
            release: None,
            named: None,
            top_level: None,
            after: None,
            limit: 9,
        };
        assert_eq!(store.components(&query).unwrap().items, vec![]);
    }
}

#[test]
fn of_many_who_write_the_same_record_at_once_one_wins_each_time() {
    for database in every_database() {
        let counter = key("maker", RecordKind::Setting, "counter");
        let sample = Sample { records: vec![new(counter.clone(), b"0")], ..Sample::of("maker") };
        sample.keep(&mut database.open()).unwrap();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let mut store = database.open();
                    let mut done = 0;
                    while done < 25 {
                        let found = store.record(&counter).unwrap().unwrap();
                        let number: u64 = String::from_utf8(found.content).unwrap().parse().unwrap();
                        let write = RecordWrite {
                            key: counter.clone(),
                            expects: Some(found.sha256),
                            content: Some((number + 1).to_string().into_bytes()),
                        };
                        let sample = Sample { records: vec![write], ..Sample::of("maker") };
                        match sample.keep(&mut store) {
                            Ok(_) => done += 1,
                            Err(error) => assert_eq!(error.trouble, KeepTrouble::Moved, "{error}"),
                        }
                    }
                });
            }
        });
        let store = database.open();
        assert_eq!(store.record(&counter).unwrap().unwrap().content, b"100", "{}", database.name);
        assert_eq!(store.ledger_size().unwrap(), 101);
    }
}

#[test]
fn two_changes_that_write_the_same_records_crosswise_do_not_lock_each_other_out() {
    for database in every_database() {
        let [one, other] = ["one", "other"].map(|id| key("maker", RecordKind::Setting, id));
        let records = vec![new(one.clone(), b""), new(other.clone(), b"")];
        Sample { records, ..Sample::of("maker") }.keep(&mut database.open()).unwrap();
        std::thread::scope(|scope| {
            for pair in [[&one, &other], [&other, &one]] {
                let database = &database;
                scope.spawn(move || {
                    let mut store = database.open();
                    for number in 0..30_u32 {
                        let writes = pair.map(|key| RecordWrite {
                            key: key.clone(),
                            expects: store.record(key).unwrap().map(|record| record.sha256),
                            content: Some(number.to_string().into_bytes()),
                        });
                        let sample = Sample { records: writes.to_vec(), ..Sample::of("maker") };
                        if let Err(error) = sample.keep(&mut store) {
                            assert_eq!(error.trouble, KeepTrouble::Moved, "{error}");
                        }
                    }
                });
            }
        });
    }
}

#[test]
fn records_are_listed_by_operator_and_kind_and_all_of_them_once() {
    for database in every_database() {
        let mut store = database.open();
        let mut wanted = vec![];
        for operator in ["", "maker", "other"] {
            for id in ["Zeta", "alpha", "beta", "émile"] {
                for kind in [RecordKind::Token, RecordKind::Account] {
                    wanted.push(key(operator, kind, id));
                }
            }
        }
        let records = wanted.iter().map(|key| new(key.clone(), key.id.as_bytes())).collect();
        Sample { records, ..Sample::of("maker") }.keep(&mut store).unwrap();
        let ids = |after: &str, limit| -> Vec<String> {
            let found = store.records("maker", RecordKind::Token, after, limit).unwrap();
            found.into_iter().map(|record| record.key.id).collect()
        };
        // By their bytes, on every database.
        assert_eq!(ids("", 9), ["Zeta", "alpha", "beta", "émile"]);
        assert_eq!(ids("alpha", 1), ["beta"]);
        let mut all = vec![];
        loop {
            let page = store.all_records(all.last(), 5).unwrap();
            if page.is_empty() {
                break;
            }
            all.extend(page.into_iter().map(|record| record.key));
        }
        assert!(all.is_sorted_by_key(|key| (key.operator.clone(), key.kind.word(), key.id.clone())));
        all.sort();
        wanted.sort();
        assert_eq!(all, wanted);
    }
}
