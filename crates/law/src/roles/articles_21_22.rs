//! Articles 21 and 22: whoever substantially modifies a product on the market may become its manufacturer.

use proofmark_facts::{Activity, ChangeMaker, Determination, Dossier};
use proofmark_text::text;

use crate::citation::Citation;
use crate::modification::standing::standing;
use crate::reason::Reason;
use crate::roles::role_verdict::{Extent, Role};
use crate::scope::commercial_activity::{own_use, supply};
use crate::scope::scope_verdict::ScopeOutcome;
use crate::source::{P, Source};
use crate::step::{Step, not_stated};

/// Whether the operator substantially modifies products on the market, as it states of itself.
pub(crate) const MODIFIES: &str = "operator.activity.substantially_modifies";
const DECLARED: &str = "modification";
const WHOLE: &str = "modification.affects_whole_product";
const ROL_05: Source = Source::new("ROL-05", &[P]);

/// ROL-04 and ROL-05: a substantial modification makes a manufacturer of whoever makes it available.
pub(crate) fn modifier(dossier: &Dossier) -> Step<Role> {
    let activity = &dossier.operator.activity;
    let (source, cites) = (ROL_05, Citation::article(22));
    if denies_its_modification(dossier) {
        let reason = Reason::new(text!("law-role-modification-denied"), source, cites).on(MODIFIES);
        return Step::Missing(vec![MODIFIES.to_owned(), DECLARED.to_owned()], vec![reason]);
    }
    let (modifies, fact) = modifies(dossier);
    if modifies != Some(true) {
        return Step::Next(Vec::new());
    }
    if supplies(activity) {
        let source = Source::new("ROL-04", &[P]);
        let reason = Reason::new(text!("law-role-supplier-modifies"), source, Citation::article(21));
        return Step::end(Role::Manufacturer, reason.on(fact));
    }
    match made_available(dossier) {
        Made::Available => {
            let reason = Reason::new(text!("law-role-other-modifies"), source, cites).on(fact);
            Step::end(Role::Manufacturer, reason)
        }
        // Article 21 may still speak to this person, as long as it has not said that it supplies nothing.
        Made::NotAvailable if !supplies_nothing(activity) => Step::Next(Vec::new()),
        Made::NotAvailable => {
            Step::next(Reason::new(text!("law-role-modifies-for-itself"), source, cites).on(fact))
        }
        Made::Unknown(facts) => {
            let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
            Step::missing(&facts, source, cites)
        }
    }
}

/// Whether the modified product is made available: supplied on the Union market in a commercial activity.
enum Made {
    Available,
    NotAvailable,
    Unknown(Vec<String>),
}

fn made_available(dossier: &Dossier) -> Made {
    let asked = match own_use(dossier) {
        Step::Next(_) => supply(dossier),
        decided => decided,
    };
    match asked {
        Step::End(ScopeOutcome::InScope, _) => Made::Available,
        Step::End(..) | Step::Next(_) => Made::NotAvailable,
        Step::Missing(facts, _) => Made::Unknown(facts),
    }
}

/// ROL-05: the part affected, or the whole product if its cybersecurity as a whole is affected.
pub(crate) fn part_or_whole(dossier: &Dossier) -> (Extent, Reason) {
    let cites = Citation::article(22);
    let reason = |says| Reason::new(says, ROL_05, cites).on(WHOLE);
    match dossier.modification.as_ref().and_then(|declared| declared.affects_whole_product) {
        Some(true) => (Extent::WholeProduct, reason(text!("law-role-whole-affected"))),
        Some(false) => (Extent::ModifiedPart, reason(text!("law-role-part-affected"))),
        None => (Extent::Undetermined { missing: vec![WHOLE.to_owned()] }, not_stated(WHOLE, ROL_05, cites)),
    }
}

/// Whether Article 22 is the one that speaks to this person: it modifies, and is neither importer nor distributor.
pub(crate) fn modifies_as_anyone_else(dossier: &Dossier) -> bool {
    modifies(dossier).0 == Some(true) && !supplies(&dossier.operator.activity)
}

/// Whether this person substantially modifies the product, and the fact that says so: what it states of itself, else
/// the declared change where that stands as substantial and is not its first manufacturer's.
pub(crate) fn modifies(dossier: &Dossier) -> (Option<bool>, &'static str) {
    match dossier.operator.activity.substantially_modifies {
        None if change_of_its_own(dossier, |maker| maker != Some(ChangeMaker::OriginalManufacturer)) => {
            (Some(true), DECLARED)
        }
        stated => (stated, MODIFIES),
    }
}

/// Whether it states that it modifies nothing substantially, beside a change of another than the first manufacturer
/// that stands as substantial.
pub(crate) fn denies_its_modification(dossier: &Dossier) -> bool {
    let by_another = |maker| matches!(maker, Some(maker) if maker != ChangeMaker::OriginalManufacturer);
    dossier.operator.activity.substantially_modifies == Some(false) && change_of_its_own(dossier, by_another)
}

fn change_of_its_own(dossier: &Dossier, made_by: impl Fn(Option<ChangeMaker>) -> bool) -> bool {
    let Some(declared) = dossier.modification.as_ref().filter(|declared| made_by(declared.made_by)) else {
        return false;
    };
    standing(declared, dossier, &[]).stands == Some(Determination::Substantial)
}

/// Whether this person imports or distributes.
pub(crate) fn supplies(activity: &Activity) -> bool {
    let facts =
        [activity.places_third_country_brand, activity.distributes_unchanged, activity.distributes_modified];
    facts.contains(&Some(true))
}

/// Whether this person has said that it neither imports nor distributes.
pub(crate) fn supplies_nothing(activity: &Activity) -> bool {
    activity.places_third_country_brand == Some(false) && activity.distributes_unchanged == Some(false)
}
