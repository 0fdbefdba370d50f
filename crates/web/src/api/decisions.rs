//! Decisions on findings.

use jiff::civil::Date;
use proofmark_actions::{
    ChangeOrder, DecidedFinding, DecisionOrigin, FindingDecision, ProductDecision, decision_on_finding,
    product_decisions, withdraw_decision as withdraw_now,
};
use proofmark_facts::{
    DecisionEvidence, DecisionRecord, DecisionStatus, Mitigation, Sha256, VexJustification,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{PageAsked, Run, decide as decide_on, over, over_version, page_of};
use crate::refusal::Refusal;

/// A decision on findings of one product.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DecisionAsked {
    /// The findings.
    findings: Vec<FindingNamed>,
    /// What is claimed.
    status: DecisionStatus,
    /// Why it is not affected, for that status.
    #[serde(default)]
    justification: Option<VexJustification>,
    /// The reasoning in words.
    because: String,
    /// The last day the decision holds.
    #[serde(default)]
    expires_on: Option<Date>,
    /// What pulls the component in, where the decision holds for no more than that; a trailing `*` stands for any ending.
    #[serde(default)]
    via: Vec<String>,
    /// By what the risk is dealt with.
    #[serde(default)]
    mitigation: Option<Mitigation>,
    /// What shows it, by paths beside the dossier.
    #[serde(default)]
    evidence: Vec<DecisionEvidence>,
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
#[expect(clippy::struct_field_names, reason = "the answer's field says how many were decided")]
pub(crate) struct Decided {
    /// On how many findings.
    decided: usize,
    /// The proposals that wait for a second person, where the decision needs two.
    proposals: Vec<String>,
    /// Places of the dossier that decide some of the findings already. The dossier holds where both speak: what is
    /// approved counts once a revision of it says the same, or no longer decides them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dossier_holds: Vec<String>,
}

/// A decision of the record.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct DecisionView {
    /// The decision.
    #[serde(flatten)]
    decision: DecisionRecord,
    /// Its version, for `If-Match`.
    version: Sha256,
}

/// Keeps a decision that needs one person; one that dismisses needs two and is proposed.
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
        via: asked.via,
        mitigation: asked.mitigation,
        evidence: asked.evidence,
    };
    let product = call.name("product").to_owned();
    let outcome = decide_on(call, &product, &findings, &decision)?;
    let status = if outcome.proposed.is_empty() { 201 } else { 202 };
    let answer = Decided {
        decided: outcome.decided,
        proposals: outcome.proposed,
        dossier_holds: outcome.dossier_holds,
    };
    Ok(Answer::json(&answer).status(status))
}

/// Every decision on the product's findings, with where it stands.
pub(crate) fn list_decisions(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PageAsked = call.query()?;
    let actor = call.actor();
    let all = product_decisions(&call.change(&actor), call.operator(), call.name("product"), &*call.store)?;
    let key = |one: &ProductDecision| {
        let place = match &one.origin {
            DecisionOrigin::Dossier { place, .. } => place.as_str(),
            // Behind whatever the dossier says about the same finding.
            DecisionOrigin::Record { .. } => "~",
        };
        format!("{} {} {place}", one.decision.vulnerability, one.decision.component)
    };
    Ok(Answer::json(&page_of(all, &asked, Run::Rising, key)))
}

/// The decision of the record on one finding.
pub(crate) fn show_decision(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (finding, product) = (finding(call), call.name("product"));
    let change = call.change(&actor);
    let (decision, version) = decision_on_finding(&change, call.operator(), product, &finding, &*call.store)?;
    Ok(Answer::json(&DecisionView { decision, version }).version(version.to_string()))
}

/// Withdraws the decision that was seen: the finding is open to be decided anew.
pub(crate) fn withdraw_decision(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let over = over(call)?;
    let finding = finding(call);
    let actor = call.actor();
    let (operator, product) = (call.operator().to_owned(), call.name("product").to_owned());
    let change = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    over_version(withdraw_now(&change, &operator, &product, &finding, &over, call.store))?;
    Ok(Answer::json(&true))
}

fn finding(call: &Call<'_>) -> DecidedFinding {
    let named = |name: &str| call.name(name).to_owned();
    DecidedFinding { vulnerability: named("vulnerability"), component: named("component") }
}
