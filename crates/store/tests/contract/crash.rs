//! A process killed in the middle of its work: what it was told is kept is kept, and all of it.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use jiff::SignedDuration;
use proofmark_facts::{
    Asking, ComponentQuery, Jobs, Keeping, Lane, NewJob, Passing, PassingThings, RecordKind, Seen, Sha256,
    Together,
};
use proofmark_store::{Place, Store};
use proofmark_trust::{Frontier, Hash};

use crate::databases::{Database, every_database};
use crate::samples::{NOW, Sample, at, component, key, new, rows};

/// Tells a second run of this program that it is to be the one that is killed: its home and its database's address.
const HOME: &str = "PROOFMARK_TEST_KILLED_HOME";
const URL: &str = "PROOFMARK_TEST_KILLED_URL";

/// What is said of a change, and kept with it.
fn note(number: u64) -> Passing {
    Passing {
        kind: "answer".to_owned(),
        key: number.to_string(),
        content: format!("change {number} was made"),
        expires_at: at(NOW) + SignedDuration::from_hours(1),
    }
}

/// A change with what is said of it.
fn keep_with_note(store: &mut Store, number: u64) {
    store.hold_together(&note(number), at(NOW));
    keep(store, number);
    assert!(store.keep_together(&note(number), true, at(NOW)).unwrap());
}

/// Every part of one change, numbered.
fn keep(store: &mut Store, number: u64) {
    let document = format!("document {number}");
    let name = number.to_string();
    let sample = Sample {
        documents: vec![document.as_bytes()],
        records: vec![new(key("maker", RecordKind::Token, &name), document.as_bytes())],
        rows: vec![rows(
            "maker",
            "gateway",
            &name,
            (0..20).map(|place| component(place, &name)).collect(),
            vec![],
        )],
        jobs: vec![NewJob {
            id: name.clone(),
            lane: Lane::Soon,
            kind: "tell".to_owned(),
            payload: String::new(),
            operator: "maker".to_owned(),
            due_at: at(NOW),
            most_attempts: 1,
        }],
        ..Sample::of("maker")
    };
    sample.keep(store).unwrap();
}

/// Run by the test below in a process of its own; without being told so it does nothing.
#[test]
fn one_that_is_killed() {
    let Some(home) = std::env::var_os(HOME) else { return };
    let place = Place::of_home(home.as_ref());
    let place = std::env::var(URL).map_or(place.clone(), |url| place.with_database(&url).unwrap());
    let mut store = Store::connect(&place).unwrap();
    for number in store.ledger_size().unwrap().. {
        keep_with_note(&mut store, number);
        println!("\nkept {number}");
    }
}

#[test]
fn what_was_acknowledged_before_a_kill_is_kept_and_nothing_by_halves() {
    for database in every_database() {
        drop(database.open());
        let mut least = 0;
        for round in 1..=6 {
            least = killed_after(&database, least + 3 * round);
            let store = database.open();
            let size = store.ledger_size().unwrap();
            assert!(size >= least, "{size} lines, {least} were acknowledged");
            whole(&store, size);
            // Whoever heard no answer finds that of what was done, and of what was not done nothing.
            for number in 0..size {
                let kept = store.passing("answer", &number.to_string(), at(NOW)).unwrap();
                assert_eq!(kept, Some(note(number)));
            }
            assert_eq!(store.passing("answer", &size.to_string(), at(NOW)).unwrap(), None);
        }
    }
}

/// Lets a process work until it has acknowledged this many changes, kills it, and says how many it acknowledged.
fn killed_after(database: &Database, changes: u64) -> u64 {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "crash::one_that_is_killed", "--nocapture"]).env(HOME, database.home());
    if let Some(url) = &database.url {
        command.env(URL, url);
    }
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut acknowledged = 0;
    for line in lines.map(Result::unwrap) {
        if let Some(number) = line.strip_prefix("kept ") {
            acknowledged = number.parse::<u64>().unwrap() + 1;
            if acknowledged >= changes {
                break;
            }
        }
    }
    // SIGKILL, most likely in the middle of the next change.
    child.kill().unwrap();
    child.wait().unwrap();
    acknowledged
}

/// Every line has its document, record, rows and job, and the tree is the lines'.
fn whole(store: &Store, size: u64) {
    let mut frontier = Frontier::default();
    for line in store.lines(0, usize::MAX).unwrap() {
        for (node, hash) in frontier.append(Hash::of_leaf(&line.bytes)).unwrap() {
            assert_eq!(store.node(node.level(), node.index()).unwrap(), *hash.as_bytes());
        }
    }
    assert_eq!(frontier.size(), size);
    for number in 0..size {
        let document = format!("document {number}");
        let digest = Sha256::of(document.as_bytes());
        assert_eq!(store.document_of("maker", &digest).unwrap().unwrap(), document.as_bytes());
        let name = number.to_string();
        assert!(store.record(&key("maker", RecordKind::Token, &name)).unwrap().is_some());
        assert_eq!(store.components_of("maker", "gateway", &name).unwrap().len(), 20);
    }
    assert_eq!(store.jobs("maker", None, usize::MAX).unwrap().len() as u64, size);
    let query = ComponentQuery {
        operator: "maker",
        seen: &Seen::All,
        product: None,
        release: None,
        named: None,
        top_level: None,
        after: None,
        limit: usize::MAX,
    };
    assert_eq!(store.components(&query).unwrap().items.len() as u64, 20 * size);
}
