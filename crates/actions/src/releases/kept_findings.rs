//! Reads what the release's last assessment said of its findings: why each is there, and what it does to the gate.

use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_facts::{Finding, SystemOfRecord};
use proofmark_law::{AdvisoryData, Block, GateInputs, gate};
use proofmark_text::text;
use serde::Deserialize;

use crate::error::ActionError;
use crate::releases::release_order::ReleaseOrder;

/// What an assessment said of findings, as it was kept.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct KeptFindings {
    /// When it was assessed.
    pub assessed_at: Timestamp,
    /// The findings, worst first.
    pub findings: Vec<Finding>,
    /// Components of which something, or anything, could not be said.
    pub unchecked: Vec<KeptUnchecked>,
}

/// A component nothing can be said about, as an assessment tells of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct KeptUnchecked {
    /// The component by package URL, else name and version.
    pub component: String,
    /// Why, in the assessment's words.
    pub because: KeptSentence,
}

/// A sentence as assessments keep it: in English.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct KeptSentence {
    /// The sentence.
    pub text: String,
}

impl KeptFindings {
    /// The finding of this vulnerability, under whichever of its names, in this component.
    pub fn of(&self, component: &str, vulnerability: &str) -> Option<&Finding> {
        let is = |finding: &&Finding| {
            let known = &finding.vulnerability;
            finding.component == component
                && (known.id == vulnerability || known.aliases.iter().any(|alias| alias == vulnerability))
        };
        self.findings.iter().find(is)
    }
}

/// What the last assessment said. It is named by its digest, `ReleaseRecord::assessment`, so whoever keeps this may know it
/// by that.
pub fn kept_findings(
    order: &ReleaseOrder<'_>,
    keeping: &dyn SystemOfRecord,
) -> Result<KeptFindings, ActionError> {
    order.demand()?;
    let digest = order.release.assessment;
    let damaged =
        || ActionError::Damaged(text!("pictures-assessment-unreadable", digest = digest.to_string()));
    let bytes = keeping.document_of(order.operator, &digest)?.ok_or_else(damaged)?;
    serde_json::from_slice(&bytes).map_err(|_| damaged())
}

/// What stands in the way of the gate because of this finding, judged for this day; nothing: it does not.
pub fn finding_in_the_way(finding: &Finding, day: Date) -> Vec<Block> {
    let inputs = GateInputs {
        findings: std::slice::from_ref(finding),
        unchecked: &[],
        checked_otherwise: &[],
        own_components: &[],
        sbom_present: true,
        // What the answer as a whole rests on is not asked here.
        advisories: Some(AdvisoryData { as_of: Some(day) }),
        day,
    };
    let of_finding = |block: &Block| block.vulnerability.as_ref() == Some(&finding.vulnerability.id);
    gate(&inputs).blocked_by.into_iter().filter(of_finding).collect()
}
