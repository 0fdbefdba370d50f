//! The ledger: lines in their order, the roots of complete subtrees beside them.

use std::collections::HashMap;

use proofmark_facts::{Change, KeepError, KeptLine, LinePlace};
use proofmark_trust::{Frontier, Hash, HashReader, Node};

use crate::error;
use crate::sql::{Connection, Dialect, SqlError, Value};

/// Appends the line of a change. From here to the commit every other change waits, so this comes last and is short.
pub(crate) fn append(connection: &Connection, change: &Change<'_>) -> Result<KeptLine, SqlError> {
    if connection.dialect() == Dialect::Postgres {
        connection.query("SELECT one FROM ledger_head FOR UPDATE", &[])?;
    }
    let (index, sealed) = size_and_sealed(connection)?;
    let asks = "SELECT coalesce(max(sequence) + 1, 0) FROM ledger_line WHERE subject = $1";
    let sequence = connection.first(asks, &[change.subject.into()])?.map_or(Ok(0), |mut row| row.count())?;
    let place = LinePlace { index, sequence, sealed };
    let line = KeptLine { index, bytes: (change.write_line)(place) };
    let mut frontier = Frontier::read(&peaks(connection, index)?, index).map_err(tree_error)?;
    let nodes = frontier.append(Hash::of_leaf(&line.bytes)).map_err(|_| error::ledger_full())?;
    connection.execute(
        "INSERT INTO ledger_line (line_index, subject, sequence, bytes) VALUES ($1, $2, $3, $4)",
        &[index.into(), change.subject.into(), sequence.into(), line.bytes.as_slice().into()],
    )?;
    let rows: Vec<Vec<Value>> = nodes
        .iter()
        .map(|(node, hash)| {
            vec![i64::from(node.level()).into(), node.index().into(), hash.as_bytes().as_slice().into()]
        })
        .collect();
    connection.insert("ledger_node (level, node_index, hash)", &rows, "")?;
    Ok(line)
}

/// How many lines there are, and how many of them the last checkpoint is over: one question, for the ledger waits.
fn size_and_sealed(connection: &Connection) -> Result<(u64, u64), SqlError> {
    let asks = "SELECT coalesce(max(line_index) + 1, 0), \
                (SELECT coalesce(max(size), 0) FROM ledger_checkpoint) FROM ledger_line";
    connection.first(asks, &[])?.map_or(Ok((0, 0)), |mut row| Ok((row.count()?, row.count()?)))
}

/// How many lines there are.
pub(crate) fn size(connection: &Connection) -> Result<u64, SqlError> {
    let asks = "SELECT coalesce(max(line_index) + 1, 0) FROM ledger_line";
    connection.first(asks, &[])?.map_or(Ok(0), |mut row| row.count())
}

/// The lines of an answer that names index and bytes.
pub(crate) fn lines(
    connection: &Connection,
    statement: &str,
    values: &[Value],
) -> Result<Vec<KeptLine>, SqlError> {
    let rows = connection.query(statement, values)?;
    rows.into_iter().map(|mut row| Ok(KeptLine { index: row.count()?, bytes: row.bytes()? })).collect()
}

/// A stored node of the tree.
pub(crate) fn node(connection: &Connection, level: u8, index: u64) -> Result<[u8; 32], KeepError> {
    let asks = "SELECT hash FROM ledger_node WHERE level = $1 AND node_index = $2";
    let found = connection.first(asks, &[i64::from(level).into(), index.into()])?;
    let mut row = found.ok_or_else(|| error::node_missing(level, index))?;
    Ok(row.digest()?.0)
}

/// The largest complete subtrees of a tree of this size, all read at once: one for each bit that is set.
fn peaks(connection: &Connection, size: u64) -> Result<Peaks, SqlError> {
    let levels = (0..u64::BITS).filter(|level| size >> level & 1 == 1);
    let places: Vec<(u32, u64)> = levels.map(|level| (level, (size >> level) - 1)).collect();
    if places.is_empty() {
        return Ok(Peaks(HashMap::new()));
    }
    let wanted: Vec<String> = (0..places.len())
        .map(|place| format!("(level = ${} AND node_index = ${})", 2 * place + 1, 2 * place + 2))
        .collect();
    let asks = format!("SELECT level, node_index, hash FROM ledger_node WHERE {}", wanted.join(" OR "));
    let values: Vec<Value> =
        places.iter().flat_map(|(level, index)| [(*level).into(), (*index).into()]).collect();
    let rows = connection.query(&asks, &values)?;
    let found = rows.into_iter().map(|mut row| Ok(((row.integer()?, row.count()?), row.digest()?.0)));
    Ok(Peaks(found.collect::<Result<_, SqlError>>()?))
}

/// Nodes that were read together, as the tree asks for them.
struct Peaks(HashMap<(i64, u64), [u8; 32]>);

impl HashReader for Peaks {
    type Error = KeepError;

    fn read(&self, node: Node) -> Result<Hash, KeepError> {
        let found = self.0.get(&(node.level().into(), node.index()));
        found
            .map(|hash| Hash::from_bytes(*hash))
            .ok_or_else(|| error::node_missing(node.level(), node.index()))
    }
}

fn tree_error(error: proofmark_trust::ReadError<KeepError>) -> SqlError {
    match error {
        proofmark_trust::ReadError::Reader(error) => error.into(),
        _ => error::ledger_full().into(),
    }
}
