//! What is taken out of a bill of materials for publication, one question a file. [`crate::redact_sbom`] asks them in turn.

mod component_kept;
mod document_kept;
mod kept_statements;
mod mentions;
mod public_address;
mod removed;
mod stand_in;
mod withheld;

pub(crate) use component_kept::keep_of_component;
pub(crate) use document_kept::keep_of_document;
pub(crate) use kept_statements::kept_vulnerabilities;
pub(crate) use mentions::Mentions;
pub use removed::Removed;
pub(crate) use removed::Removing;
pub(crate) use stand_in::{References, stand_in};
pub(crate) use withheld::{Fate, fates};
