//! What the reader must not miss.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Inline;

/// Something the reader must not miss, set apart with a symbol and a word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Callout {
    /// Why it is set apart.
    pub kind: CalloutKind,
    /// Its paragraphs.
    pub paragraphs: Vec<Inline>,
}

/// Why a callout is set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CalloutKind {
    /// Good to know.
    Note,
    /// Asked for and not there: the paper is not complete.
    Missing,
    /// Somebody may come to harm, or a duty may be broken.
    Warning,
}

impl Callout {
    /// Good to know.
    pub fn note(text: impl Into<Inline>) -> Self {
        Self { kind: CalloutKind::Note, paragraphs: vec![text.into()] }
    }

    /// Asked for and not there.
    pub fn missing(text: impl Into<Inline>) -> Self {
        Self { kind: CalloutKind::Missing, paragraphs: vec![text.into()] }
    }

    /// Somebody may come to harm, or a duty may be broken.
    pub fn warning(text: impl Into<Inline>) -> Self {
        Self { kind: CalloutKind::Warning, paragraphs: vec![text.into()] }
    }

    /// Adds a paragraph.
    #[must_use]
    pub fn paragraph(mut self, text: impl Into<Inline>) -> Self {
        self.paragraphs.push(text.into());
        self
    }
}
