//! A product's releases, the newest first.

use proofmark_facts::{Page, RecordKey, RecordKind, ReleaseRecord, release_id};

use super::clauses::{Clauses, page as a_page};
use super::cursor::{self, Holds};
use crate::projection::parsed;
use crate::sql::{Connection, SqlError, Value};

const ORDER: [&str; 2] = ["newest", "release"];

/// A page of releases.
pub(super) fn page(
    connection: &Connection,
    operator: &str,
    product: &str,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<ReleaseRecord>, SqlError> {
    let mut clauses = Clauses::of_operator(operator);
    clauses.is("product", product);
    if let Some(after) = after {
        clauses.after(ORDER, cursor::read(after, [Holds::Number, Holds::Words])?);
    }
    let select = "SELECT t.newest, t.release, record.content FROM release_row t JOIN record \
                  ON record.operator = t.operator AND record.kind = 'release' \
                  AND record.id = t.product || ' ' || t.release";
    let entry = |mut row: crate::sql::Row| {
        let (newest, release) = (row.integer()?, row.text()?);
        let id = release_id(product, &release);
        let key = RecordKey { operator: operator.to_owned(), kind: RecordKind::Release, id };
        let record: ReleaseRecord = parsed(&key, &row.bytes()?)?;
        Ok((record, [Value::Integer(newest), Value::Text(release)]))
    };
    let rows = clauses.rows(connection, select, ORDER, limit)?;
    let entries: Vec<_> = rows.into_iter().map(entry).collect::<Result<_, SqlError>>()?;
    Ok(a_page(entries, limit))
}
