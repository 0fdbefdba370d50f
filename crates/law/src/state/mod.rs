//! The dated state of the law: what changes without the Regulation itself changing, its history, and how two differ.

pub(crate) mod cautions;
pub(crate) mod difference;
pub(crate) mod history;
pub(crate) mod instruments;
pub(crate) mod regulation;
pub(crate) mod state_of_the_law;
pub(crate) mod supposed;
