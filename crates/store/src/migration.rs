//! Migrations: each is one file, applied once and in order, and never edited after its release.

use proofmark_facts::KeepError;
use rusqlite::{Connection, TransactionBehavior};

use crate::error;

/// Every migration, oldest first; the schema version is how many were applied.
const MIGRATIONS: &[&str] = &[include_str!("../migrations/0001_ledger_and_documents.sql")];

/// Brings the database forward to this program's schema. Two processes at once apply each migration once.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), KeepError> {
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    if applied(connection)? == known {
        return Ok(());
    }
    let wanted = TransactionBehavior::Immediate;
    let transaction = connection.transaction_with_behavior(wanted).map_err(|e| error::database(&e))?;
    let found = applied(&transaction)?;
    if found > known {
        return Err(error::too_new(found, known));
    }
    for migration in MIGRATIONS.iter().skip(usize::try_from(found).unwrap_or(0)) {
        transaction.execute_batch(migration).map_err(|e| error::database(&e))?;
    }
    transaction.pragma_update(None, "user_version", known).map_err(|e| error::database(&e))?;
    transaction.commit().map_err(|e| error::database(&e))
}

fn applied(connection: &Connection) -> Result<i64, KeepError> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(|e| error::database(&e))
}
