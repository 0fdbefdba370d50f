//! Findings by week: counted anew for a product whenever the rows of one of its releases change, so that what was counted
//! once too often or too seldom does not stay.

use proofmark_facts::RowDifference;

use crate::sql::{Connection, Row, SqlError, Value};
use crate::table::Table;

/// A week in microseconds, and how far the first Monday lies before the first instant: 29 December 1969.
const WEEK: i64 = 7 * 86_400_000_000;
const MONDAY: i64 = 3 * 86_400_000_000;

/// Counts the product's findings.
pub(crate) fn count(connection: &Connection, operator: &str, product: &str) -> Result<(), SqlError> {
    let place = [operator.into(), product.into()];
    connection.execute("DELETE FROM finding_week WHERE operator = $1 AND product = $2", &place)?;
    insert(connection, "AND operator = $1 AND product = $2", &place)
}

/// Where what is counted is not what the rows of the product's findings add up to.
pub(crate) fn differences(
    connection: &Connection,
    operator: &str,
    product: &str,
) -> Result<Vec<RowDifference>, SqlError> {
    let place = [operator.into(), product.into()];
    let wanted = connection.query(&counting("AND operator = $1 AND product = $2"), &place)?;
    let there = WEEKS.rows(connection, &["operator", "product"], &place)?;
    Ok(WEEKS.differences(there, wanted.into_iter().map(Row::into_values).collect()))
}

/// Counts everybody's, as a migration does.
pub(crate) fn count_all(connection: &Connection) -> Result<(), SqlError> {
    insert(connection, "", &[])
}

/// Findings by the week they moved in.
const WEEKS: Table = Table {
    name: "finding_week",
    columns: &[
        "operator",
        "product",
        "week",
        "opened",
        "closed",
        "critical",
        "high",
        "medium",
        "low",
        "unrated",
        "still_open",
    ],
    keys: 3,
};

fn insert(connection: &Connection, of: &str, values: &[Value]) -> Result<(), SqlError> {
    connection.execute(&format!("INSERT INTO {} {}", WEEKS.with_columns(), counting(of)), values)?;
    Ok(())
}

/// The rows of [`WEEKS`]. Ratings are those of CVSS scores, which rows hold times ten.
fn counting(of: &str) -> String {
    let open = |rated: &str| format!("CASE WHEN closed = 0 AND {rated} THEN 1 ELSE 0 END");
    let rated = [
        open("score >= 90"),
        open("score >= 70 AND score < 90"),
        open("score >= 40 AND score < 70"),
        open("score > 0 AND score < 40"),
        open("score <= 0"),
        open("1 = 1"),
    ]
    .join(", ");
    let sum = |of: &str| format!("CAST(sum({of}) AS BIGINT)");
    let columns = ["opened", "closes", "critical", "high", "medium", "low", "unrated", "still_open"];
    let sums = columns.map(sum).join(", ");
    format!(
        "SELECT operator, product, week, {sums} FROM ( \
         SELECT operator, product, (opened_at + {MONDAY}) / {WEEK} AS week, 1 AS opened, 0 AS closes, \
         {} FROM finding_row WHERE 1 = 1 {of} \
         UNION ALL SELECT operator, product, (closed_at + {MONDAY}) / {WEEK}, 0, 1, 0, 0, 0, 0, 0, 0 \
         FROM finding_row WHERE closed_at IS NOT NULL {of}) AS movement GROUP BY operator, product, week",
        named(&rated, &columns[2..]),
    )
}

/// The first statement of a union names the columns of all.
fn named(expressions: &str, names: &[&str]) -> String {
    let parts =
        expressions.split(", ").zip(names).map(|(expression, name)| format!("{expression} AS {name}"));
    parts.collect::<Vec<_>>().join(", ")
}
