//! Everything that is kept, on its way out of one store and into another: for exports, backups and moves.

use crate::digest::Sha256;
use crate::job::NewJob;
use crate::keep_error::KeepError;
use crate::record::Record;
use crate::rows::ReleaseRows;

/// A kept document as a whole store is gone through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentEntry {
    /// Its digest.
    pub sha256: Sha256,
    /// How long it is, in bytes.
    pub size: u64,
    /// The index of the line it was first kept with.
    pub first_line: u64,
    /// Whose it is: the operators who handed it in, sorted.
    pub operators: Vec<String>,
}

/// A store that can be gone through as it is at one moment.
pub trait MovingOut {
    /// From now on everything that is read is of this moment, whatever others write; nothing can be kept meanwhile.
    fn hold_still(&mut self) -> Result<(), KeepError>;

    /// Back to the present.
    fn go_on(&mut self) -> Result<(), KeepError>;

    /// The documents with digests after this one, in the order of their digests, at most `limit`.
    fn all_documents(&self, after: Option<&Sha256>, limit: usize) -> Result<Vec<DocumentEntry>, KeepError>;

    /// Jobs that wait, with ids after this one, in the order of their ids, at most `limit`.
    fn waiting_jobs(&self, after: &str, limit: usize) -> Result<Vec<NewJob>, KeepError>;
}

/// A store that can be filled from the beginning.
pub trait MovingIn {
    /// Whether nothing was ever kept in it.
    fn is_empty(&self) -> Result<bool, KeepError>;

    /// Fills it: everything the work hands over is kept, or nothing. The work may be asked to begin again.
    fn fill(
        &mut self,
        work: &mut dyn FnMut(&mut dyn Filling) -> Result<(), KeepError>,
    ) -> Result<(), KeepError>;
}

/// What a store is filled with. Lines come first and in their order, records before the rows of their releases.
pub trait Filling {
    /// The next line of the ledger, as it was.
    fn line(&mut self, subject: &str, bytes: &[u8]) -> Result<(), KeepError>;

    /// A signed checkpoint.
    fn checkpoint(&mut self, size: u64, note: &str) -> Result<(), KeepError>;

    /// A document.
    fn document(&mut self, entry: &DocumentEntry, bytes: &[u8]) -> Result<(), KeepError>;

    /// A record.
    fn record(&mut self, record: &Record) -> Result<(), KeepError>;

    /// Rows of a release.
    fn rows(&mut self, rows: &ReleaseRows) -> Result<(), KeepError>;

    /// A job that waits.
    fn job(&mut self, job: &NewJob) -> Result<(), KeepError>;
}
