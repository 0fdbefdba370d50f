//! Statements on what an operator does that contradict each other, so that no role is safe.

use proofmark_facts::{Country, Dossier};
use proofmark_text::text;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::roles::articles_21_22::modifies;
use crate::source::{P, Source};

const ONLY: &str = "operator.activity.only_intermediary";
const UNCHANGED: &str = "operator.activity.distributes_unchanged";
const BRAND: &str = "operator.brand_owner_established_in";

/// Two statements that contradict each other: the ways to both, and why no answer rests on either.
type Contradiction = (Vec<String>, Reason);

/// The first contradiction: an answer that rests on one of its two statements would be a guess.
pub(crate) fn contradictory_activities(dossier: &Dossier) -> Option<Contradiction> {
    let activity = &dossier.operator.activity;
    let (modifies, stated_by) = modifies(dossier);
    let acts = [
        ("operator.activity.develops_or_has_developed", activity.develops_or_has_developed),
        ("operator.activity.markets_under_own_name", activity.markets_under_own_name),
        ("operator.activity.places_third_country_brand", activity.places_third_country_brand),
        (UNCHANGED, activity.distributes_unchanged),
        ("operator.activity.distributes_modified", activity.distributes_modified),
        (stated_by, modifies),
    ];
    if activity.only_intermediary == Some(true)
        && let Some((act, _)) = acts.iter().find(|(_, so)| *so == Some(true))
    {
        let source = Source::new("ROL-07", &[P]);
        let says = text!("law-role-more-than-intermediary", fact = *act);
        return Some(both(ONLY, act, Reason::new(says, source, Citation::recital(78))));
    }
    // The last two of them change the product.
    let changing = acts[4..].iter().find(|(_, so)| *so == Some(true));
    if activity.distributes_unchanged == Some(true)
        && let Some((act, _)) = changing
    {
        let source = Source::new("ROL-03", &[P]);
        let says = text!("law-role-unchanged-and-changed", fact = *act);
        let reason = Reason::new(says, source, Citation::article(3).point("17"));
        return Some(both(UNCHANGED, act, reason));
    }
    let inside =
        dossier.operator.brand_owner_established_in.filter(|country: &Country| country.is_member_state());
    if let (Some(country), Some(true)) = (inside, activity.places_third_country_brand) {
        let imports = acts[2].0;
        let source = Source::new("ROL-02", &[P]);
        let says = text!("law-role-brand-contradicts", country = country.as_str());
        let reason = Reason::new(says, source, Citation::article(3).point("16"));
        return Some(both(BRAND, imports, reason));
    }
    None
}

fn both(one: &str, other: &str, reason: Reason) -> Contradiction {
    (vec![one.to_owned(), other.to_owned()], reason.on(one))
}
