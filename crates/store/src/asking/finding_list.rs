//! Findings by severity, likelihood or age, across products and releases.

use proofmark_facts::{FindingOrder, FindingQuery, FindingRow, Page, Placed};

use super::clauses::{Clauses, page as a_page};
use super::cursor::{self, Holds};
use crate::release_rows::{FINDING, finding, severe_from};
use crate::sql::{Connection, SqlError, Value};

/// A page of findings.
pub(super) fn page(
    connection: &Connection,
    query: &FindingQuery<'_>,
) -> Result<Page<Placed<FindingRow>>, SqlError> {
    // Open and closed ones stand apart in every index: whoever wants both gets both lists as one.
    let wanted = query.open.map_or(vec![true, false], |open| vec![open]);
    let mut entries = Vec::new();
    for open in wanted {
        entries.extend(entries_of(connection, query, open)?);
    }
    entries.sort_by_key(|(_, place)| *place);
    let entries = entries.into_iter().map(|(row, place)| (row, place.map(Value::Integer))).collect();
    Ok(a_page(entries, query.limit))
}

/// A finding with its place in the order.
type Entry = (Placed<FindingRow>, [i64; 2]);

fn entries_of(connection: &Connection, query: &FindingQuery<'_>, open: bool) -> Result<Vec<Entry>, SqlError> {
    let order = [
        match query.order {
            FindingOrder::Severity => "severe",
            FindingOrder::Epss => "likely",
            FindingOrder::Newest => "newest",
        },
        "row_key",
    ];
    let mut clauses = Clauses::of_operator(query.operator);
    clauses.is_so("closed", Some(!open));
    clauses.seen(connection, "product", query.seen);
    for (column, wanted) in
        [("product", query.product), ("release", query.release), ("vulnerability", query.vulnerability)]
    {
        if let Some(wanted) = wanted {
            clauses.is(column, wanted);
        }
    }
    clauses.is_so("unresolved", query.unresolved);
    clauses.is_so("exploited", query.exploited);
    if let Some(score) = query.score_from {
        let place = clauses.place(severe_from(score));
        clauses.and(format!("t.severe <= {place}"));
    }
    if let Some(after) = query.after {
        clauses.after(order, cursor::read(after, [Holds::Number; 2])?);
    }
    let select = format!("SELECT {}, row_key, product, release, {FINDING} FROM finding_row t", order[0]);
    let rows = clauses.rows(connection, &select, order, query.limit)?;
    let entry = |mut row: crate::sql::Row| {
        let place = [row.integer()?, row.integer()?];
        let (product, release) = (row.text()?, row.text()?);
        Ok((Placed { product, release, row: finding(&mut row)? }, place))
    };
    rows.into_iter().map(entry).collect()
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
