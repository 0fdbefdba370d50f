//! The answer of the scope procedure.

use schemars::JsonSchema;
use serde::Serialize;

use crate::reason::Reason;

/// Whether the Regulation applies, with one reason for every question answered on the way.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ScopeVerdict {
    /// The answer.
    pub outcome: ScopeOutcome,
    /// Every question in order, up to the one that decided; where facts are missing, every question that waits.
    pub reasons: Vec<Reason>,
}

/// Where the scope procedure ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ScopeOutcome {
    /// The Regulation applies.
    InScope,
    /// It is in scope as part of another product of the same manufacturer only: remote data processing of that
    /// product (Article 3(2)), or software its hardware needs (guidance point 25).
    PartOfAnotherProduct,
    /// The Regulation does not apply to this object.
    Out,
    /// The kind of object it applies to, but this operator does not make it available on the market.
    NotOnTheMarket,
    /// May be shown or tested without conformity, under the conditions of Article 4(2) or (3).
    AllowedWithoutConformity,
    /// These facts are not stated, or contradict each other.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}
