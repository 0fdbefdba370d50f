//! Articles 21 and 22: whoever substantially modifies a product on the market may become its manufacturer.

use proofmark_facts::{Activity, Dossier};
use proofmark_text::text;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::roles::role_verdict::{Extent, Role};
use crate::scope::commercial_activity::{own_use, supply};
use crate::scope::scope_verdict::ScopeOutcome;
use crate::source::{P, Source};
use crate::step::{Step, not_stated};

const MODIFIES: &str = "operator.activity.substantially_modifies";
const WHOLE: &str = "operator.activity.modification_affects_whole";
const ROL_05: Source = Source::new("ROL-05", &[P]);

/// ROL-04 and ROL-05: a substantial modification makes a manufacturer of whoever makes it available.
pub(crate) fn modifier(dossier: &Dossier) -> Step<Role> {
    let activity = &dossier.operator.activity;
    if activity.substantially_modifies != Some(true) {
        return Step::Next(Vec::new());
    }
    if supplies(activity) {
        let source = Source::new("ROL-04", &[P]);
        let reason = Reason::new(text!("law-role-supplier-modifies"), source, Citation::article(21));
        return Step::end(Role::Manufacturer, reason.on(MODIFIES));
    }
    let (source, cites) = (ROL_05, Citation::article(22));
    match made_available(dossier) {
        Made::Available => {
            let reason = Reason::new(text!("law-role-other-modifies"), source, cites).on(MODIFIES);
            Step::end(Role::Manufacturer, reason)
        }
        // Article 21 may still speak to this person, as long as it has not said that it supplies nothing.
        Made::NotAvailable if !supplies_nothing(activity) => Step::Next(Vec::new()),
        Made::NotAvailable => {
            Step::next(Reason::new(text!("law-role-modifies-for-itself"), source, cites).on(MODIFIES))
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
    match dossier.operator.activity.modification_affects_whole {
        Some(true) => (Extent::WholeProduct, reason(text!("law-role-whole-affected"))),
        Some(false) => (Extent::ModifiedPart, reason(text!("law-role-part-affected"))),
        None => (Extent::Undetermined { missing: vec![WHOLE.to_owned()] }, not_stated(WHOLE, ROL_05, cites)),
    }
}

/// Whether Article 22 is the one that speaks to this person: it modifies, and is neither importer nor distributor.
pub(crate) fn modifies_as_anyone_else(dossier: &Dossier) -> bool {
    let activity = &dossier.operator.activity;
    activity.substantially_modifies == Some(true) && !supplies(activity)
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
