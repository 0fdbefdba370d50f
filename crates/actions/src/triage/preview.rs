//! What each rule would close, change or leave, before it acts. Nothing is kept.

use proofmark_facts::{Beside, Sha256};
use proofmark_law::StateOfTheLaw;
use schemars::JsonSchema;
use serde::Serialize;

use super::apply_rules::{OfFindings, RuleStanding, standing, weigh};
use crate::assess::OpenSources;
use crate::conclusion::{AssessOrder, Meant, found_of, read_inputs};
use crate::error::ActionError;

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

/// A rule and a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RuleOnFinding {
    /// The finding's place among the release's.
    #[serde(skip)]
    pub(crate) place: usize,
    /// The vulnerability.
    pub vulnerability: String,
    /// The component.
    pub component: String,
    /// What the rule does.
    #[serde(flatten)]
    pub effect: RuleEffect,
}

/// What a rule does with a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "effect", rename_all = "kebab-case")]
pub enum RuleEffect {
    /// It takes it out of the way.
    Closes,
    /// It says how it stands, and it stays open.
    Changes,
    /// It leaves it: somebody decided on it.
    LeftDecided,
    /// It leaves it: facts of the release say how it stands.
    LeftToFacts,
    /// It leaves it: it is exploited somewhere, and a person looks at it.
    LeftExploited,
    /// It leaves it: a rule before it decides.
    LeftToRule {
        /// Which.
        rule: String,
    },
    /// It leaves it: nobody knows what the rule asks.
    Lacks {
        /// The field.
        field: String,
    },
    /// It could not be asked.
    Failed {
        /// Why, in the evaluator's words.
        says: String,
    },
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
    let none = proofmark_facts::Sbom::default();
    let of = OfFindings {
        input: &inputs.triage,
        dossier: &inputs.dossier,
        sbom: inputs.list.as_ref().map_or(&none, |list| &list.sbom),
        catalogue,
        day: order.as_of,
    };
    let weighed = weigh(&findings, &of, &vec![true; rules.len()]);
    let one = |(rule, on_findings): (&proofmark_facts::DecidingRule, Vec<RuleOnFinding>)| RulePreview {
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
