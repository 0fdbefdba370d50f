//! What two revisions of a dossier declare differently, as far as it bears on the test.

use std::collections::BTreeSet;

use proofmark_facts::{DataConnection, Differing, Dossier, RequirementDecision};
use proofmark_text::text;

use crate::modification::difference::Difference;
use crate::register::requirement_ids::PART_I;

const PURPOSE: &[&str] = &["modification.purpose_changed"];
const WAYS_IN: &[&str] = &["modification.new_interfaces", "modification.new_channels"];
const USE_TIME: &[&str] = &["support_period.use_factors_unchanged"];

/// Purpose and product first, then what the risk assessment rests on, then requirements and support.
pub(crate) fn dossier_differences(earlier: &Dossier, newer: &Dossier) -> Vec<Difference> {
    let mut found = Vec::new();
    purpose(earlier, newer, &mut found);
    ways_in(earlier, newer, &mut found);
    presumed(earlier, newer, &mut found);
    requirements(earlier, newer, &mut found);
    support(earlier, newer, &mut found);
    found
}

fn purpose(earlier: &Dossier, newer: &Dossier, found: &mut Vec<Difference>) {
    let (before, now) = (&earlier.product, &newer.product);
    if before.name != now.name || earlier.operator.name != newer.operator.name {
        let says = text!("modification-differs-identity");
        let asks: &[&str] = &["modification.kind", "modification.made_by"];
        let rows: &[&str] = &["SUB-13", "SUB-14"];
        found.push(Difference::new(Differing::Identity, says, rows, asks).at("product.name").indicates());
    }
    let fact = "product.intended_purpose";
    match (&before.intended_purpose, &now.intended_purpose) {
        (Some(before), Some(now)) if !reads_alike(before, now) => {
            let says = text!("modification-differs-purpose");
            found.push(Difference::new(Differing::IntendedPurpose, says, &["SUB-01"], PURPOSE).at(fact));
        }
        (None, Some(_)) | (Some(_), None) => {
            let says = text!("modification-differs-purpose-stated-once");
            let difference = Difference::new(Differing::IntendedPurpose, says, &["SUB-01"], PURPOSE);
            found.push(difference.at(fact).indicates());
        }
        _ => {}
    }
    if let (Some(before), Some(now)) = (&before.core_functionality, &now.core_functionality) {
        if before.category != now.category {
            let none = || "-".to_owned();
            let says = text!(
                "modification-differs-category",
                before = before.category.clone().unwrap_or_else(none),
                now = now.category.clone().unwrap_or_else(none),
            );
            let fact = "product.core_functionality.category";
            found.push(Difference::new(Differing::Category, says, &["SUB-01"], PURPOSE).at(fact));
        } else if !reads_alike(&before.is, &now.is) {
            let says = text!("modification-differs-core");
            let difference = Difference::new(Differing::CoreFunctionality, says, &["SUB-01"], PURPOSE);
            found.push(difference.at("product.core_functionality.is").indicates());
        }
    }
    if before.essential_functionalities != now.essential_functionalities {
        let says = text!("modification-differs-functionalities");
        let difference =
            Difference::new(Differing::EssentialFunctionalities, says, &["SUB-01", "SUB-08"], PURPOSE);
        found.push(difference.at("product.essential_functionalities").indicates());
    }
}

fn ways_in(earlier: &Dossier, newer: &Dossier, found: &mut Vec<Difference>) {
    if earlier.product.kind != newer.product.kind {
        let asks: &[&str] = &["modification.new_execution_environments", "modification.boundary_changed"];
        let says = text!("modification-differs-kind");
        found.push(Difference::new(Differing::Kind, says, &["SUB-02", "SUB-10"], asks).at("product.kind"));
    }
    let (before, now) = (earlier.scope.data_connection, newer.scope.data_connection);
    if before == now {
        return;
    }
    let says = text!("modification-differs-connection");
    let difference = Difference::new(Differing::DataConnection, says, &["SUB-02"], WAYS_IN);
    let difference = difference.at("scope.data_connection");
    let opens = before.zip(now).is_some_and(|(before, now)| nearness(now) > nearness(before));
    found.push(if opens { difference } else { difference.indicates() });
}

/// How near a connection brings the product to devices and networks.
fn nearness(connection: DataConnection) -> u8 {
    match connection {
        DataConnection::None | DataConnection::OnOffSignals | DataConnection::PowerOnly => 0,
        DataConnection::Indirect => 1,
        DataConnection::DirectLogical => 2,
        DataConnection::DirectPhysical => 3,
    }
}

fn presumed(earlier: &Dossier, newer: &Dossier, found: &mut Vec<Difference>) {
    let (before, now) = (&earlier.product, &newer.product);
    if before.security_environment != now.security_environment {
        let says = text!("modification-differs-environment");
        let asks: &[&str] = &["modification.assumptions_hold"];
        let difference = Difference::new(Differing::SecurityEnvironment, says, &["SUB-06"], asks);
        found.push(difference.at("product.security_environment").indicates());
    }
    if before.security_properties.iter().any(|property| !now.security_properties.contains(property)) {
        let says = text!("modification-differs-properties");
        let asks: &[&str] = &["modification.likelihood_raised", "modification.mitigations_hold"];
        let rows: &[&str] = &["SUB-04", "SUB-06"];
        let difference = Difference::new(Differing::SecurityProperties, says, rows, asks);
        found.push(difference.at("product.security_properties").indicates());
    }
    let new_in = |before: &[String], now: &[String]| now.iter().any(|entry| !before.contains(entry));
    if new_in(&before.risk_circumstances, &now.risk_circumstances)
        || new_in(&before.foreseeable_misuse, &now.foreseeable_misuse)
    {
        let says = text!("modification-differs-circumstances");
        let asks: &[&str] = &["modification.new_attack_scenarios", "modification.impact_raised"];
        let rows: &[&str] = &["SUB-03", "SUB-05"];
        let difference = Difference::new(Differing::RiskCircumstances, says, rows, asks);
        found.push(difference.at("product.risk_circumstances").indicates());
    }
    let fact = "risk_assessment.reviewed_on";
    let (before, now) = (earlier.risk_assessment.reviewed_on, newer.risk_assessment.reviewed_on);
    if let Some(reviewed_on) = now.filter(|now| before.is_none_or(|before| *now > before)) {
        let says = text!("modification-differs-reviewed", reviewed_on = reviewed_on.to_string());
        let asks: &[&str] = &["modification.foreseen.foreseen"];
        let rows: &[&str] = &["SUB-07", "SUB-16"];
        found.push(Difference::new(Differing::RiskAssessmentReviewed, says, rows, asks).at(fact).indicates());
    } else {
        let says = text!("modification-differs-not-reviewed");
        let asks: &[&str] = &["modification.assumptions_hold", "modification.mitigations_hold"];
        let rows: &[&str] = &["SUB-06", "SUB-16"];
        let difference = Difference::new(Differing::RiskAssessmentNotReviewed, says, rows, asks);
        found.push(difference.at(fact).indicates());
    }
}

/// Only Part I counts: the definition does not name the requirements on vulnerability handling.
fn requirements(earlier: &Dossier, newer: &Dossier, found: &mut Vec<Difference>) {
    let fact = "requirements";
    let differing = |differs: fn(&RequirementDecision, &RequirementDecision) -> bool| {
        let pairs = PART_I.iter().filter_map(|id| {
            let of = |dossier: &Dossier| {
                dossier.requirements.iter().find(|decision| decision.requirement == *id).cloned()
            };
            of(earlier).zip(of(newer)).filter(|(before, now)| differs(before, now)).map(|_| *id)
        });
        pairs.collect::<Vec<&str>>().join(", ")
    };
    let gone = differing(|before, now| before.applies && !now.applies);
    if !gone.is_empty() {
        let says = text!("modification-differs-requirement-gone", requirements = gone);
        let asks: &[&str] = &["modification.affects_compliance", "modification.likelihood_raised"];
        let rows: &[&str] = &["DEF-22", "SUB-04"];
        let difference = Difference::new(Differing::RequirementNoLongerApplies, says, rows, asks);
        found.push(difference.at(fact).indicates());
    }
    let come = differing(|before, now| !before.applies && now.applies);
    if !come.is_empty() {
        let says = text!("modification-differs-requirement-come", requirements = come);
        let asks: &[&str] = &["modification.affects_compliance", "modification.new_attack_scenarios"];
        let rows: &[&str] = &["DEF-22", "SUB-03"];
        let difference = Difference::new(Differing::RequirementNowApplies, says, rows, asks);
        found.push(difference.at(fact).indicates());
    }
    let otherwise =
        differing(|before, now| before.applies && now.applies && before.implemented_by != now.implemented_by);
    if !otherwise.is_empty() {
        let says = text!("modification-differs-requirement-otherwise", requirements = otherwise);
        let asks: &[&str] = &["modification.mitigations_hold"];
        let difference = Difference::new(Differing::RequirementImplementation, says, &["SUB-06"], asks);
        found.push(difference.at(fact).indicates());
    }
}

fn support(earlier: &Dossier, newer: &Dossier, found: &mut Vec<Difference>) {
    let (before, now) = (&earlier.support_period, &newer.support_period);
    if before.expected_use_years != now.expected_use_years {
        let says = text!("modification-differs-expected-use");
        let difference = Difference::new(Differing::ExpectedUse, says, &["SUP-06"], USE_TIME);
        found.push(difference.at("support_period.expected_use_years").indicates());
    }
    if before.ends_on != now.ends_on {
        let says = text!("modification-differs-support");
        let difference = Difference::new(Differing::SupportPeriod, says, &["SUP-06"], USE_TIME);
        found.push(difference.at("support_period.ends_on").indicates());
    }
}

/// Texts that differ in white space, case or the order of sentences at most.
fn reads_alike(one: &str, other: &str) -> bool {
    let words = |text: &str| {
        let lower = text.to_lowercase();
        lower.split(['.', ';']).map(|part| part.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    };
    let (one, other): (BTreeSet<String>, BTreeSet<String>) = (words(one), words(other));
    one == other
}
