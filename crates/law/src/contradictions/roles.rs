//! Contradictions about who does what with the product.

use proofmark_facts::{Dossier, Person, Place, Problem};
use proofmark_text::text;

use crate::roles::articles_21_22::modifies;
use crate::roles::role::Role;
use crate::verdict::Verdict;

/// Activities and establishments that cannot go together.
pub(crate) fn roles(dossier: &Dossier, verdict: &Verdict, problems: &mut Vec<Problem>) {
    activities(dossier, problems);
    representative(dossier, problems);
    steward(dossier, verdict, problems);
    supply(dossier, problems);
    for (index, country) in dossier.release.member_states.iter().enumerate() {
        if !country.is_member_state() {
            let says = text!("law-contradiction-not-a-member-state", country = country.as_str());
            problems.push(Problem::error(Place::at(format!("release.member_states[{index}]")), says));
        }
    }
}

fn activities(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let activity = &dossier.operator.activity;
    let (modifies, _) = modifies(dossier);
    let declared = |fact: Option<bool>| fact == Some(true);
    let others = [
        activity.develops_or_has_developed,
        activity.markets_under_own_name,
        activity.places_third_country_brand,
        activity.distributes_unchanged,
        modifies,
    ];
    if declared(activity.only_intermediary) && others.into_iter().any(declared) {
        let place = Place::at("operator.activity.only_intermediary");
        problems.push(Problem::error(place, text!("law-contradiction-intermediary")));
    }
    if declared(activity.distributes_unchanged) && declared(modifies) {
        let place = Place::at("operator.activity.distributes_unchanged");
        problems.push(Problem::error(place, text!("law-contradiction-distributes-modified")));
    }
}

fn representative(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let Some(representative) = &dossier.operator.authorised_representative else { return };
    if let Some(country) = representative.established_in.filter(|country| !country.is_member_state()) {
        let place = Place::at("operator.authorised_representative.established_in");
        let says = text!("law-contradiction-representative-outside", country = country.as_str());
        problems.push(Problem::error(place, says));
    }
}

fn steward(dossier: &Dossier, verdict: &Verdict, problems: &mut Vec<Problem>) {
    let stewarding = dossier.free_software.as_ref().and_then(|free| free.sustained_support) == Some(true);
    // Recital 19 (CEM-09): stewards may not affix the CE marking.
    if verdict.role.role() == Some(Role::Steward) && dossier.conformity.ce_marking_on.is_some() {
        let place = Place::at("conformity.ce_marking_on");
        problems.push(Problem::error(place, text!("law-contradiction-steward-ce")));
    }
    if stewarding && dossier.operator.person == Some(Person::Natural) {
        let place = Place::at("free_software.sustained_support");
        problems.push(Problem::warning(place, text!("law-contradiction-natural-steward")));
    }
}

fn supply(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let at_cost = dossier.free_software.as_ref().and_then(|free| free.support_at_cost_only) == Some(true);
    if at_cost && dossier.scope.supply.paid_support_beyond_cost == Some(true) {
        let place = Place::at("free_software.support_at_cost_only");
        problems.push(Problem::error(place, text!("law-contradiction-support-at-cost")));
    }
    if dossier.contact.reaches_a_person == Some(false) {
        let place = Place::at("contact.reaches_a_person");
        problems.push(Problem::error(place, text!("law-contradiction-only-automated")));
    }
}
