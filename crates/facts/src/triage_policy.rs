//! How a manufacturer deals with findings beyond what the Regulation asks: who must agree, rules that decide, and by when.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::component_decision::{DecisionStatus, RuleNamed, VexJustification, VulnerabilityDecision};
use crate::digest::Sha256;
use crate::severity::Rating;

/// What stands in the file that the dossier names as `triage`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TriagePolicy {
    /// Whether the product, used as intended, is reached from networks anybody may be on; what is not said counts as reached.
    pub exposed: Option<bool>,
    /// Which dismissals need a second person; `None`: the file does not say.
    pub approval: Option<ApprovalAsked>,
    /// Rules that decide.
    pub rules: Vec<DecidingRule>,
    /// By when a finding is to be decided on and dealt with.
    pub targets: Vec<TriageTarget>,
}

/// Which dismissals need a second person who agreed: those of findings that meet any of this.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ApprovalAsked {
    /// Rated so or worse. What nobody rated counts: it may be anything.
    pub severity_at_least: Option<Rating>,
    /// Listed as exploited somewhere.
    pub exploited: bool,
}

/// A rule that decides on whatever finding meets its condition and nobody decided on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DecidingRule {
    /// Its name.
    pub id: String,
    /// The condition, in CEL.
    pub when: String,
    /// What it claims of such findings.
    pub status: DecisionStatus,
    /// Why they do not affect the product, for that status.
    pub justification: Option<VexJustification>,
    /// The reasoning in words.
    pub because: String,
    /// Who decided.
    pub decided_by: String,
    /// When.
    pub decided_on: Date,
    /// Who else agreed.
    pub approved_by: Option<String>,
    /// The digest of the rule they agreed to.
    pub approved_sha256: Option<Sha256>,
    /// The last day it holds.
    pub expires_on: Date,
}

impl DecidingRule {
    /// Whether it takes findings out of the way without a fix.
    pub fn dismisses(&self) -> bool {
        self.status.dismisses()
    }

    /// The digest of what it says: everything but who agreed. It changes with any letter of it.
    pub fn sha256(&self) -> Sha256 {
        let (decided_on, expires_on) = (self.decided_on.to_string(), self.expires_on.to_string());
        let parts = [
            self.id.as_str(),
            &self.when,
            self.status.word(),
            self.justification.map_or("", |why| why.words().openvex),
            &self.because,
            &self.decided_by,
            &decided_on,
            &expires_on,
        ];
        // Each with its length, so that no two rules read the same.
        let written: Vec<String> = parts.iter().map(|part| format!("{}:{part}", part.len())).collect();
        Sha256::of(written.join("\n").as_bytes())
    }

    /// Whether whoever agreed did so to what it says now.
    pub fn is_approved(&self) -> bool {
        self.approved_by.is_some() && self.approved_sha256 == Some(self.sha256())
    }

    /// Its decision on one finding.
    pub fn decision(&self, vulnerability: &str, component: &str) -> VulnerabilityDecision {
        VulnerabilityDecision {
            vulnerability: vulnerability.to_owned(),
            component: component.to_owned(),
            status: self.status,
            justification: self.justification,
            because: self.because.clone(),
            decided_by: Some(self.decided_by.clone()),
            decided_on: Some(self.decided_on),
            approved_by: self.approved_by.clone(),
            expires_on: Some(self.expires_on),
            by_rule: Some(RuleNamed { id: self.id.clone(), sha256: self.sha256() }),
            ..VulnerabilityDecision::default()
        }
    }
}

/// By when findings of a risk are to be decided on and dealt with: the first target a finding meets all of is its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TriageTarget {
    /// Its name.
    pub id: String,
    /// Why it is so long: a directive, a standard, a contract.
    pub because: String,
    /// Rated so or worse.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity_at_least: Option<Rating>,
    /// Listed as exploited somewhere, or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exploited: Option<bool>,
    /// Probability of exploitation within thirty days (EPSS), in hundredths; what was not scored has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub epss_percent_at_least: Option<u64>,
    /// The product is reached from networks anybody may be on, or is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exposed: Option<bool>,
    /// Days until somebody has decided on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub triage_days: Option<u64>,
    /// Days until it is dealt with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remediate_days: Option<u64>,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn whoever_agreed_agreed_to_these_words_and_to_no_others() {
        let rule = DecidingRule {
            id: "dev".into(),
            when: "component.scope == \"optional\"".into(),
            status: DecisionStatus::NotAffected,
            because: "b".into(),
            decided_by: "A".into(),
            decided_on: date(2026, 11, 1),
            approved_by: Some("B".into()),
            expires_on: date(2027, 11, 1),
            ..DecidingRule::default()
        };
        assert!(!rule.is_approved(), "a name alone agrees to nothing");
        let agreed = DecidingRule { approved_sha256: Some(rule.sha256()), ..rule.clone() };
        assert!(agreed.is_approved());
        for changed in [
            DecidingRule { when: "component.scope != \"optional\"".into(), ..agreed.clone() },
            DecidingRule { status: DecisionStatus::WrongMatch, ..agreed.clone() },
            DecidingRule { justification: Some(VexJustification::ComponentNotPresent), ..agreed.clone() },
            DecidingRule { because: "c".into(), ..agreed.clone() },
            DecidingRule { expires_on: date(2027, 11, 2), ..agreed.clone() },
            DecidingRule { approved_by: None, ..agreed.clone() },
        ] {
            assert!(!changed.is_approved(), "{changed:?}");
        }
        let shifted = DecidingRule { because: "b\n1:A".into(), decided_by: String::new(), ..rule.clone() };
        assert_ne!(shifted.sha256(), rule.sha256(), "no two rules read the same");
        let decision = agreed.decision("CVE-1", "c@1");
        assert_eq!(decision.by_rule.as_ref().map(|rule| rule.id.as_str()), Some("dev"));
        assert!(decision.is_approved());
    }
}
