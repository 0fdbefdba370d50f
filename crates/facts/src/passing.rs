//! What passes: sessions, counters against guessing, answers kept for repeated requests. It proves nothing, so it is
//! in no ledger, and it goes away by itself.

use jiff::Timestamp;

use crate::keep_error::KeepError;

/// Something kept until it expires.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passing {
    /// What it is: `session`, `one-time-link`, `answer`.
    pub kind: String,
    /// Which one. Secrets are kept as their digest, never as they are.
    pub key: String,
    /// What it holds: JSON.
    pub content: String,
    /// Until when.
    pub expires_at: Timestamp,
}

/// Keeps what passes.
pub trait PassingThings {
    /// Keeps it, in the place of one of the same kind and key.
    fn put_passing(&mut self, thing: &Passing) -> Result<(), KeepError>;

    /// Keeps it unless one of the same kind and key is there and has not expired; says whether it did.
    fn put_passing_once(&mut self, thing: &Passing, now: Timestamp) -> Result<bool, KeepError>;

    /// The one of this kind and key, unless it has expired.
    fn passing(&self, kind: &str, key: &str, now: Timestamp) -> Result<Option<Passing>, KeepError>;

    /// Those of this kind that have not expired, whose key begins with the first word and comes behind the second; in the order of their keys, at
    /// most so many.
    fn passing_behind(
        &self,
        kind: &str,
        prefix_and_behind: (&str, &str),
        most: usize,
        now: Timestamp,
    ) -> Result<Vec<Passing>, KeepError>;

    /// Takes it away and gives it: of two who ask at once, one gets it.
    fn take_passing(&mut self, kind: &str, key: &str, now: Timestamp) -> Result<Option<Passing>, KeepError>;

    /// Takes away all of this kind whose key begins so; says how many.
    fn drop_passing(&mut self, kind: &str, key_prefix: &str) -> Result<u64, KeepError>;

    /// Counts one more of these and says how many there were since the count began; it begins anew when it expires.
    fn count_passing(
        &mut self,
        kind: &str,
        key: &str,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<u64, KeepError>;

    /// Takes away what has expired.
    fn forget_expired(&mut self, now: Timestamp) -> Result<u64, KeepError>;
}
