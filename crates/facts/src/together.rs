//! What is kept together: everything an action writes, with a note of it, in one transaction.

use jiff::Timestamp;

use crate::keep_error::KeepError;
use crate::passing::Passing;

/// Keeps several changes with a note as one.
///
/// The note is bound to whoever writes it by the transaction alone: while that is open nobody else can put the same note, and
/// a process that dies leaves neither changes nor note.
pub trait Together {
    /// From now on everything that is written is one, until [`Together::keep_together`]. The first write puts the note: it
    /// waits for somebody who is putting the same one, and where it is put already, each write is refused.
    fn hold_together(&mut self, note: &Passing, now: Timestamp);

    /// Keeps what was written since, and the note as it reads now if it is to stay.
    ///
    /// `false`: somebody else had put the note, and nothing of this is kept.
    fn keep_together(&mut self, note: &Passing, is_to_stay: bool, now: Timestamp) -> Result<bool, KeepError>;
}
