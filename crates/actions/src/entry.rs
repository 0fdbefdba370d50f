//! An entry: one change and the line of the ledger that says so, put together so that they cannot disagree.

use proofmark_facts::{Change, Keeping, KeptLine, NewJob, RecordWrite, ReleaseRows, Sha256};

use crate::error::ActionError;
use crate::ledger_line::LineDraft;
use crate::notices::announce::announcements;

/// What an action keeps: everything of it, with its line, or nothing.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    /// All of the line but its place and the records.
    pub(crate) line: LineDraft<'a>,
    /// The operator's id; empty: the installation itself.
    pub(crate) operator: &'a str,
    /// Documents to keep.
    pub(crate) documents: Vec<(Sha256, &'a [u8])>,
    /// Records to write; the line names each with its digests before and after.
    pub(crate) records: Vec<RecordWrite>,
    /// Rows of releases to write anew.
    pub(crate) rows: Vec<ReleaseRows>,
    /// Jobs to be done because of it.
    pub(crate) jobs: Vec<NewJob>,
}

impl<'a> Entry<'a> {
    /// An entry that keeps documents and nothing else.
    pub(crate) fn of_documents(
        line: LineDraft<'a>,
        operator: &'a str,
        documents: Vec<(Sha256, &'a [u8])>,
    ) -> Self {
        Self { line, operator, documents, records: Vec::new(), rows: Vec::new(), jobs: Vec::new() }
    }

    /// Keeps it.
    pub(crate) fn keep(self, keeping: &mut dyn Keeping) -> Result<KeptLine, ActionError> {
        let records = self.records.clone();
        let line = &self.line;
        let mut jobs = self.jobs;
        jobs.extend(announcements(line, self.operator, &records, &self.rows, keeping)?);
        let change = Change {
            subject: line.subject,
            operator: self.operator,
            documents: self.documents,
            records: self.records,
            rows: self.rows,
            jobs,
            write_line: &|place| line.at_place(place, &records),
        };
        Ok(keeping.keep(&change)?)
    }
}
