//! The rows of the reference this room is written from, so that every rule can be traced back to its source.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::source::Verification;

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let register: Register = toml::from_str(include_str!("../data/rows.toml"))
        .expect("the embedded rows are read by a test of this room");
    register.rows
});

/// One row: a statement about the law, where it stands there, and what became of it here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Its name, as `SCP-04`.
    pub id: String,
    /// The section of the reference, as `2.1`.
    pub section: String,
    /// The law, or what explains it.
    pub cites: String,
    /// How it was verified, strongest first.
    pub verified: Vec<Verification>,
    /// The files that implement it, below `crates/law/src`, or below `crates` with the room's name first.
    pub lives_in: Vec<String>,
    /// Why it lives nowhere; empty where it lives somewhere.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Register {
    rows: Vec<Row>,
}

/// Every row, in the reference's order.
pub fn rows() -> &'static [Row] {
    &ROWS
}
