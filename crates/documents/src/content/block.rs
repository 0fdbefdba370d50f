//! What can stand under a heading.

use proofmark_text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Callout, Inline, KeyValues, List, Quotation, Signature, Table};

/// One block under a heading. Every kind becomes one with `into()`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its words.
        text: Inline,
    },
    /// A list with bullets or numbers.
    List(List),
    /// A table.
    Table(Table),
    /// Names with their values.
    KeyValues(KeyValues),
    /// Something the reader must not miss.
    Callout(Callout),
    /// Somebody else's words, or wording the law prescribes.
    Quotation(Quotation),
    /// Where somebody signs.
    Signature(Signature),
}

impl Block {
    /// A paragraph.
    pub fn paragraph(text: impl Into<Inline>) -> Self {
        Self::Paragraph { text: text.into() }
    }
}

impl From<Inline> for Block {
    fn from(text: Inline) -> Self {
        Self::Paragraph { text }
    }
}

impl From<&str> for Block {
    fn from(text: &str) -> Self {
        Self::paragraph(text)
    }
}

impl From<String> for Block {
    fn from(text: String) -> Self {
        Self::paragraph(text)
    }
}

impl From<Text> for Block {
    fn from(text: Text) -> Self {
        Self::paragraph(text)
    }
}

impl From<List> for Block {
    fn from(list: List) -> Self {
        Self::List(list)
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}

impl From<KeyValues> for Block {
    fn from(entries: KeyValues) -> Self {
        Self::KeyValues(entries)
    }
}

impl From<Callout> for Block {
    fn from(callout: Callout) -> Self {
        Self::Callout(callout)
    }
}

impl From<Quotation> for Block {
    fn from(quotation: Quotation) -> Self {
        Self::Quotation(quotation)
    }
}

impl From<Signature> for Block {
    fn from(signature: Signature) -> Self {
        Self::Signature(signature)
    }
}
