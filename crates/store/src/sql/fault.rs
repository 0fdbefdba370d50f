//! What can go wrong between the store and a database, and whether trying again helps.

use proofmark_facts::KeepError;

/// An error with what it means for the statement and the connection it came from.
#[derive(Debug)]
pub(crate) struct SqlError {
    /// What the caller hears.
    pub(crate) error: KeepError,
    /// Whether trying again helps.
    pub(crate) fault: Fault,
}

/// Whether trying again helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Somebody else's transaction came between: the same one done again may well pass.
    Conflict,
    /// The connection is gone.
    Lost,
    /// It does not help.
    Lasting,
}

impl From<KeepError> for SqlError {
    fn from(error: KeepError) -> Self {
        Self { error, fault: Fault::Lasting }
    }
}

impl From<SqlError> for KeepError {
    fn from(error: SqlError) -> Self {
        error.error
    }
}
