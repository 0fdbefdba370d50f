//! Findings by week: counted anew for a product whenever the rows of one of its releases change, so that what was counted
//! once too often or too seldom does not stay; and added up for the whole operator, whose `product` is empty, so that
//! nobody adds up a thousand products to look at them.

use std::collections::BTreeMap;

use proofmark_facts::{Difference, RowDifference};

use crate::sql::{Connection, Row, SqlError, Value};
use crate::table::Table;

/// A week in microseconds, and how far the first Monday lies before the first instant: 29 December 1969.
const WEEK: i64 = 7 * 86_400_000_000;
const MONDAY: i64 = 3 * 86_400_000_000;

/// Counts the product's findings, and carries to the operator's sums what came out otherwise than before.
pub(crate) fn count(connection: &Connection, operator: &str, product: &str) -> Result<(), SqlError> {
    let place = [operator.into(), product.into()];
    let wanted = connection.query(&counting("AND operator = $1 AND product = $2"), &place)?;
    let mut wanted = by_week(wanted.into_iter().map(Row::into_values));
    let mut changed = Vec::new();
    let mut moved: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    for (week, before) in by_week(WEEKS.rows(connection, &["operator", "product"], &place)?.into_iter()) {
        let after = wanted.remove(&week);
        if after.as_ref() == Some(&before) {
            continue;
        }
        let counts = after.as_deref().map(counts_of).unwrap_or_default();
        let by = |(at, count): (usize, i64)| counts.get(at).copied().unwrap_or_default() - count;
        moved.insert(week, counts_of(&before).into_iter().enumerate().map(by).collect());
        match after {
            Some(after) => changed.push(after),
            None => drop(connection.execute(GONE, &[operator.into(), product.into(), week.into()])?),
        }
    }
    for (week, row) in wanted {
        moved.insert(week, counts_of(&row));
        changed.push(row);
    }
    connection.insert(&WEEKS.with_columns(), &changed, &WEEKS.or_else())?;
    add_up(connection, operator, moved)
}

const GONE: &str = "DELETE FROM finding_week WHERE operator = $1 AND product = $2 AND week = $3";

/// Moves the operator's sums by so much, in the order of the weeks, whoever else moves them at the same time.
fn add_up(connection: &Connection, operator: &str, moved: BTreeMap<i64, Vec<i64>>) -> Result<(), SqlError> {
    if moved.is_empty() {
        return Ok(());
    }
    let row = |(week, by): (i64, Vec<i64>)| -> Vec<Value> {
        let key = [operator.into(), "".into(), week.into()];
        key.into_iter().chain(by.into_iter().map(Value::from)).collect()
    };
    let rows: Vec<Vec<Value>> = moved.into_iter().map(row).collect();
    let (key, counts) = WEEKS.columns.split_at(WEEKS.keys);
    let added: Vec<String> =
        counts.iter().map(|count| format!("{count} = finding_week.{count} + excluded.{count}")).collect();
    let or_else = format!("ON CONFLICT ({}) DO UPDATE SET {}", key.join(", "), added.join(", "));
    connection.insert(&WEEKS.with_columns(), &rows, &or_else)?;
    let nothing = "DELETE FROM finding_week WHERE operator = $1 AND product = '' \
                   AND opened = 0 AND closed = 0 AND still_open = 0";
    connection.execute(nothing, &[operator.into()])?;
    Ok(())
}

fn by_week(rows: impl Iterator<Item = Vec<Value>>) -> BTreeMap<i64, Vec<Value>> {
    rows.filter_map(|row| match row.get(WEEKS.keys - 1) {
        Some(Value::Integer(week)) => Some((*week, row)),
        _ => None,
    })
    .collect()
}

/// What is counted in a row.
fn counts_of(row: &[Value]) -> Vec<i64> {
    let count = |value: &Value| if let Value::Integer(count) = value { *count } else { 0 };
    row.iter().skip(WEEKS.keys).map(count).collect()
}

/// Where the sums of whole operators are not those of their products together, at most so many.
pub(crate) fn differences_of_operators(
    connection: &Connection,
    limit: usize,
) -> Result<Vec<RowDifference>, SqlError> {
    let counts = &WEEKS.columns[WEEKS.keys..];
    let sums: Vec<String> = counts.iter().map(|count| format!("CAST(sum({count}) AS BIGINT)")).collect();
    let of_products = format!(
        "SELECT operator, week, {} FROM finding_week WHERE product <> '' GROUP BY operator, week",
        sums.join(", ")
    );
    let of_operators =
        format!("SELECT operator, week, {} FROM finding_week WHERE product = ''", counts.join(", "));
    let mut differences = Vec::new();
    for (one, other, difference) in
        [(&of_products, &of_operators, Difference::Missing), (&of_operators, &of_products, Difference::Added)]
    {
        for mut row in connection.query(&format!("{one} EXCEPT {other} LIMIT $1"), &[limit.into()])? {
            let key = [Value::from(row.text()?), "".into(), row.integer()?.into()];
            differences.push(WEEKS.named(&key, difference.clone()));
        }
    }
    Ok(differences)
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

/// Counts every product's, as a migration does; a later one adds them up.
pub(crate) fn count_all(connection: &Connection) -> Result<(), SqlError> {
    connection.execute(&format!("INSERT INTO {} {}", WEEKS.with_columns(), counting("")), &[])?;
    Ok(())
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
