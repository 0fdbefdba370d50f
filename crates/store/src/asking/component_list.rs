//! Components by name, across products and releases.

use proofmark_facts::{ComponentQuery, ComponentRow, Page, Placed};

use super::clauses::{Clauses, page as a_page};
use super::component_walk::{ComponentPlace, ComponentWalk, PlacedComponent};
use super::cursor::{self, Holds};
use super::scope::{Scope, scopes};
use crate::folding::folded;
use crate::release_rows::{COMPONENT, component};
use crate::sql::{Connection, SqlError, Value};

/// A page of components.
pub(super) fn page(
    connection: &Connection,
    query: &ComponentQuery<'_>,
) -> Result<Page<Placed<ComponentRow>>, SqlError> {
    let after = query
        .after
        .map(|after| cursor::read(after, [Holds::Words, Holds::Words, Holds::Number]))
        .transpose()?;
    let named = |clauses: &mut Clauses| beginning(clauses, "t.folded_name", query.named);
    let being = |clauses: &mut Clauses| clauses.is_so("top_level", query.top_level);
    let mut entries = Vec::new();
    for scope in scopes(query.seen, query.product) {
        let products = match (scope, query.release) {
            (Scope::One(product), _) => vec![product.into()],
            (_, Some(release)) => with_release(connection, query.operator, release, scope)?,
            (_, None) => {
                let (operator, limit) = (query.operator, query.limit);
                let walk = ComponentWalk { connection, operator, scope, named: &named, being: &being, limit };
                entries.extend(walk.rows_after(after.as_ref())?);
                continue;
            }
        };
        for product in products {
            entries.extend(of_product(connection, query, &product, after.as_ref())?);
        }
    }
    Ok(a_page(entries, query.limit))
}

/// The products of the scope that have a release of this version.
fn with_release(
    connection: &Connection,
    operator: &str,
    release: &str,
    scope: Scope<'_>,
) -> Result<Vec<Value>, SqlError> {
    let mut clauses = Clauses::of_operator(operator);
    clauses.is("release", release);
    clauses.within(connection, scope);
    let rows = clauses.all(connection, "SELECT t.product FROM release_row t", "ORDER BY t.product")?;
    rows.into_iter().map(|mut row| row.value()).collect()
}

/// The rows of one product, or of one release of it, that come after this place.
fn of_product(
    connection: &Connection,
    query: &ComponentQuery<'_>,
    product: &Value,
    after: Option<&ComponentPlace>,
) -> Result<Vec<PlacedComponent>, SqlError> {
    // The rows of one release are few: they are better sorted than looked for among those of all releases, and what is
    // not a column by itself no index is chosen for.
    let name = if query.release.is_some() { "coalesce(t.folded_name, '')" } else { "t.folded_name" };
    let order = [name, "t.row_key"];
    let mut clauses = Clauses::of_operator(query.operator);
    clauses.is("product", product.clone());
    if let Some(release) = query.release {
        clauses.is("release", release);
    }
    beginning(&mut clauses, name, query.named);
    clauses.is_so("top_level", query.top_level);
    if let Some([at, whose, row_key]) = after {
        if product == whose {
            clauses.after(order, [at.clone(), row_key.clone()]);
        } else {
            // Within a name products come in their order.
            let place = clauses.place(at.clone());
            clauses.and(format!("{name} {} {place}", if product > whose { ">=" } else { ">" }));
        }
    }
    let select = format!("SELECT folded_name, row_key, release, {COMPONENT} FROM component_row t");
    let rows = clauses.rows(connection, &select, order, query.limit)?;
    let placed = rows.into_iter().map(|mut row| {
        let place = [row.value()?, product.clone(), row.value()?];
        let (product, release) = (product.words().to_owned(), row.text()?);
        Ok((Placed { product, release, row: component(&mut row)? }, place))
    });
    placed.collect()
}

/// That a name begins so.
fn beginning(clauses: &mut Clauses, name: &str, prefix: Option<&str>) {
    let Some(prefix) = prefix.filter(|prefix| !prefix.is_empty()).map(folded) else { return };
    let from = clauses.place(prefix.as_str());
    clauses.and(format!("{name} >= {from}"));
    if let Some(beyond) = beyond(&prefix) {
        let to = clauses.place(beyond);
        clauses.and(format!("{name} < {to}"));
    }
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
