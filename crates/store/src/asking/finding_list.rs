//! Findings by severity, likelihood or age, across products and releases.

use proofmark_facts::{FindingFilter, FindingOrder, FindingQuery, FindingRow, Page, Placed};

use super::clauses::{Clauses, literally, page as a_page};
use super::cursor::{self, Holds};
use super::scope::{Scope, scopes};
use crate::release_rows::{FINDING, finding, severe_from};
use crate::sql::{Connection, Row, SqlError, Value};

/// A page of findings.
pub(super) fn page(
    connection: &Connection,
    query: &FindingQuery<'_>,
) -> Result<Page<Placed<FindingRow>>, SqlError> {
    // Open and closed ones stand apart in every index: whoever wants both gets both lists as one.
    let wanted = query.open.map_or(vec![true, false], |open| vec![open]);
    let mut entries = Vec::new();
    for scope in scopes(query.seen, query.product) {
        for open in &wanted {
            entries.extend(entries_of(connection, query, scope, *open)?);
        }
    }
    Ok(a_page(entries, query.limit))
}

fn entries_of(
    connection: &Connection,
    query: &FindingQuery<'_>,
    scope: Scope<'_>,
    open: bool,
) -> Result<Vec<Entry>, SqlError> {
    let column = match query.order {
        FindingOrder::Severity => "severe",
        FindingOrder::Epss => "likely",
        FindingOrder::Newest => "newest",
    };
    // The findings of one release, vulnerability or product are few: where no index has them in order, they are better
    // sorted than looked for among all, and what is not a column by itself no index is chosen for.
    let few = query.release.is_some()
        || query.vulnerability.is_some()
        || matches!((scope, query.order), (Scope::One(_), FindingOrder::Epss | FindingOrder::Newest));
    let order = [&*if few { format!("coalesce(t.{column}, 0)") } else { format!("t.{column}") }, "t.row_key"];
    let mut clauses = Clauses::of_operator(query.operator);
    if query.release.is_some() {
        // A release's rows lie together under their key: an index that knows its product and this may seem as good to
        // SQLite, and reads every release of the product.
        clauses.and(format!("coalesce(t.closed, 0) = {}", u8::from(!open)));
    } else {
        clauses.is_so("closed", Some(!open));
    }
    clauses.within(connection, scope);
    for (column, wanted) in [("release", query.release), ("vulnerability", query.vulnerability)] {
        if let Some(wanted) = wanted {
            clauses.is(column, wanted);
        }
    }
    clauses.is_so("unresolved", query.unresolved);
    clauses.is_so("exploited", query.exploited);
    if let Some(score) = query.score_from {
        // In another order than by severity most findings this severe come soon enough: sorting all of them would not.
        if query.order == FindingOrder::Severity {
            let place = clauses.place(severe_from(score));
            clauses.and(format!("t.severe <= {place}"));
        } else {
            let place = clauses.place(score);
            clauses.and(format!("t.score >= {place}"));
        }
    }
    narrow(&mut clauses, &query.narrowed);
    if let Some(after) = query.after {
        clauses.after(order, cursor::read(after, [Holds::Number; 2])?);
    }
    let select = format!("SELECT {column}, row_key, product, release, {FINDING} FROM finding_row t");
    let rows = clauses.rows(connection, &select, order, query.limit)?;
    rows.into_iter().map(entry).collect()
}

/// What has no index: rows are passed over in the list's order.
fn narrow(clauses: &mut Clauses, narrowed: &FindingFilter<'_>) {
    for word in narrowed.holding.unwrap_or_default().split_whitespace() {
        let place = clauses.place(format!("%{}%", literally(&word.to_ascii_lowercase())));
        clauses.and(format!(
            "(lower(t.component) LIKE {place} ESCAPE '!' OR lower(t.vulnerability) LIKE {place} ESCAPE '!')"
        ));
    }
    match narrowed.fixable {
        Some(true) => clauses.and("t.fixed_in <> ''"),
        Some(false) => clauses.and("t.fixed_in = ''"),
        None => {}
    }
    if let Some(until) = narrowed.opened_until {
        let place = clauses.place(until);
        clauses.and(format!("t.opened_at <= {place}"));
    }
    if let Some(from) = narrowed.opened_from {
        let place = clauses.place(from);
        clauses.and(format!("t.opened_at >= {place}"));
    }
}

/// A finding with its place in the order.
type Entry = (Placed<FindingRow>, [Value; 2]);

fn entry(mut row: Row) -> Result<Entry, SqlError> {
    let place = [row.value()?, row.value()?];
    let (product, release) = (row.text()?, row.text()?);
    Ok((Placed { product, release, row: finding(&mut row)? }, place))
}

/// All findings of one release, in the order of component and vulnerability.
pub(super) fn all_of(
    connection: &Connection,
    operator: &str,
    product: &str,
    release: &str,
) -> Result<Vec<FindingRow>, SqlError> {
    let mut clauses = Clauses::of_operator(operator);
    clauses.is("product", product);
    clauses.is("release", release);
    let select = format!("SELECT {FINDING} FROM finding_row t");
    let rows = clauses.all(connection, &select, "ORDER BY t.component, t.vulnerability, t.twin")?;
    rows.into_iter().map(|mut row| finding(&mut row)).collect()
}
