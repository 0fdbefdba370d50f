//! Decisions the makers take about components: on a vulnerability (VEX), or on what cannot be checked.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A decision on one vulnerability in one component version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct VulnerabilityDecision {
    /// Any identifier of the vulnerability: CVE, GHSA, OSV.
    pub vulnerability: String,
    /// The component as findings call it: by package URL with its version, else by name and version (`busybox@1.36.1`).
    pub component: String,
    /// The status, in VEX words.
    pub status: VexStatus,
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
