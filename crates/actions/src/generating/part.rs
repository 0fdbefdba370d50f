//! What one file of a tree says of components.

use proofmark_facts::{Problem, Sbom};

/// A list read from one file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    /// The file's path below the root.
    pub(super) path: String,
    pub(super) sbom: Sbom,
    /// Components somebody asked for by name, by their numbers, whoever else needs them.
    pub(super) asked_for: Vec<usize>,
    /// What was noticed while it was read.
    pub(super) notices: Vec<Problem>,
}
