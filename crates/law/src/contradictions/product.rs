//! Contradictions about the product: its class, its categories, its support period.

use jiff::ToSpan;
use proofmark_facts::{DeclaredClass, Dossier, Place, Problem};
use proofmark_text::{Text, text};

use crate::classes::categories::{category, nearest_category};
use crate::classes::category::Class;
use crate::classes::category_line::CategoryVerdict;
use crate::periods::support_period::{expected_use, judge};
use crate::state::state_of_the_law::StateOfTheLaw;
use crate::units::has_units;
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
    support_period(dossier, state, problems);
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
        } else if core_category == Some(id) && !CategoryVerdict::from(considered.relation).is_a_match() {
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
            title = near.title_sentence(),
        ),
        None => text!("law-contradiction-unknown-category", category = id),
    }
}

fn support_period(dossier: &Dossier, state: &StateOfTheLaw, problems: &mut Vec<Problem>) {
    let period = &dossier.support_period;
    let judged = judge(dossier, state);
    let (Some(runs_from), Some(ends_on)) = (judged.runs_from, period.ends_on) else { return };
    let place = || Place::at("support_period.ends_on");
    let (from, to) = (runs_from.to_string(), ends_on.to_string());
    if ends_on < runs_from {
        let says = text!("law-contradiction-support-ends-before", placed_on = from, ends_on = to);
        problems.push(Problem::error(place(), says));
        return;
    }
    let (Some(least), Some((months, _))) = (judged.floor_end, expected_use(period)) else { return };
    if ends_on < least {
        let least = least.to_string();
        let says = match dossier.release.placing.last_unit_placed_on.filter(|_| has_units(dossier)) {
            Some(unit) => {
                let unit = unit.to_string();
                text!("periods-contradiction-last-unit-support", ends_on = to, last = unit, least = least)
            }
            None => text!("law-contradiction-support-too-short", ends_on = to, least = least),
        };
        problems.push(Problem::error(place(), says));
    } else if judged.outlives_calendar || judged.required_end.is_some_and(|required| ends_on < required) {
        // Whether the period must equal the expected use is open (OPN-08); that five years are no default is not.
        let says = match u32::try_from(months / 12) {
            Ok(years) if months % 12 == 0 => {
                text!("law-contradiction-support-shorter-than-use", ends_on = to, years = years)
            }
            _ => {
                let months = months.to_string();
                text!("periods-contradiction-shorter-than-use", ends_on = to, months = months)
            }
        };
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
        // Where the dossier says whether it covers the product, that is judged with the rest of the period.
        if period.act_minimums.iter().any(|act| act.act == minimum.act && act.covers_this_product.is_some()) {
            continue;
        }
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
