//! Releases by what their version begins with, whichever product's.

use proofmark_facts::{FoundRelease, SearchQuery};

use super::clauses::Clauses;
use super::component_list::beyond;
use crate::sql::{Connection, SqlError};

/// The first of them, in the order of version and product.
pub(super) fn first(connection: &Connection, query: &SearchQuery<'_>) -> Result<Vec<FoundRelease>, SqlError> {
    let version = query.words.trim();
    if version.is_empty() || version.contains('\0') {
        return Ok(Vec::new());
    }
    let mut clauses = Clauses::of_operator(query.operator);
    clauses.seen(connection, "product", query.seen);
    let from = clauses.place(version);
    clauses.and(format!("t.release >= {from}"));
    if let Some(beyond) = beyond(version) {
        let to = clauses.place(beyond);
        clauses.and(format!("t.release < {to}"));
    }
    let order = ["t.release", "t.product"];
    let mut rows =
        clauses.rows(connection, "SELECT product, release FROM release_row t", order, query.limit)?;
    rows.truncate(query.limit);
    let found = |mut row: crate::sql::Row| Ok(FoundRelease { product: row.text()?, release: row.text()? });
    rows.into_iter().map(found).collect()
}
