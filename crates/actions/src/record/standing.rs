//! Where a product stands, as lists show it: read off an assessment.

use proofmark_facts::{Dossier, FindingTally, GateAnswer, LookedFor, ProductStanding, Sha256};
use proofmark_law::{Verdict, tallied};
use serde::Serialize;
use serde_json::Value;

use crate::assessment::Assessment;
use crate::record::outlook::outlook;

/// The gate's answer, and that it is not asked where it is not.
pub(crate) fn gate_answer(assessment: &Assessment) -> GateAnswer {
    match (assessment.gate_is_asked, assessment.gate.may_be_placed_on_the_market) {
        (false, _) => GateAnswer::NotAsked,
        (true, true) => GateAnswer::Open,
        (true, false) => GateAnswer::Closed,
    }
}

/// What it looked for, so that "none found" is told from "nobody looked".
pub(crate) fn looked_for(assessment: &Assessment) -> LookedFor {
    let data = &assessment.vulnerability_data;
    LookedFor {
        component_list: assessment.sbom.is_some(),
        vulnerability_data: !data.is_empty(),
        exploited_catalogue: data.iter().any(|data| data.exploited > 0),
        unchecked: assessment.unchecked.len() as u64,
    }
}

/// The summary of an assessment under this digest.
pub(crate) fn standing(
    assessment: &Assessment,
    digest: Sha256,
    dossier: &Dossier,
    findings: FindingTally,
) -> ProductStanding {
    let verdict = &assessment.verdict;
    ProductStanding {
        assessment: digest,
        assessed_at: assessment.assessed_at,
        release: assessment.release.clone(),
        scope: word(&verdict.scope.outcome).unwrap_or_default(),
        role: verdict.role.role().and_then(|role| word(&role)),
        class: verdict.class.class().and_then(|class| word(&class)),
        gate: gate_answer(assessment),
        obligations: tallied(&assessment.obligations),
        findings,
        unchecked: assessment.unchecked.len() as u64,
        looked_for: Some(looked_for(assessment)),
        support_ends_on: dossier.support_period.ends_on,
        next_deadline_at: next_deadline(verdict),
        outlook: Some(outlook(assessment, dossier)),
    }
}

/// The word of a value in JSON: itself, or the name of what it holds more of.
fn word(value: &impl Serialize) -> Option<String> {
    match serde_json::to_value(value).ok()? {
        Value::String(word) => Some(word),
        Value::Object(object) => object.keys().next().cloned(),
        _ => None,
    }
}

/// The next end of a clock that somebody has to act on, late ones included.
fn next_deadline(verdict: &Verdict) -> Option<jiff::Timestamp> {
    let clocks = verdict.reporting.iter().flat_map(|case| &case.clocks);
    let pressing = clocks.filter(|clock| clock.state.asks_for_action());
    pressing.filter_map(|clock| clock.deadline.as_ref().map(|deadline| deadline.due_at)).min()
}
