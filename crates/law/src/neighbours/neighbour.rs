//! A neighbour: another Union act, what it has to do with this Regulation, and the facts that touch it.

use jiff::civil::Date;
use proofmark_facts::Dossier;
use proofmark_text::Text;

use super::touch::Touch;
use crate::citation::Citation;
use crate::source::{Source, Verification};

/// One act of the register.
pub(crate) struct Neighbour {
    /// Its id, which never changes.
    pub(crate) id: &'static str,
    /// What people call it.
    pub(crate) name: &'static str,
    /// The act, by its number.
    pub(super) act: &'static str,
    /// What it has to do with this Regulation, in one line of a terminal; the fact it was touched by is handed in.
    pub(super) says: fn(&str) -> Text,
    /// Where that stands.
    pub(super) cites: Citation,
    /// The row of the reference.
    pub(super) row: &'static str,
    /// How it was verified, strongest first.
    pub(super) verified: &'static [Verification],
    /// What the declared facts say of it.
    pub(super) touches: fn(&Dossier) -> Touch,
    /// The day that matters for it.
    pub(super) day: Option<Milestone>,
    /// When a page shows it.
    pub(super) shown: Shown,
}

/// A day on which something about the act changes.
pub(super) struct Milestone {
    /// The day.
    pub(super) on: Date,
    /// What is so before it.
    pub(super) before: fn(Date) -> Text,
    /// What is so from it on.
    pub(super) from: fn(Date) -> Text,
    /// Where that stands.
    pub(super) cites: Citation,
    /// Its row and how the day was verified.
    pub(super) source: Source,
    /// Whether it is only what somebody intends; nothing may be computed from it.
    pub(super) only_intended: bool,
}

/// When a page shows a touched act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// Whenever it is touched.
    WhenTouched,
    /// Only where everything is asked for: it touches nearly every product, and there is nothing to do about it here.
    WhenAsked,
}
