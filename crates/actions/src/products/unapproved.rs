//! Dismissals in a dossier that nobody else stands behind: at a place where people work together, a dossier handed in for
//! a product that is kept already is no way round the second person.

use proofmark_facts::{
    ActorKind, DecisionRecord, Dossier, Place, Problem, ProductRecord, Sha256, SystemOfRecord,
    VulnerabilityDecision, decision_id,
};
use proofmark_law::StateOfTheLaw;
use proofmark_text::text;

use crate::dossier_input::{DOSSIER, dossier_input};
use crate::error::ActionError;
use crate::products::change_order::ChangeOrder;
use crate::products::handed_file::HandedFile;
use crate::products::kept_files::KeptFiles;
use crate::record::{KeptNoun, kept_noun};
use crate::triage::dismissing_rules;

/// Refuses a dossier that dismisses what the kept one does not, where no second person approved it; with each at its
/// place. Whoever works on the machine itself, and a product's first dossier, are asked nothing.
pub(crate) fn refuse_unapproved(
    change: &ChangeOrder<'_>,
    operator: &str,
    product: Option<&KeptNoun<ProductRecord>>,
    (handed, files): (&Dossier, &[HandedFile]),
    state: &StateOfTheLaw,
    keeping: &dyn SystemOfRecord,
) -> Result<(), ActionError> {
    let Some(product) = product.filter(|_| change.by.kind != ActorKind::Local) else { return Ok(()) };
    refuse_unapproved_rules(operator, product, (handed, files), state, keeping)?;
    let mut dismissals = dismissals(handed).peekable();
    if dismissals.peek().is_none() {
        return Ok(());
    }
    let before = KeptFiles::new(keeping, operator, &product.noun.files, &[]);
    let before = dossier_input(&before, state)?.declared;
    let before = before.map(|(dossier, _)| dossier.vulnerability_decisions).unwrap_or_default();
    let mut problems = Vec::new();
    for (index, decision) in dismissals {
        let stood = before.iter().any(|kept| is_same(kept, decision));
        if !stood && !is_approved(operator, &product.noun.id, decision, keeping)? {
            let (vulnerability, component) = (&decision.vulnerability, &decision.component);
            let says = text!("record-unapproved", vulnerability = vulnerability, component = component);
            let path = Some(format!("vulnerability_decisions[{index}]"));
            let place = Place { file: Some(DOSSIER.to_owned()), path, ..Place::default() };
            problems.push(Problem::error(place, says));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(ActionError::Refused(problems)) }
}

/// Refuses rules that dismiss and that the kept file does not hold word for word: two names in a file that one person hands in are not two
/// persons. Whoever works on the machine itself takes them over, once two have agreed where the file is reviewed.
fn refuse_unapproved_rules(
    operator: &str,
    product: &KeptNoun<ProductRecord>,
    (handed, files): (&Dossier, &[HandedFile]),
    state: &StateOfTheLaw,
    keeping: &dyn SystemOfRecord,
) -> Result<(), ActionError> {
    let now = KeptFiles::new(keeping, operator, &product.noun.files, files);
    let rules = dismissing_rules(handed, &now)?;
    if rules.is_empty() {
        return Ok(());
    }
    let before = KeptFiles::new(keeping, operator, &product.noun.files, &[]);
    let kept = match dossier_input(&before, state)?.declared {
        Some((kept, _)) => dismissing_rules(&kept, &before)?,
        None => Vec::new(),
    };
    let problem = |(id, _): &(String, Sha256)| {
        Problem::error(
            Place { file: handed.triage.clone(), ..Place::default() },
            text!("triage-rule-unapproved", rule = id),
        )
    };
    let problems: Vec<Problem> = rules.iter().filter(|rule| !kept.contains(rule)).map(problem).collect();
    if problems.is_empty() { Ok(()) } else { Err(ActionError::Refused(problems)) }
}

/// Decisions that take findings out of the way without a fix, with their places.
fn dismissals(dossier: &Dossier) -> impl Iterator<Item = (usize, &VulnerabilityDecision)> {
    dossier.vulnerability_decisions.iter().enumerate().filter(|(_, one)| one.dismisses())
}

/// Whether the kept dossier dismisses the same for the same reason, for no longer.
fn is_same(kept: &VulnerabilityDecision, handed: &VulnerabilityDecision) -> bool {
    (
        &kept.vulnerability,
        &kept.component,
        kept.status,
        kept.justification,
        kept.risk_accepted,
        kept.expires_on,
        &kept.via,
    ) == (
        &handed.vulnerability,
        &handed.component,
        handed.status,
        handed.justification,
        handed.risk_accepted,
        handed.expires_on,
        &handed.via,
    )
}

/// Whether a second person approved the same in the record.
fn is_approved(
    operator: &str,
    product: &str,
    decision: &VulnerabilityDecision,
    keeping: &dyn SystemOfRecord,
) -> Result<bool, ActionError> {
    let id = decision_id(product, &decision.vulnerability, &decision.component);
    let kept = kept_noun::<DecisionRecord>(keeping, operator, &id)?.map(|kept| kept.noun);
    Ok(kept.is_some_and(|kept| {
        kept.approved_by.is_some()
            && (kept.status, kept.justification, kept.risk_accepted, kept.expires_on, &kept.via)
                == (
                    decision.status,
                    decision.justification,
                    decision.risk_accepted,
                    decision.expires_on,
                    &decision.via,
                )
    }))
}
