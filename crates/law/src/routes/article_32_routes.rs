//! Article 32: which conformity assessment procedures are open to the product, which are not, and which would be.

use jiff::civil::Date;
use proofmark_facts::{Dossier, Procedure};
use proofmark_text::text;

use crate::citation::Citation;
use crate::classes::article_7_classification::{ClassOutcome, ClassVerdict};
use crate::classes::category::Class;
use crate::reason::Reason;
use crate::routes::annex_viii::module_duties;
use crate::routes::beside_article_32::{beside, replaced_by_another_act};
use crate::routes::notes::notes;
use crate::routes::presumption::by_presumption;
use crate::routes::route::{Inputs, Route, RoutesVerdict};
use crate::scope::free_software::is_free_software;
use crate::source::{G, P, S, Source};
use crate::state::state_of_the_law::{MandatoryCertification, StateOfTheLaw};

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
    notes(&inputs, &mut verdict);
    for route in &mut verdict.open {
        route.demands = Some(module_duties(route.procedure));
    }
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
    let route = |reasons| Route::new(Procedure::InternalControl, reasons);
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
    let too_late = published_too_late(inputs);
    if too_late.is_none()
        && let Some(reason) = free_software_with_public_documentation(inputs)
    {
        verdict.open.push(route(vec![reason]));
        return;
    }
    // Once the product is placed, publishing later no longer helps it.
    if too_late.is_none() && is_free_software(inputs.dossier) == Some(true) {
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
        let mut reasons: Vec<Reason> = too_late.into_iter().collect();
        reasons.push(Reason::new(text!("law-route-class-ii"), source, cites));
        verdict.closed.push(route(reasons));
    } else {
        by_presumption(inputs, too_late, verdict);
    }
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

/// Article 32(5) asks for documentation that is public when the product is placed, not later.
fn published_too_late(inputs: &Inputs<'_>) -> Option<Reason> {
    let declared = inputs.dossier.free_software.as_ref()?;
    let since = declared.technical_documentation_public_since?;
    let placed_on = inputs.dossier.release.placed_on_the_market_on?;
    if since <= placed_on || is_free_software(inputs.dossier) != Some(true) {
        return None;
    }
    let says = text!("routes-free-too-late", since = since.to_string(), placed_on = placed_on.to_string());
    let source = Source::new("RTE-04", &[P, G]);
    let reason = Reason::new(says, source, Citation::article(32).paragraph(5));
    Some(reason.on("free_software.technical_documentation_public_since"))
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
            let reason = mandatory_at_its_level(act, Citation::article(32).paragraph(4).point("a"));
            verdict.closed.push(Route::new(procedure, vec![reason]));
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
        verdict.open.push(Route::new(procedure, reasons));
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
        let reason = mandatory_at_its_level(act, Citation::article(8).paragraph(1));
        verdict.open.push(Route::new(procedure, vec![reason]));
        return;
    }
    if let Some(scheme) = inputs.state.designated_scheme(inputs.category, inputs.day) {
        let says = text!("law-route-scheme-designated", scheme = &scheme.scheme, act = &scheme.act);
        verdict.open.push(Route::new(procedure, vec![Reason::new(says, source, cites)]));
        return;
    }
    let says = text!("law-route-no-scheme", as_of = inputs.state.as_of.to_string());
    let none = Reason::new(says, Source::new("OPN-13", &[S]), cites);
    let reasons = vec![none.for_review(inputs.review_of_state())];
    verdict.closed.push(Route::new(procedure, reasons));
    let once = Reason::new(text!("law-route-scheme-would-open"), source, cites);
    verdict.would_open.push(Route::new(procedure, vec![once]));
}

fn mandatory_at_its_level(act: &MandatoryCertification, cites: Citation) -> Reason {
    let says = text!(
        "law-route-mandatory-certification",
        act = &act.act,
        scheme = &act.scheme,
        level = act.level.name(),
    );
    Reason::new(says, Source::new("RTE-06", &[P]), cites)
}
