//! Article 3(30): whether a change made a product a new one before the law, and what follows (reference section 2.6).

pub(crate) mod component_differences;
pub(crate) mod conflicts;
pub(crate) mod difference;
pub(crate) mod differences;
pub(crate) mod dossier_differences;
pub(crate) mod follow;
pub(crate) mod follows;
pub(crate) mod modification_verdict;
pub(crate) mod proposal;
pub(crate) mod question;
pub(crate) mod remote_differences;
pub(crate) mod standing;
