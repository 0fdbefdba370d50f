//! What actions ask of whoever keeps things: the promises a store must hold, declared where both can see them.

use std::fmt;

use crate::condition::Condition;
use crate::digest::Sha256;
use crate::job::NewJob;
use crate::keep_error::KeepError;
use crate::record::{Record, RecordKey, RecordKind, RecordWrite};
use crate::rows::ReleaseRows;

/// Where things are kept, as actions see it: one change, one ledger line, one transaction.
pub trait Keeping {
    /// Keeps the documents and appends the line; either all of it is kept, durably, or none.
    fn keep(&mut self, change: &Change<'_>) -> Result<KeptLine, KeepError>;

    /// A kept document, by digest; `None` when it was never kept.
    fn document(&self, digest: &Sha256) -> Result<Option<Vec<u8>>, KeepError>;

    /// A kept document, by digest, if a change of this operator kept it: nobody reads another operator's by its digest.
    fn document_of(&self, operator: &str, digest: &Sha256) -> Result<Option<Vec<u8>>, KeepError>;

    /// How many bytes these documents have together, without reading them; what no change of this operator kept has none.
    fn documents_size(&self, operator: &str, digests: &[Sha256]) -> Result<u64, KeepError>;

    /// A record's present content.
    fn record(&self, key: &RecordKey) -> Result<Option<Record>, KeepError>;

    /// The records of one operator and kind with ids after this one, in the order of their ids, at most `limit`.
    fn records(
        &self,
        operator: &str,
        kind: RecordKind,
        after: &str,
        limit: usize,
    ) -> Result<Vec<Record>, KeepError>;

    /// Every record there is after this one, in the order of operator, kind and id: for holding all against the ledger.
    fn all_records(&self, after: Option<&RecordKey>, limit: usize) -> Result<Vec<Record>, KeepError>;

    /// How many lines the ledger has.
    fn ledger_size(&self) -> Result<u64, KeepError>;

    /// The ledger's lines from this index on, at most `limit` of them, in order.
    fn lines(&self, from: u64, limit: usize) -> Result<Vec<KeptLine>, KeepError>;

    /// The lines about one subject among the first `size` lines, in order.
    fn lines_about(&self, subject: &str, size: u64) -> Result<Vec<KeptLine>, KeepError>;

    /// The stored hash of a complete subtree (RFC 9162 section 2.1): level 0 holds the leaves.
    fn node(&self, level: u8, index: u64) -> Result<[u8; 32], KeepError>;

    /// Keeps a signed checkpoint of the ledger at this size; the same size is kept once.
    fn keep_checkpoint(&mut self, size: u64, note: &str) -> Result<(), KeepError>;

    /// The signed checkpoints of sizes above this one, smallest first, at most `limit` of them.
    fn checkpoints(&self, above: u64, limit: usize) -> Result<Vec<(u64, String)>, KeepError>;

    /// The signed checkpoint of the largest size that was kept.
    fn latest_checkpoint(&self) -> Result<Option<(u64, String)>, KeepError>;

    /// The last checkpoint that was signed here, as it is remembered outside the database, beside the key. `None`: nothing
    /// was sealed here, or what is remembered was taken away.
    fn remembered_checkpoint(&self) -> Result<Option<(u64, String)>, KeepError>;
}

/// One change: what is kept and the line that says so.
pub struct Change<'a> {
    /// Whom the line is about: operator and product in one word, as the ledger names them.
    pub subject: &'a str,
    /// The operator whose documents these are; empty: the installation itself.
    pub operator: &'a str,
    /// Documents to keep; one already kept is kept once.
    pub documents: Vec<(Sha256, &'a [u8])>,
    /// Records to write. When one is no longer what the action read, nothing of the change is kept.
    pub records: Vec<RecordWrite>,
    /// Rows of releases to write anew.
    pub rows: Vec<ReleaseRows>,
    /// Jobs to be done because of it.
    pub jobs: Vec<NewJob>,
    /// What else must be so when it is kept; otherwise nothing of it is.
    pub condition: Option<Condition<'a>>,
    /// Writes the line once its place is known. It must be quick: the ledger waits.
    pub write_line: &'a dyn Fn(LinePlace) -> Vec<u8>,
}

impl<'a> Change<'a> {
    /// A change that keeps documents and nothing else.
    pub fn of_documents(
        subject: &'a str,
        operator: &'a str,
        documents: Vec<(Sha256, &'a [u8])>,
        write_line: &'a dyn Fn(LinePlace) -> Vec<u8>,
    ) -> Self {
        Self {
            subject,
            operator,
            documents,
            records: Vec::new(),
            rows: Vec::new(),
            jobs: Vec::new(),
            condition: None,
            write_line,
        }
    }
}

impl fmt::Debug for Change<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digests: Vec<&Sha256> = self.documents.iter().map(|(digest, _)| digest).collect();
        out.debug_struct("Change")
            .field("subject", &self.subject)
            .field("documents", &digests)
            .field("records", &self.records.len())
            .finish_non_exhaustive()
    }
}

/// Where a new line will stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinePlace {
    /// Its index in the whole ledger, from zero.
    pub index: u64,
    /// Its number among the lines about the same subject, from zero.
    pub sequence: u64,
    /// The size of the last signed checkpoint; zero: nothing was sealed yet.
    pub sealed: u64,
}

/// A line of the ledger as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptLine {
    /// Its index in the whole ledger, from zero.
    pub index: u64,
    /// Its bytes: the leaf of the tree.
    pub bytes: Vec<u8>,
}
