//! Contradictions in the decisions on requirements and vulnerabilities, and in what evidence claims to show.

use std::collections::BTreeSet;

use proofmark_facts::{DecisionStatus, Dossier, Place, Problem};
use proofmark_text::{Text, text};

use crate::readiness::shown::{always_applies, justification};
use crate::register::obligations::{OBLIGATIONS, obligation};
use crate::register::requirement_ids::{PART_I, PART_II, requirement_path};

/// Decisions on the requirements of Annex I.
pub(crate) fn requirements(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for (index, decision) in dossier.requirements.iter().enumerate() {
        let id = decision.requirement.as_str();
        let path = requirement_path(index, id);
        let at = |field: &str| Place::at(format!("{path}.{field}"));
        if !PART_I.contains(&id) && !PART_II.contains(&id) {
            let says = text!("law-contradiction-unknown-requirement", requirement = id);
            problems.push(Problem::error(Place::at(path), says));
            continue;
        }
        if !seen.insert(id) {
            let says = text!("law-contradiction-requirement-twice", requirement = id);
            problems.push(Problem::error(Place::at(format!("requirements[{index}]")), says));
        }
        if decision.applies {
            if justification(decision).is_some() {
                let says = text!("law-contradiction-applies-and-not", requirement = id);
                problems.push(Problem::warning(at("not_applicable_because"), says));
            }
        } else if always_applies(id) {
            let says = text!("law-contradiction-always-applies", requirement = id);
            problems.push(Problem::error(at("applies"), says));
        } else if justification(decision).is_none() {
            let says = text!("law-contradiction-not-justified", requirement = id);
            problems.push(Problem::error(at("not_applicable_because"), says));
        }
    }
}

/// Two decisions on the same vulnerability in the same component; one that dismisses without one of the words of VEX.
pub(crate) fn decisions(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for (index, decision) in dossier.vulnerability_decisions.iter().enumerate() {
        let place = Place::at(format!("vulnerability_decisions[{index}]"));
        let (vulnerability, component) = (&decision.vulnerability, &decision.component);
        // The gate stays closed over it as well: CSAF 2.0 section 6.1.27.9 and OpenVEX ask for a justification.
        if decision.status == DecisionStatus::NotAffected && decision.justification.is_none() {
            let place = Place::at(format!("vulnerability_decisions[{index}].justification"));
            let says = text!("desk-dismissal-not-justified", vulnerability = vulnerability);
            problems.push(Problem::warning(place, says));
        }
        if !seen.insert((vulnerability, component)) {
            let says = text!(
                "law-contradiction-decided-twice",
                vulnerability = vulnerability,
                component = component
            );
            problems.push(Problem::error(place, says));
        }
    }
}

/// Evidence for an obligation that does not exist would silently count for nothing.
pub(crate) fn evidence(dossier: &Dossier, problems: &mut Vec<Problem>) {
    for (index, evidence) in dossier.evidence.iter().enumerate() {
        for (which, shown) in evidence.shows.iter().enumerate() {
            if obligation(shown).is_none() {
                let place = Place::at(format!("evidence[{index}].shows[{which}]"));
                problems.push(Problem::warning(place, unknown_obligation(shown)));
            }
        }
    }
}

fn unknown_obligation(written: &str) -> Text {
    let wanted: String = written.chars().take(40).collect();
    let near = OBLIGATIONS
        .iter()
        .map(|obligation| (strsim::jaro_winkler(&wanted, obligation.id), obligation.id))
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .filter(|(likeness, _)| *likeness > 0.7);
    match near {
        Some((_, near)) => {
            text!("law-contradiction-unknown-obligation-near", obligation = written, near = near)
        }
        None => text!("law-contradiction-unknown-obligation", obligation = written),
    }
}
