//! An obligation: what the law asks of whom, from when, and what shows that it is met.

use jiff::civil::Date;
use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::calendar::FULL_APPLICATION;
use crate::case::Case;
use crate::citation::Citation;
use crate::register::evidence_kind::EvidenceKind;
use crate::register::modal::Modal;
use crate::register::suggestion::SuggestedEvidence;
use crate::roles::role::Role;
use crate::source::{Source, Verification};

/// One duty, as a constant beside its article or annex.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct Obligation {
    /// The name evidence uses for it, as `art13-2` or `I.2.c`.
    pub id: &'static str,
    /// The row of the reference.
    pub row: &'static str,
    /// How the row was verified.
    pub verified: &'static [Verification],
    /// Further rows it answers to: contents, periods, clocks and guidance that come with it.
    pub also: &'static [Source],
    /// The law.
    pub cites: Citation,
    /// Who owes it; who is none of these does not.
    pub owed_by: &'static [Role],
    /// Whether the law asks it, allows it, or guidance advises it.
    pub modal: Modal,
    /// From when.
    pub from: Date,
    /// What it asks, in plain English.
    pub asks: &'static str,
    /// What shows that it is met; all of these are needed.
    pub shown_by: &'static [EvidenceKind],
    /// What helps to show it, beyond the law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggests: Option<&'static SuggestedEvidence>,
    /// Whether it applies to a case, once scope and role are settled.
    #[serde(skip)]
    pub applies: fn(&Case<'_>, &Self) -> Applicability,
}

impl Obligation {
    /// Its row and those it answers to besides.
    pub fn sources(&self) -> impl Iterator<Item = Source> {
        std::iter::once(Source::new(self.row, self.verified)).chain(self.also.iter().copied())
    }

    /// Why a lawyer should look at it before anyone relies on it.
    pub fn legal_review(&self) -> Option<Text> {
        self.sources().find_map(|source| source.legal_review())
    }

    /// Whether products placed on the market before full application are bound too (Article 69(3)).
    pub fn binds_earlier_products(&self) -> bool {
        self.from < FULL_APPLICATION
    }
}

/// Whether an obligation applies.
#[derive(Debug, Clone, PartialEq)]
pub enum Applicability {
    /// It does.
    Applies,
    /// It does not, or not yet.
    NotApplicable {
        /// Why.
        because: Text,
    },
    /// These facts are not stated.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}
