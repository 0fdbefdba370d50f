//! Tables.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Inline;

/// A table with one header row. It may run over many pages; the header is repeated on each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Table {
    /// What the table shows; printed above it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// The columns, from the first.
    pub columns: Vec<Column>,
    /// The rows. A row with too few cells is filled up with empty ones; cells too many are not shown.
    pub rows: Vec<Vec<Inline>>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its header.
    pub title: String,
    /// Its width relative to the other columns; nothing is narrower than 1.
    #[serde(default = "one")]
    pub width: u16,
    /// On which side its cells line up.
    #[serde(default)]
    pub align: Align,
    /// Whether its cells head their rows, as a name or an identifier does.
    #[serde(default)]
    pub heads_row: bool,
}

/// On which side the cells of a column line up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// On the side reading starts.
    #[default]
    Start,
    /// On the side reading ends, for counts and amounts.
    End,
}

fn one() -> u16 {
    1
}

impl Table {
    /// A table without columns yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Says what the table shows.
    #[must_use]
    pub fn caption(mut self, caption: impl Into<String>) -> Self {
        self.caption = Some(caption.into());
        self
    }

    /// Adds a column.
    #[must_use]
    pub fn column(mut self, title: impl Into<String>, width: u16) -> Self {
        self.columns.push(Column { title: title.into(), width, align: Align::Start, heads_row: false });
        self
    }

    /// Adds a column for counts and amounts.
    #[must_use]
    pub fn amounts(mut self, title: impl Into<String>, width: u16) -> Self {
        self.columns.push(Column { title: title.into(), width, align: Align::End, heads_row: false });
        self
    }

    /// Adds a column whose cells head their rows.
    #[must_use]
    pub fn names(mut self, title: impl Into<String>, width: u16) -> Self {
        self.columns.push(Column { title: title.into(), width, align: Align::Start, heads_row: true });
        self
    }

    /// Adds a row.
    #[must_use]
    pub fn row<T: Into<Inline>>(mut self, cells: impl IntoIterator<Item = T>) -> Self {
        self.rows.push(cells.into_iter().map(Into::into).collect());
        self
    }
}
