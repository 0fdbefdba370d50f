//! What the installation keeps about a decision on a finding, beside those the dossier declares.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::component_decision::{
    DecisionEvidence, DecisionStatus, Mitigation, VexJustification, VulnerabilityDecision,
};
use crate::record::{Noun, RecordKind};

/// A decision on one vulnerability in one component version of a product. It holds for every release with that version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionRecord {
    /// The product's id.
    pub product: String,
    /// Any identifier of the vulnerability: CVE, GHSA, OSV.
    pub vulnerability: String,
    /// The component by package URL with its version, else name and version, as findings name it.
    pub component: String,
    /// What is claimed.
    pub status: DecisionStatus,
    /// Why it is not affected, for that status.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub justification: Option<VexJustification>,
    /// The reasoning in words.
    pub because: String,
    /// For `affected`: the remaining risk is accepted, with the rationale in `because`.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub risk_accepted: bool,
    /// Who decided.
    pub decided_by: String,
    /// When.
    pub decided_at: Timestamp,
    /// The second person, where the decision dismisses the finding.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub approved_by: Option<String>,
    /// The last day the decision holds.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub expires_on: Option<Date>,
    /// What pulls the component in, where the decision holds for no more than that.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub via: Vec<String>,
    /// By what the risk is dealt with.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub mitigation: Option<Mitigation>,
    /// What shows it, by paths beside the dossier.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub evidence: Vec<DecisionEvidence>,
}

impl DecisionRecord {
    /// Whether it takes the finding out of the way without a fix: that is where two people are needed.
    pub fn dismisses(&self) -> bool {
        self.status.dismisses() || self.risk_accepted
    }

    /// The decision as an assessment reads it, the day of the decision in UTC.
    pub fn to_declared(&self) -> VulnerabilityDecision {
        VulnerabilityDecision {
            vulnerability: self.vulnerability.clone(),
            component: self.component.clone(),
            status: self.status,
            justification: self.justification,
            because: self.because.clone(),
            risk_accepted: self.risk_accepted,
            decided_by: Some(self.decided_by.clone()),
            decided_on: Some(self.decided_at.to_zoned(TimeZone::UTC).date()),
            expires_on: self.expires_on,
            approved_by: self.approved_by.clone(),
            via: self.via.clone(),
            mitigation: self.mitigation,
            evidence: self.evidence.clone(),
            by_rule: None,
        }
    }
}

impl Noun for DecisionRecord {
    const KIND: RecordKind = RecordKind::Decision;

    fn id(&self) -> String {
        decision_id(&self.product, &self.vulnerability, &self.component)
    }
}

/// What a decision is called among its operator's records: neither a product's id nor an identifier holds a space.
pub fn decision_id(product: &str, vulnerability: &str, component: &str) -> String {
    format!("{product} {vulnerability} {component}")
}
