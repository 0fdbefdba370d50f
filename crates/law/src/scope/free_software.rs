//! The free and open-source software path: whether such software is placed on the market by its publisher.

use proofmark_facts::{Activity, Dossier, Edition, FreeSoftware, Person, PricedThing};
use proofmark_text::{Text, text};
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
const FOS_07: Source = Source::new("FOS-07", &[P, G]);
const FOS_08: Source = Source::new("FOS-08", &[G]);
const FOS_11: Source = Source::new("FOS-11", &[P, G]);
const FOS_12: Source = Source::new("FOS-12", &[G]);

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
    /// It is, but this person only hosts it.
    Hosting,
    /// It is, and its publisher supplies it commercially.
    Commercial,
    /// It is, and its publisher does not place it on the market.
    NotCommercial,
    /// These facts are not stated, or contradict each other.
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
    let questions = [is_free, only_hosts];
    if let Some(end) = questions.iter().find_map(|question| question(declared, &mut reasons)) {
        return ended(end, reasons);
    }
    if declared.under_own_responsibility == Some(false) && passes_on(&dossier.operator.activity) {
        return passed_on(dossier, declared, reasons);
    }
    if let Some(end) = is_responsible(declared, &mut reasons) {
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

/// FOS-13: a forge, a package index or a package manager makes nothing available by hosting it.
fn only_hosts(declared: &FreeSoftware, reasons: &mut Vec<Reason>) -> Option<FreeSoftwareOutcome> {
    if declared.only_hosts != Some(true) {
        return None;
    }
    let (path, own) = ("free_software.only_hosts", "free_software.under_own_responsibility");
    let source = Source::new("FOS-13", &[P]);
    let cites = Citation::recital(20);
    if declared.under_own_responsibility == Some(true) {
        reasons.push(Reason::new(text!("law-free-hosts-contradicts"), source, cites).on(path));
        return Some(FreeSoftwareOutcome::Undetermined { missing: vec![path.to_owned(), own.to_owned()] });
    }
    reasons.push(Reason::new(text!("law-free-only-hosts"), source, cites).on(path));
    Some(FreeSoftwareOutcome::Hosting)
}

/// Whether this person supplies what somebody else publishes, rather than contributing to it.
fn passes_on(activity: &Activity) -> bool {
    [activity.places_third_country_brand, activity.distributes_unchanged, activity.distributes_modified]
        .contains(&Some(true))
}

/// FOS-02 frees contributors; an importer or distributor of free software is judged by how it supplies it.
fn passed_on(dossier: &Dossier, declared: &FreeSoftware, mut reasons: Vec<Reason>) -> FreeSoftwareVerdict {
    let reason = Reason::new(text!("law-free-passes-on"), FOS_02, Citation::recital(18));
    reasons.push(reason.on("operator.activity"));
    let end = match supply(dossier, declared, &mut reasons) {
        // Nobody's steward either: that is a matter of its publisher.
        FreeSoftwareOutcome::NotCommercial => FreeSoftwareOutcome::Contribution,
        other => other,
    };
    ended(end, reasons)
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
    if let Some((facts, reason)) = contradiction(dossier, declared) {
        reasons.push(reason);
        let missing = facts.into_iter().map(str::to_owned).collect();
        return FreeSoftwareOutcome::Undetermined { missing };
    }
    // Only now: nothing follows from a fact that another one contradicts.
    reasons.extend(beside_the_point(declared));
    if declared.not_for_profit == Some(true) {
        let source = Source::new("FOS-10", &[P, G]);
        let says = text!("law-free-not-for-profit");
        reasons.push(Reason::new(says, source, Citation::recital(18)).on("free_software.not_for_profit"));
        return FreeSoftwareOutcome::NotCommercial;
    }
    if let Some((outcome, reason)) = by_its_publisher(declared) {
        reasons.push(reason);
        return outcome;
    }
    if declared.edition == Some(Edition::PaidBesideFree) {
        let reason = Reason::new(text!("law-free-paid-edition"), FOS_12, Citation::guidance(52));
        reasons.push(reason.on("free_software.edition"));
        return FreeSoftwareOutcome::Commercial;
    }
    if let Some(reason) = commercial(dossier, declared) {
        reasons.push(reason);
        return FreeSoftwareOutcome::Commercial;
    }
    let supply = &dossier.scope.supply;
    // Donations on which nothing depends gate nothing; separate services are asked about where they are paid for.
    let gates = declared.donations_gate_access.or(declared.voluntary_donations.map(|voluntary| !voluntary));
    let paid_services = supply.paid_support_beyond_cost == Some(true);
    let separate = if paid_services { declared.services_optional_and_separate } else { Some(true) };
    let missing = unstated(&[
        ("scope.supply.price", supply.price),
        ("scope.supply.monetised_otherwise", supply.monetised_otherwise),
        ("scope.supply.personal_data_as_condition", supply.personal_data_as_condition),
        ("free_software.donations_gate_access", gates),
        ("free_software.services_optional_and_separate", separate),
    ]);
    if !missing.is_empty() {
        return stuck(missing, FOS_04, COMMERCIAL, reasons);
    }
    reasons.push(not_commercial(dossier, declared));
    FreeSoftwareOutcome::NotCommercial
}

type Contradiction = ([&'static str; 2], Reason);

/// Facts about its supply that contradict each other, so that no answer is safe.
fn contradiction(dossier: &Dossier, declared: &FreeSoftware) -> Option<Contradiction> {
    let supply = &dossier.scope.supply;
    let price = "scope.supply.price";
    let edition = "free_software.edition";
    if declared.voluntary_donations == Some(true) && declared.donations_gate_access == Some(true) {
        let facts = ["free_software.voluntary_donations", "free_software.donations_gate_access"];
        let reason = Reason::new(text!("law-free-donations-contradicts"), FOS_08, Citation::guidance(62));
        return Some((facts, reason.on(facts[0])));
    }
    let price_denied = match declared.edition {
        Some(Edition::FreeBesidePaid) => Some(true),
        Some(Edition::PaidBesideFree) => Some(false),
        Some(Edition::Only) | None => None,
    };
    if price_denied.is_some() && supply.price == price_denied {
        let reason = Reason::new(text!("law-free-edition-contradicts"), FOS_12, Citation::guidance(52));
        return Some(([edition, price], reason.on(edition)));
    }
    // Only an organisation has a constitution that binds its earnings (FOS-10); it matters where something is earned.
    let natural = dossier.operator.person == Some(Person::Natural);
    if natural && declared.not_for_profit == Some(true) && commercial(dossier, declared).is_some() {
        let facts = ["operator.person", "free_software.not_for_profit"];
        let source = Source::new("FOS-10", &[P, G]);
        let reason = Reason::new(text!("law-free-natural-not-for-profit"), source, Citation::recital(18));
        return Some((facts, reason.on(facts[1])));
    }
    let component = declared.component_for_integration == Some(true);
    if component && declared.monetised_by_its_publisher == Some(false) {
        let (fact, _) = indicators(dossier, declared).into_iter().find(|(_, so)| *so == Some(true))?;
        let says = text!("law-free-publisher-contradicts", fact = fact);
        let by = "free_software.monetised_by_its_publisher";
        return Some(([by, fact], Reason::new(says, FOS_11, Citation::guidance(67)).on(by)));
    }
    let at_cost = natural && declared.support_at_cost_only == Some(true);
    if at_cost && supply.paid_support_beyond_cost == Some(true) {
        let facts = ["free_software.support_at_cost_only", "scope.supply.paid_support_beyond_cost"];
        let source = Source::new("FOS-06", &[G]);
        let reason = Reason::new(text!("law-free-support-contradictory"), source, Citation::guidance(58));
        return Some((facts, reason.on(facts[0])));
    }
    None
}

fn indicators(dossier: &Dossier, declared: &FreeSoftware) -> [(&'static str, Option<bool>); 4] {
    let supply = &dossier.scope.supply;
    [
        ("scope.supply.price", supply.price),
        ("scope.supply.monetised_otherwise", supply.monetised_otherwise),
        ("scope.supply.personal_data_as_condition", supply.personal_data_as_condition),
        ("free_software.donations_gate_access", declared.donations_gate_access),
    ]
}

/// Facts people take for decisive and that are not: sponsors, what others earn, a paid edition beside this one.
fn beside_the_point(declared: &FreeSoftware) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if declared.edition == Some(Edition::FreeBesidePaid) {
        let reason = Reason::new(text!("law-free-community-edition"), FOS_12, Citation::guidance(53));
        reasons.push(reason.on("free_software.edition"));
    }
    if declared.sponsored == Some(true) {
        let source = Source::new("FOS-09", &[P, G]);
        let reason = Reason::new(text!("law-free-sponsored"), source, Citation::recital(18));
        reasons.push(reason.on("free_software.sponsored"));
    }
    if declared.monetised_downstream == Some(true) {
        let reason = Reason::new(text!("law-free-downstream"), FOS_11, Citation::guidance(87));
        reasons.push(reason.on("free_software.monetised_downstream"));
    }
    reasons
}

/// FOS-11: of a component for others to build in, only what its original publisher earns with it counts.
fn by_its_publisher(declared: &FreeSoftware) -> Option<(FreeSoftwareOutcome, Reason)> {
    if declared.component_for_integration != Some(true) {
        return None;
    }
    let (outcome, says) = if declared.monetised_by_its_publisher? {
        (FreeSoftwareOutcome::Commercial, text!("law-free-publisher-monetises"))
    } else {
        (FreeSoftwareOutcome::NotCommercial, text!("law-free-publisher-does-not-monetise"))
    };
    let reason = Reason::new(says, FOS_11, Citation::recital(18));
    Some((outcome, reason.on("free_software.monetised_by_its_publisher")))
}

/// The first indicator that the publisher supplies it commercially.
fn commercial(dossier: &Dossier, declared: &FreeSoftware) -> Option<Reason> {
    let supply = &dossier.scope.supply;
    let stated = |fact: Option<bool>| fact == Some(true);
    let paid_services = stated(supply.paid_support_beyond_cost);
    let (says, source, cites, fact) = if stated(supply.price) {
        (priced(declared), FOS_03, Citation::guidance(51), "scope.supply.price")
    } else if stated(supply.monetised_otherwise) {
        (text!("law-free-monetised"), FOS_04, COMMERCIAL, "scope.supply.monetised_otherwise")
    } else if stated(supply.personal_data_as_condition) {
        (text!("law-free-personal-data"), FOS_04, COMMERCIAL, "scope.supply.personal_data_as_condition")
    } else if stated(declared.donations_gate_access) {
        let fact = "free_software.donations_gate_access";
        (text!("law-free-donations-gate"), FOS_08, Citation::guidance(62), fact)
    } else if paid_services && declared.services_optional_and_separate == Some(false) {
        let fact = "free_software.services_optional_and_separate";
        (text!("law-free-services-not-separate"), FOS_04, COMMERCIAL, fact)
    } else if stated(supply.donations_for_profit) {
        // Recital 15 counts donations sought for profit; the guidance normally does not count donations at all.
        let reason = Reason::new(text!("law-free-donations-for-profit"), FOS_07, COMMERCIAL);
        return Some(
            reason.on("scope.supply.donations_for_profit").for_review(text!("law-review-donations")),
        );
    } else if stated(supply.course_of_business) {
        (text!("law-free-course-of-business"), FOS_04, COMMERCIAL, "scope.supply.course_of_business")
    } else {
        return None;
    };
    Some(Reason::new(says, source, cites).on(fact))
}

/// FOS-03: what is sold decides for what the seller is the manufacturer.
fn priced(declared: &FreeSoftware) -> Text {
    match declared.price_is_for {
        None | Some(PricedThing::Software) => text!("law-free-price"),
        Some(PricedThing::Version) => text!("law-free-price-of", what = "version"),
        Some(PricedThing::Binaries) => text!("law-free-price-of", what = "set of ready-made binaries"),
        Some(PricedThing::Edition) => text!("law-free-price-of", what = "edition"),
    }
}

fn not_commercial(dossier: &Dossier, declared: &FreeSoftware) -> Reason {
    let natural_person = dossier.operator.person == Some(Person::Natural);
    if natural_person && declared.support_at_cost_only == Some(true) {
        let source = Source::new("FOS-06", &[G]);
        let says = text!("law-free-support-at-cost");
        Reason::new(says, source, Citation::guidance(58)).on("free_software.support_at_cost_only")
    } else if dossier.scope.supply.paid_support_beyond_cost == Some(true) {
        let source = Source::new("FOS-05", &[G]);
        let reason = Reason::new(text!("law-free-separate-services"), source, Citation::guidance(55));
        reason.on("free_software.services_optional_and_separate")
    } else {
        Reason::new(text!("law-free-not-commercial"), FOS_07, COMMERCIAL).on("scope.supply")
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
