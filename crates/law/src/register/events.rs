//! Obligations that wait for an event: a case the dossier declares, or a document that shows one.

use proofmark_facts::{DeclaredCase, Stream};
use proofmark_text::text;

use crate::case::Case;
use crate::register::applicability::{declared, only_if};
use crate::register::obligation::{Applicability, Obligation};
use crate::reporting::trigger::TriggerOutcome;

/// An exploited vulnerability is to be notified (Article 14(1)).
///
/// Nothing is owed before: Article 14 asks for no preparation of its own (reference, row TRG-07).
pub(crate) fn on_exploitation(case: &Case<'_>, obligation: &Obligation) -> Applicability {
    waits(case, obligation, has_come(case, Stream::Vulnerability))
}

/// A severe incident is to be notified (Article 14(3)).
pub(crate) fn on_incident(case: &Case<'_>, obligation: &Obligation) -> Applicability {
    waits(case, obligation, has_come(case, Stream::Incident))
}

/// Either is to be notified (Article 14(8)).
pub(crate) fn on_event(case: &Case<'_>, obligation: &Obligation) -> Applicability {
    let come = has_come(case, Stream::Vulnerability) || has_come(case, Stream::Incident);
    waits(case, obligation, come)
}

/// The coordinator has asked for an intermediate report (Article 14(6)).
pub(crate) fn on_coordinator_request(case: &Case<'_>, obligation: &Obligation) -> Applicability {
    let asked = |one: &DeclaredCase| one.sent.intermediate_requested_at.is_some();
    waits(case, obligation, case.dossier.cases.iter().any(asked))
}

fn has_come(case: &Case<'_>, stream: Stream) -> bool {
    let reporting = &case.verdict.reporting;
    reporting.iter().any(|one| one.stream == stream && one.trigger.outcome == TriggerOutcome::Mandatory)
}

fn waits(case: &Case<'_>, obligation: &Obligation, come: bool) -> Applicability {
    only_if(come || declared(case, obligation.id), text!("duties-applies-on-event"))
}
