//! Why an action was not done.

use std::fmt;

use proofmark_facts::{BesideError, KeepError, KeepTrouble, Place, Problem};
use proofmark_text::Text;

/// An action refused, or hindered. In every case nothing was kept.
#[derive(Debug, Clone, PartialEq)]
pub enum ActionError {
    /// What was handed in cannot be used: every problem, with its place.
    Refused(Vec<Problem>),
    /// Something outside hindered it: a full disk, a missing permission, a busy store.
    Hindered(Text),
    /// What was kept earlier is not as it was written.
    Damaged(Text),
    /// Whoever asks may not do it.
    Forbidden(Text),
    /// There is no such thing, or whoever asks may not know of it.
    NotFound(Text),
    /// It stands otherwise: somebody changed it meanwhile, or did it already. Look again and decide anew.
    Moved(Text),
}

impl fmt::Display for ActionError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(problems) => {
                problems.iter().try_for_each(|problem| writeln!(out, "{}", problem.says))
            }
            Self::Hindered(says)
            | Self::Damaged(says)
            | Self::Forbidden(says)
            | Self::NotFound(says)
            | Self::Moved(says) => says.fmt(out),
        }
    }
}

impl std::error::Error for ActionError {}

impl From<KeepError> for ActionError {
    fn from(error: KeepError) -> Self {
        match error.trouble {
            KeepTrouble::Hindrance => Self::Hindered(error.says),
            KeepTrouble::Damage => Self::Damaged(error.says),
            KeepTrouble::Moved => Self::Moved(error.says),
            KeepTrouble::Misasked => Self::Refused(vec![Problem::error(Place::default(), error.says)]),
        }
    }
}

impl From<BesideError> for ActionError {
    fn from(error: BesideError) -> Self {
        if error.refused {
            Self::Refused(vec![Problem::error(Place::default(), error.says)])
        } else {
            Self::Hindered(error.says)
        }
    }
}
