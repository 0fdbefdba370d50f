//! What bears on the conformity route from beside Article 32: other Union acts, and the notified bodies there are.

use jiff::civil::Date;
use proofmark_facts::Procedure;
use proofmark_text::text;

use crate::calendar::HEALTH_DATA_AMENDMENT;
use crate::citation::Citation;
use crate::classes::category::Class;
use crate::reason::Reason;
use crate::routes::article_12::{Whose, whose_procedure};
use crate::routes::route::{Inputs, Route, RoutesVerdict};
use crate::source::{F, I, P, S, Source};

const INTERNAL_CONTROL: Procedure = Procedure::InternalControl;

/// Where another act's procedure takes the place of Article 32, closes every procedure of it.
pub(crate) fn replaced_by_another_act(inputs: &Inputs<'_>, verdict: &mut RoutesVerdict) {
    let also = &inputs.dossier.scope.also;
    let reason = if also.ehr_system == Some(true) && placed_on(inputs) >= HEALTH_DATA_AMENDMENT {
        health_records()
    } else if let Whose::TheAiActs(reason) = whose_procedure(inputs, needs_a_third_party(verdict)) {
        reason
    } else {
        return;
    };
    let standing =
        std::mem::take(&mut verdict.open).into_iter().chain(std::mem::take(&mut verdict.undecided));
    for Route { procedure, .. } in standing {
        verdict.closed.push(Route::new(procedure, vec![reason.clone()]));
    }
    verdict.would_open.clear();
    verdict.beside.push(reason);
}

/// Adds what the reader must know beside the list of procedures.
pub(crate) fn beside(inputs: &Inputs<'_>, verdict: &mut RoutesVerdict) {
    let also = &inputs.dossier.scope.also;
    if !verdict.open.is_empty()
        && let Whose::ThisRegulations(reason) = whose_procedure(inputs, needs_a_third_party(verdict))
    {
        verdict.beside.push(reason);
    }
    if also.ehr_system == Some(true) && placed_on(inputs) < HEALTH_DATA_AMENDMENT {
        verdict.beside.push(health_records());
    }
    if also.machinery == Some(true) {
        let source = Source::new("RTE-13", &[P, F]);
        let reason = Reason::new(text!("law-route-machinery"), source, Citation::recital(53));
        verdict.beside.push(reason.on("scope.also.machinery"));
    }
    if verdict.needs_a_notified_body() {
        verdict.beside.push(notified_bodies(inputs));
        if inputs.class == Class::ImportantI {
            // The words "with regard to those essential requirements" leave room; the safe reading is said.
            let source = Source::new("OPN-03", &[P, I]);
            let cites = Citation::article(32).paragraph(2);
            let reason = Reason::new(text!("law-route-whole-product"), source, cites);
            verdict.beside.push(reason.for_review(text!("law-review-partly-applied")));
        }
    }
}

/// Article 12(3) asks whether Article 32 itself sends the product to a third party.
fn needs_a_third_party(verdict: &RoutesVerdict) -> bool {
    !verdict.is_open(INTERNAL_CONTROL)
}

fn health_records() -> Reason {
    let source = Source::new("RTE-12", &[S, F]);
    let cites = Citation::act("Article 32(5a), as Regulation (EU) 2025/327 inserts it");
    Reason::new(text!("law-route-health-records"), source, cites)
        .on("scope.also.ehr_system")
        .for_review(text!("law-review-health-records"))
}

fn notified_bodies(inputs: &Inputs<'_>) -> Reason {
    let listed = &inputs.state.notified_bodies;
    let says =
        text!("law-route-notified-bodies", count = listed.count, checked_on = listed.checked_on.to_string(),);
    let reason = Reason::new(says, Source::new("OPN-13", &[S]), Citation::article(43));
    reason.for_review(inputs.review_of_state())
}

fn placed_on(inputs: &Inputs<'_>) -> Date {
    inputs.dossier.release.placed_on_the_market_on.unwrap_or(inputs.day)
}
