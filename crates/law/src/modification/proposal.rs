//! Article 3(30): the proposal, road by road (reference section 2.6). A person decides.

use std::collections::BTreeSet;

use proofmark_facts::{ChangeKind, Dossier, Modification};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::modification::conflicts::{Foresight, foresight};
use crate::modification::difference::Difference;
use crate::modification::question::{
    BOUNDARY, COMPLIANCE, LOWERS_RISK, NEW_RISKS, PRESUMED, PURPOSE, PURPOSE_COVERED, Question,
    foreseen_asked,
};
use crate::reason::Reason;
use crate::scope::article_3_remote::{RemoteOutcome, remote_services};
use crate::source::{G, P, Source};

/// What is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Proposal {
    /// The modification is substantial.
    Substantial,
    /// It is not, or it is no modification in the sense of the law.
    NotSubstantial,
    /// It cannot be decided.
    Undetermined {
        /// The ways to the facts that are missing, or that contradict each other.
        missing: Vec<String>,
    },
}

/// A proposal and why.
pub(crate) type Proposed = (Proposal, Vec<Reason>);

/// Walks the roads in order; the first that leads to an answer is taken.
pub(crate) fn propose(
    declared: &Modification,
    newer: &Dossier,
    differences: &[Difference],
    conflicts: &[Reason],
) -> Proposed {
    if declared.earlier_was_placed == Some(false) && declared.earlier_placed_on.is_none() {
        let source = Source::new("DEF-22", &[P]);
        let says = text!("modification-before-placing");
        let reason = Reason::new(says, source, Citation::article(3).point("30"));
        return (Proposal::NotSubstantial, vec![reason.on("modification.earlier_was_placed")]);
    }
    if declared.kind == Some(ChangeKind::Integration) {
        let source = Source::new("SUB-13", &[G]);
        let reason = Reason::new(text!("modification-integration"), source, Citation::guidance(120));
        return (Proposal::NotSubstantial, vec![reason.on("modification.kind")]);
    }
    if !conflicts.is_empty() {
        let facts = conflicts.iter().filter_map(|conflict| conflict.fact.clone()).collect();
        return (undetermined(facts), conflicts.to_vec());
    }
    let size = size(declared);
    let (proposal, mut reasons) = by_its_kind(declared, newer)
        .or_else(|| by_foresight(declared))
        .or_else(|| by_a_yes(declared))
        .or_else(|| lowering_the_risk(declared, differences))
        .or_else(|| restoring(declared, differences))
        .or_else(|| by_every_no(declared))
        .unwrap_or_else(|| ask(declared, differences));
    reasons.extend(size);
    (proposal, reasons)
}

fn undetermined(mut missing: Vec<String>) -> Proposal {
    let mut seen = BTreeSet::new();
    missing.retain(|path| seen.insert(path.clone()));
    Proposal::Undetermined { missing }
}

/// SUB-12: what the provider of somebody else's service changes is no modification of the product.
fn by_its_kind(declared: &Modification, newer: &Dossier) -> Option<Proposed> {
    if declared.kind != Some(ChangeKind::ThirdPartyRemoteService) {
        return None;
    }
    let named = |service: &str| declared.remote_service.as_deref() == Some(service);
    let judged = remote_services(newer).into_iter().find(|judged| named(&judged.service));
    if let Some(RemoteOutcome::Undetermined { missing }) = judged.as_ref().map(|judged| &judged.outcome) {
        let reasons = judged.iter().flat_map(|judged| judged.reasons.clone()).collect();
        return Some((undetermined(missing.clone()), reasons));
    }
    let source = Source::new("SUB-12", &[G]);
    let reason = Reason::new(text!("modification-third-party"), source, Citation::guidance(208));
    Some((Proposal::NotSubstantial, vec![reason.on("modification.kind")]))
}

/// SUB-07: foreseen, described, assessed and mitigated beforehand.
fn by_foresight(declared: &Modification) -> Option<Proposed> {
    if foresight(declared) != Foresight::Complete {
        return None;
    }
    let says = match &declared.foreseen.at {
        Some(at) => text!("modification-foreseen-at", at = at),
        None => text!("modification-foreseen"),
    };
    let reason = Reason::new(says, Source::new("SUB-07", &[G]), Citation::guidance(106));
    Some((Proposal::NotSubstantial, vec![reason.on("modification.foreseen")]))
}

/// SUB-01 to SUB-05 and SUB-10: one yes that nobody foresaw is enough.
fn by_a_yes(declared: &Modification) -> Option<Proposed> {
    let mut reasons = Vec::new();
    if declared.purpose_changed == Some(true) && declared.purpose_change_covered == Some(false) {
        let source = Source::new("SUB-01", &[P, G]);
        let says = text!("modification-purpose-not-covered");
        reasons.push(Reason::new(says, source, Citation::article(3).point("30")).on(PURPOSE.path));
    }
    if declared.affects_compliance == Some(true) {
        reasons.push(COMPLIANCE.affirmed());
    }
    let raised: Vec<&Question> = unassessed(declared).collect();
    let unforeseen = foresight(declared) == Foresight::Absent;
    if unforeseen {
        reasons.extend(raised.iter().map(|question| question.affirmed()));
        if !raised.is_empty() {
            reasons.push(not_foreseen(declared));
        }
    }
    let security = declared.kind == Some(ChangeKind::SecurityUpdate);
    if security && reasons.iter().any(|reason| reason.row == "SUB-01" || reason.row == "SUB-02") {
        let source = Source::new("SUB-10", &[G]);
        let says = text!("modification-security-update-beyond");
        reasons.push(Reason::new(says, source, Citation::guidance(109)).on("modification.kind"));
    }
    if !reasons.is_empty() {
        return Some((Proposal::Substantial, reasons));
    }
    if raised.is_empty() || unforeseen {
        return None;
    }
    let mut reasons: Vec<Reason> = raised.iter().map(|question| question.affirmed()).collect();
    let open = declared.foreseen.conditions().into_iter().filter(|(_, stated)| stated.is_none());
    let asked: Vec<Reason> = open.map(|(path, _)| foreseen_asked(path)).collect();
    let missing = asked.iter().filter_map(|reason| reason.fact.clone()).collect();
    reasons.extend(asked);
    Some((undetermined(missing), reasons))
}

/// What the change brings that has to have been assessed; of security updates, the boundary too.
fn unassessed(declared: &Modification) -> impl Iterator<Item = &'static Question> {
    let security = declared.kind == Some(ChangeKind::SecurityUpdate);
    let boundary = security.then_some(&BOUNDARY);
    NEW_RISKS.iter().chain(boundary).filter(|question| (question.answer)(declared) == Some(true))
}

fn not_foreseen(declared: &Modification) -> Reason {
    let denied = declared.foreseen.conditions().into_iter().find(|(_, stated)| *stated == Some(false));
    let path = denied.map_or("modification.foreseen", |(path, _)| path);
    Reason::new(text!("modification-not-foreseen"), Source::new("SUB-07", &[G]), Citation::guidance(106))
        .on(path)
}

/// SUB-09: a security update that lowers the risk and keeps the purpose.
fn lowering_the_risk(declared: &Modification, differences: &[Difference]) -> Option<Proposed> {
    let security = declared.kind == Some(ChangeKind::SecurityUpdate);
    if !security || declared.lowers_risk != Some(true) || declared.purpose_changed != Some(false) {
        return None;
    }
    if let Some(asked) = pointed_at(declared, differences) {
        return Some(asked);
    }
    let source = Source::new("SUB-09", &[P, G]);
    let says = text!("modification-security-update");
    let mut reasons = vec![Reason::new(says, source, Citation::recital(39)).on(LOWERS_RISK.path)];
    let unanswered: Vec<&str> = [&NEW_RISKS[0], &NEW_RISKS[3], &BOUNDARY]
        .into_iter()
        .filter(|question| (question.answer)(declared).is_none())
        .map(|question| question.path)
        .collect();
    if !unanswered.is_empty() {
        let says = text!("modification-security-update-unless", facts = unanswered.join(", "));
        let source = Source::new("SUB-10", &[G]);
        reasons.push(Reason::new(says, source, Citation::guidance(109)).on(unanswered[0]));
    }
    Some((Proposal::NotSubstantial, reasons))
}

/// SUB-11: repair, refurbishment, a better part, without effect on compliance or purpose.
fn restoring(declared: &Modification, differences: &[Difference]) -> Option<Proposed> {
    let restores = restores(declared);
    if !restores || declared.affects_compliance != Some(false) || declared.purpose_changed != Some(false) {
        return None;
    }
    if let Some(asked) = pointed_at(declared, differences) {
        return Some(asked);
    }
    let reason =
        Reason::new(text!("modification-restoring"), Source::new("SUB-11", &[P, G]), Citation::recital(42));
    Some((Proposal::NotSubstantial, vec![reason.on("modification.kind")]))
}

fn restores(declared: &Modification) -> bool {
    matches!(
        declared.kind,
        Some(ChangeKind::Repair | ChangeKind::Refurbishment | ChangeKind::BetterPerformingPart)
    )
}

/// A short road is closed while a difference points at a question of SUB-02 to SUB-05 or SUB-10 nobody answered.
fn pointed_at(declared: &Modification, differences: &[Difference]) -> Option<Proposed> {
    let unexplained =
        differences.iter().filter(|difference| difference.explained_in(&declared.explained).is_none());
    let asked: Vec<&str> = unexplained.flat_map(|difference| difference.asks).copied().collect();
    let open: Vec<Reason> = NEW_RISKS
        .iter()
        .chain([&BOUNDARY])
        .filter(|question| asked.contains(&question.path) && (question.answer)(declared).is_none())
        .map(Question::asked)
        .collect();
    (!open.is_empty()).then(|| asking(open))
}

/// SUB-06: no to everything, and the risk assessment still stands.
fn by_every_no(declared: &Modification) -> Option<Proposed> {
    let no = |question: &Question| (question.answer)(declared) == Some(false);
    let yes = |question: &Question| (question.answer)(declared) == Some(true);
    let purpose_kept = no(&PURPOSE) || (yes(&PURPOSE) && yes(&PURPOSE_COVERED));
    if !purpose_kept || !NEW_RISKS.iter().all(no) {
        return None;
    }
    let purpose = if no(&PURPOSE) {
        let source = Source::new("SUB-01", &[P, G]);
        Reason::new(text!("modification-purpose-kept"), source, Citation::article(3).point("30"))
            .on(PURPOSE.path)
    } else {
        PURPOSE_COVERED.affirmed()
    };
    if PRESUMED.iter().all(yes) {
        let source = Source::new("SUB-06", &[G]);
        let reason = Reason::new(text!("modification-every-no"), source, Citation::guidance(111));
        return Some((Proposal::NotSubstantial, vec![purpose, reason.on(PRESUMED[0].path)]));
    }
    let broken = PRESUMED.iter().find(|question| no(question))?;
    let source = Source::new("SUB-06", &[G]);
    let says = text!("modification-presumed-no-longer");
    let unsettled = Reason::new(says, source, Citation::guidance(111)).on(broken.path);
    if no(&COMPLIANCE) {
        // The definition is not met by what is stated; the guidance's own list does not say so.
        let source = Source::new("DEF-22", &[P]);
        let says = text!("modification-no-effect");
        let reason = Reason::new(says, source, Citation::article(3).point("30")).on(COMPLIANCE.path);
        let reason = reason.for_review(text!("modification-review-presumed"));
        return Some((Proposal::NotSubstantial, vec![purpose, unsettled, reason]));
    }
    let missing = vec![COMPLIANCE.path.to_owned()];
    Some((undetermined(missing), vec![unsettled, COMPLIANCE.asked()]))
}

/// Nothing decides: every question that would, on the shortest road for this kind of change.
fn ask(declared: &Modification, differences: &[Difference]) -> Proposed {
    let open = |question: &&Question| (question.answer)(declared).is_none();
    let mut asked = Vec::new();
    if declared.kind.is_none() {
        let source = Source::new("ERR-29", &[G]);
        let says = text!("modification-ask-kind");
        asked.push(Reason::new(says, source, Citation::guidance(104)).on("modification.kind"));
    }
    asked.extend([&PURPOSE].into_iter().filter(open).map(Question::asked));
    if declared.purpose_changed == Some(true) {
        asked.extend([&PURPOSE_COVERED].into_iter().filter(open).map(Question::asked));
    }
    let security = declared.kind == Some(ChangeKind::SecurityUpdate);
    if security && declared.lowers_risk.is_none() {
        asked.push(LOWERS_RISK.asked());
    } else if restores(declared) && declared.affects_compliance.is_none() {
        asked.push(COMPLIANCE.asked());
    } else if asked.is_empty() || !(security || restores(declared)) {
        asked.extend(NEW_RISKS.iter().chain(&PRESUMED).filter(open).map(Question::asked));
    }
    if let Some((_, pointed)) = pointed_at(declared, differences) {
        asked.extend(pointed);
    }
    asking(asked)
}

fn asking(mut asked: Vec<Reason>) -> Proposed {
    let mut seen = BTreeSet::new();
    asked.retain(|reason| seen.insert(reason.fact.clone()));
    let missing = asked.iter().filter_map(|reason| reason.fact.clone()).collect();
    (undetermined(missing), asked)
}

/// SUB-08: stated, said to be without weight, and left.
fn size(declared: &Modification) -> Option<Reason> {
    let says =
        if declared.technically_large? { text!("modification-large") } else { text!("modification-small") };
    let source = Source::new("SUB-08", &[G]);
    Some(Reason::new(says, source, Citation::guidance(107)).on("modification.technically_large"))
}
