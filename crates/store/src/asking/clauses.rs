//! The conditions of a statement and their values, put together one by one.

use proofmark_facts::{Page, Seen};

use super::cursor;
use super::scope::Scope;
use crate::sql::{Connection, Row, SqlError, Value};

/// Conditions that must all hold. Values never become part of the statement's words.
#[derive(Clone)]
pub(super) struct Clauses {
    words: Vec<String>,
    values: Vec<Value>,
}

impl Clauses {
    /// What belongs to this operator: the first condition of every list.
    pub(super) fn of_operator(operator: &str) -> Self {
        Self::of_operator_called(operator, "t")
    }

    /// The same of a table that is called so in the statement.
    pub(super) fn of_operator_called(operator: &str, table: &str) -> Self {
        Self { words: vec![format!("{table}.operator = $1")], values: vec![operator.into()] }
    }

    /// A place for a value.
    pub(super) fn place(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    /// One more condition, in words.
    pub(super) fn and(&mut self, words: impl Into<String>) {
        self.words.push(words.into());
    }

    /// That a column is this.
    pub(super) fn is(&mut self, column: &str, value: impl Into<Value>) {
        let place = self.place(value);
        self.and(format!("t.{column} = {place}"));
    }

    /// That a truth is this: in words, because indexes over some of the rows are found by words alone.
    pub(super) fn is_so(&mut self, column: &str, wanted: Option<bool>) {
        if let Some(wanted) = wanted {
            self.and(format!("t.{column} = {}", u8::from(wanted)));
        }
    }

    /// That the product is among those the asker may see.
    pub(super) fn seen(&mut self, connection: &Connection, column: &str, seen: &Seen) {
        if let Seen::These(products) = seen {
            self.among(connection, column, products);
        }
    }

    /// That the row is about what the scope names.
    pub(super) fn within(&mut self, connection: &Connection, scope: Scope<'_>) {
        match scope {
            Scope::All => {}
            Scope::One(product) => self.is("product", product),
            Scope::These(products) => self.among(connection, "product", products),
        }
    }

    fn among(&mut self, connection: &Connection, column: &str, products: &[String]) {
        let among = self.listed(connection, products);
        self.and(format!("t.{column} {among}"));
    }

    /// The words for "among these products".
    pub(super) fn listed(&mut self, connection: &Connection, products: &[String]) -> String {
        let listed = serde_json::to_string(products).expect("words become JSON");
        let place = self.place(listed);
        connection.among(&place)
    }

    /// That it comes after the last row of the page before, in the order of these columns.
    pub(super) fn after(&mut self, columns: [&str; 2], cursor: [Value; 2]) {
        let [first, second] = cursor.map(|value| self.place(value));
        self.and(format!("({}, {}) > ({first}, {second})", columns[0], columns[1]));
    }

    /// The rows of a page and one more, which says that there is a next one.
    pub(super) fn rows(
        &self,
        connection: &Connection,
        select: &str,
        order: [&str; 2],
        limit: usize,
    ) -> Result<Vec<Row>, SqlError> {
        let [first, second] = order;
        let statement = format!(
            "{select} WHERE {} ORDER BY {first}, {second} LIMIT ${}",
            self.words.join(" AND "),
            self.values.len() + 1
        );
        let mut values = self.values.clone();
        values.push(limit.saturating_add(1).into());
        connection.query(&statement, &values)
    }

    /// All rows, in the order the words say.
    pub(super) fn all(
        &self,
        connection: &Connection,
        select: &str,
        order: &str,
    ) -> Result<Vec<Row>, SqlError> {
        let statement = format!("{select} WHERE {} {order}", self.words.join(" AND "));
        connection.query(&statement, &self.values)
    }
}

/// A page of these entries, each with its place in the order they are given out in; more than `limit` of them mean that
/// there is a next page.
pub(super) fn page<T, const N: usize>(mut entries: Vec<(T, [Value; N])>, limit: usize) -> Page<T> {
    // Each statement gave its own in order; together they need not be.
    entries.sort_by(|(_, one), (_, other)| one.cmp(other));
    let more = entries.len() > limit;
    entries.truncate(limit);
    let next = if more { entries.last().map(|(_, place)| cursor::written(place)) } else { None };
    Page { items: entries.into_iter().map(|(item, _)| item).collect(), next }
}

/// A word in which no sign means anything but itself.
pub(super) fn literally(word: &str) -> String {
    word.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}
