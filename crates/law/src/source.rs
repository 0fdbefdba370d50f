//! Where a rule in this room comes from: its row in the reference, and how well that row was verified.

use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A row of the reference with its verification codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Source {
    /// The row, as `SCP-04`.
    pub row: &'static str,
    /// How it was verified, strongest first.
    pub verified: &'static [Verification],
}

/// How a statement about the law was verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Verification {
    /// The Regulation's own text was read.
    #[serde(rename = "P")]
    Primary,
    /// The text of Implementing Regulation (EU) 2025/2392 was read.
    #[serde(rename = "P-IR")]
    PrimaryImplementing,
    /// The text of Delegated Regulation (EU) 2026/881 was read.
    #[serde(rename = "P-DR")]
    PrimaryDelegated,
    /// Commission guidance C(2026) 5252; not binding.
    #[serde(rename = "G")]
    Guidance,
    /// The Commission services' FAQ; not binding.
    #[serde(rename = "F")]
    Faq,
    /// Pages of ENISA.
    #[serde(rename = "E")]
    Enisa,
    /// Secondary sources only.
    #[serde(rename = "S")]
    Secondary,
    /// A draft; the final text was not seen.
    #[serde(rename = "D")]
    Draft,
    /// Not verified against a text.
    #[serde(rename = "M")]
    Unverified,
    /// Reasoned from the text; no source says so.
    #[serde(rename = "I")]
    Inferred,
}

/// The Regulation's own text was read.
pub(crate) const P: Verification = Verification::Primary;
/// The implementing act's text was read.
pub(crate) const P_IR: Verification = Verification::PrimaryImplementing;
/// The Commission's guidance says so.
pub(crate) const G: Verification = Verification::Guidance;
/// The Commission services' FAQ says so.
pub(crate) const F: Verification = Verification::Faq;
/// Secondary sources say so.
pub(crate) const S: Verification = Verification::Secondary;
/// A draft says so.
pub(crate) const D: Verification = Verification::Draft;
/// Not verified against a text.
pub(crate) const M: Verification = Verification::Unverified;
/// Pages of ENISA say so.
pub(crate) const E: Verification = Verification::Enisa;
/// The text of the delegated act was read.
pub(crate) const P_DR: Verification = Verification::PrimaryDelegated;
/// Reasoned from the text.
pub(crate) const I: Verification = Verification::Inferred;

impl Verification {
    /// The code the reference writes it with, as `P-IR`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Primary => "P",
            Self::PrimaryImplementing => "P-IR",
            Self::PrimaryDelegated => "P-DR",
            Self::Guidance => "G",
            Self::Faq => "F",
            Self::Enisa => "E",
            Self::Secondary => "S",
            Self::Draft => "D",
            Self::Unverified => "M",
            Self::Inferred => "I",
        }
    }
}

impl Source {
    /// A row and its codes.
    pub const fn new(row: &'static str, verified: &'static [Verification]) -> Self {
        Self { row, verified }
    }

    /// Why a lawyer should look at a verdict that rests on this row, if one should.
    ///
    /// Drafts, inferences and unverified statements always ask for it; secondary sources when nothing better stands
    /// beside them.
    pub fn legal_review(&self) -> Option<Text> {
        let rests_on = |code| self.verified.contains(&code);
        if rests_on(Verification::Draft) {
            Some(text!("law-review-draft", row = self.row))
        } else if rests_on(Verification::Unverified) {
            Some(text!("law-review-unverified", row = self.row))
        } else if rests_on(Verification::Inferred) {
            Some(text!("law-review-inferred", row = self.row))
        } else if self.verified.iter().all(|code| *code == Verification::Secondary) {
            Some(text!("law-review-secondary", row = self.row))
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drafts_inferences_and_secondary_sources_alone_ask_for_legal_review() {
        let asks = |verified| Source::new("X", verified).legal_review().is_some();
        assert!(!asks(&[P, G]));
        assert!(!asks(&[P, S]));
        assert!(asks(&[S]));
        assert!(asks(&[P_IR, D]));
        assert!(asks(&[P, I]));
    }
}
