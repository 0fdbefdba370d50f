//! The answer of the role test: which operator, and for what.

use schemars::JsonSchema;
use serde::Serialize;

use crate::reason::Reason;

/// The roles the Regulation knows, and none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Article 3(13), or whoever Articles 21 and 22 treat as one.
    Manufacturer,
    /// Article 3(16).
    Importer,
    /// Article 3(17).
    Distributor,
    /// Article 3(15).
    AuthorisedRepresentative,
    /// Article 3(14).
    Steward,
    /// No role for this product.
    None,
}

/// The role of the declaring person, with reasons.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RoleVerdict {
    /// The answer.
    pub outcome: RoleOutcome,
    /// For what the role is held, where a role is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extent: Option<Extent>,
    /// Why, in the order of the questions.
    pub reasons: Vec<Reason>,
}

/// Where the role test ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RoleOutcome {
    /// This role.
    Is(Role),
    /// These facts are not stated, or contradict each other.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

/// For what a role is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// The whole product.
    WholeProduct,
    /// The part a modification affects (Article 22).
    ModifiedPart,
    /// The version, binaries or edition that is paid for (guidance points 51, 52 and 57).
    PaidVersion,
    /// The tasks the written mandate names (Article 18).
    MandatedTasks,
    /// These facts are not stated.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

impl RoleVerdict {
    /// The role, where it is determined.
    pub fn role(&self) -> Option<Role> {
        match self.outcome {
            RoleOutcome::Is(role) => Some(role),
            RoleOutcome::Undetermined { .. } => None,
        }
    }
}
