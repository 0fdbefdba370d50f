//! What is kept together: a change and what is said of it, both or neither, and once however many ask.

use jiff::SignedDuration;
use proofmark_facts::{
    Forgetting, KeepTrouble, Keeping, Passing, PassingThings, RecordKind, RecordWrite, Sha256, Together,
};
use proofmark_store::{Store, StorePool};

use crate::databases::every_database;
use crate::samples::{NOW, Sample, at, key, new};

fn note(content: &str) -> Passing {
    Passing {
        kind: "answer".to_owned(),
        key: "k".to_owned(),
        content: content.to_owned(),
        expires_at: at(NOW) + SignedDuration::from_hours(1),
    }
}

fn keep(store: &mut Store, name: &str) -> Result<(), proofmark_facts::KeepError> {
    let records = vec![new(key("maker", RecordKind::Token, name), name.as_bytes())];
    Sample { records, ..Sample::of("maker") }.keep(store).map(drop)
}

fn kept(store: &Store) -> Option<String> {
    store.passing("answer", "k", at(NOW)).unwrap().map(|note| note.content)
}

#[test]
fn nobody_sees_half_of_it_and_a_connection_that_goes_away_leaves_nothing() {
    for database in every_database() {
        let (mut store, other) = (database.open(), database.open());
        store.hold_together(&note(""), at(NOW));
        keep(&mut store, "a").unwrap();
        store.put_passing(&Passing { key: "beside".to_owned(), ..note("") }).unwrap();
        assert_eq!(store.count_passing("count", "c", at(NOW), note("").expires_at).unwrap(), 1);
        assert_eq!((other.ledger_size().unwrap(), kept(&other)), (0, None), "{}", database.name);
        assert_eq!(store.ledger_size().unwrap(), 1, "whoever writes sees it");
        drop(store);
        assert_eq!(other.ledger_size().unwrap(), 0);
        assert_eq!(other.passing("answer", "beside", at(NOW)).unwrap(), None);

        let mut store = database.open();
        store.hold_together(&note(""), at(NOW));
        keep(&mut store, "a").unwrap();
        assert!(store.keep_together(&note("done"), true, at(NOW)).unwrap());
        assert_eq!((other.ledger_size().unwrap(), kept(&other)), (1, Some("done".to_owned())));
        // From then on every write stands for itself again.
        keep(&mut store, "b").unwrap();
        assert_eq!(other.ledger_size().unwrap(), 2);
    }
}

#[test]
fn of_two_who_ask_for_the_same_one_is_heard() {
    for database in every_database() {
        let mut stores = [database.open(), database.open(), database.open(), database.open()];
        let outcomes: Vec<bool> = std::thread::scope(|scope| {
            let asking = stores.iter_mut().enumerate().map(|(number, store)| {
                scope.spawn(move || {
                    store.hold_together(&note(""), at(NOW));
                    let done = keep(store, &number.to_string());
                    assert!(done.is_ok() || done.is_err_and(|error| error.trouble == KeepTrouble::Moved));
                    store.keep_together(&note(&number.to_string()), true, at(NOW)).unwrap()
                })
            });
            asking.collect::<Vec<_>>().into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(outcomes.iter().filter(|done| **done).count(), 1, "{}: {outcomes:?}", database.name);
        let store = database.open();
        assert_eq!(store.ledger_size().unwrap(), 1);
        let heard = outcomes.iter().position(|done| *done).unwrap().to_string();
        assert_eq!(kept(&store), Some(heard.clone()));
        assert!(store.record(&key("maker", RecordKind::Token, &heard)).unwrap().is_some());
    }
}

#[test]
fn a_part_that_is_refused_leaves_the_others_and_the_note_goes_with_a_refusal() {
    for database in every_database() {
        let mut store = database.open();
        keep(&mut store, "there").unwrap();
        store.hold_together(&note(""), at(NOW));
        assert_eq!(store.count_passing("count", "c", at(NOW), note("").expires_at).unwrap(), 1);
        assert_eq!(keep(&mut store, "there").unwrap_err().trouble, KeepTrouble::Moved);
        assert_eq!(store.count_passing("count", "c", at(NOW), note("").expires_at).unwrap(), 2);
        assert!(store.keep_together(&note(""), false, at(NOW)).unwrap());
        assert_eq!((store.ledger_size().unwrap(), kept(&store)), (1, None), "{}", database.name);
        assert_eq!(store.count_passing("count", "c", at(NOW), note("").expires_at).unwrap(), 3);

        // Where nothing was written the note alone is kept, unless somebody else's is there.
        store.hold_together(&note(""), at(NOW));
        assert!(store.keep_together(&note("nothing"), true, at(NOW)).unwrap());
        store.hold_together(&note(""), at(NOW));
        assert!(!store.keep_together(&note("again"), true, at(NOW)).unwrap());
        assert_eq!(kept(&store).as_deref(), Some("nothing"));
        // One that has expired is none.
        store.hold_together(&note(""), note("").expires_at);
        assert!(store.keep_together(&note("later"), true, note("").expires_at).unwrap());
    }
}

#[test]
fn a_document_leaves_with_the_change_that_says_so_and_not_before() {
    for database in every_database() {
        let mut store = database.open();
        let digest = Sha256::of(b"plan");
        Sample { documents: vec![b"plan"], ..Sample::of("maker") }.keep(&mut store).unwrap();
        for is_kept in [false, true] {
            store.hold_together(&note(""), at(NOW));
            let record = key("maker", RecordKind::Token, "gone");
            let records = vec![RecordWrite { key: record, expects: None, content: Some(b"x".to_vec()) }];
            Sample { records, ..Sample::of("maker") }.keep(&mut store).unwrap();
            assert!(store.forget_document("maker", &digest).unwrap());
            if is_kept {
                assert!(store.keep_together(&note("purged"), true, at(NOW)).unwrap());
            } else {
                // Whoever holds it goes away in the middle.
                store = database.open();
                assert_eq!(store.document(&digest).unwrap().as_deref(), Some(b"plan".as_slice()));
            }
        }
        assert_eq!(store.document(&digest).unwrap(), None, "{}", database.name);
    }
}

#[test]
fn a_store_given_back_in_the_middle_is_used_by_nobody_else() {
    for database in every_database() {
        let pool = StorePool::new(database.place.clone(), 1);
        let mut store = pool.get().unwrap();
        store.hold_together(&note(""), at(NOW));
        keep(&mut store, "a").unwrap();
        drop(store);
        let mut store = pool.get().unwrap();
        assert_eq!(store.ledger_size().unwrap(), 0, "{}", database.name);
        keep(&mut store, "b").unwrap();
        drop(store);
        assert_eq!(database.open().ledger_size().unwrap(), 1);
    }
}
