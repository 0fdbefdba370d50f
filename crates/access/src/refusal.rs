//! Why somebody was not let in, or may not do what they asked for.

use std::fmt;

use proofmark_text::Text;

/// A refusal: a sentence with its stable code and, where there is one, what to do about it. It never holds a secret.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// What was refused and why.
    pub says: Text,
}

impl From<Text> for Refusal {
    fn from(says: Text) -> Self {
        Self { says }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.says.fmt(out)
    }
}

impl std::error::Error for Refusal {}
