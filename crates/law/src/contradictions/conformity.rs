//! Contradictions about conformity assessment, the declaration and the CE marking.

use proofmark_facts::{Dossier, Place, Problem, Procedure};
use proofmark_text::{Arg, text};

use crate::calendar::OTHER_CERTIFICATES_END;
use crate::routes::annex_viii::procedure_name;
use crate::verdict::Verdict;

/// The chosen procedure, the notified body, and the order of Article 13(12).
pub(crate) fn conformity(dossier: &Dossier, verdict: &Verdict, problems: &mut Vec<Problem>) {
    procedure(dossier, verdict, problems);
    notified_body(dossier, problems);
    certificates(dossier, verdict, problems);
    order(dossier, problems);
}

/// A certificate that does not count cannot carry the procedure; one under another act runs out.
fn certificates(dossier: &Dossier, verdict: &Verdict, problems: &mut Vec<Problem>) {
    let conformity = &dossier.conformity;
    let void =
        verdict.routes.notes.iter().find(|note| {
            note.fact.as_deref().is_some_and(|fact| fact.starts_with("conformity.certificate."))
        });
    if let Some(void) = void.filter(|_| conformity.procedure == Some(Procedure::Certification)) {
        let says = text!("routes-contradiction-certificate", because = &void.says);
        problems.push(Problem::error(Place::at(void.fact.clone().unwrap_or_default()), says));
    }
    let Some(placed_on) = dossier.release.placed_on_the_market_on else { return };
    for (at, one) in dossier.other_certificates.iter().enumerate() {
        let until = one.valid_until.map_or(OTHER_CERTIFICATES_END, |until| until.min(OTHER_CERTIFICATES_END));
        if placed_on > until {
            let place = Place::at(format!("other_certificates[{at}]"));
            let says = text!(
                "routes-contradiction-other-certificate",
                under = &one.issued_under,
                until = until.to_string(),
                placed_on = placed_on.to_string(),
            );
            problems.push(Problem::warning(place, says));
        }
    }
}

fn procedure(dossier: &Dossier, verdict: &Verdict, problems: &mut Vec<Problem>) {
    let Some(chosen) = dossier.conformity.procedure else { return };
    let known = !verdict.routes.open.is_empty() || !verdict.routes.closed.is_empty();
    if !known || verdict.routes.is_open(chosen) {
        return;
    }
    if let Some(route) = verdict.routes.undecided.iter().find(|route| route.procedure == chosen) {
        let because = route.reasons.last().map_or_else(|| Arg::from(""), |reason| Arg::from(&reason.says));
        let says =
            text!("routes-contradiction-undecided", procedure = procedure_name(chosen), because = because,);
        problems.push(Problem::warning(Place::at("conformity.procedure"), says));
        return;
    }
    let open: Vec<&str> = verdict.routes.open.iter().map(|route| procedure_name(route.procedure)).collect();
    let closed = verdict.routes.closed.iter().find(|route| route.procedure == chosen);
    let because = closed.and_then(|route| route.reasons.first()).map(|reason| Arg::from(&reason.says));
    let says = text!(
        "law-contradiction-procedure-closed",
        procedure = procedure_name(chosen),
        because = because.unwrap_or_else(|| Arg::from("")),
        open = if open.is_empty() { "-".to_owned() } else { open.join(", ") },
        as_of = verdict.state.as_of.to_string(),
    );
    problems.push(Problem::error(Place::at("conformity.procedure"), says));
}

/// Article 30(4): a notified body's number follows the CE marking only under module H.
fn notified_body(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let conformity = &dossier.conformity;
    if conformity.procedure == Some(Procedure::InternalControl) && conformity.notified_body.is_some() {
        let place = Place::at("conformity.notified_body");
        problems.push(Problem::error(place, text!("law-contradiction-notified-body")));
    }
}

/// Article 13(12): procedure, declaration, CE marking, placing on the market, in this order.
fn order(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let conformity = &dossier.conformity;
    let placed_on = dossier.release.placed_on_the_market_on;
    let signed_on = conformity.signatory.as_ref().and_then(|signatory| signatory.signed_on);
    match (signed_on, conformity.completed_on) {
        (Some(signed_on), Some(completed_on)) if signed_on < completed_on => {
            let says = text!(
                "law-contradiction-signed-too-early",
                signed_on = signed_on.to_string(),
                completed_on = completed_on.to_string(),
            );
            problems.push(Problem::error(Place::at("conformity.signatory.signed_on"), says));
        }
        (Some(_), None) => {
            let place = Place::at("conformity.completed_on");
            problems.push(Problem::warning(place, text!("law-contradiction-signed-not-completed")));
        }
        _ => {}
    }
    let Some(placed_on) = placed_on else { return };
    if let Some(completed_on) = conformity.completed_on.filter(|completed_on| *completed_on > placed_on) {
        let says = text!(
            "law-contradiction-completed-too-late",
            completed_on = completed_on.to_string(),
            placed_on = placed_on.to_string(),
        );
        problems.push(Problem::error(Place::at("conformity.completed_on"), says));
    }
    if let Some(signed_on) = signed_on.filter(|signed_on| *signed_on > placed_on) {
        let says = text!(
            "law-contradiction-signed-too-late",
            signed_on = signed_on.to_string(),
            placed_on = placed_on.to_string(),
        );
        problems.push(Problem::error(Place::at("conformity.signatory.signed_on"), says));
    }
}
