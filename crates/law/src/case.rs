//! A case before the law: the declared facts, the verdict on them, what is kept, and the day.

use jiff::civil::Date;
use proofmark_facts::Dossier;

use crate::kept::Kept;
use crate::state::state_of_the_law::StateOfTheLaw;
use crate::verdict::Verdict;

/// Everything an obligation may ask about.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// What the makers declare.
    pub dossier: &'a Dossier,
    /// What the law says of it.
    pub verdict: &'a Verdict,
    /// The state of the law.
    pub state: &'a StateOfTheLaw,
    /// What is there.
    pub kept: &'a Kept,
    /// The day asked about.
    pub day: Date,
}
