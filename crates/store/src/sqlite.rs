//! The store on SQLite: one directory holds the database and the documents.

use std::path::Path;
use std::time::Duration;

use proofmark_facts::{Change, KeepError, Keeping, KeptLine, LinePlace, Sha256};
use proofmark_trust::{Frontier, Hash, HashReader, Node};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use crate::blobs::Blobs;
use crate::{error, migration};

/// How long a process waits for another one's write.
const PATIENCE: Duration = Duration::from_secs(30);

/// Identifies the database file as Proofmark's (`PRAGMA application_id`): the letters `PfMk`.
const APPLICATION_ID: i64 = 0x5066_4D6B;

/// A directory with everything kept: `store.db` and `documents/`. Back it up whole.
///
/// Several processes may hold it open: writes wait for each other, each is durable before it returns.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    blobs: Blobs,
}

impl Store {
    /// Opens the store in this directory, making or migrating it if need be.
    pub fn open(directory: &Path) -> Result<Self, KeepError> {
        let blobs = Blobs::open(directory.join("documents"))?;
        let mut connection = Connection::open(directory.join("store.db")).map_err(|e| error::database(&e))?;
        connection.busy_timeout(PATIENCE).map_err(|e| error::database(&e))?;
        patiently(|| configure(&connection)).map_err(|e| error::database(&e))?;
        migration::migrate(&mut connection)?;
        Ok(Self { connection, blobs })
    }
}

/// Write-ahead logging lets readers go on; `synchronous=FULL` is what makes a kept line survive a power cut.
fn configure(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)
}

impl Keeping for Store {
    /// Documents go to the disk first: one that no line names, after a crash, does no harm.
    fn keep(&mut self, change: &Change<'_>) -> Result<KeptLine, KeepError> {
        for (digest, bytes) in &change.documents {
            self.blobs.put(digest, bytes)?;
        }
        let wanted = TransactionBehavior::Immediate;
        let transaction =
            self.connection.transaction_with_behavior(wanted).map_err(|e| error::database(&e))?;
        let place = next_place(&transaction, change.subject).map_err(|e| error::database(&e))?;
        let line = KeptLine { index: place.index, bytes: (change.write_line)(place) };
        let frontier = Frontier::read(&Nodes(&transaction), place.index).map_err(tree_error)?;
        let nodes = grown(frontier, &line)?;
        append(&transaction, change, place, &line, &nodes).map_err(|e| error::database(&e))?;
        transaction.commit().map_err(|e| error::database(&e))?;
        Ok(line)
    }

    fn document(&self, digest: &Sha256) -> Result<Option<Vec<u8>>, KeepError> {
        let known: Option<i64> = self
            .connection
            .query_row("SELECT size FROM document WHERE digest = ?1", [digest.0], |row| row.get(0))
            .optional()
            .map_err(|e| error::database(&e))?;
        known.map(|_| self.blobs.get(digest)).transpose()
    }

    fn ledger_size(&self) -> Result<u64, KeepError> {
        size(&self.connection).map_err(|e| error::database(&e))
    }

    fn lines(&self, from: u64, limit: usize) -> Result<Vec<KeptLine>, KeepError> {
        let query =
            "SELECT line_index, bytes FROM ledger_line WHERE line_index >= ?1 ORDER BY line_index LIMIT ?2";
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.read_lines(query, params![signed(from), limit])
    }

    fn lines_about(&self, subject: &str, size: u64) -> Result<Vec<KeptLine>, KeepError> {
        let query = "SELECT line_index, bytes FROM ledger_line \
                     WHERE subject = ?1 AND line_index < ?2 ORDER BY line_index";
        self.read_lines(query, params![subject, signed(size)])
    }

    fn node(&self, level: u8, index: u64) -> Result<[u8; 32], KeepError> {
        read_node(&self.connection, level, index)
    }

    fn keep_checkpoint(&mut self, size: u64, note: &str) -> Result<(), KeepError> {
        let query = "INSERT OR IGNORE INTO ledger_checkpoint (size, note) VALUES (?1, ?2)";
        self.connection.execute(query, params![signed(size), note]).map_err(|e| error::database(&e))?;
        Ok(())
    }

    fn checkpoints(&self, above: u64, limit: usize) -> Result<Vec<(u64, String)>, KeepError> {
        let query = "SELECT size, note FROM ledger_checkpoint WHERE size > ?1 ORDER BY size LIMIT ?2";
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let read = || {
            let mut statement = self.connection.prepare_cached(query)?;
            let checkpoint = |row: &rusqlite::Row<'_>| Ok((unsigned(row.get(0)?), row.get(1)?));
            statement.query_map(params![signed(above), limit], checkpoint)?.collect::<rusqlite::Result<_>>()
        };
        read().map_err(|e| error::database(&e))
    }

    fn latest_checkpoint(&self) -> Result<Option<(u64, String)>, KeepError> {
        let query = "SELECT size, note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1";
        self.connection
            .query_row(query, [], |row| Ok((unsigned(row.get(0)?), row.get(1)?)))
            .optional()
            .map_err(|e| error::database(&e))
    }
}

impl Store {
    fn read_lines(&self, query: &str, params: impl rusqlite::Params) -> Result<Vec<KeptLine>, KeepError> {
        let read = || {
            let mut statement = self.connection.prepare_cached(query)?;
            let line =
                |row: &rusqlite::Row<'_>| Ok(KeptLine { index: unsigned(row.get(0)?), bytes: row.get(1)? });
            statement.query_map(params, line)?.collect::<rusqlite::Result<_>>()
        };
        read().map_err(|e| error::database(&e))
    }
}

/// Tries again while another process holds the database in a way that SQLite does not wait for by itself: the first
/// switch to write-ahead logging, and the clean-up after the last one that left.
fn patiently(mut attempt: impl FnMut() -> rusqlite::Result<()>) -> rusqlite::Result<()> {
    const PAUSE: Duration = Duration::from_millis(20);
    let mut waited = Duration::ZERO;
    loop {
        match attempt() {
            Err(error) if waited < PATIENCE && is_busy(&error) => {
                std::thread::sleep(PAUSE);
                waited += PAUSE;
            }
            done => return done,
        }
    }
}

fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked)
    )
}

/// The stored nodes, as the tree asks for them.
struct Nodes<'a>(&'a Connection);

impl HashReader for Nodes<'_> {
    type Error = KeepError;

    fn read(&self, node: Node) -> Result<Hash, KeepError> {
        read_node(self.0, node.level(), node.index()).map(Hash::from_bytes)
    }
}

fn tree_error(error: proofmark_trust::ReadError<KeepError>) -> KeepError {
    match error {
        proofmark_trust::ReadError::Reader(error) => error,
        _ => error::ledger_full(),
    }
}

fn read_node(connection: &Connection, level: u8, index: u64) -> Result<[u8; 32], KeepError> {
    let query = "SELECT hash FROM ledger_node WHERE level = ?1 AND node_index = ?2";
    connection
        .prepare_cached(query)
        .and_then(|mut statement| {
            statement.query_row(params![level, signed(index)], |row| row.get(0)).optional()
        })
        .map_err(|e| error::database(&e))?
        .ok_or_else(|| error::node_missing(level, index))
}

fn size(connection: &Connection) -> rusqlite::Result<u64> {
    let query = "SELECT coalesce(max(line_index) + 1, 0) FROM ledger_line";
    connection.query_row(query, [], |row| row.get(0)).map(unsigned)
}

fn next_place(transaction: &Transaction<'_>, subject: &str) -> rusqlite::Result<LinePlace> {
    let index = size(transaction)?;
    let query = "SELECT coalesce(max(sequence) + 1, 0) FROM ledger_line WHERE subject = ?1";
    let sequence = transaction.query_row(query, [subject], |row| row.get(0)).map(unsigned)?;
    Ok(LinePlace { index, sequence })
}

fn grown(mut frontier: Frontier, line: &KeptLine) -> Result<Vec<(Node, Hash)>, KeepError> {
    frontier.append(Hash::of_leaf(&line.bytes)).map_err(|_| error::ledger_full())
}

fn append(
    transaction: &Transaction<'_>,
    change: &Change<'_>,
    place: LinePlace,
    line: &KeptLine,
    nodes: &[(Node, Hash)],
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO ledger_line (line_index, subject, sequence, bytes) VALUES (?1, ?2, ?3, ?4)",
        params![signed(place.index), change.subject, signed(place.sequence), line.bytes],
    )?;
    for (node, hash) in nodes {
        transaction.execute(
            "INSERT INTO ledger_node (level, node_index, hash) VALUES (?1, ?2, ?3)",
            params![node.level(), signed(node.index()), hash.as_bytes()],
        )?;
    }
    for (digest, bytes) in &change.documents {
        let query = "INSERT OR IGNORE INTO document (digest, size, first_line) VALUES (?1, ?2, ?3)";
        let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        transaction.execute(query, params![digest.0, length, signed(place.index)])?;
    }
    Ok(())
}

/// The ledger's sizes end where a database integer does, so nothing is lost either way.
fn signed(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

fn unsigned(value: i64) -> u64 {
    u64::try_from(value).unwrap_or(0)
}
