//! A heading with what stands under it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Block;

/// A heading, the blocks under it, and the sections nested in it.
///
/// The level of a heading is how deep it is nested, so that no level can be skipped (PDF/UA-1, 7.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its number as printed, for example `2.1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// A name other papers can link to; the renderers make one from the position where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// The heading.
    pub title: String,
    /// What of the law it answers, for example `Annex V, point 3`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<String>,
    /// What stands under the heading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blocks: Vec<Block>,
    /// What is nested in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
}

impl Section {
    /// A heading with nothing under it yet.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            number: None,
            anchor: None,
            title: title.into(),
            cites: Vec::new(),
            blocks: Vec::new(),
            sections: Vec::new(),
        }
    }

    /// Sets the number as printed.
    #[must_use]
    pub fn number(mut self, number: impl Into<String>) -> Self {
        self.number = Some(number.into());
        self
    }

    /// Sets the name other papers can link to.
    #[must_use]
    pub fn anchor(mut self, anchor: impl Into<String>) -> Self {
        self.anchor = Some(anchor.into());
        self
    }

    /// Adds a place in the law that it answers.
    #[must_use]
    pub fn cites(mut self, citation: impl Into<String>) -> Self {
        self.cites.push(citation.into());
        self
    }

    /// Adds a block: a paragraph from words, a list, a table and so on.
    #[must_use]
    pub fn block(mut self, block: impl Into<Block>) -> Self {
        self.blocks.push(block.into());
        self
    }

    /// Adds a nested section.
    #[must_use]
    pub fn section(mut self, section: Section) -> Self {
        self.sections.push(section);
        self
    }

    pub(super) fn renumber(&mut self, number: &str) {
        self.number = Some(number.to_owned());
        for (index, section) in self.sections.iter_mut().enumerate() {
            section.renumber(&format!("{number}.{}", index + 1));
        }
    }
}
