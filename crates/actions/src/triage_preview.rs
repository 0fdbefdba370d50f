//! What each rule would close, change or leave, before it acts. Nothing is kept.

use proofmark_facts::{Beside, DecidingRule, Sbom, Sha256};
use proofmark_law::StateOfTheLaw;
use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::OpenSources;
use crate::conclusion::{AssessOrder, Meant, found_of, read_inputs};
use crate::error::ActionError;
use crate::rule_applied::RuleStanding;
use crate::triage::{OfFindings, RuleOnFinding, standing, weigh};

/// The version of the preview's form.
const PREVIEW_FORMAT: u32 = 1;

/// What the rules would do with the findings of a release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TriagePreview {
    /// The form's version.
    pub proofmark_triage_preview: u32,
    /// The product.
    pub product: String,
    /// The release's version.
    pub release: String,
    /// How many findings there are.
    pub findings: usize,
    /// Each rule, in the order of the file.
    pub rules: Vec<RulePreview>,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RulePreview {
    /// Its name.
    pub id: String,
    /// The digest of what it says: what a second person agrees to.
    pub sha256: Sha256,
    /// Whether it decides on the day.
    pub standing: RuleStanding,
    /// What it does, or would do once it holds, with each finding that meets it or lacks what it asks.
    pub on_findings: Vec<RuleOnFinding>,
}

/// Lays the rules against the findings of a release as an assessment would, each as if it held.
pub fn preview_triage(
    order: &AssessOrder<'_>,
    beside: &dyn Beside,
    open_sources: &OpenSources<'_>,
    state: &StateOfTheLaw,
) -> Result<TriagePreview, ActionError> {
    let inputs = read_inputs(beside, state, &Meant::default())?;
    let sources = open_sources(&inputs.dossier.advisories)?;
    let (found, catalogue) = found_of(&inputs, &sources);
    let findings = found.found;
    let rules = &inputs.triage.policy.rules;
    let none = Sbom::default();
    let of = OfFindings {
        input: &inputs.triage,
        dossier: &inputs.dossier,
        sbom: inputs.list.as_ref().map_or(&none, |list| &list.sbom),
        catalogue,
        day: order.as_of,
    };
    let weighed = weigh(&findings, &of, &vec![true; rules.len()]);
    let one = |(rule, on_findings): (&DecidingRule, Vec<RuleOnFinding>)| RulePreview {
        id: rule.id.clone(),
        sha256: rule.sha256(),
        standing: standing(rule, order.as_of),
        on_findings,
    };
    Ok(TriagePreview {
        proofmark_triage_preview: PREVIEW_FORMAT,
        product: inputs.dossier.product.name.clone(),
        release: inputs.dossier.release.version.clone(),
        findings: findings.len(),
        rules: rules.iter().zip(weighed).map(one).collect(),
    })
}
