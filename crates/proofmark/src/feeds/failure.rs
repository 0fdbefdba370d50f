//! Why a feed's copy is not what is published: told at the end, while the other feeds go on.

use jiff::Timestamp;
use proofmark_actions::{ActionError, FeedTrouble, FeedTroubleKind, SyncOutcome};
use proofmark_courier::{CourierTrouble, NotFetched};
use proofmark_text::Text;

/// Why one feed came to nothing. Its copy is the one before.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    /// What kind of trouble it is.
    pub(crate) kind: FeedTroubleKind,
    /// What went wrong.
    pub(crate) says: Text,
    /// When the server may be asked again.
    pub(crate) not_before: Option<Timestamp>,
}

impl Failure {
    /// What was fetched is not whole, or cannot be read.
    pub(crate) fn refused(says: Text) -> Self {
        Self { kind: FeedTroubleKind::Refused, says, not_before: None }
    }

    /// What was fetched has too few records.
    pub(crate) fn shrunk(says: Text) -> Self {
        Self { kind: FeedTroubleKind::Shrunk, says, not_before: None }
    }

    /// It could not be fetched or kept.
    pub(crate) fn hindered(says: Text) -> Self {
        Self { kind: FeedTroubleKind::Hindered, says, not_before: None }
    }

    /// As it is kept beside the copy.
    pub(crate) fn noted(&self, at: Timestamp) -> FeedTrouble {
        FeedTrouble { at, kind: self.kind, says: self.says.to_string(), not_before: self.not_before }
    }

    /// What came of asking.
    pub(crate) fn outcome(&self) -> SyncOutcome {
        match self.kind {
            FeedTroubleKind::Hindered => SyncOutcome::Hindered,
            FeedTroubleKind::Refused | FeedTroubleKind::Shrunk => SyncOutcome::Refused,
        }
    }
}

/// What is wrong with what was fetched.
impl From<Text> for Failure {
    fn from(says: Text) -> Self {
        Self::refused(says)
    }
}

impl From<NotFetched> for Failure {
    fn from(not: NotFetched) -> Self {
        let kind = match not.error.trouble {
            CourierTrouble::Barred | CourierTrouble::Hindered => FeedTroubleKind::Hindered,
            CourierTrouble::Broken => FeedTroubleKind::Refused,
        };
        Self { kind, says: not.error.says, not_before: not.not_before }
    }
}

/// What is wrong with one feed's files is its own trouble; the other feeds have theirs.
impl From<ActionError> for Failure {
    fn from(error: ActionError) -> Self {
        match error {
            ActionError::Refused(problems) => {
                let first = problems.into_iter().next().map(|problem| problem.says);
                Self::refused(first.unwrap_or_else(|| proofmark_text::text!("feeds-unfit")))
            }
            ActionError::Hindered(says)
            | ActionError::Damaged(says)
            | ActionError::Forbidden(says)
            | ActionError::NotFound(says)
            | ActionError::Moved(says) => Self::hindered(says),
        }
    }
}
