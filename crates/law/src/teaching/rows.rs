//! The rows of the reference the law is written from, as data.

use std::sync::LazyLock;

use serde::Deserialize;

/// A row of the reference.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Row {
    /// Its id, as `SCP-04`.
    pub id: String,
    /// The section it is in.
    pub section: String,
    /// What it cites.
    pub cites: String,
    /// The codes of its verification.
    pub verified: Vec<String>,
}

#[derive(Deserialize)]
struct Rows {
    rows: Vec<Row>,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let read: Rows = toml::from_str(include_str!("../../data/rows.toml"))
        .expect("the list of rows is built in, and a test reads it");
    read.rows
});

/// Every row, in the order of the reference.
pub fn rows() -> &'static [Row] {
    &ROWS
}
