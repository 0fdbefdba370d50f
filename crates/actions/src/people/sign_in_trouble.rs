//! Why somebody could not sign in.

use std::fmt;

use proofmark_facts::KeepError;
use proofmark_text::{Text, text};

use crate::error::ActionError;

/// Why somebody could not sign in. It never says whether there is such an account.
#[derive(Debug, Clone, PartialEq)]
pub enum SignInTrouble {
    /// What they gave was not right.
    Wrong(Text),
    /// Too many tried; nothing was looked at.
    Throttled {
        /// After how many seconds it is worth trying again, at most.
        retry_after_seconds: u64,
        /// That in words.
        says: Text,
    },
    /// It could not be looked at.
    Action(ActionError),
}

impl SignInTrouble {
    /// Name or password were not right; which of them is not said.
    pub(super) fn wrong() -> Self {
        Self::Wrong(text!("access-sign-in-wrong"))
    }

    /// In words.
    pub fn says(&self) -> String {
        self.to_string()
    }
}

impl fmt::Display for SignInTrouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wrong(says) | Self::Throttled { says, .. } => says.fmt(out),
            Self::Action(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for SignInTrouble {}

impl From<ActionError> for SignInTrouble {
    fn from(error: ActionError) -> Self {
        Self::Action(error)
    }
}

impl From<KeepError> for SignInTrouble {
    fn from(error: KeepError) -> Self {
        Self::Action(error.into())
    }
}
