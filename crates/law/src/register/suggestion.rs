//! What helps to show a requirement: evidence and statements one can verify. Suggestions, no law.

use schemars::JsonSchema;
use serde::Serialize;

use crate::source::{I, Verification};

/// Suggestions for one requirement of Annex I.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SuggestedEvidence {
    /// Evidence that typically shows it.
    pub evidence: &'static [&'static str],
    /// Statements a test or a review can confirm or refute.
    pub statements: &'static [&'static str],
    /// What to know when deciding on it.
    pub notes: &'static [&'static str],
    /// How it was verified: reasoned, so that a lawyer should look at it.
    pub verified: &'static [Verification],
}

impl SuggestedEvidence {
    /// Suggestions are reasoned from the text; no source says so.
    pub(crate) const fn of(
        evidence: &'static [&'static str],
        statements: &'static [&'static str],
        notes: &'static [&'static str],
    ) -> Self {
        Self { evidence, statements, notes, verified: &[I] }
    }
}
