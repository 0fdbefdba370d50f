//! The gate's verdict in words: each rule with what it hits, and what the verdict rests on.

use proofmark_actions::{GateHit, GateOutcome, GateVerdict, RuleOutcome, WaiverStanding};
use proofmark_text::text;

use super::page::{Mark, Page, dim};

/// How many hits of a rule are shown where not all are asked for.
const SHOWN: usize = 5;

/// The verdict; `all` shows every hit.
pub(crate) fn gate(verdict: &GateVerdict, all: bool) -> String {
    let mut page = Page::new();
    gate_on(&mut page, verdict, all);
    page.to_string()
}

/// The same on a page.
pub(super) fn gate_on(page: &mut Page, verdict: &GateVerdict, all: bool) {
    page.title(&verdict.product, &verdict.release);
    for rule in &verdict.rules {
        one(page, verdict, rule, all);
    }
    for waiver in &verdict.waivers {
        let (rule, on) = (&waiver.waiver.rule, waiver.waiver.expires_on.to_string());
        let says = match waiver.standing {
            WaiverStanding::Used => continue,
            WaiverStanding::Unused => text!("gate-report-waiver-unused", rule = rule),
            WaiverStanding::Expired => text!("gate-report-waiver-lapsed", rule = rule, on = on),
            WaiverStanding::NotYet => {
                text!("gate-report-waiver-not-yet", rule = rule, on = waiver.waiver.decided_on.to_string())
            }
        };
        page.marked(Mark::Open, &says.to_string());
    }
    let (product, release) = (&verdict.product, &verdict.release);
    let (mark, says) = if verdict.passed {
        (Mark::Good, text!("gate-report-passed", product = product, release = release))
    } else {
        (Mark::Bad, text!("gate-report-blocked", product = product, release = release))
    };
    page.marked(mark, &says.to_string());
}

fn one(page: &mut Page, verdict: &GateVerdict, rule: &RuleOutcome, all: bool) {
    let outcome = match rule.outcome {
        GateOutcome::Passed => text!("gate-outcome-passed"),
        GateOutcome::Waived => text!("gate-outcome-waived"),
        GateOutcome::Warned => text!("gate-outcome-warned"),
        GateOutcome::Blocked => text!("gate-outcome-blocked"),
        GateOutcome::NotAsked => text!("gate-outcome-not-asked"),
    };
    page.heading(&rule.rule.id, &outcome.to_string());
    page.below(&dim(&rule.rule.because));
    let shown = if all { usize::MAX } else { SHOWN };
    for hit in rule.hits.iter().take(shown) {
        hit_of(page, verdict, rule, hit);
    }
    if rule.hits.len() > shown {
        page.below(&dim(&text!("proofmark-more", count = rule.hits.len() - shown).to_string()));
    }
}

fn hit_of(page: &mut Page, verdict: &GateVerdict, rule: &RuleOutcome, hit: &GateHit) {
    let waiver = hit.waived_by.and_then(|waiver| verdict.waivers.get(waiver));
    let mark = match (waiver, rule.outcome) {
        (Some(_), _) | (None, GateOutcome::NotAsked) => Mark::Plain,
        (None, GateOutcome::Blocked) => Mark::Bad,
        (None, _) => Mark::Open,
    };
    page.marked(mark, &hit.sentence());
    if hit.path.len() > 1 {
        page.below(&dim(&hit.path.join(" → ")));
    }
    let mended = hit.hint();
    if !mended.is_empty() {
        page.below(&dim(&mended));
    }
    if let Some(waiver) = waiver {
        let (until, because) = (waiver.waiver.expires_on.to_string(), &waiver.waiver.because);
        page.below(&text!("gate-report-waived", until = until, because = because).to_string());
    }
    if let Some(on) = hit.waiver_expired_on {
        page.below(&text!("gate-report-waiver-expired", on = on.to_string()).to_string());
    }
}
