//! Deciding on findings: kept at once where one person is enough, proposed to a second one where two are needed.

use proofmark_access::Act;
use proofmark_actions::people::{Errand, ProposeOrder, propose};
use proofmark_actions::{
    ChangeOrder, DecidedFinding, FindingDecision, decide_findings, decided_in_dossier, decision_records,
    needs_a_second_person,
};
use proofmark_facts::{Actor, Noun as _};
use proofmark_text::text;

use crate::call::Call;
use crate::house::random;
use crate::refusal::Refusal;

/// What came of it: how many findings are decided on, and the proposals that wait for a second person.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) decided: usize,
    pub(crate) proposed: Vec<String>,
    /// Where the dossier decides findings that were proposed on: it holds until it is revised.
    pub(crate) dossier_holds: Vec<String>,
}

/// Decides on these findings of one product, or proposes to.
pub(crate) fn decide(
    call: &mut Call<'_>,
    product: &str,
    findings: &[DecidedFinding],
    decision: &FindingDecision,
) -> Result<Outcome, Refusal> {
    let actor = call.actor();
    if needs_a_second_person(decision) {
        let proposed = propose_decision(call, &actor, product, findings, decision)?;
        let overruled = decided_in_dossier(call.operator(), product, findings, &*call.store)?;
        let dossier_holds = overruled.into_iter().map(|(_, place)| place).collect();
        return Ok(Outcome { decided: 0, proposed, dossier_holds });
    }
    let operator = call.operator().to_owned();
    let change = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    decide_findings(&change, &operator, product, findings, decision, call.store)?;
    Ok(Outcome { decided: findings.len(), ..Outcome::default() })
}

/// One proposal for each of the findings: a second person approves each for itself.
fn propose_decision(
    call: &mut Call<'_>,
    actor: &Actor,
    product: &str,
    findings: &[DecidedFinding],
    decision: &FindingDecision,
) -> Result<Vec<String>, Refusal> {
    let operator = call.operator().to_owned();
    let change = ChangeOrder { by: actor, with: call.house.program(), at: call.now };
    let records = decision_records(&change, &operator, product, findings, decision, &*call.store)?;
    let errand = Errand { by: actor, at: call.now, with: call.house.program() };
    let mut proposed = Vec::with_capacity(records.len());
    for record in records {
        let content = serde_json::to_value(&record).map_err(|_| Refusal::new(500, text!("web-fault")))?;
        let act = Act::DecideFinding { product: product.to_owned(), decision: record.id(), content };
        let order = ProposeOrder {
            operator: &operator,
            act,
            because: &decision.because,
            rests_on: &[],
            random: random(call.house)?,
        };
        proposed.push(propose(call.store, &errand, order)?.id);
    }
    Ok(proposed)
}
