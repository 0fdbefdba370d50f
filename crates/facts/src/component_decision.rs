//! Decisions the makers take about components: on a vulnerability (VEX), or on what cannot be checked.

use jiff::civil::Date;
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::digest::Sha256;

/// A decision on one vulnerability in one component version.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VulnerabilityDecision {
    /// Any identifier of the vulnerability: CVE, GHSA, OSV.
    pub vulnerability: String,
    /// The component as findings call it: by package URL with its version, else by name and version (`busybox@1.36.1`).
    pub component: String,
    /// What is claimed.
    pub status: DecisionStatus,
    /// Why it is not affected, for that status.
    pub justification: Option<VexJustification>,
    /// The reasoning in words: impact statement, action statement or the rationale for the risk accepted.
    pub because: String,
    /// For `affected`: the remaining risk is accepted for this release, with the rationale in `because`.
    pub risk_accepted: bool,
    /// Who decided.
    pub decided_by: Option<String>,
    /// When.
    pub decided_on: Option<Date>,
    /// The last day the decision holds.
    pub expires_on: Option<Date>,
    /// Who else agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<String>,
    /// What pulls the component in, where the decision holds for no more than that; a trailing `*` stands for any ending. Empty: it
    /// holds however the component comes in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub via: Vec<String>,
    /// By what the risk is dealt with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mitigation: Option<Mitigation>,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<DecisionEvidence>,
    /// The rule that decided; `None`: a person did, about this finding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_rule: Option<RuleNamed>,
}

impl VulnerabilityDecision {
    /// Whether it takes the finding out of the way without a fix: that is where two people may be needed.
    pub fn dismisses(&self) -> bool {
        self.status.dismisses() || self.risk_accepted
    }

    /// Whether somebody else than who decided is named as having agreed.
    pub fn is_approved(&self) -> bool {
        let filled = |name: &Option<String>| name.clone().filter(|name| !name.trim().is_empty());
        match (filled(&self.decided_by), filled(&self.approved_by)) {
            (Some(decided), Some(approved)) => !same_person(&decided, &approved),
            _ => false,
        }
    }
}

/// Whether two names are one person's: by letters and digits alone, whatever their case, spaces and punctuation.
pub fn same_person(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> String {
        name.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    letters(one) == letters(other)
}

/// What somebody claims of a finding: how the vulnerability stands in the product, in VEX words, or that it is none of this component.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DecisionStatus {
    /// The vulnerability does not affect the product.
    NotAffected,
    /// It does.
    Affected,
    /// Declared fixed; proven only by an SBOM without the affected version.
    Fixed,
    /// Nobody knows yet.
    #[default]
    UnderInvestigation,
    /// The record speaks of something else than this component: nothing is said of the product, and no VEX statement is made of it.
    WrongMatch,
}

impl DecisionStatus {
    /// The status in VEX; `None`: VEX has no word for it.
    pub fn vex(self) -> Option<VexStatus> {
        match self {
            Self::NotAffected => Some(VexStatus::NotAffected),
            Self::Affected => Some(VexStatus::Affected),
            Self::Fixed => Some(VexStatus::Fixed),
            Self::UnderInvestigation => Some(VexStatus::UnderInvestigation),
            Self::WrongMatch => None,
        }
    }

    /// The word for it in files, rows and addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::NotAffected => "not_affected",
            Self::Affected => "affected",
            Self::Fixed => "fixed",
            Self::UnderInvestigation => "under_investigation",
            Self::WrongMatch => "wrong_match",
        }
    }

    /// Whether by itself it takes a finding out of the way without a fix.
    pub fn dismisses(self) -> bool {
        matches!(self, Self::NotAffected | Self::WrongMatch)
    }
}

impl From<VexStatus> for DecisionStatus {
    fn from(status: VexStatus) -> Self {
        match status {
            VexStatus::NotAffected => Self::NotAffected,
            VexStatus::Affected => Self::Affected,
            VexStatus::Fixed => Self::Fixed,
            VexStatus::UnderInvestigation => Self::UnderInvestigation,
        }
    }
}

/// By what a risk is dealt with. Each kind is verified in its own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mitigation {
    /// Another version of the component. Verified by an SBOM that does not list the affected one.
    Update,
    /// A setting. Verified by a file of evidence: the configuration, or a test.
    Configuration,
    /// Something else that keeps an adversary out. Verified by a file of evidence: a test.
    CompensatingControl,
    /// The component goes. Verified by an SBOM that does not list it.
    Removal,
}

impl Mitigation {
    /// The kinds of evidence one of which verifies it; none: the next SBOM does.
    pub fn verified_by(self) -> &'static [EvidenceOf] {
        match self {
            Self::Update | Self::Removal => &[],
            Self::Configuration => &[EvidenceOf::Configuration, EvidenceOf::Test],
            Self::CompensatingControl => &[EvidenceOf::Test],
        }
    }
}

/// A file that shows what a decision claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionEvidence {
    /// What it shows.
    pub kind: EvidenceOf,
    /// The file, by its path beside the dossier.
    pub file: String,
}

/// What a file of evidence shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceOf {
    /// Whether the vulnerable code is reached.
    Reachability,
    /// How the product is set up or built.
    Configuration,
    /// What a test found.
    #[default]
    Test,
}

impl EvidenceOf {
    /// The word for it in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reachability => "reachability",
            Self::Configuration => "configuration",
            Self::Test => "test",
        }
    }
}

/// A rule, as what follows from it names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RuleNamed {
    /// Its name.
    pub id: String,
    /// The digest of what it says.
    pub sha256: Sha256,
}

/// What a decision that takes a finding out of the way still lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum DecisionLack {
    /// Somebody else who agreed: the makers' own policy asks for one.
    SecondPerson,
    /// A file that shows that its mitigation is there.
    Verification {
        /// The kinds of evidence one of which would.
        needs: Vec<EvidenceOf>,
    },
}

/// A decision that does not hold for a finding any more, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LapsedDecision {
    /// The decision.
    pub decision: VulnerabilityDecision,
    /// Why it does not hold.
    pub because: LapseReason,
}

/// Why a decision does not hold for a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum LapseReason {
    /// The component is there in another version than the one that was decided on.
    OtherVersion,
    /// The component comes in by a path the decision does not cover.
    OtherPath {
        /// The path, from the product down to the component.
        path: Vec<String>,
    },
    /// The rule that decided when the release was last assessed is among the rules no more.
    RuleGone {
        /// The rule's name.
        rule: String,
    },
}

impl LapsedDecision {
    /// The reason, in a sentence.
    pub fn says(&self) -> Text {
        let LapsedDecision { decision, because } = self;
        let by = decision.decided_by.as_deref().unwrap_or("?");
        match because {
            LapseReason::OtherVersion => text!(
                "triage-lapsed-version",
                by = by,
                status = decision.status.word(),
                component = decision.component.as_str()
            ),
            LapseReason::OtherPath { path } => text!(
                "triage-lapsed-path",
                by = by,
                status = decision.status.word(),
                via = decision.via.join("`, `"),
                path = path.join(" › ")
            ),
            LapseReason::RuleGone { rule } => {
                text!("triage-lapsed-rule", rule = rule.as_str(), by = by, status = decision.status.word())
            }
        }
    }
}

/// VEX status (OpenVEX, CSAF 2.0 profile 5, CycloneDX analysis state in other words).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VexStatus {
    /// The vulnerability does not affect the product.
    NotAffected,
    /// It does.
    Affected,
    /// Declared fixed; proven only by an SBOM without the affected version.
    Fixed,
    /// Nobody knows yet.
    UnderInvestigation,
}

/// Why a product is not affected (OpenVEX specification, status justifications).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VexJustification {
    /// The vulnerable component is not in the product.
    ComponentNotPresent,
    /// The component is there, the vulnerable code is not.
    VulnerableCodeNotPresent,
    /// The vulnerable code is there and never runs.
    VulnerableCodeNotInExecutePath,
    /// An adversary cannot control what reaches the vulnerable code.
    VulnerableCodeCannotBeControlledByAdversary,
    /// Built-in protections stop the exploit.
    InlineMitigationsAlreadyExist,
}

/// How a component that no advisory data can speak about was checked by other means (Article 13(5)).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CheckedOtherwise {
    /// The component by package URL or name; a trailing `*` stands for any ending.
    pub component: String,
    /// How it was checked and with what result.
    pub because: String,
    /// Who answers for it.
    pub decided_by: Option<String>,
    /// When.
    pub decided_on: Option<Date>,
}
