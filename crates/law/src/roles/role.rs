//! Articles 3(12) to (17), 18, 21, 22 and 24: which economic operator the declaring person is for this product.

use proofmark_facts::{Activity, Country, Dossier, Person};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::scope::free_software::{FreeSoftwareOutcome, FreeSoftwareVerdict, free_software};
use crate::source::{G, I, P, Source};
use crate::step::{Question, Step};

/// The roles the Regulation knows, and none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Article 3(13), or whoever Articles 21 and 22 treat as one.
    Manufacturer,
    /// Article 3(16).
    Importer,
    /// Article 3(17).
    Distributor,
    /// Article 3(15).
    AuthorisedRepresentative,
    /// Article 3(14).
    Steward,
    /// No role for this product.
    None,
}

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

/// The role of the declaring person, with reasons.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RoleVerdict {
    /// The answer.
    pub outcome: RoleOutcome,
    /// Why, in the order of the questions.
    pub reasons: Vec<Reason>,
}

/// Where the role test ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RoleOutcome {
    /// This role.
    Is(Role),
    /// These facts are not stated.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

impl RoleVerdict {
    /// The role, where it is determined.
    pub fn role(&self) -> Option<Role> {
        match self.outcome {
            RoleOutcome::Is(role) => Some(role),
            RoleOutcome::Undetermined { .. } => None,
        }
    }
}

const DEVELOPS: &str = "operator.activity.develops_or_has_developed";
const MARKETS: &str = "operator.activity.markets_under_own_name";
const IMPORTS: &str = "operator.activity.places_third_country_brand";
const DISTRIBUTES: &str = "operator.activity.distributes_unchanged";
const MODIFIES: &str = "operator.activity.substantially_modifies";
const MANDATED: &str = "operator.activity.acts_under_written_mandate";
const INTERMEDIARY: &str = "operator.activity.only_intermediary";
const ESTABLISHED: &str = "operator.established_in";

const QUESTIONS: [Question<Role>; 7] =
    [free_software_publisher, maker, modifier, supplier, representative, intermediary, none_of_these];

/// Walks the role test (reference section 4.1).
pub fn role(dossier: &Dossier) -> RoleVerdict {
    let mut reasons = Vec::new();
    for question in QUESTIONS {
        match question(dossier) {
            Step::Next(why) => reasons.extend(why),
            Step::End(role, why) => {
                reasons.extend(why);
                if role == Role::Manufacturer {
                    reasons.extend(outside_the_union(dossier));
                }
                return RoleVerdict { outcome: RoleOutcome::Is(role), reasons };
            }
            Step::Missing(missing, why) => {
                reasons.extend(why);
                return RoleVerdict { outcome: RoleOutcome::Undetermined { missing }, reasons };
            }
        }
    }
    RoleVerdict { outcome: RoleOutcome::Is(Role::None), reasons }
}

/// Free software that is not placed on the market has no manufacturer; it may have a steward.
fn free_software_publisher(dossier: &Dossier) -> Step<Role> {
    let not_ours = FreeSoftwareOutcome::Contribution;
    let FreeSoftwareVerdict { outcome, reasons } = free_software(dossier);
    if let FreeSoftwareOutcome::Undetermined { missing } = outcome {
        // Manufacturer or steward: that is exactly what the missing facts decide.
        return Step::Missing(missing, reasons);
    }
    let declared = dossier.free_software.as_ref();
    if outcome == not_ours {
        let source = Source::new("ROL-09", &[P, G]);
        let reason = Reason::new(text!("law-role-contributor"), source, Citation::recital(18));
        return Step::end(Role::None, reason.on("free_software.under_own_responsibility"));
    }
    let (FreeSoftwareOutcome::NotCommercial, Some(declared)) = (outcome, declared) else {
        return Step::Next(Vec::new());
    };
    let source = Source::new("FOS-14", &[P, G]);
    let cites = Citation::article(3).point("14");
    let nobody = |says: Text, path: &str| {
        let source = Source::new("FOS-15", &[G]);
        Step::end(Role::None, Reason::new(says, source, Citation::guidance(43)).on(path))
    };
    match (dossier.operator.person, declared.sustained_support) {
        (Some(Person::Natural), _) => nobody(text!("law-role-natural-person"), "operator.person"),
        (_, Some(false)) => nobody(text!("law-role-no-steward"), "free_software.sustained_support"),
        (Some(Person::Legal), Some(true)) => {
            let source = Source::new("ROL-08", &[P]);
            let reason = Reason::new(text!("law-role-steward"), source, cites);
            Step::end(Role::Steward, reason.on("free_software.sustained_support"))
        }
        (person, support) => {
            let mut missing = Vec::new();
            missing.extend(person.is_none().then_some("operator.person"));
            missing.extend(support.is_none().then_some("free_software.sustained_support"));
            Step::missing(&missing, source, cites)
        }
    }
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
        (None, Some(true)) if !acts_otherwise(activity) => Step::missing(&[DEVELOPS], SOURCE, cites),
        (None, None) if !acts_otherwise(activity) => Step::missing(&[DEVELOPS, MARKETS], SOURCE, cites),
        (Some(false), _) => {
            Step::next(Reason::new(text!("law-role-does-not-develop"), SOURCE, cites).on(DEVELOPS))
        }
        _ => Step::Next(Vec::new()),
    }
}

/// ROL-04 and ROL-05: a substantial modification makes a manufacturer of whoever makes it available.
fn modifier(dossier: &Dossier) -> Step<Role> {
    let activity = &dossier.operator.activity;
    if activity.substantially_modifies != Some(true) {
        return Step::Next(Vec::new());
    }
    if supplies(activity) {
        let source = Source::new("ROL-04", &[P]);
        let reason = Reason::new(text!("law-role-supplier-modifies"), source, Citation::article(21));
        return Step::end(Role::Manufacturer, reason.on(MODIFIES));
    }
    let source = Source::new("ROL-05", &[P]);
    let cites = Citation::article(22);
    match dossier.scope.supply.on_union_market {
        Some(true) => {
            let reason = Reason::new(text!("law-role-other-modifies"), source, cites).on(MODIFIES);
            Step::end(Role::Manufacturer, reason)
        }
        Some(false) => {
            Step::next(Reason::new(text!("law-role-modifies-for-itself"), source, cites).on(MODIFIES))
        }
        None => Step::missing(&["scope.supply.on_union_market"], source, cites),
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
    if activity.substantially_modifies.is_none() {
        return Step::missing(&[MODIFIES], source, cites);
    }
    if activity.places_third_country_brand == Some(true) {
        return importer(dossier);
    }
    let source = Source::new("ROL-03", &[P]);
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
    let cites = Citation::article(3).point("15");
    if dossier.operator.activity.acts_under_written_mandate != Some(true) {
        return Step::Next(Vec::new());
    }
    match dossier.operator.established_in {
        None => Step::missing(&[ESTABLISHED], SOURCE, cites),
        Some(country) if country.is_member_state() => {
            let reason = Reason::new(text!("law-role-representative"), SOURCE, cites).on(MANDATED);
            Step::end(Role::AuthorisedRepresentative, reason)
        }
        Some(country) => {
            let says = text!("law-role-representative-outside", country = country.as_str());
            Step::next(Reason::new(says, SOURCE, cites).on(ESTABLISHED))
        }
    }
}

/// ROL-07: who only runs a marketplace is none of the operators for that product.
fn intermediary(dossier: &Dossier) -> Step<Role> {
    if dossier.operator.activity.only_intermediary != Some(true) {
        return Step::Next(Vec::new());
    }
    let source = Source::new("ROL-07", &[P]);
    let reason = Reason::new(text!("law-role-intermediary"), source, Citation::recital(78));
    Step::end(Role::None, reason.on(INTERMEDIARY))
}

/// No role is left only when every activity is stated and none holds.
fn none_of_these(dossier: &Dossier) -> Step<Role> {
    let source = Source::new("ROL-01", &[P]);
    let cites = Citation::article(3).point("12");
    let activity = &dossier.operator.activity;
    let facts = [
        (IMPORTS, activity.places_third_country_brand),
        (DISTRIBUTES, activity.distributes_unchanged),
        (MODIFIES, activity.substantially_modifies),
        (MANDATED, activity.acts_under_written_mandate),
        (INTERMEDIARY, activity.only_intermediary),
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

fn supplies(activity: &Activity) -> bool {
    activity.places_third_country_brand == Some(true) || activity.distributes_unchanged == Some(true)
}

fn acts_otherwise(activity: &Activity) -> bool {
    supplies(activity)
        || activity.substantially_modifies == Some(true)
        || activity.acts_under_written_mandate == Some(true)
        || activity.only_intermediary == Some(true)
}
