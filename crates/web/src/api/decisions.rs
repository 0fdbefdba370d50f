//! Decisions on findings.

use jiff::civil::Date;
use proofmark_actions::{ChangeOrder, DecidedFinding, FindingDecision, decide_findings};
use proofmark_facts::{VexJustification, VexStatus};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::call::Call;
use crate::refusal::Refusal;

/// A decision on findings of one product.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DecisionAsked {
    /// The findings.
    findings: Vec<FindingNamed>,
    /// The status, in VEX words.
    status: VexStatus,
    /// Why it is not affected, for that status.
    #[serde(default)]
    justification: Option<VexJustification>,
    /// The reasoning in words.
    because: String,
    /// The last day the decision holds.
    #[serde(default)]
    expires_on: Option<Date>,
}

/// A finding, as lists name it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct FindingNamed {
    /// The vulnerability.
    vulnerability: String,
    /// The component.
    component: String,
}

/// What was decided.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Decided {
    /// On how many findings.
    decided: usize,
}

/// Keeps a decision that needs one person; one that dismisses needs two and is refused here.
pub(crate) fn decide(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: DecisionAsked = call.json()?;
    let findings: Vec<DecidedFinding> = asked
        .findings
        .into_iter()
        .map(|named| DecidedFinding { vulnerability: named.vulnerability, component: named.component })
        .collect();
    let decision = FindingDecision {
        status: asked.status,
        justification: asked.justification,
        because: asked.because,
        risk_accepted: false,
        expires_on: asked.expires_on,
        approved_by: None,
    };
    let actor = call.actor();
    let (operator, product) = (call.operator().to_owned(), call.name("product").to_owned());
    let change = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    decide_findings(&change, &operator, &product, &findings, &decision, call.store)?;
    Ok(Answer::json(&Decided { decided: findings.len() }).status(201))
}
