//! Articles 3(12) to (17), 18, 21, 22 and 24: which economic operator the declaring person is for this product.

use proofmark_facts::{Activity, Country, Dossier, PricedThing};
use proofmark_text::text;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::roles::articles_21_22::{
    MODIFIES, modifier, modifies, modifies_as_anyone_else, part_or_whole, supplies, supplies_nothing,
};
use crate::roles::marketplace::{beside_a_marketplace, intermediary};
pub(crate) use crate::roles::role_verdict::{Extent, Role, RoleOutcome, RoleVerdict};
use crate::roles::statements::contradictory_activities;
use crate::roles::steward::free_software_publisher;
use crate::source::{G, I, P, Source};
use crate::step::{Question, Step};

/// The economic operators of Article 3(12), each of whom Article 23 and market surveillance reach.
pub(crate) const OPERATORS: &[Role] =
    &[Role::Manufacturer, Role::AuthorisedRepresentative, Role::Importer, Role::Distributor];

/// Everyone, with a role or without.
pub(crate) const ANYONE: &[Role] = &[
    Role::Manufacturer,
    Role::AuthorisedRepresentative,
    Role::Importer,
    Role::Distributor,
    Role::Steward,
    Role::None,
];

const DEVELOPS: &str = "operator.activity.develops_or_has_developed";
const MARKETS: &str = "operator.activity.markets_under_own_name";
const IMPORTS: &str = "operator.activity.places_third_country_brand";
const DISTRIBUTES: &str = "operator.activity.distributes_unchanged";
const MANDATED: &str = "operator.activity.acts_under_written_mandate";
const MODIFIED: &str = "operator.activity.distributes_modified";
const INTERMEDIARY: &str = "operator.activity.only_intermediary";
const ESTABLISHED: &str = "operator.established_in";

const QUESTIONS: [Question<Role>; 7] =
    [free_software_publisher, maker, modifier, supplier, representative, intermediary, none_of_these];

/// Walks the role test (reference section 4.1). Statements that contradict each other leave every role open.
pub fn role(dossier: &Dossier) -> RoleVerdict {
    let mut reasons = Vec::new();
    let contradiction = contradictory_activities(dossier);
    for question in QUESTIONS {
        match (question(dossier), contradiction.clone()) {
            (Step::Next(why), _) => reasons.extend(why),
            (Step::End(_, mut why), Some((missing, contradicts))) => {
                // What led there stays; what would have decided does not.
                why.pop();
                reasons.extend(why);
                reasons.push(contradicts);
                return RoleVerdict { outcome: RoleOutcome::Undetermined { missing }, extent: None, reasons };
            }
            (Step::End(role, why), None) => {
                reasons.extend(why);
                return held(dossier, role, reasons);
            }
            (Step::Missing(mut missing, why), contradiction) => {
                reasons.extend(why);
                if let Some((facts, contradicts)) = contradiction {
                    missing.splice(0..0, facts);
                    reasons.push(contradicts);
                }
                return RoleVerdict { outcome: RoleOutcome::Undetermined { missing }, extent: None, reasons };
            }
        }
    }
    RoleVerdict { outcome: RoleOutcome::Is(Role::None), extent: None, reasons }
}

/// The role with its extent, and what else is to be said of it.
fn held(dossier: &Dossier, role: Role, mut reasons: Vec<Reason>) -> RoleVerdict {
    let deciding = reasons.pop();
    let extent = extent(dossier, role, &mut reasons);
    reasons.extend(beside_a_marketplace(dossier, role));
    reasons.extend(for_other_products(dossier));
    // What decided stands last, but for what being outside the Union adds.
    reasons.extend(deciding);
    if role == Role::Manufacturer {
        reasons.extend(outside_the_union(dossier));
    }
    RoleVerdict { outcome: RoleOutcome::Is(role), extent, reasons }
}

/// For what the role is held; a modifier's turns on a fact of its own.
fn extent(dossier: &Dossier, role: Role, reasons: &mut Vec<Reason>) -> Option<Extent> {
    match role {
        Role::None => None,
        Role::AuthorisedRepresentative => Some(Extent::MandatedTasks),
        Role::Importer | Role::Distributor | Role::Steward => Some(Extent::WholeProduct),
        Role::Manufacturer if !is_maker(&dossier.operator.activity) && modifies_as_anyone_else(dossier) => {
            let (extent, reason) = part_or_whole(dossier);
            reasons.push(reason);
            Some(extent)
        }
        Role::Manufacturer => {
            let free = dossier.free_software.as_ref();
            let paid = free.and_then(|free| free.price_is_for);
            let is_part =
                matches!(paid, Some(PricedThing::Version | PricedThing::Binaries | PricedThing::Edition));
            // Of free software the seller makes only that his own product which he sells (guidance point 51).
            let sold = is_part && dossier.scope.supply.price == Some(true);
            Some(if sold { Extent::PaidVersion } else { Extent::WholeProduct })
        }
    }
}

fn is_maker(activity: &Activity) -> bool {
    activity.develops_or_has_developed == Some(true) && activity.markets_under_own_name == Some(true)
}

/// FOS-17: what somebody is for other products neither adds to nor takes from what it is for this one.
fn for_other_products(dossier: &Dossier) -> Option<Reason> {
    if dossier.operator.for_other_products.is_empty() {
        return None;
    }
    let source = Source::new("FOS-17", &[G]);
    let reason = Reason::new(text!("law-role-per-product"), source, Citation::guidance(72));
    Some(reason.on("operator.for_other_products"))
}

/// ROL-01: develops, and markets under its own name.
fn maker(dossier: &Dossier) -> Step<Role> {
    const SOURCE: Source = Source::new("ROL-01", &[P]);
    let cites = Citation::article(3).point("13");
    let activity = &dossier.operator.activity;
    match (activity.develops_or_has_developed, activity.markets_under_own_name) {
        (Some(true), Some(true)) => Step::end(
            Role::Manufacturer,
            Reason::new(text!("law-role-manufacturer"), SOURCE, cites).on(DEVELOPS),
        ),
        (Some(true), None) => Step::missing(&[MARKETS], SOURCE, cites),
        (None, Some(true)) if !acts_otherwise(dossier) => Step::missing(&[DEVELOPS], SOURCE, cites),
        (None, None) if !acts_otherwise(dossier) => Step::missing(&[DEVELOPS, MARKETS], SOURCE, cites),
        (Some(false), _) => {
            Step::next(Reason::new(text!("law-role-does-not-develop"), SOURCE, cites).on(DEVELOPS))
        }
        _ => Step::Next(Vec::new()),
    }
}

/// ROL-02 to ROL-04: importers and distributors, and those who sell under their own name.
fn supplier(dossier: &Dossier) -> Step<Role> {
    let activity = &dossier.operator.activity;
    if !supplies(activity) {
        return Step::Next(Vec::new());
    }
    let source = Source::new("ROL-04", &[P]);
    let cites = Citation::article(21);
    match activity.markets_under_own_name {
        Some(true) => {
            let reason = Reason::new(text!("law-role-own-brand"), source, cites).on(MARKETS);
            return Step::end(Role::Manufacturer, reason);
        }
        None => return Step::missing(&[MARKETS], source, cites),
        Some(false) => {}
    }
    // Who passes it on without affecting its properties has said that it does not modify it.
    if modifies(dossier).0.is_none() && activity.distributes_unchanged != Some(true) {
        return Step::missing(&[MODIFIES], source, cites);
    }
    if activity.places_third_country_brand == Some(true) {
        match importer(dossier) {
            // Outside the Union it is no importer; what it passes on unchanged still makes it a distributor.
            Step::Next(reasons) if activity.distributes_unchanged == Some(true) => {
                return match distributor(activity) {
                    Step::End(role, why) => Step::End(role, [reasons, why].concat()),
                    other => other,
                };
            }
            step => return step,
        }
    }
    distributor(activity)
}

/// ROL-03: later in the chain, properties unaffected.
fn distributor(activity: &Activity) -> Step<Role> {
    let source = Source::new("ROL-03", &[P]);
    if activity.distributes_modified == Some(true) {
        // Article 21 wants a substantial modification, Article 3(17) wants none at all: between them is a gap.
        let reason =
            Reason::new(text!("law-role-distributor-changes"), source, Citation::article(3).point("17"));
        let reason = reason.on(MODIFIED).for_review(text!("law-review-distributor-changes"));
        return Step::end(Role::Distributor, reason);
    }
    let reason = Reason::new(text!("law-role-distributor"), source, Citation::article(3).point("17"));
    Step::end(Role::Distributor, reason.on(DISTRIBUTES))
}

fn importer(dossier: &Dossier) -> Step<Role> {
    const SOURCE: Source = Source::new("ROL-02", &[P]);
    let cites = Citation::article(3).point("16");
    match dossier.operator.established_in {
        None => Step::missing(&[ESTABLISHED], SOURCE, cites),
        Some(country) if country.is_member_state() => {
            Step::end(Role::Importer, Reason::new(text!("law-role-importer"), SOURCE, cites).on(IMPORTS))
        }
        Some(country) => {
            let says = text!("law-role-importer-outside", country = country.as_str());
            Step::next(Reason::new(says, SOURCE, cites).on(ESTABLISHED))
        }
    }
}

/// ROL-06: a written mandate from the manufacturer, and a place in the Union.
fn representative(dossier: &Dossier) -> Step<Role> {
    const SOURCE: Source = Source::new("ROL-06", &[P]);
    let cites = Citation::article(18);
    let activity = &dossier.operator.activity;
    if activity.acts_under_written_mandate != Some(true) {
        return Step::Next(Vec::new());
    }
    match dossier.operator.established_in {
        None => Step::missing(&[ESTABLISHED], SOURCE, cites),
        Some(country) if country.is_member_state() => {
            let reason = Reason::new(text!("law-role-representative"), SOURCE, cites).on(MANDATED);
            Step::end(Role::AuthorisedRepresentative, reason)
        }
        // Another role may still be open; only where none is does it matter that this one is closed.
        Some(_) if !supplies_nothing(activity) || modifies(dossier).0 != Some(false) => {
            Step::Next(Vec::new())
        }
        Some(country) => {
            let says = text!("law-role-representative-outside", country = country.as_str());
            Step::next(Reason::new(says, SOURCE, cites).on(ESTABLISHED))
        }
    }
}

/// No role is left only when every activity is stated and none holds.
fn none_of_these(dossier: &Dossier) -> Step<Role> {
    let source = Source::new("ROL-01", &[P]);
    let cites = Citation::article(3).point("12");
    let activity = &dossier.operator.activity;
    let facts = [
        (IMPORTS, activity.places_third_country_brand),
        (DISTRIBUTES, activity.distributes_unchanged),
        (MODIFIES, modifies(dossier).0),
        (MANDATED, activity.acts_under_written_mandate),
        (
            INTERMEDIARY,
            activity.only_intermediary.or(activity.runs_marketplace).or(activity.provides_fulfilment),
        ),
    ];
    let missing: Vec<&str> =
        facts.iter().filter(|(_, stated)| stated.is_none()).map(|(path, _)| *path).collect();
    if !missing.is_empty() {
        return Step::missing(&missing, source, cites);
    }
    Step::end(Role::None, Reason::new(text!("law-role-none"), source, cites).on("operator.activity"))
}

/// ROL-10 and ROL-11: what being established outside the Union changes for a manufacturer, and what not.
fn outside_the_union(dossier: &Dossier) -> Vec<Reason> {
    if dossier.operator.established_in.is_none_or(Country::is_member_state) {
        return Vec::new();
    }
    let representative = Source::new("ROL-10", &[P]);
    let responsible = Source::new("ROL-11", &[I]);
    vec![
        Reason::new(
            text!("law-role-representative-optional"),
            representative,
            Citation::article(18).paragraph(1),
        )
        .on(ESTABLISHED),
        Reason::new(text!("law-role-responsible-person"), responsible, Citation::article(66)).on(ESTABLISHED),
    ]
}

fn acts_otherwise(dossier: &Dossier) -> bool {
    let activity = &dossier.operator.activity;
    supplies(activity)
        || modifies(dossier).0 == Some(true)
        || activity.acts_under_written_mandate == Some(true)
        || activity.only_intermediary == Some(true)
        || activity.runs_marketplace == Some(true)
        || activity.provides_fulfilment == Some(true)
}
