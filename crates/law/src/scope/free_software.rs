//! The free and open-source software path: whether such software is placed on the market by its publisher.

use proofmark_facts::{Dossier, FreeSoftware, Person};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::source::{G, P, Source};
use crate::step::not_stated;

const FREE_SOFTWARE: Citation = Citation::article(3).point("48");
const COMMERCIAL: Citation = Citation::recital(15);
const FOS_01: Source = Source::new("FOS-01", &[P, G]);
const FOS_02: Source = Source::new("FOS-02", &[P, G]);
const FOS_03: Source = Source::new("FOS-03", &[G]);
const FOS_04: Source = Source::new("FOS-04", &[P, G]);

/// What the publisher of declared free and open-source software does in the eyes of the law.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FreeSoftwareVerdict {
    /// The answer.
    pub outcome: FreeSoftwareOutcome,
    /// Why, in the order of the questions.
    pub reasons: Vec<Reason>,
}

/// Where the path ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FreeSoftwareOutcome {
    /// The dossier does not declare it as free and open-source software.
    NotDeclared,
    /// It does not fulfil both conditions of Article 3(48).
    NotFree,
    /// It is, but this person only contributes to it.
    Contribution,
    /// It is, and its publisher supplies it commercially.
    Commercial,
    /// It is, and its publisher does not place it on the market.
    NotCommercial,
    /// These facts are not stated.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

/// Walks the path from its first question (reference section 2.4).
pub fn free_software(dossier: &Dossier) -> FreeSoftwareVerdict {
    let Some(declared) = &dossier.free_software else {
        let says = text!("law-free-not-declared");
        let source = Source::new("SCP-17", &[P]);
        let reason = Reason::new(says, source, FREE_SOFTWARE).on("free_software");
        return ended(FreeSoftwareOutcome::NotDeclared, vec![reason]);
    };
    let mut reasons = Vec::new();
    if let Some(end) = is_free(declared, &mut reasons).or_else(|| is_responsible(declared, &mut reasons)) {
        return ended(end, reasons);
    }
    let end = supply(dossier, declared, &mut reasons);
    ended(end, reasons)
}

/// Whether it fulfils both conditions of Article 3(48), whoever publishes it and however.
pub(crate) fn is_free_software(dossier: &Dossier) -> Option<bool> {
    let declared = dossier.free_software.as_ref()?;
    match (declared.freely_licensed, declared.source_openly_shared) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

fn ended(outcome: FreeSoftwareOutcome, reasons: Vec<Reason>) -> FreeSoftwareVerdict {
    FreeSoftwareVerdict { outcome, reasons }
}

fn is_free(declared: &FreeSoftware, reasons: &mut Vec<Reason>) -> Option<FreeSoftwareOutcome> {
    let conditions = [
        ("free_software.freely_licensed", declared.freely_licensed),
        ("free_software.source_openly_shared", declared.source_openly_shared),
    ];
    if let Some((path, _)) = conditions.iter().find(|(_, holds)| *holds == Some(false)) {
        reasons.push(Reason::new(text!("law-free-not-free"), FOS_01, FREE_SOFTWARE).on(*path));
        return Some(FreeSoftwareOutcome::NotFree);
    }
    let missing = unstated(&conditions);
    if !missing.is_empty() {
        return Some(stuck(missing, FOS_01, FREE_SOFTWARE, reasons));
    }
    let path = "free_software.source_openly_shared";
    reasons.push(Reason::new(text!("law-free-is-free"), FOS_01, FREE_SOFTWARE).on(path));
    None
}

fn is_responsible(declared: &FreeSoftware, reasons: &mut Vec<Reason>) -> Option<FreeSoftwareOutcome> {
    let path = "free_software.under_own_responsibility";
    let cites = Citation::recital(18);
    match declared.under_own_responsibility {
        Some(true) => {
            reasons.push(Reason::new(text!("law-free-own-responsibility"), FOS_02, cites).on(path));
            None
        }
        Some(false) => {
            reasons.push(Reason::new(text!("law-free-contribution"), FOS_02, cites).on(path));
            Some(FreeSoftwareOutcome::Contribution)
        }
        None => Some(stuck(vec![path.to_owned()], FOS_02, cites, reasons)),
    }
}

fn supply(dossier: &Dossier, declared: &FreeSoftware, reasons: &mut Vec<Reason>) -> FreeSoftwareOutcome {
    if declared.not_for_profit == Some(true) {
        let source = Source::new("FOS-10", &[P, G]);
        let says = text!("law-free-not-for-profit");
        reasons.push(Reason::new(says, source, Citation::recital(18)).on("free_software.not_for_profit"));
        return FreeSoftwareOutcome::NotCommercial;
    }
    if let Some(reason) = commercial(dossier, declared) {
        reasons.push(reason);
        return FreeSoftwareOutcome::Commercial;
    }
    let supply = &dossier.scope.supply;
    let missing = unstated(&[
        ("scope.supply.price", supply.price),
        ("scope.supply.monetised_otherwise", supply.monetised_otherwise),
        ("scope.supply.personal_data_as_condition", supply.personal_data_as_condition),
        ("free_software.donations_gate_access", declared.donations_gate_access),
    ]);
    if !missing.is_empty() {
        return stuck(missing, FOS_04, COMMERCIAL, reasons);
    }
    reasons.push(not_commercial(dossier, declared));
    FreeSoftwareOutcome::NotCommercial
}

/// The first indicator that the publisher supplies it commercially.
fn commercial(dossier: &Dossier, declared: &FreeSoftware) -> Option<Reason> {
    let supply = &dossier.scope.supply;
    let stated = |fact: Option<bool>| fact == Some(true);
    if stated(supply.price) {
        let says = text!("law-free-price");
        Some(Reason::new(says, FOS_03, Citation::guidance(51)).on("scope.supply.price"))
    } else if stated(supply.monetised_otherwise) {
        Some(
            Reason::new(text!("law-free-monetised"), FOS_04, COMMERCIAL)
                .on("scope.supply.monetised_otherwise"),
        )
    } else if stated(supply.personal_data_as_condition) {
        let says = text!("law-free-personal-data");
        Some(Reason::new(says, FOS_04, COMMERCIAL).on("scope.supply.personal_data_as_condition"))
    } else if stated(declared.donations_gate_access) {
        let source = Source::new("FOS-08", &[G]);
        let says = text!("law-free-donations-gate");
        Some(Reason::new(says, source, Citation::guidance(62)).on("free_software.donations_gate_access"))
    } else if stated(supply.donations_for_profit) {
        // Recital 15 counts donations sought for profit; the guidance normally does not count donations at all.
        let source = Source::new("FOS-07", &[P, G]);
        let reason = Reason::new(text!("law-free-donations-for-profit"), source, COMMERCIAL);
        Some(reason.on("scope.supply.donations_for_profit").for_review(text!("law-review-donations")))
    } else if stated(supply.course_of_business) {
        let says = text!("law-free-course-of-business");
        Some(Reason::new(says, FOS_04, COMMERCIAL).on("scope.supply.course_of_business"))
    } else {
        None
    }
}

fn not_commercial(dossier: &Dossier, declared: &FreeSoftware) -> Reason {
    let natural_person = dossier.operator.person == Some(Person::Natural);
    if natural_person && declared.support_at_cost_only == Some(true) {
        let source = Source::new("FOS-06", &[G]);
        let says = text!("law-free-support-at-cost");
        Reason::new(says, source, Citation::guidance(58)).on("free_software.support_at_cost_only")
    } else if dossier.scope.supply.paid_support_beyond_cost == Some(true) {
        // The facts do not say whether the paid service is separate and optional; the guidance turns on that.
        let source = Source::new("FOS-05", &[G]);
        let reason = Reason::new(text!("law-free-separate-services"), source, Citation::guidance(55));
        reason.on("scope.supply.paid_support_beyond_cost").for_review(text!("law-review-separate-services"))
    } else {
        let source = Source::new("FOS-07", &[P, G]);
        Reason::new(text!("law-free-not-commercial"), source, COMMERCIAL).on("scope.supply")
    }
}

fn unstated(facts: &[(&str, Option<bool>)]) -> Vec<String> {
    facts.iter().filter(|(_, stated)| stated.is_none()).map(|(path, _)| (*path).to_owned()).collect()
}

fn stuck(
    missing: Vec<String>,
    source: Source,
    cites: Citation,
    reasons: &mut Vec<Reason>,
) -> FreeSoftwareOutcome {
    reasons.extend(missing.iter().map(|path| not_stated(path, source, cites)));
    FreeSoftwareOutcome::Undetermined { missing }
}
