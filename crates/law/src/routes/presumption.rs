//! RTE-02 and RTE-03: class I assesses itself only with a presumption of conformity behind it.

use proofmark_facts::Procedure;
use proofmark_text::text;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::routes::applied_standards::{Applied, applied};
use crate::routes::route::{Inputs, Route, RoutesVerdict};
use crate::source::{G, P, S, Source};
use crate::state::state_of_the_law::StateOfTheLaw;

const RTE_02: Source = Source::new("RTE-02", &[P, G]);
const RTE_03: Source = Source::new("RTE-03", &[P]);
const PATH: &str = "conformity.standards";

/// Opens internal control, closes it, or says which fact decides; `already` are reasons found before.
pub(crate) fn by_presumption(inputs: &Inputs<'_>, already: Option<Reason>, verdict: &mut RoutesVerdict) {
    let cites = Citation::article(32).paragraph(2);
    let procedure = Procedure::InternalControl;
    let category = inputs.category.unwrap_or_default();
    let found = match applied(inputs, category) {
        Applied::InFull { reference, restrictions: None, .. } => {
            let says = text!("law-route-standard-in-full", reference = reference);
            Ok(Reason::new(says, RTE_02, cites).on(PATH))
        }
        Applied::InFull { reference, restrictions: Some(restrictions), at } => {
            let says = text!(
                "routes-standard-with-restrictions",
                reference = reference,
                restrictions = restrictions,
            );
            let reason = Reason::new(says, RTE_02, Citation::article(27).paragraph(1));
            let fact = format!("{PATH}[{at}].restrictions");
            Ok(reason.on(fact).for_review(text!("routes-review-restrictions")))
        }
        Applied::Certified { scheme, reference } => {
            let says = text!("routes-certificate-covers", scheme = scheme, reference = reference);
            Ok(Reason::new(says, RTE_02, cites).on("conformity.certificate"))
        }
        Applied::Unclear { reference, fact } => {
            let says = text!("routes-not-known-whether-covered", reference = reference, path = &fact);
            let reasons = already.into_iter().chain([Reason::new(says, RTE_02, cites).on(fact)]).collect();
            verdict.undecided.push(Route::new(procedure, reasons));
            return;
        }
        not_in_full => Err(closed(inputs, category, not_in_full)),
    };
    match found {
        Ok(reason) => verdict.open.push(Route::new(procedure, vec![reason])),
        Err(reasons) => {
            let reasons = already.into_iter().chain(reasons).collect();
            verdict.closed.push(Route::new(procedure, reasons));
            let says = would_open(inputs, category);
            let reason = Reason::new(says, RTE_02, cites).on(PATH);
            verdict.would_open.push(Route::new(procedure, vec![reason]));
        }
    }
}

fn closed(inputs: &Inputs<'_>, category: &str, found: Applied) -> Vec<Reason> {
    let cites = Citation::article(32).paragraph(2);
    match found {
        Applied::NotCovering { reference, fact } => {
            let says = text!("routes-standard-does-not-cover", reference = reference);
            vec![Reason::new(says, RTE_03, cites).on(fact)]
        }
        Applied::InPart(reference) => {
            let says = text!("law-route-standard-in-part", reference = reference);
            vec![
                Reason::new(says, RTE_03, cites)
                    .on(format!("{PATH}.applied"))
                    .for_review(text!("law-review-partly-applied")),
            ]
        }
        Applied::Ignored(references) => {
            let says = text!("law-route-standard-not-applied", references = references.join(", "));
            vec![Reason::new(says, RTE_03, cites).on(PATH)]
        }
        _ => {
            vec![Reason::new(text!("law-route-class-i"), RTE_03, cites), none_cited(inputs, category)]
        }
    }
}

fn would_open(inputs: &Inputs<'_>, category: &str) -> proofmark_text::Text {
    match candidates(inputs.state, category) {
        names if names.is_empty() => text!("law-route-standard-would-open", category = category),
        names => text!("law-route-named-standard-would-open", references = names, category = category),
    }
}

fn none_cited(inputs: &Inputs<'_>, category: &str) -> Reason {
    let says = text!("law-route-none-cited", category = category, as_of = inputs.state.as_of.to_string());
    let reason = Reason::new(says, Source::new("OPN-13", &[S]), Citation::article(27).paragraph(1));
    reason.for_review(inputs.review_of_state())
}

fn candidates(state: &StateOfTheLaw, category: &str) -> String {
    let names: Vec<&str> =
        state.standards_for(category).map(|standard| standard.reference.as_str()).collect();
    names.join(", ")
}
