//! A reason: the sentence, the declared fact it turned on, and the law behind it.

use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::source::{Source, Verification};

/// One step of a verdict.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Reason {
    /// What was found, and what follows.
    pub says: Text,
    /// The way to the declared fact it turned on, as `scope.data_connection`; `None`: it turned on none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
    /// The law.
    pub cites: Citation,
    /// The row of the reference this rule was written from.
    pub row: &'static str,
    /// How that row was verified.
    pub verified: &'static [Verification],
    /// Why a lawyer should look at this line before anyone relies on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_review: Option<Text>,
}

impl Reason {
    /// A reason resting on this row; the row's verification decides whether it asks for legal review.
    pub fn new(says: Text, source: Source, cites: Citation) -> Self {
        Self {
            says,
            fact: None,
            cites,
            row: source.row,
            verified: source.verified,
            legal_review: source.legal_review(),
        }
    }

    /// Names the declared fact.
    #[must_use]
    pub fn on(mut self, fact: impl Into<String>) -> Self {
        self.fact = Some(fact.into());
        self
    }

    /// Asks for legal review, and says why.
    #[must_use]
    pub fn for_review(mut self, why: Text) -> Self {
        self.legal_review = Some(why);
        self
    }
}
