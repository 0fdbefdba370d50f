//! Rows that belong to nothing: made of a product or release that has no record, owned by nobody, beyond the tree.

use proofmark_facts::{Difference, RowDifference};

use crate::sql::{Connection, Row, SqlError};
use crate::table::shown;
use crate::{component_names, finding_weeks, held_names, held_packages};

/// Tables of rows made of a product's record, and the column that names the product.
const OF_PRODUCTS: [(&str, &str); 8] = [
    ("product_row", "id"),
    ("outlook_row", "product"),
    ("readiness_row", "product"),
    ("case_row", "product"),
    ("clock_row", "product"),
    ("finding_week", "product"),
    ("component_name", "product"),
    ("release_row", "product"),
];

/// Those of them that hold rows of the whole operator too, whose product is empty.
const SUMMED: [&str; 2] = ["component_name", "finding_week"];

/// Tables of rows made of a release's record.
const OF_RELEASES: [&str; 4] = ["release_row", "component_row", "release_package", "finding_row"];

/// All of them, at most `limit` of each table.
pub(crate) fn find(connection: &Connection, limit: usize) -> Result<Vec<RowDifference>, SqlError> {
    let mut found = Vec::new();
    for (table, column) in OF_PRODUCTS {
        // The names and sums of a whole operator belong to no product.
        let of_one = if SUMMED.contains(&table) { "WHERE product <> ''" } else { "" };
        let asks = format!(
            "SELECT t.operator, t.product FROM \
             (SELECT DISTINCT operator, {column} AS product FROM {table} {of_one}) AS t \
             WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.operator = t.operator AND r.kind = 'product' \
             AND r.id = t.product) ORDER BY 1, 2 LIMIT $1"
        );
        found.extend(strays(connection, table, &["operator", column], &asks, limit)?);
    }
    for table in OF_RELEASES {
        let asks = format!(
            "SELECT t.operator, t.product, t.release FROM \
             (SELECT DISTINCT operator, product, release FROM {table}) AS t \
             WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.operator = t.operator AND r.kind = 'release' \
             AND r.id = t.product || ' ' || t.release) ORDER BY 1, 2, 3 LIMIT $1"
        );
        found.extend(strays(connection, table, &["operator", "product", "release"], &asks, limit)?);
    }
    let asks = "SELECT operator, digest FROM kept_document k \
                WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.digest = k.digest) LIMIT $1";
    found.extend(strays(connection, "kept_document", &["operator", "digest"], asks, limit)?);
    // A tree of n leaves has as many nodes of a level as n divided by two to that level, rounded down (RFC 9162, section
    // 2.1): the store keeps the roots of complete subtrees alone.
    let asks = "SELECT level, node_index FROM ledger_node WHERE CASE WHEN level BETWEEN 0 AND 62 THEN \
                node_index < 0 OR node_index >= \
                ((SELECT coalesce(max(line_index) + 1, 0) FROM ledger_line) >> CAST(level AS INTEGER)) \
                ELSE 1 = 1 END ORDER BY 1, 2 LIMIT $1";
    found.extend(strays(connection, "ledger_node", &["level", "node_index"], asks, limit)?);
    if connection.query("SELECT one FROM ledger_head WHERE one = 1", &[])?.is_empty() {
        let row = "one 1".to_owned();
        found.push(RowDifference { table: "ledger_head", row, difference: Difference::Missing });
    }
    found.extend(component_names::differences_of_operators(connection, limit)?);
    found.extend(held_packages::differences(connection, limit)?);
    found.extend(finding_weeks::differences_of_operators(connection, limit)?);
    found.extend(held_names::differences(connection, limit)?);
    Ok(found)
}

fn strays(
    connection: &Connection,
    table: &'static str,
    columns: &[&str],
    asks: &str,
    limit: usize,
) -> Result<Vec<RowDifference>, SqlError> {
    let rows = connection.query(asks, &[limit.into()])?.into_iter().map(Row::into_values);
    let stray =
        |row: Vec<_>| RowDifference { table, row: shown(columns, &row), difference: Difference::Added };
    Ok(rows.map(stray).collect())
}
