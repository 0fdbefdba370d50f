//! A category of Annex III or IV, and the classes they make.

use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::source::{Source, Verification};

/// One category of important or critical products.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Category {
    /// Its place in the annexes, as `III.I.12`.
    pub id: &'static str,
    /// The class a product with this core functionality has.
    pub class: Class,
    /// What it is called, in short.
    pub title: &'static str,
    /// What makes a product match (Implementing Regulation (EU) 2025/2392), in short.
    pub matches_when: &'static str,
    /// Kinds of products the description names.
    pub named_examples: &'static [&'static str],
    /// Parts of the description whose final wording was not seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rests_on_a_draft: Option<&'static str>,
    /// Which of the named examples those parts are about.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub drafted: &'static [&'static str],
    /// The row of the reference.
    pub row: &'static str,
    /// How the row was verified.
    pub verified: &'static [Verification],
    /// The law.
    pub cites: Citation,
}

/// The classes of products; the last three are the Regulation's, for the first it has no word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// In neither annex.
    Default,
    /// Important, Annex III class I.
    #[serde(rename = "important-I")]
    ImportantI,
    /// Important, Annex III class II.
    #[serde(rename = "important-II")]
    ImportantII,
    /// Critical, Annex IV.
    Critical,
}

impl Class {
    /// The name used in dossiers and answers.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::ImportantI => "important-I",
            Self::ImportantII => "important-II",
            Self::Critical => "critical",
        }
    }
}

impl Category {
    pub(crate) const fn source(&self) -> Source {
        Source::new(self.row, self.verified)
    }

    /// The example of this category that a dossier's word for the product's kind names.
    pub fn example(&self, kind: &str) -> Option<&'static str> {
        let same = |example: &&&str| example.eq_ignore_ascii_case(kind.trim());
        self.named_examples.iter().find(same).copied()
    }

    /// Whether what is relied on was seen only as a draft; `None` where the kind is not stated or not named.
    pub fn is_drafted(&self, kind: Option<&str>) -> Option<bool> {
        if self.rests_on_a_draft.is_none() {
            return Some(false);
        }
        self.example(kind?).map(|example| self.drafted.contains(&example))
    }
}
