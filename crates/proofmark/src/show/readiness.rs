//! How each obligation stands, and what to do next.

use proofmark_actions::Assessment;
use proofmark_law::{Bound, STEPS_SHOWN, Standing, StandingState, Stands, tallied};
use proofmark_text::{Text, text};

use super::page::{Mark, Page, dim, in_colour_of, strong};

/// How many of the things a step brings are named.
const MISSING_SHOWN: usize = 2;

/// The counts, what is late, the next steps; with `all`, every obligation.
pub(super) fn readiness(page: &mut Page, assessment: &Assessment, all: bool) {
    let tally = tallied(&assessment.obligations);
    let mut remark = text!(
        "proofmark-readiness-count",
        met = tally.met,
        open = tally.open,
        late = tally.late,
        not_applicable = tally.not_applicable
    )
    .to_string();
    if tally.undecided > 0 {
        remark.push_str(", ");
        remark.push_str(&text!("overview-undecided-count", count = tally.undecided).to_string());
    }
    page.heading(&text!("proofmark-readiness").to_string(), &remark);
    if let Some(says) = caution(assessment) {
        page.marked(Mark::Open, &says.to_string());
    }
    for standing in &assessment.obligations {
        if all || matches!(standing.state, StandingState::Late { .. }) {
            one(page, standing);
        }
    }
    next_steps(page, assessment, all);
}

/// What the counts must not be read without.
fn caution(assessment: &Assessment) -> Option<Text> {
    let conditional = |standing: &Standing| standing.bound == Bound::NotUnlessSubstantiallyModified;
    (assessment.obligations.iter().any(conditional) && assessment.gate_is_asked)
        .then(|| text!("proofmark-readiness-conditional"))
}

fn one(page: &mut Page, standing: &Standing) {
    let (mark, word) = match &standing.state {
        StandingState::Met { .. } => (Mark::Good, text!("proofmark-standing-met")),
        StandingState::Open { .. } if standing.stands() == Stands::Undecided => {
            (Mark::Open, text!("overview-standing-undecided-line"))
        }
        StandingState::Open { .. } => (Mark::Open, text!("proofmark-standing-open")),
        StandingState::Late { since, .. } => {
            (Mark::Bad, text!("proofmark-standing-late", since = since.to_string()))
        }
        StandingState::NotApplicable { .. } => (Mark::Plain, text!("proofmark-standing-not-applicable")),
    };
    let cites = dim(&format!("({})", standing.cites));
    page.marked(mark, &format!("{} {} {cites}", in_colour_of(mark, &word.to_string()), standing.asks));
    if let Some(review) = &standing.legal_review
        && !matches!(standing.state, StandingState::NotApplicable { .. })
    {
        page.below(&review.to_string());
    }
    match &standing.state {
        StandingState::Met { shown_by } => {
            for shown in shown_by {
                page.below(&dim(&shown.to_string()));
            }
        }
        StandingState::Open { missing } | StandingState::Late { missing, .. } => {
            for one in missing {
                page.below(&format!("{} {}", one.says, dim(&one.closes_by.to_string())));
            }
        }
        StandingState::NotApplicable { because } => page.below(&dim(&because.to_string())),
    }
}

fn next_steps(page: &mut Page, assessment: &Assessment, all: bool) {
    if assessment.next_steps.is_empty() {
        return;
    }
    page.heading(&text!("proofmark-next-steps").to_string(), "");
    let shown = if all { usize::MAX } else { STEPS_SHOWN };
    for (number, step) in (1..).zip(assessment.next_steps.iter().take(shown)) {
        let late = if step.late {
            format!("{} ", in_colour_of(Mark::Bad, &text!("proofmark-step-late").to_string()))
        } else {
            String::new()
        };
        page.numbered(number, &format!("{late}{}", strong(&step.says.to_string())));
        for missing in step.missing.iter().take(MISSING_SHOWN) {
            page.below_numbered(&missing.to_string());
        }
        let closes = text!("proofmark-step-closes", count = step.closes.len(), by = step.by.to_string());
        let at: Vec<&str> = step.at.iter().map(String::as_str).take(4).collect();
        let more = if step.at.len() > at.len() { ", …" } else { "" };
        page.below_numbered(&dim(&format!("{closes}: {}{more}", at.join(", "))));
    }
    page.rest(assessment.next_steps.len(), shown);
}
