//! What a change may be written over: whoever changes what they have seen must not change what they have not.

use proofmark_facts::Sha256;
use proofmark_text::text;

use crate::error::ActionError;

/// What a change may be written over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Over {
    /// Whatever is there now.
    Anything,
    /// Nothing: there must be none yet.
    Nothing,
    /// This version alone: the digest of the content that was seen.
    Version(Sha256),
    /// Any of these.
    OneOf(Vec<Self>),
}

impl Over {
    /// Refuses what is not as it was seen. The write names the digest that was found here, so that nothing can move
    /// between this question and the change.
    pub(crate) fn check(self, found: Option<Sha256>) -> Result<(), ActionError> {
        if self.is_as_seen(found) { Ok(()) } else { Err(ActionError::Moved(text!("desk-moved"))) }
    }

    fn is_as_seen(&self, found: Option<Sha256>) -> bool {
        match self {
            Self::Anything => true,
            Self::Nothing => found.is_none(),
            Self::Version(seen) => found == Some(*seen),
            Self::OneOf(these) => these.iter().any(|one| one.is_as_seen(found)),
        }
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
            (Over::OneOf(vec![Over::Version(other), Over::Version(one)]), Some(one), true),
            (Over::OneOf(vec![Over::Version(other), Over::Nothing]), Some(one), false),
            (Over::OneOf(vec![Over::Version(other), Over::Nothing]), None, true),
            (Over::OneOf(vec![]), None, false),
        ] {
            assert_eq!(over.clone().check(found).is_ok(), holds, "{over:?} {found:?}");
        }
    }
}
