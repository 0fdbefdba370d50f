//! What a rule does with a finding.

use schemars::JsonSchema;
use serde::Serialize;

/// A rule and a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleOnFinding {
    /// The finding's place among the release's.
    #[serde(skip)]
    pub(crate) place: usize,
    /// The vulnerability.
    pub vulnerability: String,
    /// The component.
    pub component: String,
    /// What the rule does.
    #[serde(flatten)]
    pub effect: RuleEffect,
}

/// What a rule does with a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "effect", rename_all = "kebab-case")]
pub enum RuleEffect {
    /// It takes it out of the way.
    Closes,
    /// It says how it stands, and it stays open.
    Changes,
    /// It leaves it: somebody decided on it.
    LeftDecided,
    /// It leaves it: facts of the release say how it stands.
    LeftToFacts,
    /// It leaves it: it is exploited somewhere, and a person looks at it.
    LeftExploited,
    /// It leaves it: a rule before it decides.
    LeftToRule {
        /// Which.
        rule: String,
    },
    /// It leaves it: nobody knows what the rule asks.
    Lacks {
        /// The field.
        field: String,
    },
    /// It could not be asked.
    Failed {
        /// Why, in the evaluator's words.
        says: String,
    },
}
