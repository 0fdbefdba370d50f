//! An entry: one change and the line of the ledger that says so, put together so that they cannot disagree.

use proofmark_facts::{Change, Condition, Keeping, KeptLine, NewJob, RecordWrite, ReleaseRows, Sha256};

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
    /// What else must be so when it is kept.
    pub(crate) condition: Option<Condition<'a>>,
}

impl<'a> Entry<'a> {
    /// An entry that keeps documents and nothing else.
    pub(crate) fn of_documents(
        line: LineDraft<'a>,
        operator: &'a str,
        documents: Vec<(Sha256, &'a [u8])>,
    ) -> Self {
        let (records, rows, jobs) = (Vec::new(), Vec::new(), Vec::new());
        Self { line, operator, documents, records, rows, jobs, condition: None }
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
            condition: self.condition,
            write_line: &|place| line.at_place(place, &records),
        };
        Ok(keeping.keep(&change)?)
    }
}
