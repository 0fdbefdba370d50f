//! A popular mistake about the Regulation.

use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::source::{Source, Verification};

/// Something often said of the Regulation, and what is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Mistake {
    /// Its row in the reference, as `ERR-08`.
    pub id: &'static str,
    /// What is said.
    pub claim: &'static str,
    /// What is right.
    pub correct: &'static str,
    /// Where it stands; at least one place.
    pub cites: &'static [Citation],
    /// How the row was verified.
    pub verified: &'static [Verification],
}

impl Mistake {
    /// The row it comes from.
    pub const fn source(&self) -> Source {
        Source::new(self.id, self.verified)
    }
}
