//! The acts near a product: those the declared facts touch, and those that may be near once more is stated.

use jiff::civil::Date;
use proofmark_facts::Dossier;
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use super::neighbour::{Milestone, Neighbour, Shown};
use super::register::NEIGHBOURS;
use super::touch::Touch;
use crate::citation::Citation;
use crate::reason::Reason;
use crate::source::{Source, Verification};

/// Other Union law beside this Regulation, for one product on one day.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Neighbours {
    /// Acts a declared fact touches.
    pub touched: Vec<TouchedAct>,
    /// Acts nobody can rule out, because the facts they turn on are not stated.
    pub not_stated: Vec<UnstatedAct>,
}

/// An act that a declared fact touches.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TouchedAct {
    /// Its id in the register of neighbours.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// The act.
    pub act: &'static str,
    /// What it has to do with this Regulation; then, if one matters, the day on which that changes.
    pub reasons: Vec<Reason>,
    /// Whether a page shows it without being asked for everything.
    #[serde(skip)]
    pub shown_by_default: bool,
}

/// An act whose facts are not stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct UnstatedAct {
    /// Its id in the register of neighbours.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// The act.
    pub act: &'static str,
    /// The ways to the facts.
    pub missing: Vec<&'static str>,
}

impl Neighbours {
    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.touched.is_empty() && self.not_stated.is_empty()
    }
}

/// Lays the declared facts against the register of neighbours.
pub fn neighbours(dossier: &Dossier, day: Date) -> Neighbours {
    let mut near = Neighbours::default();
    for neighbour in NEIGHBOURS {
        match (neighbour.touches)(dossier) {
            Touch::Touched(fact) => near.touched.push(touched(neighbour, fact, day)),
            Touch::Not => {}
            Touch::Unknown(missing) => {
                near.not_stated.push(UnstatedAct {
                    id: neighbour.id,
                    name: neighbour.name,
                    act: neighbour.act,
                    missing,
                });
            }
        }
    }
    near
}

fn touched(neighbour: &Neighbour, fact: &'static str, day: Date) -> TouchedAct {
    let source = Source::new(neighbour.row, neighbour.verified);
    let relation = reason((neighbour.says)(fact), source, neighbour.cites).on(fact);
    let mut reasons = vec![relation];
    reasons.extend(neighbour.day.as_ref().map(|milestone| on_day(milestone, day)));
    TouchedAct {
        id: neighbour.id,
        name: neighbour.name,
        act: neighbour.act,
        reasons,
        shown_by_default: neighbour.shown == Shown::WhenTouched,
    }
}

fn on_day(milestone: &Milestone, day: Date) -> Reason {
    let says = if day < milestone.on { milestone.before } else { milestone.from };
    let reason = reason(says(milestone.on), milestone.source, milestone.cites);
    if milestone.only_intended { reason.for_review(text!("neighbours-review-intention")) } else { reason }
}

/// A reason; what no binding text was read for asks for legal review.
fn reason(says: proofmark_text::Text, source: Source, cites: Citation) -> Reason {
    let reason = Reason::new(says, source, cites);
    let explained_only = source
        .verified
        .iter()
        .all(|code| matches!(code, Verification::Guidance | Verification::Faq | Verification::Secondary));
    if explained_only && reason.legal_review.is_none() {
        reason.for_review(text!("neighbours-review-not-binding"))
    } else {
        reason
    }
}
