//! Lists of what changed, which may be cut short.

use schemars::JsonSchema;
use serde::Serialize;

/// Entries of each list at most.
const MOST_LISTED: usize = 500;

/// A list that may be cut short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Listed<T> {
    /// How many there are.
    pub count: u64,
    /// The first of them.
    pub items: Vec<T>,
}

impl<T> Listed<T> {
    /// The first of these.
    pub(crate) fn of(mut items: Vec<T>) -> Self {
        let count = items.len() as u64;
        items.truncate(MOST_LISTED);
        Self { count, items }
    }
}
