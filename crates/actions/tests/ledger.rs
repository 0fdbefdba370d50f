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

/// Somebody with a database shell, who knows about the triggers.
fn behind_the_back(directory: &Path, statements: &str) {
    let database = rusqlite::Connection::open(directory.join("store.db")).unwrap();
    let triggers = "DROP TRIGGER ledger_line_is_never_changed; DROP TRIGGER ledger_line_is_never_removed;
                    DROP TRIGGER ledger_node_is_never_changed; DROP TRIGGER ledger_node_is_never_removed;
                    PRAGMA foreign_keys = OFF;";
    database.execute_batch(&format!("{triggers}{statements}")).unwrap();
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
            "actions-ledger-line-changed",
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
