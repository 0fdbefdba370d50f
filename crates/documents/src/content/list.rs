//! Lists.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Inline;

/// A list with bullets or numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct List {
    /// Whether the items are numbered because their order matters.
    #[serde(default)]
    pub numbered: bool,
    /// The items.
    pub items: Vec<Item>,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its words.
    pub text: Inline,
    /// A list under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<List>,
}

impl List {
    /// A list with bullets.
    pub fn bullets() -> Self {
        Self::default()
    }

    /// A list with numbers.
    pub fn numbered() -> Self {
        Self { numbered: true, items: Vec::new() }
    }

    /// Adds an item.
    #[must_use]
    pub fn item(mut self, item: impl Into<Item>) -> Self {
        self.items.push(item.into());
        self
    }
}

impl Item {
    /// An item with a list under it.
    pub fn with(text: impl Into<Inline>, list: List) -> Self {
        Self { text: text.into(), list: Some(list) }
    }
}

impl<T: Into<Inline>> From<T> for Item {
    fn from(text: T) -> Self {
        Self { text: text.into(), list: None }
    }
}

impl<T: Into<Item>> FromIterator<T> for List {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self { numbered: false, items: items.into_iter().map(Into::into).collect() }
    }
}
