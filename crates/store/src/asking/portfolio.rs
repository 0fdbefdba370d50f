//! What an operator's products add up to.

use proofmark_facts::{FindingTally, Portfolio, Seen};

use super::clauses::Clauses;
use crate::sql::{Connection, SqlError};

/// The sums over the products at work.
pub(super) fn of(connection: &Connection, operator: &str, seen: &Seen) -> Result<Portfolio, SqlError> {
    let mut clauses = Clauses::of_operator(operator);
    clauses.and("t.archived = 0");
    clauses.seen(connection, "id", seen);
    let select = format!(
        "SELECT count(*), {}, {}, {}, {} FROM product_row t",
        sum("CASE WHEN gate = 'open' THEN 1 ELSE 0 END"),
        sum("CASE WHEN gate = 'closed' THEN 1 ELSE 0 END"),
        sum("CASE WHEN gate = '' THEN 1 ELSE 0 END"),
        ["obligations_late", "critical", "high", "medium", "low", "unrated", "exploited", "undecided"]
            .map(sum)
            .join(", "),
    );
    let Some(mut row) = clauses.all(connection, &select, "")?.into_iter().next() else {
        return Ok(Portfolio::default());
    };
    Ok(Portfolio {
        products: row.count()?,
        gates_open: row.count()?,
        gates_closed: row.count()?,
        unassessed: row.count()?,
        obligations_late: row.count()?,
        findings: FindingTally {
            critical: row.count()?,
            high: row.count()?,
            medium: row.count()?,
            low: row.count()?,
            unrated: row.count()?,
            exploited: row.count()?,
            undecided: row.count()?,
        },
    })
}

/// PostgreSQL's sums are of a wider type than what they sum.
pub(super) fn sum(of: &str) -> String {
    format!("CAST(coalesce(sum({of}), 0) AS BIGINT)")
}
