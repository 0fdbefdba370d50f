//! The state of the law in use, as `proofmark law show` and `proofmark law use` give it in JSON.

use proofmark_actions::{StateInUse, StateOrigin};
use proofmark_law::{StateName, StateOfTheLaw};
use schemars::JsonSchema;
use serde::Serialize;

/// The state with its name and its origin.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LawInUse {
    /// The name verdicts give it.
    pub name: StateName,
    /// Where it comes from.
    pub origin: StateOrigin,
    /// All it holds, under the keys of its file.
    pub state: StateOfTheLaw,
}

impl From<StateInUse> for LawInUse {
    fn from(in_use: StateInUse) -> Self {
        Self { name: in_use.state.name(), origin: in_use.origin, state: in_use.state }
    }
}
