//! Where what is declared of a change contradicts itself, or what the two dossiers show, so that no answer is safe.

use proofmark_facts::{ChangeKind, Dossier, Modification};
use proofmark_text::{Text, text};

use crate::citation::Citation;
use crate::modification::difference::Difference;
use crate::modification::question::{NEW_RISKS, question};
use crate::reason::Reason;
use crate::scope::article_3_remote::{RemoteOutcome, remote_services};
use crate::source::{G, P, Source};

/// How many of the four conditions of a foreseen change hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Foresight {
    /// All of them.
    Complete,
    /// One of them does not.
    Absent,
    /// Some are not stated, and none is denied.
    Open,
}

/// Whether the change counts as foreseen (SUB-07).
pub(crate) fn foresight(declared: &Modification) -> Foresight {
    let conditions = declared.foreseen.conditions().map(|(_, stated)| stated);
    if conditions.contains(&Some(false)) {
        Foresight::Absent
    } else if conditions.contains(&None) {
        Foresight::Open
    } else {
        Foresight::Complete
    }
}

/// Whether the change made another version of a product on the market: not a product of its own, and not a change
/// before anything was placed there.
pub(crate) fn changes_a_placed_version(declared: &Modification) -> bool {
    let never_placed = declared.earlier_was_placed == Some(false) && declared.earlier_placed_on.is_none();
    !never_placed && declared.kind != Some(ChangeKind::Integration)
}

/// Every conflict, each with the fact to look at first.
pub(crate) fn conflicts(declared: &Modification, newer: &Dossier, differences: &[Difference]) -> Vec<Reason> {
    let mut found = Vec::new();
    // What was never on the market, or is a product of its own, is not asked the questions that could conflict.
    if !changes_a_placed_version(declared) {
        return found;
    }
    found.extend(placed_or_not(declared));
    if declared.kind == Some(ChangeKind::ThirdPartyRemoteService) {
        found.extend(not_only_the_provider(declared, newer));
    } else {
        found.extend(foreseen_and_not(declared));
        found.extend(lower_and_higher(declared));
        found.extend(without_effect(declared));
    }
    found.extend(denied_but_different(declared, differences));
    found
}

fn conflict(says: Text, row: Source, cites: Citation, fact: &str) -> Reason {
    Reason::new(says, row, cites).on(fact)
}

fn placed_or_not(declared: &Modification) -> Option<Reason> {
    let placed_on = declared.earlier_placed_on.filter(|_| declared.earlier_was_placed == Some(false))?;
    let says = text!("modification-conflict-placed", placed_on = placed_on.to_string());
    let source = Source::new("DEF-22", &[P]);
    Some(conflict(says, source, Citation::article(3).point("30"), "modification.earlier_was_placed"))
}

/// What was assessed beforehand cannot be what the assessment does not cover.
fn foreseen_and_not(declared: &Modification) -> Vec<Reason> {
    let mut found = Vec::new();
    if foresight(declared) != Foresight::Complete {
        return found;
    }
    let source = Source::new("SUB-07", &[G]);
    let cites = Citation::guidance(106);
    if declared.purpose_changed == Some(true) && declared.purpose_change_covered == Some(false) {
        let says = text!("modification-conflict-foreseen-purpose");
        found.push(conflict(says, source, cites, "modification.purpose_change_covered"));
    }
    if declared.affects_compliance == Some(true) {
        let says = text!("modification-conflict-foreseen-compliance");
        found.push(conflict(says, source, cites, "modification.affects_compliance"));
    }
    found
}

/// A security update that lowers the risk and makes an attack possible, likelier or worse.
fn lower_and_higher(declared: &Modification) -> Option<Reason> {
    let lowers = declared.kind == Some(ChangeKind::SecurityUpdate) && declared.lowers_risk == Some(true);
    if !lowers || foresight(declared) == Foresight::Complete {
        return None;
    }
    let mut consequences = NEW_RISKS.iter().filter(|question| !question.is_a_vector());
    let raised = consequences.find(|question| (question.answer)(declared) == Some(true))?;
    let says = text!("modification-conflict-risk", fact = raised.path);
    Some(conflict(says, Source::new("SUB-09", &[P, G]), Citation::guidance(108), raised.path))
}

/// No effect on compliance, but a risk nobody assessed.
fn without_effect(declared: &Modification) -> Option<Reason> {
    if declared.affects_compliance != Some(false) || foresight(declared) != Foresight::Absent {
        return None;
    }
    let yes = NEW_RISKS.iter().find(|question| (question.answer)(declared) == Some(true))?;
    let says = text!("modification-conflict-no-effect", fact = yes.path);
    let source = Source::new("DEF-22", &[P]);
    Some(conflict(says, source, Citation::article(3).point("30"), "modification.affects_compliance"))
}

/// A third party's change that is also the manufacturer's.
fn not_only_the_provider(declared: &Modification, newer: &Dossier) -> Vec<Reason> {
    let mut found = Vec::new();
    let source = Source::new("SUB-12", &[G]);
    let cites = Citation::guidance(208);
    if declared.purpose_changed == Some(true) {
        let says = text!("modification-conflict-provider-purpose");
        found.push(conflict(says, source, cites, "modification.purpose_changed"));
    }
    if let Some(name) = &declared.remote_service {
        let judged = remote_services(newer).into_iter().find(|judged| judged.service == *name);
        let says = match judged.map(|judged| judged.outcome) {
            None => text!("modification-conflict-provider-unknown", service = name),
            Some(RemoteOutcome::PartOfTheProduct) => {
                text!("modification-conflict-provider-own", service = name)
            }
            Some(_) => return found,
        };
        found.push(conflict(says, source, cites, "modification.remote_service"));
    }
    found
}

/// A no to everything a difference asks, unless the difference is explained.
fn denied_but_different(declared: &Modification, differences: &[Difference]) -> Vec<Reason> {
    let firm = differences.iter().filter(|difference| !difference.only_an_indication);
    let unexplained = firm.filter(|difference| difference.explained_in(&declared.explained).is_none());
    let provider_only = declared.kind == Some(ChangeKind::ThirdPartyRemoteService);
    unexplained
        .filter_map(|difference| {
            let answers = difference.asks.iter().filter_map(|path| question(path));
            let denied = answers.clone().all(|asked| (asked.answer)(declared) == Some(false));
            let first = answers.map(|asked| asked.path).next()?;
            let (says, fact) = if denied {
                (text!("modification-conflict-denied", fact = first, shown = &difference.says), first)
            } else if provider_only {
                let shown = &difference.says;
                (text!("modification-conflict-provider-product", shown = shown), "modification.kind")
            } else {
                return None;
            };
            Some(conflict(says, Source::new("DEF-22", &[P]), Citation::article(3).point("30"), fact))
        })
        .collect()
}
