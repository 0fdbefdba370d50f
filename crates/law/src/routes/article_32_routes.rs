//! Article 32: which conformity assessment procedures are open to the product, which are not, and which would be.

use jiff::civil::Date;
use proofmark_facts::{Dossier, Procedure};
use proofmark_text::text;

use crate::citation::Citation;
use crate::classes::article_7_classification::{ClassOutcome, ClassVerdict};
use crate::classes::category::Class;
use crate::reason::Reason;
use crate::routes::applied_standards::{Applied, applied};
use crate::routes::beside_article_32::{beside, replaced_by_another_act};
use crate::routes::route::{Inputs, Route, RoutesVerdict};
use crate::scope::free_software::is_free_software;
use crate::source::{G, P, S, Source};
use crate::state::state_of_the_law::StateOfTheLaw;

/// Reads the table (reference section 6.2) for a classified product.
pub fn routes(dossier: &Dossier, state: &StateOfTheLaw, day: Date, class: &ClassVerdict) -> RoutesVerdict {
    let (class, category) = match &class.outcome {
        ClassOutcome::Is(found) => (*found, class.category),
        ClassOutcome::Undetermined { missing } => {
            return RoutesVerdict { missing: missing.clone(), ..RoutesVerdict::default() };
        }
    };
    let inputs = Inputs { dossier, state, day, class, category };
    let missing = missing_free_software_facts(&inputs);
    if !missing.is_empty() {
        return RoutesVerdict { missing, ..RoutesVerdict::default() };
    }
    let mut verdict = RoutesVerdict::default();
    internal_control(&inputs, &mut verdict);
    third_party(&inputs, &mut verdict);
    certification(&inputs, &mut verdict);
    one_entry_a_procedure(&mut verdict.would_open);
    name_the_core_functionality(&mut verdict);
    replaced_by_another_act(&inputs, &mut verdict);
    beside(&inputs, &mut verdict);
    verdict
}

/// Two ways to the same procedure are two reasons of one entry.
fn one_entry_a_procedure(routes: &mut Vec<Route>) {
    let mut one: Vec<Route> = Vec::new();
    for route in routes.drain(..) {
        match one.iter_mut().find(|known| known.procedure == route.procedure) {
            Some(known) => known.reasons.extend(route.reasons),
            None => one.push(route),
        }
    }
    *routes = one;
}

/// Rows of the table that name no fact of their own turn on the class, and that on the core functionality.
fn name_the_core_functionality(verdict: &mut RoutesVerdict) {
    let reasons = verdict.open.iter_mut().chain(&mut verdict.closed).flat_map(|route| &mut route.reasons);
    for reason in reasons.filter(|reason| reason.fact.is_none() && reason.row.starts_with("RTE-")) {
        reason.fact = Some("product.core_functionality.category".to_owned());
    }
}

/// For important products the answer turns on whether declared free software is free software.
fn missing_free_software_facts(inputs: &Inputs<'_>) -> Vec<String> {
    let Some(declared) = &inputs.dossier.free_software else { return Vec::new() };
    let matters = matches!(inputs.class, Class::ImportantI | Class::ImportantII);
    if !matters || is_free_software(inputs.dossier).is_some() {
        return Vec::new();
    }
    [
        ("free_software.freely_licensed", declared.freely_licensed),
        ("free_software.source_openly_shared", declared.source_openly_shared),
    ]
    .iter()
    .filter(|(_, stated)| stated.is_none())
    .map(|(path, _)| (*path).to_owned())
    .collect()
}

fn internal_control(inputs: &Inputs<'_>, verdict: &mut RoutesVerdict) {
    let route = |reasons| Route { procedure: Procedure::InternalControl, reasons };
    if inputs.class == Class::Default {
        let source = Source::new("RTE-01", &[P]);
        let cites = Citation::article(32).paragraph(1);
        verdict.open.push(route(vec![Reason::new(text!("law-route-default"), source, cites)]));
        return;
    }
    if inputs.class == Class::Critical {
        let mut reasons = vec![closed_for_critical()];
        reasons.extend(free_critical(inputs));
        verdict.closed.push(route(reasons));
        return;
    }
    if let Some(reason) = free_software_with_public_documentation(inputs) {
        verdict.open.push(route(vec![reason]));
        return;
    }
    if is_free_software(inputs.dossier) == Some(true) {
        let path = "free_software.technical_documentation_public_at";
        let source = Source::new("RTE-04", &[P, G]);
        let reason =
            Reason::new(text!("law-route-free-would-open"), source, Citation::article(32).paragraph(5))
                .on(path);
        verdict.would_open.push(route(vec![reason]));
    }
    if inputs.class == Class::ImportantII {
        let source = Source::new("RTE-05", &[P]);
        let cites = Citation::article(32).paragraph(3);
        verdict.closed.push(route(vec![Reason::new(text!("law-route-class-ii"), source, cites)]));
    } else {
        by_standard(inputs, verdict);
    }
}

/// RTE-02 and RTE-03: class I self-assesses only with a presumption of conformity behind it.
fn by_standard(inputs: &Inputs<'_>, verdict: &mut RoutesVerdict) {
    const RTE_03: Source = Source::new("RTE-03", &[P]);
    let cites = Citation::article(32).paragraph(2);
    let path = "conformity.standards";
    let procedure = Procedure::InternalControl;
    let category = inputs.category.unwrap_or_default();
    let closed = match applied(inputs.dossier, inputs.state, category, inputs.day) {
        Applied::InFull(reference) => {
            let source = Source::new("RTE-02", &[P, G]);
            let says = text!("law-route-standard-in-full", reference = reference);
            let reasons = vec![Reason::new(says, source, cites).on(path)];
            verdict.open.push(Route { procedure, reasons });
            return;
        }
        Applied::InPart(reference) => {
            let says = text!("law-route-standard-in-part", reference = reference);
            vec![
                Reason::new(says, RTE_03, cites)
                    .on(format!("{path}.applied"))
                    .for_review(text!("law-review-partly-applied")),
            ]
        }
        Applied::Ignored(references) => {
            let says = text!("law-route-standard-not-applied", references = references.join(", "));
            vec![Reason::new(says, RTE_03, cites).on(path)]
        }
        Applied::NoneCited => {
            vec![Reason::new(text!("law-route-class-i"), RTE_03, cites), none_cited(inputs)]
        }
    };
    verdict.closed.push(Route { procedure, reasons: closed });
    let says = match candidates(inputs.state, category) {
        names if names.is_empty() => text!("law-route-standard-would-open", category = category),
        names => text!("law-route-named-standard-would-open", references = names, category = category),
    };
    let source = Source::new("RTE-02", &[P, G]);
    verdict.would_open.push(Route { procedure, reasons: vec![Reason::new(says, source, cites).on(path)] });
}

fn none_cited(inputs: &Inputs<'_>) -> Reason {
    let says = text!(
        "law-route-none-cited",
        category = inputs.category.unwrap_or_default(),
        as_of = inputs.state.as_of.to_string(),
    );
    let reason = Reason::new(says, Source::new("OPN-13", &[S]), Citation::article(27).paragraph(1));
    reason.for_review(inputs.review_of_state())
}

fn candidates(state: &StateOfTheLaw, category: &str) -> String {
    let names: Vec<&str> =
        state.standards_for(category).map(|standard| standard.reference.as_str()).collect();
    names.join(", ")
}

fn free_software_with_public_documentation(inputs: &Inputs<'_>) -> Option<Reason> {
    let path = "free_software.technical_documentation_public_at";
    let declared = inputs.dossier.free_software.as_ref()?;
    let public = declared.technical_documentation_public_at.as_ref()?;
    if is_free_software(inputs.dossier) != Some(true) || public.trim().is_empty() {
        return None;
    }
    let says = text!("law-route-free", place = public);
    let source = Source::new("RTE-04", &[P, G]);
    Some(Reason::new(says, source, Citation::article(32).paragraph(5)).on(path))
}

fn closed_for_critical() -> Reason {
    let source = Source::new("RTE-07", &[P]);
    let cites = Citation::article(32).paragraph(4).point("b");
    Reason::new(text!("law-route-critical-no-internal-control"), source, cites)
}

fn free_critical(inputs: &Inputs<'_>) -> Option<Reason> {
    let source = Source::new("RTE-08", &[P]);
    let reason = Reason::new(text!("law-route-critical-free"), source, Citation::article(32).paragraph(5));
    (is_free_software(inputs.dossier) == Some(true)).then(|| reason.on("free_software"))
}

/// Modules B+C and H.
fn third_party(inputs: &Inputs<'_>, verdict: &mut RoutesVerdict) {
    let mandatory =
        inputs.category.and_then(|category| inputs.state.mandatory_certification(category, inputs.day));
    for procedure in [Procedure::TypeExamination, Procedure::FullQualityAssurance] {
        if let Some(act) = mandatory {
            let says = text!("law-route-mandatory-certification", act = &act.act, scheme = &act.scheme);
            let source = Source::new("RTE-06", &[P]);
            let reason = Reason::new(says, source, Citation::article(32).paragraph(4).point("a"));
            verdict.closed.push(Route { procedure, reasons: vec![reason] });
            continue;
        }
        let (says, row, cites) = match inputs.class {
            Class::Default => {
                (text!("law-route-may-be-stricter"), "RTE-09", Citation::article(32).paragraph(1))
            }
            Class::ImportantI if verdict.is_open(Procedure::InternalControl) => {
                (text!("law-route-may-be-stricter"), "RTE-09", Citation::article(32).paragraph(1))
            }
            Class::ImportantI => {
                (text!("law-route-class-i-third-party"), "RTE-03", Citation::article(32).paragraph(2))
            }
            Class::ImportantII => {
                (text!("law-route-class-ii-third-party"), "RTE-05", Citation::article(32).paragraph(3))
            }
            Class::Critical => {
                let cites = Citation::article(32).paragraph(4).point("b");
                (text!("law-route-critical-third-party"), "RTE-07", cites)
            }
        };
        let reasons = vec![Reason::new(says, Source::new(row, &[P]), cites)];
        verdict.open.push(Route { procedure, reasons });
    }
}

/// European cybersecurity certification: open only under a scheme designated for this Regulation.
fn certification(inputs: &Inputs<'_>, verdict: &mut RoutesVerdict) {
    let procedure = Procedure::Certification;
    let source = Source::new("PRC-CERT", &[P]);
    let cites = Citation::article(27).paragraph(9);
    let mandatory =
        inputs.category.and_then(|category| inputs.state.mandatory_certification(category, inputs.day));
    if let Some(act) = mandatory {
        let says = text!("law-route-mandatory-certification", act = &act.act, scheme = &act.scheme);
        let source = Source::new("RTE-06", &[P]);
        let reasons = vec![Reason::new(says, source, Citation::article(8).paragraph(1))];
        verdict.open.push(Route { procedure, reasons });
        return;
    }
    if let Some(scheme) = inputs.state.designated_scheme(inputs.category, inputs.day) {
        let says = text!("law-route-scheme-designated", scheme = &scheme.scheme, act = &scheme.act);
        verdict.open.push(Route { procedure, reasons: vec![Reason::new(says, source, cites)] });
        return;
    }
    let says = text!("law-route-no-scheme", as_of = inputs.state.as_of.to_string());
    let none = Reason::new(says, Source::new("OPN-13", &[S]), cites);
    let reasons = vec![none.for_review(inputs.review_of_state())];
    verdict.closed.push(Route { procedure, reasons });
    let once = Reason::new(text!("law-route-scheme-would-open"), source, cites);
    verdict.would_open.push(Route { procedure, reasons: vec![once] });
}
