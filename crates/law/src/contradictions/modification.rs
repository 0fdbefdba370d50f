//! Contradictions in what is declared of a change and of the decision about it.

use proofmark_facts::{Determination, Dossier, Modification, Place, Problem};
use proofmark_text::{Text, text};

use crate::modification::modification_verdict::ModificationVerdict;
use crate::modification::proposal::Proposal;
use crate::roles::articles_21_22::{MODIFIES, denies_its_modification};
use crate::units::has_units;
use crate::verdict::Verdict;

/// Facts that cannot all be true, a decision without its reasons, and days in the wrong order.
pub(crate) fn modification(dossier: &Dossier, verdict: &Verdict, problems: &mut Vec<Problem>) {
    let (Some(declared), Some(judged)) = (&dossier.modification, &verdict.modification) else { return };
    for conflict in &judged.contradictions {
        let place = Place::at(conflict.fact.clone().unwrap_or_else(|| "modification".to_owned()));
        problems.push(Problem::warning(place, conflict.says.clone()));
    }
    decision(declared, judged, problems);
    operator(dossier, judged, problems);
    days(dossier, declared, judged, problems);
}

fn decision(declared: &Modification, judged: &ModificationVerdict, problems: &mut Vec<Problem>) {
    let place = |field: &str| Place::at(format!("modification.{field}"));
    let Some(decision) = &judged.decision else {
        let about = [&declared.decided_by, &declared.because].into_iter().any(Option::is_some);
        if about || declared.decided_on.is_some() {
            let says = text!("modification-problem-no-decision");
            problems.push(Problem::warning(place("determination"), says));
        }
        return;
    };
    if let Some(problem) = unreasoned(judged) {
        problems.push(problem);
    }
    let lacks = match (&decision.decided_by, decision.decided_on) {
        (Some(_), Some(_)) => return,
        (None, Some(_)) => text!("modification-lacks-whom"),
        (Some(_), None) => text!("modification-lacks-when"),
        (None, None) => text!("modification-lacks-whom-and-when"),
    };
    let says = text!("modification-problem-decided-by", lacks = lacks);
    problems.push(Problem::warning(place("determination"), says));
}

/// A decision that departs from the proposal without saying why, if it is one.
pub fn unreasoned(judged: &ModificationVerdict) -> Option<Problem> {
    let decision = judged.decision.as_ref()?;
    let silent = decision.because.as_ref().is_none_or(|because| because.trim().is_empty());
    if !decision.departs || !silent {
        return None;
    }
    let says = text!("modification-problem-no-reason", proposed = called(&judged.proposal));
    Some(Problem::error(Place::at("modification.because"), says))
}

fn called(proposal: &Proposal) -> Text {
    match proposal {
        Proposal::Substantial => text!("modification-proposed-substantial"),
        Proposal::NotSubstantial => text!("modification-proposed-not-substantial"),
        Proposal::Undetermined { .. } => text!("modification-proposed-undetermined"),
    }
}

fn operator(dossier: &Dossier, judged: &ModificationVerdict, problems: &mut Vec<Problem>) {
    let place = || Place::at(MODIFIES);
    let claims = dossier.operator.activity.substantially_modifies == Some(true);
    if denies_its_modification(dossier) {
        problems.push(Problem::error(place(), text!("modification-problem-role-denied")));
    } else if claims && judged.stands == Some(Determination::NotSubstantial) {
        problems.push(Problem::warning(place(), text!("modification-problem-role-claimed")));
    }
}

fn days(
    dossier: &Dossier,
    declared: &Modification,
    judged: &ModificationVerdict,
    problems: &mut Vec<Problem>,
) {
    if declared.of_version.as_ref() == Some(&dossier.release.version) {
        let says = text!("modification-problem-same-version", version = &dossier.release.version);
        problems.push(Problem::warning(Place::at("modification.of_version"), says));
    }
    let days = declared.earlier_placed_on.zip(dossier.release.placed_on_the_market_on);
    let Some((earlier, newer)) = days.filter(|(earlier, newer)| earlier != newer) else { return };
    let (from, to) = (earlier.to_string(), newer.to_string());
    if earlier > newer {
        let says = text!("modification-problem-earlier-later", earlier = from, newer = to);
        problems.push(Problem::error(Place::at("modification.earlier_placed_on"), says));
    } else if judged.keeps_placing_date() && !has_units(dossier) {
        let says = text!("modification-problem-keeps-day", earlier = from, newer = to);
        problems.push(Problem::warning(Place::at("release.placed_on_the_market_on"), says));
    }
}
