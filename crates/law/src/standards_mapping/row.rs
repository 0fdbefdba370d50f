//! One row of the mapping: a requirement, a standard, the clauses that speak to it, and how far to trust that.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What one standard says to one requirement of Annex I.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MappingRow {
    /// The requirement, as dossiers name it: `I.2.c`, `II.5`.
    pub requirement: String,
    /// The standard, by its name in the mapping.
    pub standard: String,
    /// The numbers of the clauses; empty: there is no counterpart.
    pub clauses: Vec<String>,
    /// How far they go.
    pub relation: Relation,
    /// Whose mapping this is, by its id.
    pub origin: String,
    /// How far to trust it.
    pub confidence: Confidence,
    /// What is missing, or what else to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How far clauses of a standard go towards a requirement. None of these is a presumption of conformity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// They speak to the whole requirement.
    Covers,
    /// They speak to some of it.
    Partly,
    /// They help, and speak to none of it directly.
    Supports,
    /// The standard has no counterpart.
    None,
}

/// How far a row can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// A published mapping names these clauses.
    High,
    /// The clauses exist; that they fit is a reading.
    Medium,
    /// Not checked, or sources disagree.
    Low,
}

impl fmt::Display for Relation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(match self {
            Self::Covers => "covers",
            Self::Partly => "partly",
            Self::Supports => "supports",
            Self::None => "none",
        })
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        })
    }
}
