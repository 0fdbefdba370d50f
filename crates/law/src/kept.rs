//! What the caller established outside the dossier: files that exist, the SBOM, the gate, open findings.

use std::collections::BTreeMap;

use proofmark_facts::Sha256;
use schemars::JsonSchema;
use serde::Serialize;

use crate::annex_i_gate::Gate;

/// What is there, as far as the caller could see. What is not in here counts as missing.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Kept {
    /// Files the dossier names that exist, by the name the dossier gives them.
    pub files: BTreeMap<String, FileState>,
    /// The release's SBOM, if one was found and read.
    pub sbom: Option<SbomState>,
    /// The release gate's answer, if it was asked.
    pub gate: Option<Gate>,
    /// Findings without a decision that holds.
    pub unresolved_findings: usize,
}

/// A file that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FileState {
    /// The digest of its bytes.
    pub sha256: Sha256,
}

/// An SBOM that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SbomState {
    /// The format and its version.
    pub format: String,
    /// How many components it lists.
    pub components: usize,
    /// Whether it lists the top-level dependencies (Annex I, Part II, point (1)).
    pub lists_top_level_dependencies: bool,
}
