//! Readiness: how each obligation stands for a case, with what shows it or what is missing.

use jiff::civil::Date;
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
    /// Who owes it.
    pub owed_by: Role,
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

/// How every obligation of the register stands for the case, in the register's order.
pub fn readiness(case: &Case<'_>) -> Vec<Standing> {
    OBLIGATIONS.iter().map(|obligation| standing(obligation, case)).collect()
}

/// How one obligation stands.
pub fn standing(obligation: &Obligation, case: &Case<'_>) -> Standing {
    Standing {
        obligation: obligation.id,
        row: obligation.row,
        cites: obligation.cites,
        owed_by: obligation.owed_by,
        asks: obligation.asks,
        from: obligation.from,
        due: came_on_the_market(case.dossier).map_or(obligation.from, |came| came.first.max(obligation.from)),
        bound: bound(obligation, case),
        state: state(obligation, case),
    }
}

fn state(obligation: &Obligation, case: &Case<'_>) -> StandingState {
    let undetermined = match applicability(obligation, case) {
        Applicability::NotApplicable { because } => return StandingState::NotApplicable { because },
        Applicability::Applies => Vec::new(),
        Applicability::Undetermined { missing } => missing,
    };
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

/// Article 69(2): whether the obligation binds this release, by the day it is placed on the market.
fn bound(obligation: &Obligation, case: &Case<'_>) -> Bound {
    match came_on_the_market(case.dossier) {
        Err(missing) => Bound::Undetermined { missing: missing.into_iter().map(str::to_owned).collect() },
        Ok(placed) if placed.is_all_before(FULL_APPLICATION) => Bound::NotUnlessSubstantiallyModified,
        Ok(placed) if obligation.from.max(placed.first) <= case.day => Bound::Already,
        Ok(_) => Bound::Later,
    }
}

/// Since when the obligation is overdue, if the product is on the market and was placed there when it bound.
fn late_since(obligation: &Obligation, case: &Case<'_>) -> Option<Date> {
    let placed_on = came_on_the_market(case.dossier).ok()?.first;
    let since = obligation.from.max(placed_on);
    (placed_on >= obligation.from && since <= case.day).then_some(since)
}
