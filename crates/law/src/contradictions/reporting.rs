//! Contradictions in the declared cases, and in where the operator stands.

use proofmark_facts::{Country, DeclaredCase, Dossier, Place, Problem, Stage, Stream};
use proofmark_text::text;

/// Facts of a case that cannot go together, and countries that have no coordinator.
pub(crate) fn reporting(dossier: &Dossier, problems: &mut Vec<Problem>) {
    places(dossier, problems);
    for (index, case) in dossier.cases.iter().enumerate() {
        let path = |fact: &str| format!("cases[{index}].{fact}");
        exploitation(case, &path, problems);
        order(case, &path, problems);
        stages(case, &path, problems);
        let countries = case.content.member_states.iter().enumerate();
        for (at, country) in countries {
            outside(&path(&format!("content.member_states[{at}]")), *country, problems);
        }
        if let Some(country) = case.sent.coordinator {
            outside(&path("sent.coordinator"), country, problems);
        }
    }
}

fn places(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let place = &dossier.operator.reporting_place;
    let lists = [
        ("establishments", &place.establishments),
        ("representatives", &place.representatives),
        ("importers", &place.importers),
        ("distributors", &place.distributors),
        ("users", &place.users),
    ];
    for (name, states) in lists {
        for (index, at) in states.iter().enumerate() {
            outside(&format!("operator.reporting_place.{name}[{index}].state"), at.state, problems);
        }
    }
    if let Some(country) = place.coordinator_used_before {
        outside("operator.reporting_place.coordinator_used_before", country, problems);
    }
    if place.decisions_taken_in.is_some() && place.decisions_are_distributed == Some(true) {
        let path = "operator.reporting_place.decisions_are_distributed";
        problems.push(Problem::warning(Place::at(path), text!("reporting-contradiction-distributed")));
    }
    if place.established_in_the_union == Some(false) && !place.establishments.is_empty() {
        let path = "operator.reporting_place.established_in_the_union";
        problems.push(Problem::warning(Place::at(path), text!("reporting-contradiction-established")));
    }
}

fn outside(path: &str, country: Country, problems: &mut Vec<Problem>) {
    if !country.is_member_state() {
        let says = text!("law-contradiction-not-a-member-state", country = country.as_str());
        problems.push(Problem::error(Place::at(path), says));
    }
}

fn exploitation(case: &DeclaredCase, path: &dyn Fn(&str) -> String, problems: &mut Vec<Problem>) {
    let known = &case.known;
    let here = known.exploited_in_our_product == Some(true);
    let mut clash = |fact: &str, says| problems.push(Problem::warning(Place::at(path(fact)), says));
    if here && known.exploited_somewhere == Some(false) {
        clash("known.exploited_somewhere", text!("reporting-contradiction-somewhere"));
    }
    if here && known.exploitable_in_our_product == Some(false) {
        clash("known.exploitable_in_our_product", text!("reporting-contradiction-exploitable"));
    }
    if known.good_faith_research_only == Some(true) && known.malicious_actor == Some(true) {
        clash("known.good_faith_research_only", text!("reporting-contradiction-good-faith"));
    }
    if known.component.is_some() && known.in_third_party_component == Some(false) {
        clash("known.component", text!("reporting-contradiction-component"));
    }
}

/// Signal, assessment and awareness come in this order, and nothing is submitted before the first sign.
fn order(case: &DeclaredCase, path: &dyn Fn(&str) -> String, problems: &mut Vec<Problem>) {
    let declared = &case.awareness;
    let Some(signal_at) = declared.signal_at else { return };
    if declared.assessment_started_at.is_some_and(|started_at| started_at < signal_at) {
        let place = Place::at(path("awareness.assessment_started_at"));
        problems.push(Problem::warning(place, text!("reporting-contradiction-assessed-before")));
    }
    for (index, ruling) in case.rulings.iter().enumerate() {
        if ruling.aware_at < signal_at {
            let place = Place::at(path(&format!("rulings[{index}].aware_at")));
            problems.push(Problem::warning(place, text!("reporting-contradiction-aware-before")));
        }
    }
    let sent = &case.sent;
    for (fact, at) in [
        ("sent.early_warning_at", sent.early_warning_at),
        ("sent.notification_at", sent.notification_at),
        ("sent.final_report_at", sent.final_report_at),
    ] {
        if at.is_some_and(|at| at < signal_at) {
            let place = Place::at(path(fact));
            problems.push(Problem::warning(place, text!("reporting-contradiction-sent-before")));
        }
    }
}

fn stages(case: &DeclaredCase, path: &dyn Fn(&str) -> String, problems: &mut Vec<Problem>) {
    let given = &case.sent.information_already_given;
    if let Some(index) = given.iter().position(|stage| *stage == Stage::EarlyWarning) {
        let place = Place::at(path(&format!("sent.information_already_given[{index}]")));
        problems.push(Problem::error(place, text!("reporting-contradiction-skipped-warning")));
    }
    if case.stream != Stream::Vulnerability && !case.dissemination.particularly_exceptional.is_empty() {
        let place = Place::at(path("dissemination.particularly_exceptional"));
        problems.push(Problem::error(place, text!("reporting-contradiction-exceptional")));
    }
}
