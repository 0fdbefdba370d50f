//! What a component list says beside its components: what its makers declare of vulnerabilities, and which packages it counts as
//! one, because they were built from one source.

use proofmark_facts::{BuilderStatement, Sbom};

/// A component list that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The components, one for each source package where the list says what was built from which.
    pub sbom: Sbom,
    /// What whoever built it declares of vulnerabilities.
    pub statements: Vec<BuilderStatement>,
    /// What was built from the same source as a component.
    pub folded: Vec<BuiltPackages>,
}

/// The packages that were built from a component's source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuiltPackages {
    /// The component's place in the list.
    pub component: usize,
    /// Their names, sorted.
    pub packages: Vec<String>,
}

impl Listed {
    /// A list that says nothing beside its components.
    pub(crate) fn plain(sbom: Sbom) -> Self {
        Self { sbom, statements: Vec::new(), folded: Vec::new() }
    }
}
