//! An obligation: what the law asks of whom, from when, and what shows that it is met.

use jiff::civil::Date;
use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::case::Case;
use crate::citation::Citation;
use crate::register::evidence_kind::EvidenceKind;
use crate::roles::role::Role;
use crate::source::Verification;

/// One duty, as a constant beside its article or annex.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct Obligation {
    /// The name evidence uses for it, as `art13-2` or `I.2.c`.
    pub id: &'static str,
    /// The row of the reference.
    pub row: &'static str,
    /// How the row was verified.
    pub verified: &'static [Verification],
    /// The law.
    pub cites: Citation,
    /// Who owes it.
    pub owed_by: Role,
    /// From when.
    pub from: Date,
    /// What it asks, in plain English.
    pub asks: &'static str,
    /// What shows that it is met; all of these are needed.
    pub shown_by: &'static [EvidenceKind],
    /// Whether it applies to a case.
    #[serde(skip)]
    pub applies: fn(&Case<'_>) -> Applicability,
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
