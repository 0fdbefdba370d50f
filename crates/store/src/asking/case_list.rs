//! Declared cases, those that press most first.

use proofmark_facts::{CaseQuery, CaseStanding, Page, PlacedCase, RecordKey, RecordKind};

use super::clauses::{Clauses, page as a_page};
use super::cursor::{self, Holds};
use super::scope::{Scope, scopes};
use crate::folding::folded;
use crate::projection::parsed;
use crate::sql::{Connection, Row, SqlError, Value};

const ORDER: [&str; 2] = ["t.presses", "t.id"];

const SELECT: &str = "SELECT t.presses, t.id, t.product, t.product_name, t.content FROM case_row t";

/// A page of cases.
pub(super) fn page(connection: &Connection, query: &CaseQuery<'_>) -> Result<Page<PlacedCase>, SqlError> {
    let mut entries = Vec::new();
    for scope in scopes(query.seen, query.product) {
        entries.extend(entries_of(connection, query, scope)?);
    }
    Ok(a_page(entries, query.limit))
}

fn entries_of(
    connection: &Connection,
    query: &CaseQuery<'_>,
    scope: Scope<'_>,
) -> Result<Vec<(PlacedCase, [Value; 2])>, SqlError> {
    let mut clauses = Clauses::of_operator(query.operator);
    clauses.within(connection, scope);
    for word in query.named.unwrap_or_default().split_whitespace() {
        let place = clauses.place(folded(word));
        clauses.and(connection.holds("t.searched", &place));
    }
    clauses.is_so("asks", query.open);
    if let Some(after) = query.after {
        clauses.after(ORDER, cursor::read(after, [Holds::Number, Holds::Words])?);
    }
    let rows = clauses.rows(connection, SELECT, ORDER, query.limit)?;
    rows.into_iter().map(|row| entry(query.operator, row)).collect()
}

fn entry(operator: &str, mut row: Row) -> Result<(PlacedCase, [Value; 2]), SqlError> {
    let (presses, id) = (row.value()?, row.text()?);
    let (product, product_name) = (row.text()?, row.text()?);
    let case = case_of(operator, &id, &row.text()?)?;
    let place = [presses, Value::Text(id.clone())];
    Ok((PlacedCase { id, product, product_name, case }, place))
}

/// The case of this id.
pub(super) fn one(connection: &Connection, operator: &str, id: &str) -> Result<Option<PlacedCase>, SqlError> {
    let mut clauses = Clauses::of_operator(operator);
    clauses.is("id", id);
    let found = clauses.all(connection, SELECT, "")?.into_iter().next();
    found.map(|row| entry(operator, row).map(|(case, _)| case)).transpose()
}

/// A case as its row holds it. Where it cannot be read, its product is what must be looked at.
pub(super) fn case_of(operator: &str, id: &str, content: &str) -> Result<CaseStanding, SqlError> {
    let product = id.split('.').next().unwrap_or_default().to_owned();
    let key = RecordKey { operator: operator.to_owned(), kind: RecordKind::Product, id: product };
    parsed(&key, content.as_bytes())
}
