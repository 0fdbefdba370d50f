//! The ledger: lines in their order, documents beside them, nothing of it ever rewritten.

use std::fs;
use std::path::Path;

use proofmark_facts::{Change, KeepTrouble, Keeping, KeptLine, LinePlace, Sha256};
use proofmark_store::Store;
use proofmark_trust::{Frontier, Hash};

use crate::databases::every_database;

fn keep(store: &mut dyn Keeping, subject: &str, words: &str) -> KeptLine {
    let document = words.as_bytes();
    let write_line = |place: LinePlace| format!("{}/{} {words}", place.index, place.sequence).into_bytes();
    let change = Change::of_documents(subject, "maker", vec![(Sha256::of(document), document)], &write_line);
    store.keep(&change).unwrap()
}

fn root(store: &dyn Keeping) -> Hash {
    let mut frontier = Frontier::default();
    for line in store.lines(0, usize::MAX).unwrap() {
        frontier.append(Hash::of_leaf(&line.bytes)).unwrap();
    }
    *frontier.head().root()
}

fn a_store_keeps_its_promises(open: &dyn Fn() -> Box<dyn Keeping>) {
    let mut store = open();
    assert_eq!(store.ledger_size().unwrap(), 0);
    assert_eq!(store.latest_checkpoint().unwrap(), None);

    let first = keep(store.as_mut(), "maker/gateway", "assessed");
    let second = keep(store.as_mut(), "maker/manager", "assessed too");
    let third = keep(store.as_mut(), "maker/gateway", "packed");
    assert_eq!(first.bytes, b"0/0 assessed");
    assert_eq!(second.bytes, b"1/0 assessed too");
    assert_eq!(third.bytes, b"2/1 packed");

    store.keep_checkpoint(3, "signed at three").unwrap();
    store.keep_checkpoint(3, "signed again").unwrap();
    drop(store);

    let store = open();
    assert_eq!(store.ledger_size().unwrap(), 3);
    assert_eq!(store.lines(1, 1).unwrap(), vec![second]);
    assert_eq!(store.lines_about("maker/gateway", 3).unwrap(), vec![first.clone(), third]);
    assert_eq!(store.lines_about("maker/gateway", 2).unwrap(), vec![first]);
    assert_eq!(store.latest_checkpoint().unwrap(), Some((3, "signed at three".to_owned())));
    assert_eq!(store.checkpoints(0, 9).unwrap(), vec![(3, "signed at three".to_owned())]);
    assert_eq!(store.checkpoints(3, 9).unwrap(), vec![]);
    assert_eq!(store.document(&Sha256::of(b"packed")).unwrap().as_deref(), Some(b"packed".as_slice()));
    assert_eq!(store.document(&Sha256::of(b"never kept")).unwrap(), None);
    let stored_root = Hash::of_node(
        &Hash::from_bytes(store.node(1, 0).unwrap()),
        &Hash::from_bytes(store.node(0, 2).unwrap()),
    );
    assert_eq!(stored_root, root(store.as_ref()));
}

#[test]
fn every_database_keeps_the_promises() {
    for database in every_database() {
        a_store_keeps_its_promises(&|| Box::new(database.open()));
    }
}

#[test]
fn writers_at_once_lose_and_double_nothing() {
    for database in every_database() {
        four_write_at_once(&|| database.open());
    }
}

fn four_write_at_once(open: &(dyn Fn() -> Store + Sync)) {
    std::thread::scope(|scope| {
        for writer in 0..4 {
            scope.spawn(move || {
                let mut store = open();
                for number in 0..25 {
                    keep(&mut store, &format!("writer-{writer}"), &format!("{number}"));
                }
            });
        }
    });
    let store = open();
    assert_eq!(store.ledger_size().unwrap(), 100);
    for writer in 0..4 {
        let lines = store.lines_about(&format!("writer-{writer}"), 100).unwrap();
        let said: Vec<String> =
            lines.into_iter().map(|line| String::from_utf8(line.bytes).unwrap()).collect();
        let expected: Vec<String> = (0..25).map(|number| format!("/{number} {number}")).collect();
        assert!(said.iter().zip(&expected).all(|(line, end)| line.ends_with(end)), "{said:?}");
    }
    let mut frontier = Frontier::default();
    for line in store.lines(0, 100).unwrap() {
        for (node, hash) in frontier.append(Hash::of_leaf(&line.bytes)).unwrap() {
            assert_eq!(store.node(node.level(), node.index()).unwrap(), *hash.as_bytes());
        }
    }
}

#[test]
fn the_database_itself_refuses_to_rewrite_the_ledger() {
    for database in every_database() {
        keep(&mut database.open(), "maker", "a line");
        let mut statements = vec![
            "UPDATE ledger_line SET subject = 'x'",
            "DELETE FROM ledger_line",
            "UPDATE ledger_node SET node_index = 7",
            "DELETE FROM ledger_node",
        ];
        if database.name == "PostgreSQL" {
            statements.extend(["TRUNCATE ledger_line CASCADE", "TRUNCATE ledger_node"]);
        }
        for statement in statements {
            let refusal = database.behind_the_back(statement);
            assert_eq!(refusal, Err("the ledger is append-only".to_owned()), "{statement}");
        }
    }
}

#[test]
fn a_document_changed_behind_its_back_is_named() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = Store::open(directory.path()).unwrap();
    keep(&mut store, "maker", "evidence");
    let digest = Sha256::of(b"evidence");
    let path = document_path(directory.path(), &digest);
    fs::write(&path, b"forged").unwrap();
    let error = store.document(&digest).unwrap_err();
    assert_eq!(error.trouble, KeepTrouble::Damage);
    assert_eq!(error.says.id(), "store-document-changed");
    fs::remove_file(&path).unwrap();
    assert_eq!(store.document(&digest).unwrap_err().says.id(), "store-document-gone");
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("store.db");
    fs::write(&path, "this is somebody's shopping list, not a database at all".repeat(20)).unwrap();
    let before = fs::read(&path).unwrap();
    let error = Store::open(directory.path()).unwrap_err();
    assert_eq!(error.says.id(), "store-damaged");
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_store_of_a_newer_proofmark_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    Store::open(directory.path()).unwrap();
    let database = rusqlite::Connection::open(directory.path().join("store.db")).unwrap();
    database.pragma_update(None, "user_version", 99).unwrap();
    assert_eq!(Store::open(directory.path()).unwrap_err().says.id(), "store-too-new");
}

fn document_path(directory: &Path, digest: &Sha256) -> std::path::PathBuf {
    let name = digest.to_string();
    directory.join("documents").join(&name[..2]).join(name)
}

#[test]
fn many_may_open_a_new_store_at_the_same_moment() {
    for round in 0..20 {
        // A new database of PostgreSQL's takes its time: three show the race as well.
        for database in every_database().into_iter().take(if round < 3 { 2 } else { 1 }) {
            let gate = std::sync::Barrier::new(8);
            std::thread::scope(|scope| {
                for opener in 0..8 {
                    let (database, gate) = (&database, &gate);
                    scope.spawn(move || {
                        gate.wait();
                        keep(&mut database.open(), "maker", &format!("{opener}"));
                    });
                }
            });
            assert_eq!(database.open().ledger_size().unwrap(), 8, "{}", database.name);
        }
    }
}
