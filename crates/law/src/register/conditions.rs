//! Further conditions of obligations: class, other acts, and what a supplier knows.

use proofmark_facts::{EnterpriseSize, MandatedTask, StewardSupport, SupplierCheck};
use proofmark_text::{Text, text};

use crate::case::Case;
use crate::classes::category::Class;
use crate::register::applicability::{declared, only_if};
use crate::register::obligation::{Applicability, Obligation};
use crate::register::reported_events::{on_exploited_vulnerability, on_severe_incident};
use crate::roles::role::Role;
use crate::scope::free_software::is_free_software;

/// A steward that takes part in the development, after an event (STW-05, guidance points 79 to 82).
pub(crate) fn develops_free_software(case: &Case<'_>, obligation: &Obligation) -> Applicability {
    supports_by(case, StewardSupport::Engineering, on_exploited_vulnerability(case, obligation))
}

/// A steward that provides the systems of the development, after an event (guidance points 79 to 82).
pub(crate) fn provides_infrastructure(case: &Case<'_>, obligation: &Obligation) -> Applicability {
    supports_by(case, StewardSupport::Infrastructure, on_severe_incident(case, obligation))
}

fn supports_by(case: &Case<'_>, wanted: StewardSupport, come: Applicability) -> Applicability {
    let support_provided = case.dossier.free_software.as_ref().map_or(&[][..], |free| &free.support_provided);
    match come {
        Applicability::Applies if support_provided.is_empty() => {
            Applicability::Undetermined { missing: vec!["free_software.support_provided".to_owned()] }
        }
        _ if !support_provided.is_empty() && !support_provided.contains(&wanted) => {
            Applicability::NotApplicable { because: text!("duties-applies-other-support") }
        }
        applicability => applicability,
    }
}

/// The product is a high-risk AI system.
pub(crate) fn high_risk_ai(case: &Case<'_>, _: &Obligation) -> Applicability {
    let declared = case.dossier.scope.also.high_risk_ai_system == Some(true);
    only_if(declared, text!("duties-applies-no-high-risk-ai"))
}

/// Other Union acts are declared that the same declaration covers.
pub(crate) fn several_acts(case: &Case<'_>, _: &Obligation) -> Applicability {
    let others = !case.dossier.conformity.other_legislation.is_empty();
    only_if(others, text!("duties-applies-no-other-acts"))
}

/// The product is important, class I.
pub(crate) fn class_i(case: &Case<'_>, _: &Obligation) -> Applicability {
    of_class(case, &[Class::ImportantI])
}

/// The product is important, class II.
pub(crate) fn class_ii(case: &Case<'_>, _: &Obligation) -> Applicability {
    of_class(case, &[Class::ImportantII])
}

/// The product is critical.
pub(crate) fn critical(case: &Case<'_>, _: &Obligation) -> Applicability {
    of_class(case, &[Class::Critical])
}

fn of_class(case: &Case<'_>, classes: &[Class]) -> Applicability {
    match case.verdict.class.class() {
        Some(class) => only_if(classes.contains(&class), text!("duties-applies-other-class")),
        None => Applicability::Undetermined { missing: vec!["product.core_functionality".to_owned()] },
    }
}

/// An important product that is free software with its technical documentation declared public.
pub(crate) fn free_software_option(case: &Case<'_>, _: &Obligation) -> Applicability {
    let important = matches!(case.verdict.class.class(), Some(Class::ImportantI | Class::ImportantII));
    let free = is_free_software(case.dossier) == Some(true);
    let declared = case.dossier.free_software.as_ref();
    let public = declared.is_some_and(|free| free.technical_documentation_public_at.is_some());
    only_if(important && free && public, text!("law-applies-option-not-used"))
}

/// A small enterprise, and a form the Commission has fixed.
pub(crate) fn simplified_documentation(case: &Case<'_>, obligation: &Obligation) -> Applicability {
    let size = case.dossier.operator.enterprise_size;
    if case.state.simplified_documentation_form.is_none() {
        return Applicability::NotApplicable { because: text!("duties-applies-no-simplified-form") };
    }
    let small = matches!(size, Some(EnterpriseSize::Micro | EnterpriseSize::Small));
    let shown = |evidence: &proofmark_facts::DeclaredEvidence| {
        evidence.shows.iter().any(|shown| shown == obligation.id)
    };
    only_if(small && case.dossier.evidence.iter().any(shown), text!("law-applies-option-not-used"))
}

/// A mandate is declared, or the operator acts under one.
pub(crate) fn with_representative(case: &Case<'_>, _: &Obligation) -> Applicability {
    let acts = case.verdict.role.role() == Some(Role::AuthorisedRepresentative);
    let declared = case.dossier.operator.authorised_representative.is_some();
    only_if(acts || declared, text!("duties-applies-no-representative"))
}

/// A mandate that holds more than every mandate must, or a document that shows one (Annex VIII).
pub(crate) fn further_tasks(case: &Case<'_>, obligation: &Obligation) -> Applicability {
    let further = [
        MandatedTask::CeMarking,
        MandatedTask::Declaration,
        MandatedTask::ApplyForExamination,
        MandatedTask::InformNotifiedBody,
        MandatedTask::QualityAssurance,
    ];
    let representative = case.dossier.operator.authorised_representative.as_ref();
    let named = representative.is_some_and(|one| one.tasks.iter().any(|task| further.contains(task)));
    only_if(named || declared(case, obligation.id), text!("law-applies-option-not-used"))
}

/// Vulnerabilities are declared to be remedied in the latest version only, or a document shows it.
pub(crate) fn latest_version_only(case: &Case<'_>, obligation: &Obligation) -> Applicability {
    let stopped = case.dossier.support_period.older_versions.remediation_stopped == Some(true);
    only_if(stopped || declared(case, obligation.id), text!("law-applies-option-not-used"))
}

/// Other operators stand before or behind this one.
pub(crate) fn has_supply_chain(case: &Case<'_>, _: &Obligation) -> Applicability {
    let chain = &case.dossier.supply_chain;
    let alone = chain.supplied_by_operators == Some(false) && chain.supplied_to_operators == Some(false);
    only_if(!alone, text!("duties-applies-no-other-operator"))
}

/// A supplier doubts conformity, or knows of a risk (Articles 19(3) and 20(3)).
pub(crate) fn doubtful(case: &Case<'_>, _: &Obligation) -> Applicability {
    knows(case, text!("duties-applies-no-doubt"), |check| {
        vec![
            ("supplier_check.non_conformity_suspected", check.non_conformity_suspected),
            ("supplier_check.significant_risk", check.significant_risk),
        ]
    })
}

/// A supplier knows of something to correct or to tell, once the product is on the market (Articles 19(5) and 20(4)).
pub(crate) fn after_placing(case: &Case<'_>, _: &Obligation) -> Applicability {
    let placed_on = case.dossier.release.placed_on_the_market_on;
    if placed_on.is_none_or(|on| on > case.day) {
        return Applicability::NotApplicable { because: text!("duties-applies-not-placed-yet") };
    }
    knows(case, text!("duties-applies-nothing-to-correct"), |check| {
        vec![
            ("supplier_check.vulnerability_known", check.vulnerability_known),
            ("supplier_check.non_conformity_suspected", check.non_conformity_suspected),
            ("supplier_check.significant_risk", check.significant_risk),
        ]
    })
}

/// The manufacturer has ceased operations, as far as the supplier knows.
pub(crate) fn manufacturer_ceased(case: &Case<'_>, _: &Obligation) -> Applicability {
    let ceased = case.dossier.supplier_check.as_ref().and_then(|check| check.manufacturer_ceased);
    only_if(ceased == Some(true), text!("duties-applies-not-ceased"))
}

/// A path and what is stated there.
type Known = (&'static str, Option<bool>);

/// Applies if any of the facts is so; is open while none is and some are not stated.
fn knows(case: &Case<'_>, else_because: Text, facts: fn(&SupplierCheck) -> Vec<Known>) -> Applicability {
    let nothing = SupplierCheck::default();
    let facts = facts(case.dossier.supplier_check.as_ref().unwrap_or(&nothing));
    if facts.iter().any(|(_, fact)| *fact == Some(true)) {
        return Applicability::Applies;
    }
    let missing: Vec<String> =
        facts.iter().filter(|(_, fact)| fact.is_none()).map(|(path, _)| (*path).to_owned()).collect();
    if missing.is_empty() {
        Applicability::NotApplicable { because: else_because }
    } else {
        Applicability::Undetermined { missing }
    }
}
