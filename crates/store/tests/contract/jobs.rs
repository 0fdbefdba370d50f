//! Jobs: each is done once, by one worker at a time, and none is lost.

use std::collections::BTreeMap;
use std::sync::Mutex;

use jiff::{SignedDuration, Timestamp};
use proofmark_facts::{Job, JobState, Jobs, Lane, NewJob};
use proofmark_store::Store;

use crate::databases::every_database;
use crate::samples::{NOW, Sample, at};

const ALL: [Lane; 3] = [Lane::Waited, Lane::Soon, Lane::Bulk];

fn job(id: &str, lane: Lane) -> NewJob {
    NewJob {
        id: id.to_owned(),
        lane,
        kind: "rescan".to_owned(),
        payload: format!("{{\"id\":\"{id}\"}}"),
        operator: "maker".to_owned(),
        due_at: at(NOW),
        most_attempts: 2,
    }
}

fn later(seconds: i64) -> Timestamp {
    at(NOW) + SignedDuration::from_secs(seconds)
}

fn lease(store: &mut Store, worker: &str, now: Timestamp) -> Option<Job> {
    store.lease_job(worker, &ALL, now, now + SignedDuration::from_secs(60)).unwrap()
}

fn state(store: &Store, id: &str) -> JobState {
    store.jobs("maker", None, 99).unwrap().into_iter().find(|job| job.id == id).unwrap().state
}

#[test]
fn a_job_of_a_change_is_taken_once_and_done() {
    for database in every_database() {
        let mut store = database.open();
        let sample = Sample { jobs: vec![job("a", Lane::Soon)], ..Sample::of("maker") };
        sample.keep(&mut store).unwrap();
        assert_eq!(lease(&mut store, "early", at("2026-11-21T09:59:59Z")), None);
        let taken = lease(&mut store, "anna", at(NOW)).unwrap();
        assert_eq!((taken.id.as_str(), taken.attempts), ("a", 1));
        assert_eq!(taken.leased, Some(("anna".to_owned(), later(60))));
        assert_eq!(lease(&mut store, "emil", later(59)), None);
        assert!(!store.finish_job("a", "emil", later(1)).unwrap());
        assert!(store.finish_job("a", "anna", later(1)).unwrap());
        assert!(!store.finish_job("a", "anna", later(1)).unwrap());
        assert_eq!(state(&store, "a"), JobState::Done);
        assert_eq!(store.forget_done_jobs(later(1)).unwrap(), 0);
        assert_eq!(store.forget_done_jobs(later(2)).unwrap(), 1);
        assert_eq!(store.jobs("maker", None, 9).unwrap(), vec![]);
    }
}

#[test]
fn workers_who_race_get_each_job_once() {
    for database in every_database() {
        let mut store = database.open();
        let jobs = (0..60).map(|number| job(&format!("{number:02}"), Lane::Bulk)).collect();
        Sample { jobs, ..Sample::of("maker") }.keep(&mut store).unwrap();
        let taken = Mutex::new(BTreeMap::<String, u32>::new());
        std::thread::scope(|scope| {
            for worker in 0..4 {
                let (database, taken) = (&database, &taken);
                scope.spawn(move || {
                    let mut store = database.open();
                    let name = format!("worker-{worker}");
                    while let Some(job) = lease(&mut store, &name, at(NOW)) {
                        *taken.lock().unwrap().entry(job.id.clone()).or_default() += 1;
                        assert!(store.finish_job(&job.id, &name, at(NOW)).unwrap());
                    }
                });
            }
        });
        let taken = taken.into_inner().unwrap();
        assert_eq!(taken.len(), 60, "{}", database.name);
        assert!(taken.values().all(|times| *times == 1), "{taken:?}");
    }
}

#[test]
fn a_lease_that_ran_out_is_taken_over_and_the_first_worker_hears_of_it() {
    for database in every_database() {
        let mut store = database.open();
        store.add_job(&job("a", Lane::Soon)).unwrap();
        lease(&mut store, "anna", at(NOW)).unwrap();
        assert!(store.extend_lease("a", "anna", later(100)).unwrap());
        assert_eq!(lease(&mut store, "emil", later(99)), None);
        let second = lease(&mut store, "emil", later(100)).unwrap();
        assert_eq!(second.attempts, 2);
        assert!(!store.finish_job("a", "anna", later(101)).unwrap());
        assert!(!store.extend_lease("a", "anna", later(500)).unwrap());
        assert!(!store.fail_job("a", "anna", "too late", None).unwrap());
        // It was tried as often as it may be: a third worker does not get it.
        assert_eq!(lease(&mut store, "otto", later(200)), None);
        assert_eq!(state(&store, "a"), JobState::Failed);
        assert!(!store.retry_job("other", "a", later(201)).unwrap());
        assert!(store.retry_job("maker", "a", later(201)).unwrap());
        assert_eq!(lease(&mut store, "otto", later(201)).unwrap().attempts, 1);
    }
}

#[test]
fn a_lane_is_never_held_up_by_those_behind_it() {
    for database in every_database() {
        let mut store = database.open();
        let mut waited = job("c", Lane::Waited);
        waited.due_at = later(5);
        for job in [job("a", Lane::Bulk), job("b", Lane::Soon), waited] {
            store.add_job(&job).unwrap();
        }
        assert_eq!(lease(&mut store, "w", at(NOW)).unwrap().id, "b");
        let only_bulk = store.lease_job("w", &[Lane::Bulk], later(9), later(99)).unwrap();
        assert_eq!(only_bulk.unwrap().id, "a");
        assert_eq!(lease(&mut store, "w", later(9)).unwrap().id, "c");
        assert_eq!(lease(&mut store, "w", later(9)), None);
    }
}

#[test]
fn what_goes_wrong_is_tried_again_later_and_then_has_failed() {
    for database in every_database() {
        let mut store = database.open();
        store.add_job(&job("a", Lane::Soon)).unwrap();
        lease(&mut store, "w", at(NOW)).unwrap();
        assert!(store.fail_job("a", "w", "no answer", Some(later(30))).unwrap());
        assert_eq!(lease(&mut store, "w", later(29)), None);
        let again = lease(&mut store, "w", later(30)).unwrap();
        assert_eq!((again.attempts, again.trouble.as_deref()), (2, Some("no answer")));
        assert!(store.fail_job("a", "w", "no answer still", Some(later(60))).unwrap());
        let failed = store.jobs("maker", Some(JobState::Failed), 9).unwrap();
        assert_eq!(failed[0].trouble.as_deref(), Some("no answer still"));
        assert_eq!(lease(&mut store, "w", later(99)), None);
        store.add_job(&job("b", Lane::Soon)).unwrap();
        lease(&mut store, "w", at(NOW)).unwrap();
        assert!(store.fail_job("b", "w", "hopeless", None).unwrap());
        assert_eq!(state(&store, "b"), JobState::Failed);
    }
}

#[test]
fn a_job_that_waits_is_not_added_twice_and_one_at_work_is_done_once_more() {
    for database in every_database() {
        let mut store = database.open();
        let mut second = job("a", Lane::Soon);
        second.payload = "second".to_owned();
        store.add_job(&job("a", Lane::Soon)).unwrap();
        store.add_job(&second).unwrap();
        let first = lease(&mut store, "w", at(NOW)).unwrap();
        assert_eq!(first.payload, job("a", Lane::Soon).payload);
        store.add_job(&second).unwrap();
        assert_eq!(lease(&mut store, "v", later(1)), None);
        assert!(store.finish_job("a", "w", later(2)).unwrap());
        let again = lease(&mut store, "w", later(3)).unwrap();
        assert_eq!((again.payload.as_str(), again.attempts), ("second", 1));
        assert!(store.finish_job("a", "w", later(4)).unwrap());
        assert_eq!(lease(&mut store, "w", later(5)), None);
        // What is done may be asked for anew.
        store.add_job(&job("a", Lane::Soon)).unwrap();
        assert_eq!(lease(&mut store, "w", later(6)).unwrap().attempts, 1);
    }
}

#[test]
fn jobs_are_shown_to_their_operator_newest_first() {
    for database in every_database() {
        let mut store = database.open();
        for (number, operator) in ["maker", "other", "maker"].into_iter().enumerate() {
            let mut new = job(&number.to_string(), Lane::Soon);
            operator.clone_into(&mut new.operator);
            new.due_at = later(i64::try_from(number).unwrap());
            store.add_job(&new).unwrap();
        }
        let ids = |operator: &str, limit| -> Vec<String> {
            store.jobs(operator, None, limit).unwrap().into_iter().map(|job| job.id).collect()
        };
        assert_eq!(ids("maker", 9), ["2", "0"]);
        assert_eq!(ids("maker", 1), ["2"]);
        assert_eq!(ids("other", 9), ["1"]);
    }
}

#[test]
fn what_a_clock_ahead_put_off_waits_for_it_no_longer() {
    for database in every_database() {
        let mut store = database.open();
        for (id, due) in [("a", 7_200), ("b", 7_201), ("c", 0)] {
            let mut new = job(id, Lane::Soon);
            new.due_at = later(due);
            store.add_job(&new).unwrap();
        }
        // One was taken by a worker that is gone, under the clock that was ahead.
        store.lease_job("gone", &[Lane::Soon], later(7_199), later(7_260)).unwrap().unwrap();
        assert_eq!(lease(&mut store, "w", at(NOW)), None);
        assert_eq!(store.hurry_jobs(at(NOW), later(120)).unwrap(), 3);
        for id in ["a", "b"] {
            assert_eq!(lease(&mut store, "w", at(NOW)).unwrap().id, id);
            assert!(store.finish_job(id, "w", at(NOW)).unwrap());
        }
        assert_eq!(lease(&mut store, "w", later(119)), None, "a lease that may be held is left its time");
        assert_eq!(lease(&mut store, "w", later(120)).unwrap().id, "c");
    }
}

#[test]
fn what_was_put_back_was_not_tried_and_is_what_it_was_asked_for_last() {
    for database in every_database() {
        let mut store = database.open();
        store.add_job(&job("a", Lane::Bulk)).unwrap();
        lease(&mut store, "w", at(NOW)).unwrap();
        let mut second = job("a", Lane::Bulk);
        second.payload = "second".to_owned();
        store.add_job(&second).unwrap();
        assert!(!store.put_back_job("a", "v", later(5)).unwrap());
        assert!(store.put_back_job("a", "w", later(5)).unwrap());
        assert!(!store.put_back_job("a", "w", later(5)).unwrap());
        assert_eq!(lease(&mut store, "v", later(4)), None);
        let again = lease(&mut store, "v", later(5)).unwrap();
        assert_eq!((again.attempts, again.payload.as_str(), again.trouble), (1, "second", None));
        assert!(store.finish_job("a", "v", later(6)).unwrap());
        assert_eq!(lease(&mut store, "w", later(7)), None, "it was asked for once more, and done with that");
    }
}
