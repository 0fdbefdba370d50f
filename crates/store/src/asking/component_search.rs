//! Components by any part of their name, or by package URL. First the names are searched, each of which stands once for
//! an operator or a product; then the rows of those that fit are read by name.

use proofmark_facts::{ComponentRow, Page, Placed, SearchQuery};

use super::clauses::{Clauses, page as a_page};
use super::cursor::{self, Holds};
use super::scope::{Scope, scopes};
use crate::component_names::unversioned;
use crate::folding::folded;
use crate::release_rows::{COMPONENT, component};
use crate::sql::{Connection, Row, SqlError, Value};

/// A page of components.
pub(super) fn page(
    connection: &Connection,
    query: &SearchQuery<'_>,
) -> Result<Page<Placed<ComponentRow>>, SqlError> {
    let mut entries = Vec::new();
    if !query.words.trim().is_empty() {
        for scope in scopes(query.seen, None) {
            entries.extend(entries_of(connection, query, scope)?);
        }
    }
    Ok(a_page(entries, query.limit))
}

/// A component with its place in the order.
type Entry = (Placed<ComponentRow>, [Value; 2]);

/// Rows name by name until the page is full.
fn entries_of(
    connection: &Connection,
    query: &SearchQuery<'_>,
    scope: Scope<'_>,
) -> Result<Vec<Entry>, SqlError> {
    let after = query.after.map(|after| cursor::read(after, [Holds::Words, Holds::Number])).transpose()?;
    let [mut from, mut row_key] = match after {
        Some([name, row_key]) => [Some(name), Some(row_key)],
        None => [None, None],
    };
    let mut including = true;
    let mut entries = Vec::new();
    loop {
        let names = names(connection, query, scope, from.as_ref(), including)?;
        let last_batch = names.len() <= query.limit;
        for name in names {
            let goes_on = row_key.take().filter(|_| from.as_ref() == Some(&name));
            let missing = query.limit - entries.len();
            entries.extend(rows_named(connection, query, scope, &name, goes_on, missing)?);
            from = Some(name);
            if entries.len() > query.limit {
                return Ok(entries);
            }
        }
        if last_batch {
            return Ok(entries);
        }
        including = false;
    }
}

/// Names that hold the words, in their order: one more than a page has entries, since each has a row.
fn names(
    connection: &Connection,
    query: &SearchQuery<'_>,
    scope: Scope<'_>,
    from: Option<&Value>,
    including: bool,
) -> Result<Vec<Value>, SqlError> {
    let mut clauses = Clauses::of_operator(query.operator);
    match scope {
        Scope::All => clauses.is("product", ""),
        _ => clauses.within(connection, scope),
    }
    if let Some(purl) = purl_of(query.words) {
        let place = clauses.place(folded(unversioned(&purl)));
        clauses.and(connection.holds("t.folded_purl", &place));
    } else {
        for word in query.words.split_whitespace() {
            let place = clauses.place(folded(word));
            clauses.and(connection.holds("t.folded_name", &place));
        }
    }
    if let Some(from) = from {
        let place = clauses.place(from.clone());
        clauses.and(format!("t.folded_name {} {place}", if including { ">=" } else { ">" }));
    }
    let most = query.limit + 1;
    let select = "SELECT DISTINCT t.folded_name FROM component_name t";
    let rows = clauses.all(connection, select, &format!("ORDER BY t.folded_name LIMIT {most}"))?;
    rows.into_iter().map(|mut row| row.value()).collect()
}

fn rows_named(
    connection: &Connection,
    query: &SearchQuery<'_>,
    scope: Scope<'_>,
    name: &Value,
    after: Option<Value>,
    limit: usize,
) -> Result<Vec<Entry>, SqlError> {
    let mut clauses = Clauses::of_operator(query.operator);
    clauses.within(connection, scope);
    clauses.is("folded_name", name.clone());
    if let Some(purl) = purl_of(query.words) {
        let place = clauses.place(folded(&purl));
        clauses.and(connection.holds("lower(t.purl)", &place));
    }
    if let Some(after) = after {
        clauses.after(["t.folded_name", "t.row_key"], [name.clone(), after]);
    }
    let select = format!("SELECT folded_name, row_key, product, release, {COMPONENT} FROM component_row t");
    let rows = clauses.rows(connection, &select, ["t.folded_name", "t.row_key"], limit)?;
    rows.into_iter().map(entry).collect()
}

fn entry(mut row: Row) -> Result<Entry, SqlError> {
    let place = [row.value()?, row.value()?];
    let (product, release) = (row.text()?, row.text()?);
    Ok((Placed { product, release, row: component(&mut row)? }, place))
}

/// The words as a package URL, where they are one.
fn purl_of(words: &str) -> Option<String> {
    let words = words.trim();
    words.get(..4).filter(|scheme| scheme.eq_ignore_ascii_case("pkg:")).map(|_| words.to_owned())
}
