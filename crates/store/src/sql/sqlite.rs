//! SQLite: the database in a file, built into the program.

use std::path::Path;
use std::time::{Duration, Instant};

use proofmark_text::text;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{ErrorCode, ToSql};

use super::fault::{Fault, SqlError};
use super::row::Row;
use super::value::Value;
use crate::error;

/// How long a process waits for another one's write.
const PATIENCE: Duration = Duration::from_secs(30);

/// Identifies the database file as Proofmark's (`PRAGMA application_id`): the letters `PfMk`.
const APPLICATION_ID: i64 = 0x5066_4D6B;

/// How much of the database a connection may keep in memory while it reads: the system keeps the rest for all of them.
const READING: &str = "PRAGMA cache_size = -4096";

/// And while it writes: rows of a large list are written to many places at once.
const WRITING: &str = "PRAGMA cache_size = -32768";

/// How many prepared statements are kept.
const STATEMENTS: usize = 200;

/// An open database file.
#[derive(Debug)]
pub(crate) struct Sqlite(rusqlite::Connection);

impl Sqlite {
    /// Opens the file, making it if need be.
    pub(crate) fn open(path: &Path) -> Result<Self, SqlError> {
        let connection = rusqlite::Connection::open(path).map_err(|e| fault(&e))?;
        connection.busy_timeout(PATIENCE).map_err(|e| fault(&e))?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        patiently(|| configure(&connection)).map_err(|e| fault(&e))?;
        Ok(Self(connection))
    }

    /// A database nobody else sees, gone when it is dropped.
    pub(crate) fn in_memory() -> Result<Self, SqlError> {
        Ok(Self(rusqlite::Connection::open_in_memory().map_err(|e| fault(&e))?))
    }

    /// All rows of an answer.
    pub(crate) fn query(&self, statement: &str, values: &[Value]) -> Result<Vec<Row>, SqlError> {
        let read = || {
            let mut prepared = self.0.prepare_cached(&numbered(statement))?;
            let columns = prepared.column_count();
            let mut rows = prepared.query(rusqlite::params_from_iter(values))?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                let values: Result<_, _> = (0..columns).map(|column| value(row, column)).collect();
                found.push(Row::new(values?));
            }
            Ok(found)
        };
        read().map_err(|e| fault(&e))
    }

    /// Does something and says how many rows it touched.
    pub(crate) fn execute(&self, statement: &str, values: &[Value]) -> Result<u64, SqlError> {
        self.0
            .prepare_cached(&numbered(statement))
            .and_then(|mut prepared| prepared.execute(rusqlite::params_from_iter(values)))
            .map(|count| count as u64)
            .map_err(|e| fault(&e))
    }

    /// Becomes the one that writes. From the start: one that only becomes a writer later may be refused then.
    pub(crate) fn begin(&self) -> Result<(), SqlError> {
        self.run("BEGIN IMMEDIATE")?;
        // Without more memory it is only slower.
        let _: Result<(), SqlError> = self.run(WRITING);
        Ok(())
    }

    /// Whether a transaction is open: trouble with the disk may have taken it back.
    pub(crate) fn has_transaction(&self) -> bool {
        !self.0.is_autocommit()
    }

    /// Gives up the memory that only writing needs, once a transaction has ended.
    pub(crate) fn rest(&self) {
        // What cannot be given up is only memory: the transaction has ended as it has.
        let _: Result<(), SqlError> = self.run(READING);
    }

    /// Runs statements as they are.
    pub(crate) fn run(&self, statements: &str) -> Result<(), SqlError> {
        self.0.execute_batch(statements).map_err(|e| fault(&e))
    }
}

/// Write-ahead logging lets readers go on; `synchronous=FULL` is what makes a kept line survive a power cut.
fn configure(connection: &rusqlite::Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.execute_batch(READING)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    // Saying it again would wait for whoever writes just now.
    let found: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if found == APPLICATION_ID {
        return Ok(());
    }
    connection.pragma_update(None, "application_id", APPLICATION_ID)
}

/// Tries again while another process holds the database in a way that SQLite does not wait for by itself: the first
/// switch to write-ahead logging, and the clean-up after the last one that left.
fn patiently(mut attempt: impl FnMut() -> rusqlite::Result<()>) -> rusqlite::Result<()> {
    const PAUSE: Duration = Duration::from_millis(20);
    let begun = Instant::now();
    loop {
        match attempt() {
            // An attempt may have waited for long itself.
            Err(error) if begun.elapsed() < PATIENCE && is_busy(&error) => std::thread::sleep(PAUSE),
            done => return done,
        }
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

/// `$1` is a name to SQLite and `?1` a number; no statement of ours holds a dollar otherwise.
fn numbered(statement: &str) -> String {
    statement.replace('$', "?")
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(value) => ValueRef::Integer(*value),
            Self::Text(value) => ValueRef::Text(value.as_bytes()),
            Self::Bytes(value) => ValueRef::Blob(value),
        }))
    }
}

fn value(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<Value> {
    Ok(match row.get_ref(column)? {
        ValueRef::Integer(value) => Value::Integer(value),
        // No column of ours is of this type: it reads as what the row does not expect.
        ValueRef::Null | ValueRef::Real(_) => Value::Null,
        ValueRef::Text(value) => Value::Text(String::from_utf8_lossy(value).into_owned()),
        ValueRef::Blob(value) => Value::Bytes(value.to_vec()),
    })
}

fn fault(error: &rusqlite::Error) -> SqlError {
    let says = match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => error::hindrance(text!("store-disk-full")),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => error::hindrance(text!("store-busy")),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            error::damage(text!("store-damaged", error = error.to_string()))
        }
        _ => error::schema_fault(&error.to_string())
            .unwrap_or_else(|| error::hindrance(text!("store-database", error = error.to_string()))),
    };
    SqlError { error: says, fault: Fault::Lasting }
}
