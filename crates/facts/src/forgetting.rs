//! Taking documents away for good: only after a line of the ledger said so, and only where neither law nor a hold keeps
//! them.

use crate::digest::Sha256;
use crate::keep_error::KeepError;
use crate::system_of_record::SystemOfRecord;

/// Takes documents away.
pub trait Forgetting {
    /// The document is the operator's no longer. Its bytes go when it is nobody else's; says whether they went.
    ///
    /// The ledger's lines still name its digest.
    fn forget_document(&mut self, operator: &str, digest: &Sha256) -> Result<bool, KeepError>;
}

/// Everything an installation remembers, as the one action that takes something away sees it.
pub trait PurgeableRecord: SystemOfRecord + Forgetting {}

impl<T: SystemOfRecord + Forgetting + ?Sized> PurgeableRecord for T {}
