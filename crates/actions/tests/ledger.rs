//! The ledger as a whole: sound, tampered with behind the store's back, and published for strangers.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::collections::BTreeMap;
use std::path::Path;

use proofmark_actions::{
    ActionError, PackFile, PackOrder, assemble_pack, publish_ledger, seal_batch, verify_ledger,
};
use proofmark_facts::Keeping;
use proofmark_store::Store;
use proofmark_trust::{
    Checkpoint, EntryBundle, HashTile, Note, SignerKey, SigningKey, Tile, TileRow, TileSet,
};

fn signer() -> SignerKey {
    SignerKey::new("maker.example/ledger".parse().unwrap(), SigningKey::from_seed(&[7; 32]))
}

/// A ledger of this many lines, each from assembling a pack.
fn ledger(directory: &Path, lines: usize) -> Store {
    let mut store = Store::open(directory).unwrap();
    for number in 0..lines {
        let order = PackOrder {
            subject: "maker/gateway",
            operator: "Maker",
            product: "Gateway",
            release: "1.0.0",
            by: "anna",
            with: "proofmark test",
            at: at(),
        };
        let file = PackFile {
            path: "inputs/a".to_owned(),
            bytes: number.to_string().into_bytes(),
            shows: String::new(),
            observed_on: None,
        };
        assemble_pack(&order, vec![file], &mut store, &signer()).unwrap();
    }
    store
}

fn at() -> jiff::Timestamp {
    "2026-11-21T10:00:00Z".parse().unwrap()
}

fn faults(store: &Store) -> Vec<&'static str> {
    let report = verify_ledger(store, Some(signer().verifier_key()), at()).unwrap();
    assert_eq!(report.sound, report.faults.is_empty());
    report.faults.iter().map(proofmark_text::Text::id).collect()
}

/// Somebody with a database shell, who knows about the triggers and puts them back.
fn behind_the_back(directory: &Path, statements: &str) {
    let database = rusqlite::Connection::open(directory.join("store.db")).unwrap();
    let mut asks = database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").unwrap();
    let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?));
    let triggers: Vec<(String, String)> = asks.query_map([], read).unwrap().map(Result::unwrap).collect();
    assert!(triggers.len() >= 4);
    let dropped: Vec<String> = triggers.iter().map(|(name, _)| format!("DROP TRIGGER {name};")).collect();
    let back: Vec<&str> = triggers.iter().map(|(_, sql)| sql.as_str()).collect();
    drop(asks);
    database
        .execute_batch(&format!(
            "{} PRAGMA foreign_keys = OFF; {statements}; {};",
            dropped.concat(),
            back.join(";")
        ))
        .unwrap();
}

#[test]
fn a_ledger_nobody_touched_is_sound() {
    let directory = tempfile::tempdir().unwrap();
    let store = ledger(directory.path(), 5);
    let report = verify_ledger(&store, Some(signer().verifier_key()), at()).unwrap();
    assert!(report.sound, "{report:?}");
    assert_eq!((report.lines, report.sealed), (5, Some(5)));
}

#[test]
fn a_row_changed_removed_or_added_behind_the_back_is_named() {
    for (statements, expected) in [
        (
            "UPDATE ledger_line SET bytes = CAST(replace(bytes, 'anna', 'emil') AS BLOB) WHERE line_index = 2",
            "actions-ledger-line-changed",
        ),
        ("DELETE FROM ledger_line WHERE line_index = 2", "actions-ledger-line-gone"),
        ("DELETE FROM ledger_line WHERE line_index = 4", "actions-ledger-truncated"),
        ("INSERT INTO ledger_line VALUES (5, 'maker/gateway', 5, x'7b7d')", "store-node-missing"),
        ("DELETE FROM ledger_node WHERE level = 1 AND node_index = 0", "store-node-missing"),
        (
            "UPDATE ledger_node SET hash = zeroblob(32) WHERE level = 0 AND node_index = 1",
            "ends-ledger-node-changed",
        ),
    ] {
        let directory = tempfile::tempdir().unwrap();
        drop(ledger(directory.path(), 5));
        behind_the_back(directory.path(), statements);
        let found = faults(&Store::open(directory.path()).unwrap());
        assert!(found.contains(&expected), "{statements}: {found:?}");
    }
}

#[test]
fn a_changed_node_is_named_with_its_place_and_no_line_is_accused() {
    for (level, index) in [(0, 1), (0, 4), (1, 0), (1, 1), (2, 0)] {
        let directory = tempfile::tempdir().unwrap();
        drop(ledger(directory.path(), 5));
        let change = format!(
            "UPDATE ledger_node SET hash = zeroblob(32) WHERE level = {level} AND node_index = {index}"
        );
        behind_the_back(directory.path(), &change);
        let store = Store::open(directory.path()).unwrap();
        let report = verify_ledger(&store, Some(signer().verifier_key()), at()).unwrap();
        let place = format!("level {level}, index {index} ");
        let told: Vec<String> = report.faults.iter().map(ToString::to_string).collect();
        assert_eq!(report.faults.len(), 1, "{told:?}");
        assert!(report.faults[0].id() == "ends-ledger-node-changed" && told[0].contains(&place), "{told:?}");
        // Whoever only glances at it, or would seal over it, is told the same where the root is made of it.
        if (level, index) == (2, 0) || (level, index) == (0, 4) {
            let glance = proofmark_actions::glance_at_ledger(&store, Some(&signer())).unwrap_err();
            assert!(
                matches!(&glance, ActionError::Damaged(says) if says.to_string().contains(&place)),
                "{glance}"
            );
        }
    }
}

#[test]
fn a_changed_line_is_named_where_no_checkpoint_vouches_for_it() {
    let directory = tempfile::tempdir().unwrap();
    drop(ledger(directory.path(), 5));
    behind_the_back(
        directory.path(),
        "UPDATE ledger_line SET bytes = CAST(replace(bytes, 'anna', 'emil') AS BLOB) WHERE line_index = 2",
    );
    let found = faults(&Store::open(directory.path()).unwrap());
    assert!(
        found.contains(&"actions-ledger-line-changed") && !found.contains(&"ends-ledger-node-changed"),
        "{found:?}"
    );
}

#[test]
fn a_ledger_whose_triggers_indexes_or_tables_are_gone_is_not_sound() {
    for (statement, expected) in [
        ("DROP TRIGGER ledger_line_is_never_removed", "ends-schema-missing"),
        ("DROP INDEX product_row_by_name", "ends-schema-missing"),
        ("CREATE TRIGGER lies AFTER INSERT ON record BEGIN SELECT 1; END", "ends-schema-added"),
    ] {
        let directory = tempfile::tempdir().unwrap();
        drop(ledger(directory.path(), 2));
        let database = rusqlite::Connection::open(directory.path().join("store.db")).unwrap();
        database.execute_batch(statement).unwrap();
        assert_eq!(faults(&Store::open(directory.path()).unwrap()), [expected], "{statement}");
    }
    let directory = tempfile::tempdir().unwrap();
    drop(ledger(directory.path(), 2));
    let database = rusqlite::Connection::open(directory.path().join("store.db")).unwrap();
    database.execute_batch("DROP TABLE clock_row; DROP TABLE job").unwrap();
    let ended = verify_ledger(&Store::open(directory.path()).unwrap(), None, at());
    let Err(ActionError::Damaged(says)) = ended else { panic!("{ended:?}") };
    assert!(says.id() == "ends-table-gone" && says.to_string().contains("clock_row, job"), "{says}");
}

#[test]
fn that_nothing_outside_remembers_the_last_checkpoint_is_said_and_is_no_fault() {
    let directory = tempfile::tempdir().unwrap();
    let store = ledger(directory.path(), 2);
    let cautions = |store: &Store| {
        let report = verify_ledger(store, Some(signer().verifier_key()), at()).unwrap();
        assert!(report.sound, "{report:?}");
        report.cautions.iter().map(proofmark_text::Text::id).collect::<Vec<_>>()
    };
    assert_eq!(cautions(&store), Vec::<&str>::new());
    let glance = |store: &Store| proofmark_actions::glance_at_ledger(store, Some(&signer())).unwrap();
    assert!(!glance(&store).forgotten);
    std::fs::remove_file(directory.path().join("keys/ledger.sealed")).unwrap();
    assert_eq!(cautions(&store), ["ends-last-seal-gone"]);
    assert!(glance(&store).forgotten);
}

#[test]
fn a_line_and_its_nodes_rewritten_together_are_betrayed_by_the_checkpoint() {
    let directory = tempfile::tempdir().unwrap();
    drop(ledger(directory.path(), 1));
    let other = tempfile::tempdir().unwrap();
    drop(ledger(other.path(), 1));
    let forged = br#"{"proofmark_line":1,"subject":"maker/gateway","sequence":0,"at":"2026-11-21T10:00:00Z","by":"x","action":"y","documents":[],"with":"z"}"#;
    let leaf = proofmark_trust::Hash::of_leaf(forged);
    let forged = String::from_utf8_lossy(forged);
    behind_the_back(
        directory.path(),
        &format!(
            "UPDATE ledger_line SET bytes = CAST('{forged}' AS BLOB); UPDATE ledger_node SET hash = x'{leaf}'"
        ),
    );
    let found = faults(&Store::open(directory.path()).unwrap());
    assert_eq!(found[0], "actions-ledger-rewritten");
    // The forged line names no documents: those of the line it replaced are nobody's.
    assert!(found[1..].iter().all(|fault| *fault == "record-row-added"), "{found:?}");
}

#[test]
fn a_rewritten_ledger_is_never_signed_over() {
    let directory = tempfile::tempdir().unwrap();
    drop(ledger(directory.path(), 1));
    let leaf = proofmark_trust::Hash::of_leaf(b"{}");
    behind_the_back(
        directory.path(),
        &format!("UPDATE ledger_line SET bytes = x'7b7d'; UPDATE ledger_node SET hash = x'{leaf}'"),
    );
    let mut store = Store::open(directory.path()).unwrap();
    let order = PackOrder {
        subject: "maker/gateway",
        operator: "Maker",
        product: "Gateway",
        release: "1.0.0",
        by: "anna",
        with: "proofmark test",
        at: at(),
    };
    let ended = assemble_pack(&order, vec![], &mut store, &signer());
    assert!(
        matches!(&ended, Err(ActionError::Damaged(says)) if says.id() == "actions-ledger-rewritten"),
        "{ended:?}"
    );
    assert_eq!(store.ledger_size().unwrap(), 1, "nothing is kept behind a forgery");
    let other = SignerKey::new("maker.example/ledger".parse().unwrap(), SigningKey::from_seed(&[8; 32]));
    let honest = tempfile::tempdir().unwrap();
    let mut store = ledger(honest.path(), 1);
    let ended = assemble_pack(&order, vec![], &mut store, &other);
    assert!(
        matches!(&ended, Err(ActionError::Damaged(says)) if says.id() == "actions-ledger-checkpoint-unreadable"),
        "{ended:?}"
    );
    assert_eq!(store.ledger_size().unwrap(), 1);
}

#[test]
fn every_checkpoint_ever_signed_is_held_against_the_lines() {
    let directory = tempfile::tempdir().unwrap();
    drop(ledger(directory.path(), 3));
    let other = tempfile::tempdir().unwrap();
    let elsewhere = ledger(other.path(), 1);
    let (_, note) = elsewhere.latest_checkpoint().unwrap().unwrap();
    let note = note.replace('\'', "''");
    behind_the_back(
        directory.path(),
        &format!("UPDATE ledger_checkpoint SET note = '{note}' WHERE size = 2"),
    );
    assert_eq!(faults(&Store::open(directory.path()).unwrap()), ["actions-ledger-rewritten"]);
}

#[test]
fn a_published_ledger_leads_to_its_checkpoint_without_us() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = ledger(directory.path(), 300);
    let mut files = BTreeMap::new();
    let size = publish_ledger(&mut store, &signer(), &mut |path, bytes| {
        files.insert(path.to_owned(), bytes.to_vec());
        Ok(())
    })
    .unwrap();
    assert_eq!(size, 300);

    let note = Note::parse(&files.remove("checkpoint").unwrap()).unwrap();
    let key = signer().verifier_key().clone();
    let checkpoint = Checkpoint::open(&note, "maker.example/ledger", &[key]).unwrap();
    let mut tiles = TileSet::default();
    let mut entries = 0;
    for (path, bytes) in &files {
        let tile: Tile = path.parse().unwrap();
        match tile.row() {
            TileRow::Hashes { .. } => tiles.insert(HashTile::parse(tile, bytes).unwrap()),
            TileRow::Entries => entries += EntryBundle::parse(tile, bytes).unwrap().entries().len(),
        }
    }
    assert_eq!(entries, 300);
    let frontier = proofmark_trust::Frontier::read(&tiles, 300).unwrap();
    assert_eq!(frontier.head(), *checkpoint.head());
}

/// What is remembered beside the key of what was sealed.
fn last_seal(directory: &Path) -> std::path::PathBuf {
    directory.join("keys/ledger.sealed")
}

#[test]
fn checkpoints_that_were_taken_away_are_missed() {
    for (statement, expected) in [
        // All of them: what is remembered beside the key misses the last, lines those before it.
        ("DELETE FROM ledger_checkpoint", vec!["record-checkpoint-gone"; 4]),
        ("DELETE FROM ledger_checkpoint WHERE size = 3", vec!["record-checkpoint-gone"]),
        ("DELETE FROM ledger_checkpoint WHERE size = 5", vec![]),
    ] {
        let directory = tempfile::tempdir().unwrap();
        drop(ledger(directory.path(), 5));
        behind_the_back(directory.path(), statement);
        let store = Store::open(directory.path()).unwrap();
        let last = if statement.ends_with("= 3") { vec![] } else { vec!["record-last-checkpoint-gone"] };
        let mut found = faults(&store);
        found.sort_unstable();
        assert_eq!(found, [expected.clone(), last].concat(), "{statement}");
        // Without the file the lines still miss all but the last, and that one as soon as it should be there.
        std::fs::remove_file(last_seal(directory.path())).unwrap();
        assert_eq!(faults(&store), expected, "{statement}");
        let later = at() + jiff::SignedDuration::from_mins(61);
        let report = verify_ledger(&store, Some(signer().verifier_key()), later).unwrap();
        let unsealed = !statement.ends_with("= 3");
        let found = report.faults.iter().any(|fault| fault.id() == "record-unsealed-long");
        assert_eq!((found, report.sound), (unsealed, (expected.is_empty() && !unsealed)), "{report:?}");
    }
}

#[test]
fn a_ledger_rewritten_without_any_checkpoint_is_not_signed_over() {
    let directory = tempfile::tempdir().unwrap();
    drop(ledger(directory.path(), 1));
    let leaf = proofmark_trust::Hash::of_leaf(b"{}");
    let rewrite = format!("UPDATE ledger_line SET bytes = x'7b7d'; UPDATE ledger_node SET hash = x'{leaf}'");
    behind_the_back(directory.path(), &format!("DELETE FROM ledger_checkpoint; {rewrite}"));
    let mut store = Store::open(directory.path()).unwrap();
    let found = faults(&store);
    assert!(found.contains(&"actions-ledger-rewritten"), "{found:?}");
    let ended = seal_batch(&mut store, &signer());
    assert!(matches!(&ended, Err(ActionError::Damaged(says)) if says.id() == "actions-ledger-rewritten"));
    assert_eq!(store.latest_checkpoint().unwrap(), None, "nothing is signed over a forgery");
}

#[test]
fn a_ledger_put_back_by_the_database_alone_is_not_signed_over() {
    let directory = tempfile::tempdir().unwrap();
    drop(ledger(directory.path(), 3));
    let (store, earlier) = (directory.path().join("store.db"), directory.path().join("earlier.db"));
    // Opened and closed, so that everything is in the one file.
    drop(rusqlite::Connection::open(&store).unwrap());
    std::fs::copy(&store, &earlier).unwrap();
    drop(ledger(directory.path(), 2));
    for more in ["-wal", "-shm"] {
        let _gone = std::fs::remove_file(directory.path().join(format!("store.db{more}")));
    }
    std::fs::copy(&earlier, &store).unwrap();
    let mut store = Store::open(directory.path()).unwrap();
    assert_eq!(store.ledger_size().unwrap(), 3);
    assert_eq!(faults(&store), ["actions-ledger-truncated"]);
    let ended = publish_ledger(&mut store, &signer(), &mut |_, _| Ok(()));
    assert!(
        matches!(&ended, Err(ActionError::Damaged(says)) if says.id() == "record-seal-lost"),
        "{ended:?}"
    );
    // Whoever did it on purpose says so.
    std::fs::remove_file(last_seal(directory.path())).unwrap();
    publish_ledger(&mut store, &signer(), &mut |_, _| Ok(())).unwrap();
    assert_eq!(faults(&store), Vec::<&str>::new());
}

#[test]
fn lines_wait_for_their_seal_an_hour_and_no_longer() {
    let directory = tempfile::tempdir().unwrap();
    drop(ledger(directory.path(), 1));
    behind_the_back(directory.path(), "DELETE FROM ledger_checkpoint");
    std::fs::remove_file(last_seal(directory.path())).unwrap();
    let store = Store::open(directory.path()).unwrap();
    let after = |minutes| {
        let now = at() + jiff::SignedDuration::from_mins(minutes);
        let report = verify_ledger(&store, Some(signer().verifier_key()), now).unwrap();
        report.faults.iter().map(proofmark_text::Text::id).collect::<Vec<_>>()
    };
    assert_eq!(after(60), Vec::<&str>::new());
    assert_eq!(after(61), ["record-unsealed-long"]);
    assert_eq!(after(-600), Vec::<&str>::new(), "a clock set back accuses nobody");
}
