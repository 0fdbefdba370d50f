//! A condition a change is kept under: asked of the store inside the transaction, where nobody else's change can come between.

use std::fmt;

use crate::asking::Asking;
use crate::keep_error::KeepError;

/// What must be so when a change is kept, beyond the records it names: asked once everything is written and every other
/// change waits. It must be quick.
#[derive(Clone, Copy)]
pub struct Condition<'a>(&'a dyn Fn(&dyn Asking) -> Result<(), KeepError>);

impl<'a> Condition<'a> {
    /// A condition. What it answers instead is why the change is not kept.
    pub fn new(asks: &'a dyn Fn(&dyn Asking) -> Result<(), KeepError>) -> Self {
        Self(asks)
    }

    /// Whether it is so.
    pub fn check(&self, store: &dyn Asking) -> Result<(), KeepError> {
        (self.0)(store)
    }
}

impl fmt::Debug for Condition<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Condition(…)")
    }
}
