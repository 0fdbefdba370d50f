//! A finding: a known vulnerability in a component of a release, with the reasons for saying so.

use jiff::civil::Date;
use proofmark_text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::affected_code::AffectedCode;
use crate::builder_statement::DeclaredByBuilder;
use crate::component_decision::{DecisionLack, DecisionStatus, LapsedDecision, VulnerabilityDecision};
use crate::informational::Informational;
use crate::severity::Severity;
use crate::source_claim::SourceClaim;
use crate::triage::Triage;

/// What the vulnerability database says of one component: one vulnerability, however many sources report it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct KnownVulnerability {
    /// The identifier it is called by: its CVE id where it has one, else the first source's own.
    pub id: String,
    /// All other identifiers of the same vulnerability, sorted.
    pub aliases: Vec<String>,
    /// The advisories that match this component, each with the range it matched by.
    pub matched_by: Vec<MatchedBy>,
    /// Versions in which it is fixed, of the matching ranges, in version order.
    pub fixed_in: Vec<String>,
    /// The worst severity the matching sources give; where none of them rates it, the worst other sources do.
    pub severity: Severity,
    /// In a catalogue of vulnerabilities exploited somewhere in the world. Not: in this product.
    pub exploited: Option<Exploited>,
    /// How likely it is exploited somewhere within thirty days, where that was scored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prediction: Option<ExploitPrediction>,
    /// One line about it, where a source has one.
    pub summary: Option<String>,
    /// What each source says of it, those included that took it back; nobody's claim is another's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<SourceClaim>,
    /// The source code it is in, where a record names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<AffectedCode>,
    /// What all advisories that match tell of, where that is no vulnerability: no finding is made of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub informational: Option<Informational>,
}

impl KnownVulnerability {
    /// How sure it is that it is one of the component: as sure as its surest match.
    pub fn confidence(&self) -> MatchConfidence {
        self.matched_by.iter().map(|matched| matched.confidence).max().unwrap_or_default()
    }
}

/// Why a component matches an advisory.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MatchedBy {
    /// The advisory.
    pub advisory: String,
    /// The rule that matched.
    pub rule: MatchRule,
    /// The affected range in words of the ecosystem: `>= 1.0.0, < 1.4.2`; or the version listed.
    pub range: String,
    /// The source of the advisory, where the database says it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// The name the component was found by: the CPE name in the advisory, or the advisory's repository with the commit or tag
    /// that was looked up there (`github.com/madler/zlib@v1.2.11`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criteria: Option<String>,
    /// How sure it is that the advisory speaks of this component.
    #[serde(default)]
    pub confidence: MatchConfidence,
    /// The system on a chip the dossier states, where the advisory holds only beside that hardware.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<String>,
}

/// By which rule a component and an advisory were brought together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MatchRule {
    /// Package URL type, name and a version inside an affected range.
    PackageRange,
    /// Package URL type, name and a version listed one by one.
    PackageVersion,
    /// A CPE name the component states, and a version inside an affected range or a name for several versions.
    CpeRange,
    /// A CPE name the component states, in the very version the advisory names.
    CpeExact,
    /// The component's name and version alone: whose product it is, nobody said.
    NameVersion,
    /// A commit or tag the component is stated to be made from, in a range of commits of its repository.
    Commit,
    /// The digest of the very file the advisory speaks of.
    Digest,
    /// The CPE name of hardware, on which the firmware the advisory speaks of runs: the version is the hardware's own word.
    CpeHardware,
}

/// How sure it is that an advisory speaks of a component it was brought together with. Not: whether it can be exploited.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MatchConfidence {
    /// Only the name is the same, or a name that leaves open what the advisory is particular about.
    Weak,
    /// By a name that people choose, or by an order of versions that is a good guess.
    Likely,
    /// By an identifier that one registry gives, in the exact order of its versions.
    #[default]
    Certain,
}

/// An entry in a catalogue of known exploited vulnerabilities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Exploited {
    /// The catalogue's name.
    pub catalogue: String,
    /// When it was added there.
    pub added_on: Option<Date>,
}

/// A score of the Exploit Prediction Scoring System (EPSS, FIRST): about the world, not about a product.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ExploitPrediction {
    /// The probability that it is exploited within the thirty days after the score, from 0 to 1.
    pub probability: f64,
    /// The share of all scored vulnerabilities with the same or a lower probability, from 0 to 1.
    pub percentile: f64,
    /// The day of the score.
    pub scored_on: Option<Date>,
}

/// A known vulnerability in a component of this release.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// The component by package URL, else name and version.
    pub component: String,
    /// The vulnerability.
    pub vulnerability: KnownVulnerability,
    /// What pulls the component in, from the product down to the component.
    pub path: Vec<String>,
    /// The makers' decision, if there is one.
    pub decision: Option<VulnerabilityDecision>,
    /// What follows from facts about the release, without anybody's decision; `None`: nothing was laid against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub triage: Option<Triage>,
    /// What whoever built the release declares of it. It closes nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub declared: Vec<DeclaredByBuilder>,
    /// Decisions on the same vulnerability in the same package that do not hold for it, each with why; the newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lapsed: Vec<LapsedDecision>,
    /// What the decision lacks to take it out of the way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<DecisionLack>,
}

impl Finding {
    /// How it stands: what somebody decided, else what follows from the release's facts.
    pub fn status(&self) -> Option<DecisionStatus> {
        let decided = self.decision.as_ref().map(|decision| decision.status);
        decided.or_else(|| self.triage.as_ref()?.status().map(DecisionStatus::from))
    }
}

/// A component nothing can be said about, and why.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Unchecked {
    /// The component by package URL, else name and version.
    pub component: String,
    /// Why it cannot be checked.
    pub because: Text,
}
