//! Evidence that importers, distributors and representatives need beside what a manufacturer needs.

use proofmark_text::text;

use crate::contradictions::mandate::missing_tasks;
use crate::readiness::shown::Search;
use crate::register::evidence_kind::EvidenceKind as Kind;
use crate::roles::role::Role;
use crate::suppliers::check_point::CheckPointState;
use crate::suppliers::consequence::consequences;
use crate::suppliers::supplier_check::{SupplierCheckOutcome, supplier_check};

/// Looks for one of these kinds for an obligation.
pub(crate) fn of_other_roles(search: &mut Search<'_>, kind: Kind, obligation: &str) {
    match kind {
        Kind::SupplierCheck => checked(search),
        Kind::WarningsGiven => warned(search, obligation),
        Kind::OwnContact => own_contact(search),
        Kind::Mandate => mandate(search),
        _ => {
            let record = &search.dossier().supply_chain.record;
            search.files_or_words("supply_chain.record", record);
        }
    }
}

/// The whole checklist, with every file it names.
fn checked(search: &mut Search<'_>) {
    let case = search.case;
    let role = case.verdict.role.role().unwrap_or(Role::None);
    let Some(check) = supplier_check(case.dossier, role, case.day, Some(&case.kept.files)) else {
        search.lacks("supplier_check", text!("law-missing-fact", path = "supplier_check"));
        return;
    };
    for point in &check.points {
        let path = format!("supplier_check.{}", point.point);
        match point.state {
            CheckPointState::Met => search.shows(point.reason.says.clone()),
            CheckPointState::NotApplicable => {}
            CheckPointState::NotMet => {
                let says = text!("duties-missing-not-met", point = &point.reason.says);
                search.lacks(&format!("{path}.holds"), says);
            }
            CheckPointState::Open => {
                for missing in &point.missing {
                    search.lacks(&path, missing.clone());
                }
            }
        }
    }
    if check.outcome != SupplierCheckOutcome::May {
        for reason in check.reasons {
            let at = reason.fact.unwrap_or_else(|| "supplier_check".to_owned());
            search.lacks(&at, reason.says);
        }
    }
}

/// Whoever the obligation names was told, as far as there is anything to tell.
fn warned(search: &mut Search<'_>, obligation: &str) {
    let case = search.case;
    let role = case.verdict.role.role().unwrap_or(Role::None);
    for consequence in consequences(case.dossier, role, case.day) {
        // What is corrected is shown by a record, which is looked for on its own.
        if consequence.obligation != obligation || consequence.at == "evidence" {
            continue;
        }
        match consequence.done_on {
            Some(_) => search.shows(text!("law-shown-fact", path = consequence.at)),
            None => search.lacks(consequence.at, consequence.reason.says),
        }
    }
}

fn own_contact(search: &mut Search<'_>) {
    let dossier = search.dossier();
    search.words("operator.postal_address", dossier.operator.postal_address.as_deref());
    search.words("operator.email", dossier.operator.email.as_deref());
    let check = dossier.supplier_check.as_ref();
    let stated = check.and_then(|check| check.importer_contact.holds) == Some(true);
    search.holds("supplier_check.importer_contact.holds", stated);
}

/// The mandate is there, and names what it must name.
fn mandate(search: &mut Search<'_>) {
    let declared = search.dossier().operator.authorised_representative.as_ref();
    let file = declared.and_then(|representative| representative.mandate.as_deref());
    search.files("operator.authorised_representative.mandate", file);
    let tasks = declared.map_or(&[][..], |representative| representative.tasks.as_slice());
    let path = "operator.authorised_representative.tasks";
    search.fact(path, !tasks.is_empty());
    if !tasks.is_empty() && !missing_tasks(tasks).is_empty() {
        search.lacks(path, text!("duties-missing-mandated-tasks"));
    }
}
