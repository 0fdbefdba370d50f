//! The dated state of the law: what changes without the Regulation itself changing.

pub(crate) mod state_of_the_law;
