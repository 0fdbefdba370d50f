//! What passes: it expires, it is taken once, it is counted exactly.

use std::sync::atomic::{AtomicU32, Ordering};

use jiff::{SignedDuration, Timestamp};
use proofmark_facts::{Passing, PassingThings};

use crate::databases::every_database;
use crate::samples::{NOW, at};

fn later(seconds: i64) -> Timestamp {
    at(NOW) + SignedDuration::from_secs(seconds)
}

fn thing(key: &str, content: &str) -> Passing {
    Passing {
        kind: "session".to_owned(),
        key: key.to_owned(),
        content: content.to_owned(),
        expires_at: later(60),
    }
}

#[test]
fn a_thing_is_there_until_it_expires() {
    for database in every_database() {
        let mut store = database.open();
        store.put_passing(&thing("a", "one")).unwrap();
        store.put_passing(&thing("a", "two")).unwrap();
        assert_eq!(store.passing("session", "a", later(59)).unwrap(), Some(thing("a", "two")));
        assert_eq!(store.passing("session", "a", later(60)).unwrap(), None);
        assert_eq!(store.passing("link", "a", later(1)).unwrap(), None);
        assert!(!store.put_passing_once(&thing("a", "three"), later(59)).unwrap());
        assert!(store.put_passing_once(&thing("a", "three"), later(60)).unwrap());
        assert_eq!(store.take_passing("session", "a", later(60)).unwrap(), None);
        store.put_passing(&thing("a", "four")).unwrap();
        assert_eq!(store.forget_expired(later(59)).unwrap(), 0);
        assert_eq!(store.forget_expired(later(60)).unwrap(), 1);
    }
}

#[test]
fn of_all_of_a_prefix_none_is_left_and_no_sign_of_it_means_anything_else() {
    for database in every_database() {
        let mut store = database.open();
        for key in ["anna/1", "anna/2", "annabel/1", "Anna/1", "a%/1", "emil/1"] {
            store.put_passing(&thing(key, "")).unwrap();
        }
        let behind = |prefix: &str, behind: &str, most: usize, seconds: i64| {
            let found = store.passing_behind("session", (prefix, behind), most, later(seconds)).unwrap();
            found.into_iter().map(|thing| thing.key).collect::<Vec<_>>()
        };
        assert_eq!(behind("anna/", "", 9, 0), ["anna/1", "anna/2"]);
        assert_eq!(behind("anna/", "anna/1", 9, 0), ["anna/2"]);
        assert_eq!(behind("", "", 2, 0), ["Anna/1", "a%/1"]);
        assert_eq!(behind("a%", "", 9, 0), ["a%/1"]);
        assert!(behind("anna/", "", 9, 60).is_empty() && behind("anna/", "anna/2", 9, 0).is_empty());
        assert_eq!(store.drop_passing("session", "anna/").unwrap(), 2);
        assert_eq!(store.drop_passing("session", "a%").unwrap(), 1);
        assert_eq!(store.drop_passing("link", "").unwrap(), 0);
        assert!(store.passing("session", "Anna/1", at(NOW)).unwrap().is_some());
        assert_eq!(store.drop_passing("session", "").unwrap(), 3);
    }
}

#[test]
fn of_many_who_ask_at_once_one_gets_it() {
    for database in every_database() {
        let mut store = database.open();
        let (taken, put) = (AtomicU32::new(0), AtomicU32::new(0));
        for key in 0..20 {
            store.put_passing(&thing(&key.to_string(), "secret")).unwrap();
        }
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let mut store = database.open();
                    for key in 0..20 {
                        let won = store.take_passing("session", &key.to_string(), at(NOW)).unwrap();
                        taken.fetch_add(u32::from(won.is_some()), Ordering::Relaxed);
                        let once = thing(&format!("once-{key}"), "");
                        let won = store.put_passing_once(&once, at(NOW)).unwrap();
                        put.fetch_add(u32::from(won), Ordering::Relaxed);
                    }
                });
            }
        });
        assert_eq!((taken.into_inner(), put.into_inner()), (20, 20), "{}", database.name);
    }
}

#[test]
fn counts_are_exact_however_many_count_and_begin_anew_when_they_expire() {
    for database in every_database() {
        database.open();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let mut store = database.open();
                    for _ in 0..25 {
                        store.count_passing("guess", "anna", at(NOW), later(60)).unwrap();
                    }
                });
            }
        });
        let mut store = database.open();
        // A count lasts until it expires, not for as long as somebody goes on counting.
        assert_eq!(store.count_passing("guess", "anna", later(59), later(119)).unwrap(), 101);
        assert_eq!(store.count_passing("guess", "anna", later(60), later(120)).unwrap(), 1);
        assert_eq!(store.count_passing("guess", "anna", later(61), later(121)).unwrap(), 2);
    }
}
