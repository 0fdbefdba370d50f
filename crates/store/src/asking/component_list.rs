//! Components by name, across products and releases.

use proofmark_facts::{ComponentQuery, ComponentRow, Page, Placed};

use super::clauses::{Clauses, page as a_page};
use super::cursor::{self, Holds};
use super::scope::{Scope, scopes};
use crate::folding::folded;
use crate::release_rows::{COMPONENT, component};
use crate::sql::{Connection, Row, SqlError, Value};

/// A page of components.
pub(super) fn page(
    connection: &Connection,
    query: &ComponentQuery<'_>,
) -> Result<Page<Placed<ComponentRow>>, SqlError> {
    let mut entries = Vec::new();
    for scope in scopes(query.seen, query.product) {
        entries.extend(entries_of(connection, query, scope)?);
    }
    Ok(a_page(entries, query.limit))
}

fn entries_of(
    connection: &Connection,
    query: &ComponentQuery<'_>,
    scope: Scope<'_>,
) -> Result<Vec<Entry>, SqlError> {
    // The rows of one release are few: they are better sorted than looked for among those of all releases, and what is
    // not a column by itself no index is chosen for.
    let name = if query.release.is_some() { "coalesce(t.folded_name, '')" } else { "t.folded_name" };
    let order = [name, "t.row_key"];
    let mut clauses = Clauses::of_operator(query.operator);
    clauses.within(connection, scope);
    if let Some(release) = query.release {
        clauses.is("release", release);
    }
    if let Some(named) = query.named.filter(|named| !named.is_empty()) {
        let named = folded(named);
        let from = clauses.place(named.as_str());
        clauses.and(format!("{name} >= {from}"));
        if let Some(beyond) = beyond(&named) {
            let to = clauses.place(beyond);
            clauses.and(format!("{name} < {to}"));
        }
    }
    clauses.is_so("top_level", query.top_level);
    if let Some(after) = query.after {
        clauses.after(order, cursor::read(after, [Holds::Words, Holds::Number])?);
    }
    let select = format!("SELECT folded_name, row_key, product, release, {COMPONENT} FROM component_row t");
    let rows = clauses.rows(connection, &select, order, query.limit)?;
    rows.into_iter().map(entry).collect()
}

/// A component with its place in the order.
type Entry = (Placed<ComponentRow>, [Value; 2]);

fn entry(mut row: Row) -> Result<Entry, SqlError> {
    let place = [row.value()?, row.value()?];
    let (product, release) = (row.text()?, row.text()?);
    Ok((Placed { product, release, row: component(&mut row)? }, place))
}

/// All components of one release, in the order of their places.
pub(super) fn all_of(
    connection: &Connection,
    operator: &str,
    product: &str,
    release: &str,
) -> Result<Vec<ComponentRow>, SqlError> {
    let mut clauses = Clauses::of_operator(operator);
    clauses.is("product", product);
    clauses.is("release", release);
    let select = format!("SELECT {COMPONENT} FROM component_row t");
    let rows = clauses.all(connection, &select, "ORDER BY t.place")?;
    rows.into_iter().map(|mut row| component(&mut row)).collect()
}

/// The smallest text that is larger than every one that begins so; `None`: there is none.
pub(super) fn beyond(prefix: &str) -> Option<String> {
    let mut letters: Vec<char> = prefix.chars().collect();
    while let Some(last) = letters.pop() {
        // Between the two ranges of letters lie the surrogates, which no text holds.
        let next = if last == '\u{D7FF}' { Some('\u{E000}') } else { char::from_u32(u32::from(last) + 1) };
        if let Some(next) = next {
            letters.push(next);
            return Some(letters.into_iter().collect());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::beyond;

    #[test]
    fn a_prefix_ends_where_the_next_text_begins() {
        assert_eq!(beyond("log4j").as_deref(), Some("log4k"));
        assert_eq!(beyond("a\u{10FFFF}").as_deref(), Some("b"));
        assert_eq!(beyond("\u{D7FF}").as_deref(), Some("\u{E000}"));
        assert_eq!(beyond("\u{10FFFF}"), None);
    }
}
