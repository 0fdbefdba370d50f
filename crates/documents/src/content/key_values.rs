//! Names with their values.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Inline;

/// Names with their values, one pair under the other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct KeyValues {
    /// The pairs.
    pub entries: Vec<KeyValue>,
}

/// One name with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KeyValue {
    /// The name.
    pub key: String,
    /// The value.
    pub value: Inline,
    /// What of the law asks for it, for example `Annex V, point 3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cites: Option<String>,
}

impl KeyValues {
    /// No pairs yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a pair.
    #[must_use]
    pub fn entry(mut self, key: impl Into<String>, value: impl Into<Inline>) -> Self {
        self.entries.push(KeyValue { key: key.into(), value: value.into(), cites: None });
        self
    }

    /// Adds a pair that a place in the law asks for.
    #[must_use]
    pub fn asked(
        mut self,
        cites: impl Into<String>,
        key: impl Into<String>,
        value: impl Into<Inline>,
    ) -> Self {
        self.entries.push(KeyValue { key: key.into(), value: value.into(), cites: Some(cites.into()) });
        self
    }
}
