//! What a rule of the makers' did in an assessment.

use proofmark_facts::Sha256;
use schemars::JsonSchema;
use serde::Serialize;

/// A rule with what it did in this assessment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleApplied {
    /// Its name.
    pub id: String,
    /// The digest of what it says.
    pub sha256: Sha256,
    /// Whether it decides on the day.
    pub standing: RuleStanding,
    /// On how many findings it decided.
    pub decided: usize,
}

/// Whether a rule decides on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RuleStanding {
    /// It does.
    Holds,
    /// It was decided for a later day.
    NotYet,
    /// Its last day has passed.
    Expired,
    /// Nobody else agreed to it.
    NotApproved,
    /// It says something else than what somebody agreed to.
    Changed,
}
