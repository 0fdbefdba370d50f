//! Article 3(14): free software that is not placed on the market has no manufacturer; it may have a steward.

use proofmark_facts::{Dossier, FreeSoftware, Person};
use proofmark_text::{Text, text};

use crate::citation::Citation;
use crate::reason::Reason;
use crate::roles::role_verdict::Role;
use crate::scope::free_software::{FreeSoftwareOutcome, free_software};
use crate::source::{G, P, Source};
use crate::step::Step;

const STEWARD: Citation = Citation::article(3).point("14");

/// What the publisher, a contributor or a host of free software is; to the next question where the software is sold.
pub(crate) fn free_software_publisher(dossier: &Dossier) -> Step<Role> {
    let free = free_software(dossier);
    let step = match free.outcome {
        // Manufacturer or steward: that is exactly what the missing facts decide.
        FreeSoftwareOutcome::Undetermined { missing } => Step::Missing(missing, Vec::new()),
        FreeSoftwareOutcome::Contribution => {
            let source = Source::new("ROL-09", &[P, G]);
            let reason = Reason::new(text!("law-role-contributor"), source, Citation::recital(18));
            Step::end(Role::None, reason.on("free_software.under_own_responsibility"))
        }
        FreeSoftwareOutcome::Hosting => {
            let source = Source::new("FOS-13", &[P]);
            let reason = Reason::new(text!("law-role-host"), source, Citation::recital(20));
            Step::end(Role::None, reason.on("free_software.only_hosts"))
        }
        FreeSoftwareOutcome::NotCommercial => publisher_without_market(dossier),
        FreeSoftwareOutcome::Commercial | FreeSoftwareOutcome::NotFree => Step::Next(Vec::new()),
        FreeSoftwareOutcome::NotDeclared => return Step::Next(Vec::new()),
    };
    step.behind(free.reasons)
}

/// FOS-14 and FOS-15: who publishes free software without placing it on the market is its steward, or nobody.
pub(crate) fn publisher_without_market(dossier: &Dossier) -> Step<Role> {
    let Some(declared) = &dossier.free_software else { return Step::Next(Vec::new()) };
    let nobody = |says: Text, path: &str| {
        let source = Source::new("FOS-15", &[G]);
        Step::end(Role::None, Reason::new(says, source, Citation::guidance(43)).on(path))
    };
    if dossier.operator.person == Some(Person::Natural) {
        return nobody(text!("law-role-natural-person"), "operator.person");
    }
    if let Some((path, _)) = elements(declared).iter().find(|(_, holds)| *holds == Some(false)) {
        return nobody(text!("law-role-no-steward"), path);
    }
    match (dossier.operator.person, declared.sustained_support) {
        (Some(_), Some(_)) => Step::End(Role::Steward, steward()),
        (person, support) => {
            let mut missing = Vec::new();
            missing.extend(person.is_none().then_some("operator.person"));
            missing.extend(support.is_none().then_some("free_software.sustained_support"));
            Step::missing(&missing, Source::new("FOS-14", &[P, G]), STEWARD)
        }
    }
}

/// What makes a steward. The first fact says all of it at once; the others deny or confirm one element each.
fn elements(declared: &FreeSoftware) -> [(&'static str, Option<bool>); 4] {
    [
        ("free_software.sustained_support", declared.sustained_support),
        ("free_software.systematic_support", declared.systematic_support),
        ("free_software.intended_for_commercial_activities", declared.intended_for_commercial_activities),
        ("free_software.ensures_viability", declared.ensures_viability),
    ]
}

fn steward() -> Vec<Reason> {
    let no_marking = Source::new("FOS-16", &[P]);
    let source = Source::new("ROL-08", &[P]);
    vec![
        Reason::new(text!("law-role-steward-no-marking"), no_marking, Citation::recital(19)),
        Reason::new(text!("law-role-steward"), source, STEWARD).on("free_software.sustained_support"),
    ]
}
