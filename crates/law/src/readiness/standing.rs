//! Readiness: how each obligation stands for a case, with what shows it or what is missing.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::calendar::{Bound, FULL_APPLICATION};
use crate::case::Case;
use crate::citation::Citation;
use crate::periods::placing::came_on_the_market;
use crate::readiness::evidence_search::look_for;
use crate::readiness::shown::{Missing, always_applies, decision_on, justification};
use crate::register::applicability::applicability;
use crate::register::evidence_kind::EvidenceKind;
use crate::register::obligation::{Applicability, Obligation};
use crate::register::obligations::OBLIGATIONS;
use crate::reporting::clock::{Clock, ClockState};
use crate::roles::role::Role;

/// How one obligation stands.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Standing {
    /// The obligation's id.
    pub obligation: &'static str,
    /// The row of the reference.
    pub row: &'static str,
    /// The law.
    pub cites: Citation,
    /// Who owes it: the operator's own role where it is one of several.
    pub owed_by: Role,
    /// In which other roles it is owed too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_owed_by: Vec<Role>,
    /// What it asks.
    pub asks: &'static str,
    /// From when the law asks it of anyone.
    pub from: Date,
    /// The day it is due for this product: the later of that day and the placing on the market.
    pub due: Date,
    /// Whether it binds this product on the day asked about; what does not bind yet is still shown.
    pub bound: Bound,
    /// How it stands.
    pub state: StandingState,
    /// Why a lawyer should look at this line before anyone relies on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_review: Option<Text>,
}

/// The ways an obligation can stand.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StandingState {
    /// Everything that shows it is there.
    Met {
        /// What shows it.
        shown_by: Vec<Text>,
    },
    /// Something is missing, and there is still time.
    Open {
        /// What is missing, each with what closes it.
        missing: Vec<Missing>,
    },
    /// Something is missing, and the day has passed with the product on the market.
    Late {
        /// Since when.
        since: Date,
        /// What is missing, each with what closes it.
        missing: Vec<Missing>,
    },
    /// It does not apply.
    NotApplicable {
        /// Why.
        because: Text,
    },
}

impl Standing {
    /// Whether it is owed in this role at all. While the role is open, or where there is none, everything may concern.
    pub fn concerns(&self, role: Option<Role>) -> bool {
        match role {
            None | Some(Role::None) => true,
            Some(role) => self.owed_by == role || self.also_owed_by.contains(&role),
        }
    }
}

/// How every obligation of the register stands for the case, in the register's order.
pub fn readiness(case: &Case<'_>) -> Vec<Standing> {
    OBLIGATIONS.iter().map(|obligation| standing(obligation, case)).collect()
}

/// How one obligation stands.
pub fn standing(obligation: &Obligation, case: &Case<'_>) -> Standing {
    let owed_by = owing(obligation, case);
    Standing {
        obligation: obligation.id,
        row: obligation.row,
        cites: obligation.cites,
        owed_by,
        also_owed_by: obligation.owed_by.iter().copied().filter(|role| *role != owed_by).collect(),
        asks: obligation.asks,
        from: obligation.from,
        due: due(obligation, case),
        bound: bound(obligation, case),
        state: state(obligation, case),
        legal_review: obligation.legal_review(),
    }
}

/// The operator's role where it owes the obligation, else the first that does.
fn owing(obligation: &Obligation, case: &Case<'_>) -> Role {
    let own = case.verdict.role.role().filter(|role| obligation.owed_by.contains(role));
    own.or(obligation.owed_by.first().copied()).unwrap_or(Role::None)
}

/// Stewards place nothing on the market, and Article 14 asks nothing of the day of placing: these duties bind by the day
/// alone.
fn by_the_day_alone(obligation: &Obligation) -> bool {
    obligation.owed_by == [Role::Steward] || obligation.binds_earlier_products()
}

fn due(obligation: &Obligation, case: &Case<'_>) -> Date {
    match came_on_the_market(case.dossier) {
        Ok(placed) if !by_the_day_alone(obligation) => placed.first.max(obligation.from),
        _ => obligation.from,
    }
}

fn state(obligation: &Obligation, case: &Case<'_>) -> StandingState {
    let undetermined = match applicability(obligation, case) {
        Applicability::NotApplicable { because } => return StandingState::NotApplicable { because },
        Applicability::Applies => Vec::new(),
        Applicability::Undetermined { missing } => missing,
    };
    if undetermined.is_empty()
        && let Some(shown_by) = submitted(obligation, case)
    {
        return StandingState::Met { shown_by };
    }
    if let Some(because) = justified_away(obligation.id, case) {
        return StandingState::NotApplicable { because };
    }
    let mut missing: Vec<Missing> = undetermined.iter().map(|path| unstated(path)).collect();
    let mut shown_by = Vec::new();
    for kind in obligation.shown_by {
        let found = look_for(*kind, obligation.id, case);
        missing.extend(found.missing);
        shown_by.extend(found.shows);
    }
    if missing.is_empty() {
        return StandingState::Met { shown_by };
    }
    match late_since(obligation, case) {
        // Whether it is owed at all is still open, so it cannot be overdue.
        Some(since) if undetermined.is_empty() => StandingState::Late { since, missing },
        _ => StandingState::Open { missing },
    }
}

/// The clocks of declared cases that count what this obligation asks.
fn clocks<'c>(obligation: &Obligation, case: &Case<'c>) -> impl Iterator<Item = &'c Clock> {
    let row = obligation.row;
    case.verdict.reporting.iter().flat_map(|one| &one.clocks).filter(move |clock| clock.row == row)
}

/// What shows that every declared case was reported: the instants it was submitted at.
fn submitted(obligation: &Obligation, case: &Case<'_>) -> Option<Vec<Text>> {
    let mut shown_by = Vec::new();
    for clock in clocks(obligation, case) {
        match &clock.state {
            ClockState::Met { submitted_at } | ClockState::MetLate { submitted_at, .. } => {
                shown_by.push(text!("duties-shown-by-submission", at = submitted_at.to_string()));
            }
            ClockState::Skippable { because } => shown_by.push(because.clone()),
            _ => return None,
        }
    }
    (!shown_by.is_empty()).then_some(shown_by)
}

/// A requirement of Annex I that was set aside with a justification, where the law lets it be set aside.
fn justified_away(id: &str, case: &Case<'_>) -> Option<Text> {
    let (_, decision) = decision_on(case.dossier, id)?;
    if decision.applies || always_applies(id) {
        return None;
    }
    Some(text!("law-because-justified", justification = justification(decision)?))
}

fn unstated(path: &str) -> Missing {
    let kind = if path.starts_with("operator.") {
        EvidenceKind::RoleFacts
    } else if path.starts_with("supplier_check.") {
        EvidenceKind::SupplierCheck
    } else if path == "product.core_functionality" {
        EvidenceKind::CoreFunctionality
    } else if path.starts_with("conformity.") {
        EvidenceKind::ConformityProcedure
    } else {
        EvidenceKind::ScopeFacts
    };
    Missing {
        kind,
        at: path.to_owned(),
        says: text!("law-missing-fact", path = path),
        closes_by: kind.closes_by(),
    }
}

/// Article 69(2) and (3): whether the obligation binds this release, by the day it is placed on the market.
fn bound(obligation: &Obligation, case: &Case<'_>) -> Bound {
    let by_day = |from: Date| if from <= case.day { Bound::Already } else { Bound::Later };
    if by_the_day_alone(obligation) {
        return by_day(obligation.from);
    }
    match came_on_the_market(case.dossier) {
        Err(missing) => Bound::Undetermined { missing },
        Ok(placed) if placed.is_all_before(FULL_APPLICATION) => Bound::NotUnlessSubstantiallyModified,
        Ok(placed) => by_day(obligation.from.max(placed.first)),
    }
}

/// Since when the obligation is overdue, if the product is on the market and was placed there when it bound.
fn late_since(obligation: &Obligation, case: &Case<'_>) -> Option<Date> {
    let mut called =
        case.dossier.authority_requests.iter().filter(|one| one.obligation == obligation.id).peekable();
    if called.peek().is_some() {
        // The Regulation sets authorities' requests no period: each has the day the authority set.
        let unanswered = called.filter(|one| one.answered_on.is_none_or(|on| on > case.day));
        return unanswered.filter_map(|one| one.due_on).min().filter(|due_on| *due_on < case.day);
    }
    if obligation.binds_earlier_products() {
        // Every event sets its own clocks: a report is overdue since the first of them that ran out.
        let late = clocks(obligation, case).filter(|clock| matches!(clock.state, ClockState::Late { .. }));
        let ends = late.filter_map(|clock| clock.deadline.as_ref().map(|deadline| deadline.due_at));
        return ends.min().map(|ended| ended.to_zoned(TimeZone::UTC).date());
    }
    if by_the_day_alone(obligation) {
        return (obligation.from <= case.day).then_some(obligation.from);
    }
    let placed_on = came_on_the_market(case.dossier).ok()?.first;
    let since = obligation.from.max(placed_on);
    (placed_on >= obligation.from && since <= case.day).then_some(since)
}
