//! What one source says of a vulnerability: its own claim, with its days, kept apart from what others say of the same one.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::severity::Severity;

/// One source's claim about one vulnerability.
///
/// Sources differ, and who decides on a finding must see where: nothing here is a mean or a choice among them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SourceClaim {
    /// Who says it: a numbering authority or enricher by its short name in the CVE Program (`redhat`, `CISA-ADP`), else
    /// the database of the record (`GHSA`, `PYSEC`, `EUVD`).
    pub source: String,
    /// The identifier of its record.
    pub id: String,
    /// Whether it still says so.
    pub state: ClaimState,
    /// The day it first said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_on: Option<Date>,
    /// The day it last changed what it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified_on: Option<Date>,
    /// The day it took the claim back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<Date>,
    /// How bad it says it is, each vector with the score computed from it. A vector without a score could not be read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub severities: Vec<Severity>,
    /// That it lists the vulnerability as exploited somewhere in the world.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exploited: Option<ExploitedStatement>,
    /// Its decision points for whoever has to act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ssvc: Option<SsvcDecision>,
    /// The weaknesses behind it (`CWE-79`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weaknesses: Vec<String>,
    /// Marks it put on the record, in its own words (`unsupported-when-assigned`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

/// Whether a source still says what it said.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimState {
    /// It does.
    #[default]
    Published,
    /// It does, and says that others dispute it.
    Disputed,
    /// It took its record back.
    Withdrawn,
    /// It was the one to assign the identifier, and says it must not be used.
    Rejected,
}

impl ClaimState {
    /// Whether findings may be made of it.
    pub fn stands(self) -> bool {
        matches!(self, Self::Published | Self::Disputed)
    }
}

/// A source's word that a vulnerability is exploited somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ExploitedStatement {
    /// The list it stands on (`CISA KEV`, `EUVD`).
    pub list: String,
    /// Since when.
    pub since: Option<Date>,
}

/// Decision points of the Stakeholder-Specific Vulnerability Categorization, as a coordinator set them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SsvcDecision {
    /// Whether it is exploited.
    pub exploitation: Option<Exploitation>,
    /// Whether an attack can be automated.
    pub automatable: Option<bool>,
    /// How much of the product an attacker gets.
    pub technical_impact: Option<TechnicalImpact>,
    /// The day it was decided.
    pub decided_on: Option<Date>,
}

impl SsvcDecision {
    /// Whether any point was set.
    pub fn says_something(self) -> bool {
        self.exploitation.is_some() || self.automatable.is_some() || self.technical_impact.is_some()
    }
}

/// Whether a vulnerability is exploited, in the words of SSVC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Exploitation {
    /// There is no sign of it.
    None,
    /// There is a proof of concept anybody can get.
    Poc,
    /// It is.
    Active,
}

impl Exploitation {
    /// The word of the specification.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Poc => "poc",
            Self::Active => "active",
        }
    }
}

/// How much of the product an attacker gets, in the words of SSVC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TechnicalImpact {
    /// Some of its behaviour.
    Partial,
    /// All of it.
    Total,
}

impl TechnicalImpact {
    /// The word of the specification.
    pub fn word(self) -> &'static str {
        match self {
            Self::Partial => "partial",
            Self::Total => "total",
        }
    }
}

/// The claim of the one who rejected the identifier while somebody else still stands by it: they contradict each other,
/// and a person has to say who is right.
pub fn contradiction(claims: &[SourceClaim]) -> Option<&SourceClaim> {
    let somebody_stands = claims.iter().any(|claim| claim.state.stands());
    claims.iter().find(|claim| somebody_stands && claim.state == ClaimState::Rejected)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(state: ClaimState) -> SourceClaim {
        SourceClaim {
            source: "mitre".into(),
            id: "CVE-2026-1".into(),
            state,
            published_on: None,
            modified_on: None,
            ended_on: None,
            severities: vec![],
            exploited: None,
            ssvc: None,
            weaknesses: vec![],
            tags: vec![],
        }
    }

    #[test]
    fn only_a_rejection_that_somebody_stands_against_is_a_contradiction() {
        let (rejected, published) = (claim(ClaimState::Rejected), claim(ClaimState::Published));
        assert_eq!(contradiction(&[published.clone(), rejected.clone()]), Some(&rejected));
        assert_eq!(contradiction(&[rejected.clone(), claim(ClaimState::Withdrawn)]), None);
        assert_eq!(contradiction(&[published.clone(), claim(ClaimState::Withdrawn)]), None);
        assert_eq!(
            contradiction(&[rejected, claim(ClaimState::Disputed)]).map(|one| one.state),
            Some(ClaimState::Rejected)
        );
    }

    #[test]
    fn a_claim_kept_before_there_was_more_to_say_is_read() {
        let kept = r#"{"source": "GHSA", "id": "GHSA-x", "state": "published"}"#;
        let read: SourceClaim = serde_json::from_str(kept).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), kept.replace(": ", ":").replace(", ", ","));
    }
}
