//! The check of a supplier as a person reads it: the answer, each point, and what must follow.

use proofmark_actions::{CheckAnswer, CheckResult};
use proofmark_law::{CheckPoint, CheckPointState, Consequence, Reason, RoleOutcome, ScopeOutcome};
use proofmark_text::{Text, text};

use super::page::{Mark, Page, dim, strong};

/// The whole check.
pub(crate) fn supplier_check(page: &mut Page, result: &CheckResult) {
    page.title(&format!("{} {}", result.product, result.release), &result.on.to_string());
    page.paragraph(&dim(&result.operator));
    page.heading(&text!("duties-show-check").to_string(), &text!("duties-show-of").to_string());
    let (mark, says) = answer(result);
    page.marked(mark, &strong(&says.to_string()));
    let Some(check) = &result.check else { return };
    if result.on < result.asked_from {
        let says = text!("duties-show-not-yet", from = result.asked_from.to_string());
        page.below(&dim(&says.to_string()));
    }
    if let (Some(by), Some(on)) = (&result.checked_by, result.checked_on) {
        let covers = result.covers.as_deref().unwrap_or(&result.release);
        let says = text!("duties-show-checked", by = by, on = on.to_string(), covers = covers);
        page.below(&dim(&says.to_string()));
    }
    for reason in &check.reasons {
        page.marked(Mark::Open, &cited(&reason.says.to_string(), reason));
    }
    page.heading(&text!("duties-show-points").to_string(), "");
    check.points.iter().for_each(|point| one(page, point));
    if !check.must_follow.is_empty() {
        page.heading(&text!("duties-show-must-follow").to_string(), "");
        check.must_follow.iter().for_each(|consequence| follows(page, consequence));
    }
    page.blank();
    page.paragraph(&dim(&text!("duties-show-recorded").to_string()));
    page.paragraph(&dim(&text!("proofmark-no-legal-advice").to_string()));
}

fn answer(result: &CheckResult) -> (Mark, Text) {
    let missing = match (&result.role, &result.scope) {
        (RoleOutcome::Undetermined { missing }, _) | (_, ScopeOutcome::Undetermined { missing }) => {
            missing.as_slice()
        }
        _ => &[],
    };
    match result.answer() {
        CheckAnswer::May => (Mark::Good, text!("duties-show-may")),
        CheckAnswer::MustNot => (Mark::Bad, text!("duties-show-must-not")),
        CheckAnswer::Open if missing.is_empty() => (Mark::Open, text!("duties-show-points-open")),
        CheckAnswer::Open => (Mark::Open, text!("duties-show-open", missing = missing.join(", "))),
        CheckAnswer::NotAsked => (Mark::Plain, text!("duties-show-not-asked")),
    }
}

fn one(page: &mut Page, point: &CheckPoint) {
    let (mark, word) = match point.state {
        CheckPointState::Met => (Mark::Good, text!("duties-show-met")),
        CheckPointState::NotMet => (Mark::Bad, text!("duties-show-not-met")),
        CheckPointState::Open => (Mark::Open, text!("duties-show-point-open")),
        CheckPointState::NotApplicable => (Mark::Plain, text!("duties-show-not-applicable")),
    };
    page.marked(mark, &cited(&format!("{word} {}", point.reason.says), &point.reason));
    for missing in &point.missing {
        page.below(&missing.to_string());
    }
}

fn follows(page: &mut Page, consequence: &Consequence) {
    let says = cited(&consequence.reason.says.to_string(), &consequence.reason);
    if let Some(on) = consequence.done_on {
        page.marked(Mark::Good, &says);
        page.below(&dim(&text!("duties-show-done", on = on.to_string()).to_string()));
    } else {
        page.marked(Mark::Bad, &says);
        page.below(&text!("duties-show-not-done", at = consequence.at).to_string());
    }
}

fn cited(says: &str, reason: &Reason) -> String {
    let review = reason.legal_review.as_ref().map(|why| format!(" {why}")).unwrap_or_default();
    format!("{says} {}{review}", dim(&format!("({})", reason.cites)))
}
