//! An errand: who asks for something, when, and through which program.

use jiff::Timestamp;
use proofmark_facts::{Actor, Condition, NewJob, RecordWrite, Sha256, SystemOfRecord};

use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::{LineDocument, LineDraft};
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

/// Documents a deed keeps.
#[derive(Debug)]
pub(super) struct FurtherDocuments<'a> {
    /// What the line is about in the deed's place, with whose it is: `maker/gateway`.
    pub(super) subject: &'a str,
    /// What each is to the line, its digest, its bytes.
    pub(super) documents: Vec<(&'static str, Sha256, &'a [u8])>,
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
        self.keep_with(store, None, (records, jobs), condition)
    }

    /// The same, with documents, in a line about what they are about.
    pub(super) fn keep_with(
        &self,
        store: &mut dyn SystemOfRecord,
        further: Option<&FurtherDocuments<'_>>,
        (records, jobs): (Vec<RecordWrite>, Vec<NewJob>),
        condition: Option<Condition<'_>>,
    ) -> Result<(), ActionError> {
        let home = if self.operator.is_empty() { "installation" } else { self.operator };
        let about = format!("{home}/{}", self.about);
        let documents = further.map(|further| further.documents.clone()).unwrap_or_default();
        let line = LineDraft {
            subject: further.map_or(about.as_str(), |further| further.subject),
            at: self.at,
            by: self.by,
            action: self.action,
            documents: documents.iter().map(|(role, sha256, _)| LineDocument::new(role, sha256)).collect(),
            outcome: self.outcome,
            with: self.with,
        };
        let documents = documents.into_iter().map(|(_, sha256, bytes)| (sha256, bytes)).collect();
        let mut entry = Entry::of_documents(line, self.operator, documents);
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
