//! Contradictions about the product: its class, its categories, its support period.

use jiff::ToSpan;
use proofmark_facts::{DeclaredClass, Dossier, Place, Problem};
use proofmark_text::{Text, text};

use crate::classes::categories::{category, nearest_category};
use crate::classes::category::Class;
use crate::modification::support_start::support_starts_on;
use crate::readiness::evidence_search::least_end;
use crate::state::state_of_the_law::StateOfTheLaw;
use crate::verdict::Verdict;

/// Class and categories, the tailor-made agreement, and the support period.
pub(crate) fn product(
    dossier: &Dossier,
    state: &StateOfTheLaw,
    verdict: &Verdict,
    problems: &mut Vec<Problem>,
) {
    declared_class(dossier, verdict, problems);
    categories(dossier, problems);
    let tailor_made = dossier.product.tailor_made.as_ref();
    if tailor_made.is_some_and(|tailored| tailored.agreement.is_none()) {
        let place = Place::at("product.tailor_made.agreement");
        problems.push(Problem::warning(place, text!("law-contradiction-tailor-made")));
    }
    support_period(dossier, problems);
    minimum_support(dossier, state, problems);
}

fn declared_class(dossier: &Dossier, verdict: &Verdict, problems: &mut Vec<Problem>) {
    let (Some(declared), Some(found)) = (dossier.product.declared_class, verdict.class.class()) else {
        return;
    };
    let declared = match declared {
        DeclaredClass::Default => Class::Default,
        DeclaredClass::ImportantI => Class::ImportantI,
        DeclaredClass::ImportantII => Class::ImportantII,
        DeclaredClass::Critical => Class::Critical,
    };
    if declared != found {
        let says = text!("law-contradiction-class", declared = declared.name(), found = found.name());
        problems.push(Problem::error(Place::at("product.declared_class"), says));
    }
}

fn categories(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let core = dossier.product.core_functionality.as_ref();
    let core_category = core.and_then(|core| core.category.as_deref());
    if let Some(id) = core_category.filter(|id| category(id).is_none()) {
        problems.push(Problem::error(Place::at("product.core_functionality.category"), unknown(id)));
    }
    if core.is_some_and(|core| core.category.is_none() && core.because.is_none()) {
        let place = Place::at("product.core_functionality.because");
        problems.push(Problem::warning(place, text!("law-contradiction-no-category-no-reason")));
    }
    for (index, considered) in dossier.product.considered_categories.iter().enumerate() {
        let place = Place::at(format!("product.considered_categories[{index}].category"));
        let id = considered.category.as_str();
        if category(id).is_none() {
            problems.push(Problem::error(place, unknown(id)));
        } else if core_category == Some(id) {
            problems.push(Problem::error(place, text!("law-contradiction-own-category", category = id)));
        }
    }
}

fn unknown(id: &str) -> Text {
    match nearest_category(id) {
        Some(near) => text!(
            "law-contradiction-unknown-category-near",
            category = id,
            near = near.id,
            title = near.title,
        ),
        None => text!("law-contradiction-unknown-category", category = id),
    }
}

fn support_period(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let period = &dossier.support_period;
    let (Some(placed_on), Some(ends_on)) = (dossier.release.placed_on_the_market_on, period.ends_on) else {
        return;
    };
    let place = || Place::at("support_period.ends_on");
    let (from, to) = (placed_on.to_string(), ends_on.to_string());
    if ends_on < placed_on {
        let says = text!("law-contradiction-support-ends-before", placed_on = from, ends_on = to);
        problems.push(Problem::error(place(), says));
        return;
    }
    let Some(years) = period.expected_use_years else { return };
    let starts_on = support_starts_on(dossier).unwrap_or(placed_on);
    let least = least_end(starts_on, years);
    // A use that outlives the calendar is longer than any support period.
    let use_ends = (years <= 5_000)
        .then(|| starts_on.checked_add(i64::from(years).years()).ok()?.checked_sub(1.day()).ok())
        .flatten();
    if ends_on < least {
        let says = text!("law-contradiction-support-too-short", ends_on = to, least = least.to_string());
        problems.push(Problem::error(place(), says));
    } else if use_ends.is_none_or(|use_ends| ends_on < use_ends) {
        // Whether the period must equal the expected use is open (OPN-08); that five years are no default is not.
        let says = text!("law-contradiction-support-shorter-than-use", ends_on = to, years = years);
        problems.push(Problem::warning(place(), says));
    }
}

/// A minimum set for some products (Article 13(8), fourth subparagraph); which they are takes a reader.
fn minimum_support(dossier: &Dossier, state: &StateOfTheLaw, problems: &mut Vec<Problem>) {
    let period = &dossier.support_period;
    let (Some(placed_on), Some(ends_on)) = (dossier.release.placed_on_the_market_on, period.ends_on) else {
        return;
    };
    for minimum in &state.minimum_support_periods {
        let years = i64::from(minimum.years.min(1_000));
        if ends_on < placed_on.saturating_add(years.years()).saturating_sub(1.day()) {
            let says = text!(
                "law-contradiction-minimum-support",
                act = &minimum.act,
                years = minimum.years,
                products = &minimum.products,
            );
            problems.push(Problem::warning(Place::at("support_period.ends_on"), says));
        }
    }
}
