//! A modification as a person reads it: what is proposed and why, what was decided, what differs, what follows.

use proofmark_actions::ModificationReview;
use proofmark_facts::Determination;
use proofmark_law::{Difference, ModificationVerdict, Proposal, Reason};
use proofmark_text::{Text, text};

use super::page::{Mark, Page, dim, in_colour_of, strong};
use super::reasons::{reason_line, review};

/// The whole review.
pub(crate) fn modification(page: &mut Page, reviewed: &ModificationReview) {
    let versions = text!(
        "modification-show-versions",
        product = &reviewed.product,
        earlier = &reviewed.earlier.release,
        newer = &reviewed.newer.release,
    );
    page.title(&versions.to_string(), &reviewed.reviewed_at.strftime("%Y-%m-%d").to_string());
    page.paragraph(&dim(&reviewed.operator));
    proposal(page, reviewed);
    decision(page, &reviewed.modification);
    differences(page, reviewed);
    follows(page, &reviewed.modification);
    page.blank();
    page.paragraph(&dim(&text!("proofmark-no-legal-advice").to_string()));
}

/// What an assessment says of the change a dossier declares: one line to act on; with `all`, everything.
pub(super) fn declared_modification(page: &mut Page, verdict: &ModificationVerdict, all: bool) {
    let says = match verdict.stands {
        Some(Determination::Substantial) => text!("modification-show-substantial"),
        Some(Determination::NotSubstantial) => text!("modification-show-not-substantial"),
        None => text!("modification-show-open"),
    };
    let mark = match verdict.stands {
        Some(Determination::NotSubstantial) => Mark::Good,
        Some(Determination::Substantial) | None => Mark::Open,
    };
    let says = if verdict.decision.is_some() {
        text!("modification-show-line-decided", says = says.to_string())
    } else {
        text!("modification-show-line-proposed", says = says.to_string())
    };
    page.marked(mark, &strong(&says.to_string()));
    if verdict.decision.as_ref().is_some_and(|decision| decision.departs) {
        page.below(&text!("modification-show-departs").to_string());
    }
    let shown = if all { usize::MAX } else { 1 };
    for reason in verdict.reasons.iter().take(shown) {
        page.below(&reason_line(reason));
        review(page, reason);
    }
    for follow in verdict.follows.iter().filter(|_| all) {
        page.below(&reason_line(&follow.reason));
    }
    if !all {
        page.below(&dim(&text!("modification-show-line-more").to_string()));
    }
}

fn proposal(page: &mut Page, reviewed: &ModificationReview) {
    let verdict = &reviewed.modification;
    let state = text!("proofmark-state-of-the-law", as_of = reviewed.state.as_of.to_string());
    page.heading(&text!("modification-show-proposal").to_string(), &state.to_string());
    match &verdict.proposal {
        Proposal::Substantial => headline(page, Mark::Bad, &text!("modification-show-substantial")),
        Proposal::NotSubstantial => headline(page, Mark::Good, &text!("modification-show-not-substantial")),
        Proposal::Undetermined { .. } if !verdict.contradictions.is_empty() => {
            headline(page, Mark::Bad, &text!("modification-show-contradictory"));
        }
        Proposal::Undetermined { missing } => {
            headline(page, Mark::Open, &text!("modification-show-undetermined", count = missing.len()));
        }
    }
    let questions = matches!(verdict.proposal, Proposal::Undetermined { .. });
    for reason in &verdict.reasons {
        page.below(&reason_line(reason));
        if let Some(hint) = reason.says.hint() {
            page.below(&dim(&hint));
        }
        review(page, reason);
        if questions && verdict.contradictions.is_empty() {
            seen(page, reason, &reviewed.differences);
        }
    }
}

fn headline(page: &mut Page, mark: Mark, says: &Text) {
    page.marked(mark, &in_colour_of(mark, &says.to_string()));
}

/// The differences that make a question worth asking.
fn seen(page: &mut Page, question: &Reason, differences: &[Difference]) {
    let Some(fact) = question.fact.as_deref() else { return };
    for difference in differences.iter().filter(|difference| difference.asks.contains(&fact)) {
        page.below(&dim(
            &text!("modification-show-seen", difference = difference.says.to_string()).to_string()
        ));
    }
}

fn decision(page: &mut Page, verdict: &ModificationVerdict) {
    let Some(decision) = &verdict.decision else { return };
    page.heading(&text!("modification-show-decision").to_string(), "");
    let says = match decision.determination {
        Determination::Substantial => text!("modification-show-substantial"),
        Determination::NotSubstantial => text!("modification-show-not-substantial"),
    };
    let mark = match decision.determination {
        _ if decision.departs => Mark::Open,
        Determination::Substantial => Mark::Bad,
        Determination::NotSubstantial => Mark::Good,
    };
    headline(page, mark, &says);
    let by = decision.decided_by.as_deref().unwrap_or("?");
    let on = decision.decided_on.map_or_else(|| "?".to_owned(), |day| day.to_string());
    page.below(&text!("modification-show-decided", by = by, on = on).to_string());
    if let Some(because) = &decision.because {
        page.below(because);
    }
    if decision.departs {
        page.below(&strong(&text!("modification-show-departs").to_string()));
    }
}

fn differences(page: &mut Page, reviewed: &ModificationReview) {
    let remark = text!("modification-show-differences-count", count = reviewed.differences.len());
    page.heading(&text!("modification-show-differences").to_string(), &remark.to_string());
    for difference in &reviewed.differences {
        let mark = if difference.only_an_indication { Mark::Plain } else { Mark::Open };
        let rows = difference.bears_on.join(", ");
        let fact = difference.fact.map(|fact| format!("{fact}; ")).unwrap_or_default();
        page.marked(mark, &format!("{} {}", difference.says, dim(&format!("({fact}{rows})"))));
        if let Some(because) = difference.explained_in(&reviewed.explained) {
            page.below(&text!("modification-show-explained", because = because).to_string());
        }
    }
    if reviewed.components.is_none() {
        page.marked(Mark::Open, &text!("modification-show-no-components").to_string());
    }
}

fn follows(page: &mut Page, verdict: &ModificationVerdict) {
    page.heading(&text!("modification-show-follows").to_string(), "");
    for follow in &verdict.follows {
        let mark = if follow.missing.is_empty() { Mark::Plain } else { Mark::Open };
        page.marked(mark, &reason_line(&follow.reason));
        review(page, &follow.reason);
        if !follow.missing.is_empty() {
            let missing = follow.missing.join(", ");
            page.below(&dim(&text!("modification-show-state", missing = missing).to_string()));
        }
    }
}
