//! Facts that contradict each other so that no answer is safe: the verdict says so, and so do the problems.

use proofmark_facts::{Dossier, Person, Place, Problem};
use proofmark_text::text;

use crate::reason::Reason;
use crate::verdict::Verdict;

/// Contradictions the verdict met on its way, and remote services that are there and denied.
///
/// A reason that names a contradiction carries the sentence and the hint already; its key ends in `-contradicts`.
pub(crate) fn stated(dossier: &Dossier, verdict: &Verdict, problems: &mut Vec<Problem>) {
    let of_services = verdict.remote_services.iter().flat_map(|service| &service.reasons);
    let tailored = verdict.tailor_made.iter().flat_map(|tailored| &tailored.reasons);
    let all = verdict.scope.reasons.iter().chain(&verdict.role.reasons).chain(of_services).chain(tailored);
    for reason in all.filter(|reason| reason.says.id().ends_with("-contradicts")) {
        let problem = as_problem(reason);
        // Scope and role walk the free software path both.
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
    remote_services(dossier, problems);
    supply(dossier, problems);
}

fn as_problem(reason: &Reason) -> Problem {
    let place = reason.fact.as_ref().map_or_else(Place::default, Place::at);
    // The answer is left open and says so: a warning is enough, and the rest of the verdict is still given.
    Problem::warning(place, reason.says.clone())
}

fn remote_services(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let place = || Place::at("product.uses_remote_services");
    match (dossier.product.uses_remote_services, dossier.remote_services.is_empty()) {
        (Some(false), false) => {
            problems.push(Problem::error(place(), text!("law-remote-denied-and-listed")));
        }
        (Some(true), true) => {
            problems.push(Problem::warning(place(), text!("law-remote-used-and-not-listed")));
        }
        _ => {}
    }
}

fn supply(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let forced = dossier.scope.test_version.and_then(|test| test.users_forced);
    if forced == Some(true) {
        let place = Place::at("scope.test_version.users_forced");
        problems.push(Problem::warning(place, text!("law-scope-users-forced")));
    }
    let shown = dossier.scope.presentation;
    if shown.is_some_and(|shown| shown.only_shown == Some(true) && shown.visible_sign == Some(false)) {
        let place = Place::at("scope.presentation.visible_sign");
        problems.push(Problem::error(place, text!("law-scope-shown-without-sign")));
    }
    let not_for_profit = dossier.free_software.as_ref().and_then(|free| free.not_for_profit);
    if not_for_profit == Some(true) && dossier.operator.person == Some(Person::Natural) {
        let place = Place::at("free_software.not_for_profit");
        problems.push(Problem::warning(place, text!("law-free-natural-not-for-profit")));
    }
}
