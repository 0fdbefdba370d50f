//! The makers' decision for one essential requirement of Annex I.

use schemars::JsonSchema;
use serde::Serialize;

/// Whether a requirement applies, and how it is implemented (Article 13(3) and (4)).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RequirementDecision {
    /// The requirement by its place in Annex I: `I.1`, `I.2.a` to `I.2.m`, `II.1` to `II.8`.
    pub requirement: String,
    /// Whether it applies to this product.
    pub applies: bool,
    /// How it is implemented.
    pub implemented_by: Option<String>,
    /// The clear justification that Article 13(4) asks for when it does not apply.
    pub not_applicable_because: Option<String>,
    /// Files beside the dossier that show it.
    pub evidence: Vec<String>,
}
