//! Contradictions about days, periods and the size of the enterprise.

use proofmark_facts::{Dossier, Place, Problem, Remedy};
use proofmark_text::text;

use crate::calendar::FULL_APPLICATION;
use crate::penalties::enterprise_size::{SizeOutcome, enterprise, name};
use crate::periods::placing::came_on_the_market;
use crate::periods::retention::{RetentionState, retention};
use crate::periods::support_notices::{LatestOnlyOutcome, latest_only};
use crate::roles::role::Role;
use crate::state::state_of_the_law::StateOfTheLaw;
use crate::units::has_units;
use crate::verdict::Verdict;

/// Days that cannot go together, conditions that do not hold, numbers that say something else.
pub(crate) fn periods(
    dossier: &Dossier,
    state: &StateOfTheLaw,
    verdict: &Verdict,
    problems: &mut Vec<Problem>,
) {
    placing(dossier, problems);
    support(dossier, state, problems);
    if let Some(role @ Role::Manufacturer) = verdict.role.role() {
        security_updates(dossier, role, verdict, problems);
    }
    size(dossier, problems);
}

fn placing(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let placing = &dossier.release.placing;
    let placed = dossier.release.placed_on_the_market_on;
    let at = |key: &str| Place::at(format!("release.placing.{key}"));
    if has_units(dossier) {
        if let (Some(first), Some(placed)) = (placing.first_unit_placed_on, placed)
            && first > placed
        {
            let says = text!(
                "periods-contradiction-first-unit",
                first = first.to_string(),
                placed = placed.to_string()
            );
            problems.push(Problem::error(at("first_unit_placed_on"), says));
        }
        if let (Some(last), Ok(came)) = (placing.last_unit_placed_on, came_on_the_market(dossier))
            && last < came.first
        {
            let (last, first) = (last.to_string(), came.first.to_string());
            let says = text!("periods-contradiction-last-unit", last = last, first = first);
            problems.push(Problem::error(at("last_unit_placed_on"), says));
        }
    } else if let Some(placed) = placed {
        let offered = placing.first_offered_on.max(placing.manufacturing_complete_on);
        if let Some(offered) = offered.filter(|offered| *offered > placed) {
            let (placed, offered) = (placed.to_string(), offered.to_string());
            let says = text!("periods-contradiction-offered", placed = placed, offered = offered);
            problems.push(Problem::error(Place::at("release.placed_on_the_market_on"), says));
        }
    }
}

fn support(dossier: &Dossier, state: &StateOfTheLaw, problems: &mut Vec<Problem>) {
    let period = &dossier.support_period;
    let at = |key: &str| Place::at(format!("support_period.{key}"));
    if let (Some(years), Some(months)) = (period.expected_use_years, period.expected_use_months)
        && u64::from(years) * 12 != months
    {
        let says = text!("periods-contradiction-use", years = years, months = months.to_string());
        problems.push(Problem::error(at("expected_use_months"), says));
    }
    if period.subscription_only == Some(true) && period.subscription_months.is_none() {
        problems
            .push(Problem::warning(at("subscription_months"), text!("periods-contradiction-subscription")));
    }
    for (index, declared) in period.act_minimums.iter().enumerate() {
        if !state.minimum_support_periods.iter().any(|minimum| minimum.act == declared.act) {
            let says = text!("periods-contradiction-unknown-act", act = &declared.act);
            problems.push(Problem::error(at(&format!("act_minimums[{index}].act")), says));
        }
    }
    if latest_only(dossier).is_some_and(|latest| latest.outcome == LatestOnlyOutcome::NotAllowed)
        && may_be_bound(dossier)
    {
        let place = at("older_versions.remediation_stopped");
        problems.push(Problem::error(place, text!("periods-contradiction-latest-only")));
    }
    for (index, component) in period.components_without_support.iter().enumerate() {
        let until = component.supported_until.zip(period.ends_on);
        if let (Some((until, _)), Some(Remedy::None)) =
            (until.filter(|(until, ends)| until < ends), component.remedy)
        {
            let (component, on) = (&component.component, until.to_string());
            let says = text!("periods-contradiction-component", component = component, on = on);
            problems.push(Problem::warning(at(&format!("components_without_support[{index}].remedy")), says));
        }
    }
}

/// Whether more than reporting may bind: not where all of the product was placed before full application.
fn may_be_bound(dossier: &Dossier) -> bool {
    came_on_the_market(dossier).is_ok_and(|came| !came.is_all_before(FULL_APPLICATION))
}

/// An update that is gone before its ten years are over, seen from the day of the state of the law.
fn security_updates(dossier: &Dossier, role: Role, verdict: &Verdict, problems: &mut Vec<Problem>) {
    let of_updates = retention(dossier, Some(role)).into_iter().filter(|kept| kept.row == "RET-03");
    for ((index, update), kept) in dossier.security_updates.iter().enumerate().zip(of_updates) {
        let until = match kept.state {
            RetentionState::Until { on } => Some(on),
            RetentionState::Undetermined { not_before, .. } => not_before,
            RetentionState::NotUnlessSubstantiallyModified => None,
        };
        let is_gone = update.still_available == Some(false) && update.issued_on.is_some();
        if let Some(until) = until.filter(|until| is_gone && *until >= verdict.on) {
            let place = Place::at(format!("security_updates[{index}].still_available"));
            let until = until.to_string();
            let says = text!("periods-contradiction-update-gone", update = &update.update, until = until);
            problems.push(Problem::error(place, says));
        }
    }
}

fn size(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let Some(verdict) = enterprise(dossier) else { return };
    let (Some(declared), None) = (verdict.declared, verdict.size) else { return };
    if let SizeOutcome::Is(found) | SizeOutcome::AtLeast(found) = verdict.computed {
        let (declared, found) = (name(declared), name(found));
        let says = text!("periods-contradiction-size", declared = declared, found = found);
        problems.push(Problem::error(Place::at("operator.enterprise_size"), says));
    }
}
