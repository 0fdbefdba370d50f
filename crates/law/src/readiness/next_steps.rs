//! The next steps: missing evidence, brought together by what one action closes and put in a sensible order.

use std::collections::BTreeMap;

use jiff::civil::Date;
use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::readiness::shown::Missing;
use crate::readiness::standing::{Standing, StandingState};
use crate::register::evidence_kind::EvidenceKind;

/// How many steps are worth showing at once.
pub const STEPS_SHOWN: usize = 10;

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Step {
    /// The kind of evidence it brings.
    pub kind: EvidenceKind,
    /// What to write or add.
    pub says: Text,
    /// Where in the dossier.
    pub at: Vec<String>,
    /// What exactly is missing.
    pub missing: Vec<Text>,
    /// The obligations it closes, or brings closer.
    pub closes: Vec<&'static str>,
    /// By when: the day the first of them binds or bound.
    pub by: Date,
    /// Whether that day has passed with the product on the market.
    pub late: bool,
}

/// All steps, the most urgent first; show [`STEPS_SHOWN`] of them.
///
/// Late ones come first. Facts that decide what is owed come before the risk assessment, that before the work that
/// rests on it, and what only a finished product can have (procedure, declaration, CE marking) comes last, as
/// Article 13(12) orders it. Within that, what closes more obligations comes first.
pub fn next_steps(standings: &[Standing]) -> Vec<Step> {
    let mut steps: BTreeMap<(EvidenceKind, &'static str), Step> = BTreeMap::new();
    for standing in standings {
        let (missing, by, late) = match &standing.state {
            StandingState::Open { missing } => (missing, standing.due, false),
            StandingState::Late { since, missing } => (missing, *since, true),
            StandingState::Met { .. } | StandingState::NotApplicable { .. } => continue,
        };
        for one in missing {
            add(&mut steps, standing.obligation, one, by, late);
        }
    }
    let mut steps: Vec<Step> = steps.into_values().collect();
    steps.sort_by_key(|step| {
        (!step.late, stage(step.kind), std::cmp::Reverse(step.closes.len()), step.kind, step.by)
    });
    steps
}

fn add(
    steps: &mut BTreeMap<(EvidenceKind, &'static str), Step>,
    obligation: &'static str,
    missing: &Missing,
    by: Date,
    late: bool,
) {
    // One record shows one obligation; everything else shows several at once.
    let own = if missing.kind == EvidenceKind::Record { obligation } else { "" };
    // The matrix is complete when the last decision is written: that is one piece of work, not two.
    let kind = match missing.kind {
        EvidenceKind::RequirementMatrix => EvidenceKind::RequirementDecision,
        other => other,
    };
    let step = steps.entry((kind, own)).or_insert_with(|| Step {
        kind,
        says: kind.closes_by(),
        at: Vec::new(),
        missing: Vec::new(),
        closes: Vec::new(),
        by,
        late,
    });
    if !step.at.contains(&missing.at) {
        step.at.push(missing.at.clone());
    }
    if !step.missing.contains(&missing.says) {
        step.missing.push(missing.says.clone());
    }
    if !step.closes.contains(&obligation) {
        step.closes.push(obligation);
    }
    step.by = step.by.min(by);
    step.late |= late;
}

/// What presupposes what: facts decide what is owed, and conformity is declared when it is there.
fn stage(kind: EvidenceKind) -> u8 {
    match kind {
        EvidenceKind::ScopeFacts | EvidenceKind::RoleFacts | EvidenceKind::CoreFunctionality => 0,
        EvidenceKind::ConformityProcedure | EvidenceKind::NotifiedBody => 3,
        EvidenceKind::DeclarationSigned | EvidenceKind::DeclarationSupplied | EvidenceKind::CeMarking => 4,
        // Requirements apply on the basis of the risk assessment (Annex I, Part I, point (2)).
        EvidenceKind::RiskAssessment => 1,
        _ => 2,
    }
}
