//! Records: written only when they still are what the action read, and read one operator at a time.

use proofmark_facts::{Record, RecordKey, RecordKind, RecordWrite, Sha256};

use crate::error;
use crate::projection::project;
use crate::sql::{Connection, Row, SqlError, Value};

/// Writes the records of a change and what lists show of them.
///
/// They are written in the order of their keys, whatever order the action named them in, so that two changes never wait
/// for each other crosswise.
pub(crate) fn write_all(connection: &Connection, writes: &[RecordWrite]) -> Result<(), SqlError> {
    let mut ordered: Vec<&RecordWrite> = writes.iter().collect();
    ordered.sort_by(|one, other| one.key.cmp(&other.key));
    for write in ordered {
        if !compare_and_swap(connection, write)? {
            return Err(error::moved(&write.key).into());
        }
        project(connection, write)?;
    }
    Ok(())
}

/// Whether the record was what the write expects; only then it is written.
fn compare_and_swap(connection: &Connection, write: &RecordWrite) -> Result<bool, SqlError> {
    let mut values = named(&write.key);
    let touched = match (&write.expects, &write.content) {
        (Some(before), Some(content)) => {
            values.extend([(*before).into(), content.as_slice().into(), Sha256::of(content).into()]);
            let statement = "UPDATE record SET content = $5, sha256 = $6 \
                             WHERE operator = $1 AND kind = $2 AND id = $3 AND sha256 = $4";
            connection.execute(statement, &values)?
        }
        (Some(before), None) => {
            values.push((*before).into());
            let statement =
                "DELETE FROM record WHERE operator = $1 AND kind = $2 AND id = $3 AND sha256 = $4";
            connection.execute(statement, &values)?
        }
        (None, Some(content)) => {
            values.extend([content.as_slice().into(), Sha256::of(content).into()]);
            let statement = "INSERT INTO record (operator, kind, id, content, sha256) \
                             VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
            connection.execute(statement, &values)?
        }
        (None, None) => u64::from(read(connection, &write.key)?.is_none()),
    };
    Ok(touched == 1)
}

/// A record's present content.
pub(crate) fn read(connection: &Connection, key: &RecordKey) -> Result<Option<Record>, SqlError> {
    let asks = "SELECT operator, kind, id, content, sha256 FROM record \
                WHERE operator = $1 AND kind = $2 AND id = $3";
    connection.first(asks, &named(key))?.map(record).transpose()
}

/// Records of one operator and kind, in the order of their ids.
pub(crate) fn read_some(
    connection: &Connection,
    operator: &str,
    kind: RecordKind,
    after: &str,
    limit: usize,
) -> Result<Vec<Record>, SqlError> {
    let asks = "SELECT operator, kind, id, content, sha256 FROM record \
                WHERE operator = $1 AND kind = $2 AND id > $3 ORDER BY id LIMIT $4";
    let values = [operator.into(), kind.word().into(), after.into(), limit.into()];
    connection.query(asks, &values)?.into_iter().map(record).collect()
}

/// Records of everybody, in the order of operator, kind and id.
///
/// Kinds stand in the order of their words here, which is the same for every page.
pub(crate) fn read_all(
    connection: &Connection,
    after: Option<&RecordKey>,
    limit: usize,
) -> Result<Vec<Record>, SqlError> {
    let (from, mut values) = match after {
        None => ("", Vec::new()),
        Some(key) => ("WHERE (operator, kind, id) > ($1, $2, $3)", named(key)),
    };
    let asks = format!(
        "SELECT operator, kind, id, content, sha256 FROM record {from} ORDER BY operator, kind, id LIMIT ${}",
        values.len() + 1
    );
    values.push(limit.into());
    connection.query(&asks, &values)?.into_iter().map(record).collect()
}

fn named(key: &RecordKey) -> Vec<Value> {
    vec![key.operator.as_str().into(), key.kind.word().into(), key.id.as_str().into()]
}

/// The digest given is the content's own: that it is the one kept beside it is for the ledger to say.
fn record(mut row: Row) -> Result<Record, SqlError> {
    let operator = row.text()?;
    let kind = RecordKind::of_word(&row.text()?).ok_or_else(error::unreadable_value)?;
    let key = RecordKey { operator, kind, id: row.text()? };
    let content = row.bytes()?;
    let sha256 = Sha256::of(&content);
    Ok(Record { key, content, sha256 })
}
