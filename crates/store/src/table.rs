//! Tables whose rows are made of something else: how a row is named, and how rows are held against what they are made of.

use std::collections::BTreeMap;

use proofmark_facts::{Difference, RowDifference, Sha256};

use crate::sql::{Connection, Row, SqlError, Value};

/// A table of rows and its columns, those that tell its rows apart first.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: &'static [&'static str],
    pub(crate) keys: usize,
}

impl Table {
    /// Its columns with commas between them.
    pub(crate) fn list(&self) -> String {
        self.columns.join(", ")
    }

    /// Table and columns, as an insertion names them.
    pub(crate) fn with_columns(&self) -> String {
        format!("{} ({})", self.name, self.list())
    }

    /// What an insertion does where there is a row of that key already: it takes its place.
    pub(crate) fn or_else(&self) -> String {
        let (key, others) = self.columns.split_at(self.keys);
        let anew: Vec<String> = others.iter().map(|column| format!("{column} = excluded.{column}")).collect();
        format!("ON CONFLICT ({}) DO UPDATE SET {}", key.join(", "), anew.join(", "))
    }

    /// The rows that are there where these columns hold these values.
    pub(crate) fn rows(
        &self,
        connection: &Connection,
        columns: &[&str],
        values: &[Value],
    ) -> Result<Vec<Vec<Value>>, SqlError> {
        let is = |(place, column): (usize, &&str)| format!("{column} = ${}", place + 1);
        let is: Vec<String> = columns.iter().enumerate().map(is).collect();
        let asks = format!("SELECT {} FROM {} WHERE {}", self.list(), self.name, is.join(" AND "));
        Ok(connection.query(&asks, values)?.into_iter().map(Row::into_values).collect())
    }

    /// Where the rows that are there are not the rows that must be.
    pub(crate) fn differences(&self, there: Vec<Vec<Value>>, wanted: Vec<Vec<Value>>) -> Vec<RowDifference> {
        let by_key = |rows: Vec<Vec<Value>>| -> BTreeMap<Vec<Value>, Vec<Value>> {
            rows.into_iter().map(|row| (row[..self.keys].to_vec(), row)).collect()
        };
        let (mut there, wanted) = (by_key(there), by_key(wanted));
        let mut differences = Vec::new();
        for (key, row) in wanted {
            match there.remove(&key) {
                Some(found) => differences.extend(self.difference(&found, &row)),
                None => differences.push(self.named(&key, Difference::Missing)),
            }
        }
        differences.extend(there.keys().map(|key| self.named(key, Difference::Added)));
        differences
    }

    /// Which columns of the row that is there hold something else than they must.
    pub(crate) fn difference(&self, there: &[Value], wanted: &[Value]) -> Option<RowDifference> {
        let pairs = self.columns.iter().zip(there.iter().zip(wanted));
        let columns: Vec<&str> =
            pairs.filter(|(_, (there, wanted))| there != wanted).map(|(column, _)| *column).collect();
        (!columns.is_empty()).then(|| self.named(&there[..self.keys], Difference::Columns(columns)))
    }

    /// A difference of the row with this key.
    pub(crate) fn named(&self, key: &[Value], difference: Difference) -> RowDifference {
        RowDifference { table: self.name, row: shown(self.columns, key), difference }
    }
}

/// Columns and their values for people, as far as anybody reads them.
pub(crate) fn shown(columns: &[&str], values: &[Value]) -> String {
    let shown = columns.iter().zip(values).map(|(column, value)| match value {
        Value::Null => format!("{column} nothing"),
        Value::Integer(number) => format!("{column} {number}"),
        Value::Text(text) => {
            let text: String = text.chars().take(MOST_LETTERS).collect();
            format!("{column} `{text}`")
        }
        Value::Bytes(bytes) => match bytes.as_slice().try_into() {
            Ok(digest) => format!("{column} {}", Sha256(digest)),
            Err(_) => format!("{column} of {} bytes", bytes.len()),
        },
    });
    shown.collect::<Vec<_>>().join(", ")
}

/// How much of a value is shown.
const MOST_LETTERS: usize = 80;

#[cfg(test)]
mod tests {
    use super::*;

    const THINGS: Table = Table { name: "thing", columns: &["operator", "id", "size", "note"], keys: 2 };

    fn row(id: i64, size: i64, note: &str) -> Vec<Value> {
        vec!["maker".into(), id.into(), size.into(), note.into()]
    }

    #[test]
    fn what_differs_is_named_by_its_key_and_its_columns() {
        let there = vec![row(1, 5, "a"), row(2, 5, "b"), row(4, 1, "d")];
        let wanted = vec![row(1, 5, "a"), row(2, 6, "c"), row(3, 0, "")];
        let found = THINGS.differences(there, wanted);
        let named = |id: i64| format!("operator `maker`, id {id}");
        let of = |id, difference| RowDifference { table: "thing", row: named(id), difference };
        let expected = [
            of(2, Difference::Columns(vec!["size", "note"])),
            of(3, Difference::Missing),
            of(4, Difference::Added),
        ];
        assert_eq!(found, expected);
    }
}
