//! Why something was not kept, or not found as it was kept.

use std::fmt;

use proofmark_text::Text;

/// Why something was not kept, or not found as it was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct KeepError {
    /// What was attempted, on what, and what went wrong.
    pub says: Text,
    /// What kind of trouble it is.
    pub trouble: KeepTrouble,
}

/// What kind of trouble keeping is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeepTrouble {
    /// It may pass: a full disk, a busy or unreachable database.
    Hindrance,
    /// The kept data is not as it was written.
    Damage,
    /// A record is no longer what the action read: somebody else changed it meanwhile.
    Moved,
    /// What was asked for makes no sense to the store: the asker's mistake.
    Misasked,
}

impl fmt::Display for KeepError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.says.fmt(out)
    }
}

impl std::error::Error for KeepError {}
