//! The store's refusals: what was attempted, on what, and what kind of trouble it is.

use std::io;
use std::path::Path;

use proofmark_facts::{KeepError, KeepTrouble, RecordKey, Sha256};
use proofmark_text::{Text, text};

/// Trouble that may pass.
pub(crate) fn hindrance(says: Text) -> KeepError {
    KeepError { says, trouble: KeepTrouble::Hindrance }
}

/// What is kept is not as it was written.
pub(crate) fn damage(says: Text) -> KeepError {
    KeepError { says, trouble: KeepTrouble::Damage }
}

/// A file could not be read or written.
pub(crate) fn file(path: &Path, error: &io::Error) -> KeepError {
    if error.kind() == io::ErrorKind::StorageFull {
        return hindrance(text!("store-disk-full"));
    }
    let path = path.display().to_string();
    hindrance(text!("store-file", path = path, error = error.to_string()))
}

/// A kept document no longer has the digest it was kept under.
pub(crate) fn document_changed(digest: &Sha256) -> KeepError {
    damage(text!("store-document-changed", digest = digest.to_string()))
}

/// A document the database knows is gone from where documents lie.
pub(crate) fn document_gone(digest: &Sha256) -> KeepError {
    damage(text!("store-document-gone", digest = digest.to_string()))
}

/// A node of the tree that must be there is not.
pub(crate) fn node_missing(level: u8, index: u64) -> KeepError {
    damage(text!("store-node-missing", level = level.to_string(), index = index.to_string()))
}

/// A table that must be there is not.
pub(crate) fn table_gone(table: &str) -> KeepError {
    damage(text!("ends-table-gone", tables = table))
}

/// What a statement names is not in the database as the program made it.
pub(crate) fn schema_broken(why: &str) -> KeepError {
    damage(text!("ends-schema-broken", error = why))
}

/// What SQLite says where something of the schema is gone, which has no code of its own.
pub(crate) fn schema_fault(message: &str) -> Option<KeepError> {
    if let Some((_, rest)) = message.split_once("no such table: ") {
        let name = rest.split_whitespace().next().unwrap_or_default();
        return Some(table_gone(name.trim_start_matches("main.")));
    }
    let broken = ["no such column", "has no column named", "no such index"];
    broken.iter().any(|one| message.contains(one)).then(|| schema_broken(message))
}

/// A value in the database is not what its column promises.
pub(crate) fn unreadable_value() -> KeepError {
    damage(text!("store-damaged", error = "a value is not what its column promises"))
}

/// A record's content is not what its kind promises.
pub(crate) fn unreadable_record(key: &RecordKey, error: &serde_json::Error) -> KeepError {
    let (kind, id) = (key.kind.word(), key.id.as_str());
    damage(text!("store-record-unreadable", kind = kind, id = id, error = error.to_string()))
}

/// Somebody else changed the record meanwhile.
pub(crate) fn moved(key: &RecordKey) -> KeepError {
    let says = text!("store-record-moved", kind = key.kind.word(), id = key.id.as_str());
    KeepError { says, trouble: KeepTrouble::Moved }
}

/// The database was written by a newer Proofmark.
pub(crate) fn too_new(found: i64, known: i64) -> KeepError {
    hindrance(text!("store-too-new", found = found.to_string(), known = known.to_string()))
}

/// The ledger can hold no more lines.
pub(crate) fn ledger_full() -> KeepError {
    hindrance(text!("store-ledger-full"))
}

/// Somebody else has put the mark that was to be put before anything is written.
pub(crate) fn mark_taken() -> KeepError {
    KeepError { says: text!("server-mark-taken"), trouble: KeepTrouble::Moved }
}

/// What was written together was taken back before it was kept.
pub(crate) fn taken_back() -> KeepError {
    hindrance(text!("server-taken-back"))
}

/// What was given as the `next` of a page is none that this store gave.
pub(crate) fn unknown_page() -> KeepError {
    KeepError { says: text!("store-page-unknown"), trouble: KeepTrouble::Misasked }
}

/// The PostgreSQL database holds less than every text.
pub(crate) fn not_utf8(encoding: &str) -> KeepError {
    hindrance(text!("store-not-utf8", encoding = encoding))
}
