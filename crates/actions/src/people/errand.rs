//! An errand: who asks for something, when, and through which program.

use jiff::Timestamp;
use proofmark_facts::{Actor, Condition, NewJob, RecordWrite, SystemOfRecord};

use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::LineDraft;
use crate::record::KeptNoun;

/// Who asks, when, and through which program.
#[derive(Debug, Clone, Copy)]
pub struct Errand<'a> {
    /// Who asks.
    pub by: &'a Actor,
    /// Now.
    pub at: Timestamp,
    /// The program, with its version.
    pub with: &'a str,
}

/// What an errand comes down to: one line of the ledger and the records it names.
pub(super) struct Deed<'a> {
    /// Who did it, as the ledger names them.
    pub(super) by: &'a str,
    /// When.
    pub(super) at: Timestamp,
    /// Through which program.
    pub(super) with: &'a str,
    /// The operator; empty: the installation.
    pub(super) operator: &'a str,
    /// What the line is about, among the operator's: `people:anna`.
    pub(super) about: &'a str,
    /// What was done.
    pub(super) action: &'a str,
    /// With which outcome.
    pub(super) outcome: Option<&'a str>,
}

impl<'a> Errand<'a> {
    /// What it comes down to.
    pub(super) fn deed(&self, operator: &'a str, about: &'a str, action: &'a str) -> Deed<'a> {
        Deed { by: &self.by.name, at: self.at, with: self.with, operator, about, action, outcome: None }
    }
}

impl Deed<'_> {
    /// Keeps the records and the line, or nothing.
    pub(super) fn keep(
        &self,
        store: &mut dyn SystemOfRecord,
        records: Vec<RecordWrite>,
    ) -> Result<(), ActionError> {
        self.keep_while(store, records, Vec::new(), None)
    }

    /// Keeps the records, the line and the jobs that follow, or nothing: that too where the condition does not hold.
    pub(super) fn keep_while(
        &self,
        store: &mut dyn SystemOfRecord,
        records: Vec<RecordWrite>,
        jobs: Vec<NewJob>,
        condition: Option<Condition<'_>>,
    ) -> Result<(), ActionError> {
        let home = if self.operator.is_empty() { "installation" } else { self.operator };
        let subject = format!("{home}/{}", self.about);
        let line = LineDraft {
            subject: &subject,
            at: self.at,
            by: self.by,
            action: self.action,
            documents: Vec::new(),
            outcome: self.outcome,
            with: self.with,
        };
        let mut entry = Entry::of_documents(line, self.operator, Vec::new());
        entry.records = records;
        entry.jobs = jobs;
        entry.condition = condition;
        entry.keep(store)?;
        Ok(())
    }
}

/// What a line about an account is about.
pub(super) fn about_account(account: &str) -> String {
    format!("people:{account}")
}

/// A record that must be there.
pub(super) fn there<N>(
    found: Option<KeptNoun<N>>,
    says: impl FnOnce() -> proofmark_text::Text,
) -> Result<KeptNoun<N>, ActionError> {
    found.ok_or_else(|| ActionError::NotFound(says()))
}
