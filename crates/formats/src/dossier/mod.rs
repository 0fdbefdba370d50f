//! `proofmark.toml`: the makers' own declaration, read with every problem at its place.
//!
//! The register of keys stands section by section beside the code that reads them ([`Key`](key::Key)), and
//! drives reading, the reference for people and the starter file alike. Nothing here judges what is
//! declared: contradictions are the law's to find. Start reading at `read.rs`.

mod boundary;
mod component_decision;
mod conformity;
mod contact;
mod core_functionality;
mod date;
mod depth;
mod evidence;
mod excerpt;
mod free_software;
mod instructions;
mod key;
mod lines;
mod notes;
mod operator;
mod places;
mod product;
mod read;
mod reference;
mod release;
mod remote;
mod requirement;
mod risk_assessment;
mod scope;
mod spelling;
mod starter;
mod support_period;
mod syntax;
mod table;
mod technical;
mod value;

#[cfg(test)]
mod tests;

pub use excerpt::{Excerpt, ExcerptLine, excerpt};
pub use places::Places;
pub use read::{PartialDossier, ReadDossier, read_dossier, read_partial_dossier};
pub use reference::dossier_reference;
pub use starter::starter;
