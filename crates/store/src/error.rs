//! The store's refusals: what was attempted, on what, and whether the data itself is damaged.

use std::io;
use std::path::Path;

use proofmark_facts::{KeepError, Sha256};
use proofmark_text::text;

/// A file could not be read or written.
pub(crate) fn file(path: &Path, error: &io::Error) -> KeepError {
    if error.kind() == io::ErrorKind::StorageFull {
        return KeepError { says: text!("store-disk-full"), damaged: false };
    }
    let path = path.display().to_string();
    KeepError { says: text!("store-file", path = path, error = error.to_string()), damaged: false }
}

/// The database refused or could not be reached.
pub(crate) fn database(error: &rusqlite::Error) -> KeepError {
    use rusqlite::{Error, ErrorCode};
    let says = match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => text!("store-disk-full"),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => text!("store-busy"),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => return damaged(error),
        _ if matches!(error, Error::InvalidColumnType(..) | Error::FromSqlConversionFailure(..)) => {
            return damaged(error);
        }
        _ => text!("store-database", error = error.to_string()),
    };
    KeepError { says, damaged: false }
}

fn damaged(error: &rusqlite::Error) -> KeepError {
    KeepError { says: text!("store-damaged", error = error.to_string()), damaged: true }
}

/// A kept document no longer has the digest it was kept under.
pub(crate) fn document_changed(digest: &Sha256) -> KeepError {
    KeepError { says: text!("store-document-changed", digest = digest.to_string()), damaged: true }
}

/// A document the database knows is gone from the disk.
pub(crate) fn document_gone(digest: &Sha256) -> KeepError {
    KeepError { says: text!("store-document-gone", digest = digest.to_string()), damaged: true }
}

/// A node of the tree that must be there is not.
pub(crate) fn node_missing(level: u8, index: u64) -> KeepError {
    let says = text!("store-node-missing", level = level.to_string(), index = index.to_string());
    KeepError { says, damaged: true }
}

/// The database was written by a newer Proofmark.
pub(crate) fn too_new(found: i64, known: i64) -> KeepError {
    let says = text!("store-too-new", found = found.to_string(), known = known.to_string());
    KeepError { says, damaged: false }
}

/// The ledger can hold no more lines.
pub(crate) fn ledger_full() -> KeepError {
    KeepError { says: text!("store-ledger-full"), damaged: false }
}
