//! Keeps what a person decided about a modification, beside what is proposed.

use proofmark_facts::{Determination, Keeping};
use proofmark_law::StateOfTheLaw;
use proofmark_trust::SignerKey;

use crate::error::ActionError;
use crate::keep_review::{ConcludedReview, keep_and_seal};
use crate::modification_review::{ModificationReview, ReviewOrder, review};
use crate::revision::Revision;

/// The action's name in the ledger.
const ACTION: &str = "determine-modification";

/// Whether the newer dossier declares what a person decided, so that there is something to keep as decided.
pub fn is_determined(newer: &Revision) -> bool {
    newer.dossier.modification.as_ref().is_some_and(|declared| declared.determination.is_some())
}

/// Keeps both revisions, the proposal and the decision the newer dossier declares, and writes one line.
///
/// A decision that departs from the proposal without saying why is refused, and nothing is kept.
pub fn determine_modification<K: Keeping>(
    order: &ReviewOrder<'_>,
    earlier: &Revision,
    newer: &Revision,
    state: &StateOfTheLaw,
    open_keeping: impl FnOnce() -> Result<(K, SignerKey), ActionError>,
) -> Result<ModificationReview, ActionError> {
    let determined = determined(order, earlier, newer, state)?;
    keep_and_seal(order, &determined, [earlier, newer], open_keeping()?)?;
    Ok(determined.review)
}

/// The review beside what a person decided. Nothing is kept here.
pub(crate) fn determined(
    order: &ReviewOrder<'_>,
    earlier: &Revision,
    newer: &Revision,
    state: &StateOfTheLaw,
) -> Result<ConcludedReview, ActionError> {
    let determined = review(order, earlier, newer, state)?;
    let departs = determined.modification.decision.as_ref().is_some_and(|decision| decision.departs);
    let outcome = match (determined.modification.stands, departs) {
        (Some(Determination::Substantial), false) => "substantial",
        (Some(Determination::Substantial), true) => "substantial, other than proposed",
        (Some(Determination::NotSubstantial), false) => "not substantial",
        (Some(Determination::NotSubstantial), true) => "not substantial, other than proposed",
        (None, _) => "cannot be decided",
    };
    Ok(ConcludedReview { action: ACTION, outcome, review: determined })
}
