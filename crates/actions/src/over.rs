//! What a change may be written over: whoever changes what they have seen must not change what they have not.

use proofmark_facts::Sha256;
use proofmark_text::text;

use crate::error::ActionError;

/// What a change may be written over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// Whatever is there now.
    Anything,
    /// Nothing: there must be none yet.
    Nothing,
    /// This version alone: the digest of the content that was seen.
    Version(Sha256),
}

impl Over {
    /// Refuses what is not as it was seen. The write names the digest that was found here, so that nothing can move
    /// between this question and the change.
    pub(crate) fn check(self, found: Option<Sha256>) -> Result<(), ActionError> {
        let as_seen = match self {
            Self::Anything => true,
            Self::Nothing => found.is_none(),
            Self::Version(seen) => found == Some(seen),
        };
        if as_seen { Ok(()) } else { Err(ActionError::Moved(text!("desk-moved"))) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_seen_is_written_over() {
        let (one, other) = (Sha256::of(b"one"), Sha256::of(b"other"));
        for (over, found, holds) in [
            (Over::Anything, None, true),
            (Over::Anything, Some(one), true),
            (Over::Nothing, None, true),
            (Over::Nothing, Some(one), false),
            (Over::Version(one), Some(one), true),
            (Over::Version(one), Some(other), false),
            (Over::Version(one), None, false),
        ] {
            assert_eq!(over.check(found).is_ok(), holds, "{over:?} {found:?}");
        }
    }
}
