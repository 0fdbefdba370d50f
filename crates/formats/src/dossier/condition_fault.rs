//! What is wrong with a condition.

use proofmark_text::Text;

/// What is wrong with a condition, and where in its text.
#[derive(Debug, Clone, PartialEq)]
pub struct ConditionFault {
    /// The byte of the text.
    pub offset: usize,
    /// What is wrong.
    pub says: Text,
}
