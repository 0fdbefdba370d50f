//! Obligations that start with an event Article 14 is about: a document shows it, or a declared case must be notified.

use proofmark_facts::{Stage, Stream};
use proofmark_text::{Text, text};

use crate::case::Case;
use crate::register::applicability::declared;
use crate::register::obligation::{Applicability, Obligation};
use crate::reporting::case_verdict::CaseVerdict;
use crate::reporting::trigger::TriggerOutcome;

/// An actively exploited vulnerability that must be notified.
///
/// Nothing is owed before: Article 14 asks for no preparation of its own (reference, row TRG-07).
pub(crate) fn on_exploited_vulnerability(case: &Case<'_>, obligation: &Obligation) -> Applicability {
    on_event(case, obligation, not_declared(), |one| one.stream == Stream::Vulnerability)
}

/// A severe incident that must be notified.
pub(crate) fn on_severe_incident(case: &Case<'_>, obligation: &Obligation) -> Applicability {
    on_event(case, obligation, not_declared(), |one| one.stream == Stream::Incident)
}

/// One or the other.
pub(crate) fn on_either_event(case: &Case<'_>, obligation: &Obligation) -> Applicability {
    on_event(case, obligation, not_declared(), |_| true)
}

/// One or the other, of which the coordinator has asked for an intermediate report.
pub(crate) fn on_intermediate_report_asked(case: &Case<'_>, obligation: &Obligation) -> Applicability {
    let asked = |one: &CaseVerdict| one.clocks.iter().any(|clock| clock.stage == Stage::IntermediateReport);
    on_event(case, obligation, text!("duties-applies-no-intermediate-report"), asked)
}

fn not_declared() -> Text {
    text!("duties-applies-on-event")
}

/// A case that must be notified is enough; one that may be leaves nothing owed, and an open one leaves it open.
fn on_event(
    case: &Case<'_>,
    obligation: &Obligation,
    else_because: Text,
    starts: impl Fn(&CaseVerdict) -> bool,
) -> Applicability {
    if declared(case, obligation.id) {
        return Applicability::Applies;
    }
    let mut missing: Vec<String> = Vec::new();
    for one in case.verdict.reporting.iter().filter(|one| starts(one)) {
        match &one.trigger.outcome {
            TriggerOutcome::Mandatory => return Applicability::Applies,
            TriggerOutcome::Undetermined { missing: open } => {
                let new: Vec<String> = open.iter().filter(|path| !missing.contains(path)).cloned().collect();
                missing.extend(new);
            }
            TriggerOutcome::Voluntary | TriggerOutcome::NotReportable => {}
        }
    }
    if missing.is_empty() {
        Applicability::NotApplicable { because: else_because }
    } else {
        Applicability::Undetermined { missing }
    }
}
