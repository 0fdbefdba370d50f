//! Rules over how good the bill of materials is.

use proofmark_facts::SbomRule;
use proofmark_law::{CheckAnswer, CheckOutcome, Guideline, GuidelineAnswer, SbomJudgement};
use proofmark_text::text;

use super::gate_verdict::{GateHit, HitPlace};

/// The guideline of this name, as `bsi`.
pub(super) fn guideline_of(name: &str) -> Option<Guideline> {
    Some(match name {
        "regulation" => Guideline::Regulation,
        "ntia" => Guideline::Ntia,
        "cisa" => Guideline::Cisa,
        "bsi" => Guideline::Bsi,
        _ => return None,
    })
}

/// What the rule hits; a bill of materials that is not there meets nothing.
pub(super) fn sbom_hits(rule: &SbomRule, judgement: Option<&SbomJudgement>, file: &str) -> Vec<GateHit> {
    let hit = |says| GateHit {
        says: Some(says),
        place: HitPlace { file: file.to_owned(), line: 1 },
        ..GateHit::default()
    };
    let asked = guideline_of(&rule.guideline);
    let found =
        judgement.and_then(|judged| judged.guidelines.iter().find(|one| Some(one.guideline) == asked));
    let Some(answer) = found else { return vec![hit(text!("gate-hit-no-sbom"))] };
    let mut hits: Vec<GateHit> = lacking(rule, answer)
        .map(|check| {
            let asks = &check.asks;
            let (lacking, of) = (check.lacking + check.undecided, check.asked);
            hit(text!("gate-hit-check", check = check.id, asks = asks.clone(), lacking = lacking, of = of))
        })
        .collect();
    if let Some(least) = rule.score_at_least.filter(|least| u64::from(answer.score) < *least) {
        let (score, title) = (u32::from(answer.score), answer.title.clone());
        hits.push(hit(text!("gate-hit-score", score = score, least = least, guideline = title)));
    }
    hits
}

/// The checks the rule asks for, or that its guideline requires, that are not met.
fn lacking<'a>(rule: &'a SbomRule, answer: &'a GuidelineAnswer) -> impl Iterator<Item = &'a CheckAnswer> {
    let required = proofmark_law::Tier::Required;
    answer.checks.iter().filter(move |check| {
        let asked = rule.met && check.tier == required || rule.checks.iter().any(|id| id == check.id);
        asked && check.outcome != CheckOutcome::Met
    })
}
