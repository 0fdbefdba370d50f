//! Somebody else's words.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Inline;

/// Words that must not be changed: a quotation, or wording the law prescribes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Quotation {
    /// Its paragraphs.
    pub paragraphs: Vec<Inline>,
    /// Where the words come from, for example `Annex V, point 4`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cites: Option<String>,
}

impl Quotation {
    /// Words of unknown or obvious origin.
    pub fn new(text: impl Into<Inline>) -> Self {
        Self { paragraphs: vec![text.into()], cites: None }
    }

    /// Adds a paragraph.
    #[must_use]
    pub fn paragraph(mut self, text: impl Into<Inline>) -> Self {
        self.paragraphs.push(text.into());
        self
    }

    /// Says where the words come from.
    #[must_use]
    pub fn cites(mut self, citation: impl Into<String>) -> Self {
        self.cites = Some(citation.into());
        self
    }
}
