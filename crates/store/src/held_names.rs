//! What findings are called, made again of the rows and held against what is there.

use proofmark_facts::{Difference, RowDifference};

use crate::finding_names::{ALIASES, NAMES, Name, identifiers};
use crate::sql::{Connection, Row, SqlError, Value};
use crate::table::Table;

/// How many names are held at once.
const PAGE: usize = 1000;

/// Where the names of findings, and the identifiers of vulnerabilities, are not those the rows have; at most so many of
/// each kind. Names are held against the rows, whose own keys of names are held with the rows; identifiers against names.
pub(crate) fn differences(connection: &Connection, limit: usize) -> Result<Vec<RowDifference>, SqlError> {
    let mut found = of_names(connection, limit)?;
    found.extend(strays(connection, &NAMES, "finding_row f", "f.name_key = t.name_key", limit)?);
    found.extend(of_identifiers(connection, limit)?);
    found.extend(strays(connection, &ALIASES, "finding_name f", "f.vulnerability = t.vulnerability", limit)?);
    Ok(found)
}

fn of_names(connection: &Connection, limit: usize) -> Result<Vec<RowDifference>, SqlError> {
    let mut found = Vec::new();
    let mut after: Option<[Value; 2]> = None;
    while found.len() < limit {
        let (from, mut values): (_, Vec<Value>) = match &after {
            None => ("", Vec::new()),
            Some(key) => ("WHERE (operator, name_key) > ($1, $2)", key.to_vec()),
        };
        values.push(PAGE.into());
        let asks = format!(
            "SELECT operator, name_key, min(component), min(vulnerability), min(aliases) FROM finding_row {from} \
             GROUP BY operator, name_key ORDER BY operator, name_key LIMIT ${}",
            values.len()
        );
        let rows = connection.query(&asks, &values)?;
        let is_last = rows.len() < PAGE;
        for mut row in rows {
            let (operator, key) = (row.text()?, row.integer()?);
            let name = Name { component: row.text()?, vulnerability: row.text()?, aliases: row.text()? };
            let place: [Value; 2] = [operator.as_str().into(), key.into()];
            let there = NAMES.rows(connection, &["operator", "name_key"], &place)?;
            found.extend(NAMES.differences(there, vec![name.row(&operator)]));
            after = Some(place);
        }
        if is_last {
            break;
        }
    }
    Ok(found)
}

fn of_identifiers(connection: &Connection, limit: usize) -> Result<Vec<RowDifference>, SqlError> {
    let mut found = Vec::new();
    let mut after: Option<[Value; 2]> = None;
    while found.len() < limit {
        let (from, mut values): (_, Vec<Value>) = match &after {
            None => ("", Vec::new()),
            Some(key) => ("WHERE (operator, vulnerability) > ($1, $2)", key.to_vec()),
        };
        values.push(PAGE.into());
        let asks = format!(
            "SELECT DISTINCT operator, vulnerability FROM finding_name {from} \
             ORDER BY operator, vulnerability LIMIT ${}",
            values.len()
        );
        let rows = connection.query(&asks, &values)?;
        let is_last = rows.len() < PAGE;
        for mut row in rows {
            let (operator, vulnerability) = (row.text()?, row.text()?);
            let place: [Value; 2] = [operator.as_str().into(), vulnerability.as_str().into()];
            let asks = "SELECT searched FROM finding_name WHERE operator = $1 AND vulnerability = $2";
            let mut names = Vec::new();
            for mut name in connection.query(asks, &place)? {
                names.push((vulnerability.clone(), name.text()?));
            }
            let there = ALIASES.rows(connection, &["operator", "vulnerability"], &place)?;
            found.extend(ALIASES.differences(there, identifiers(&operator, names).into_iter().collect()));
            after = Some(place);
        }
        if is_last {
            break;
        }
    }
    Ok(found)
}

/// Rows of a table that nothing of the other one has made.
fn strays(
    connection: &Connection,
    table: &Table,
    other: &str,
    same: &str,
    limit: usize,
) -> Result<Vec<RowDifference>, SqlError> {
    let asks = format!(
        "SELECT {} FROM {} t WHERE NOT EXISTS (SELECT 1 FROM {other} WHERE f.operator = t.operator AND {same}) \
         LIMIT $1",
        table.list(),
        table.name
    );
    let rows = connection.query(&asks, &[limit.into()])?.into_iter().map(Row::into_values);
    Ok(rows.map(|row| table.named(&row[..table.keys], Difference::Added)).collect())
}
