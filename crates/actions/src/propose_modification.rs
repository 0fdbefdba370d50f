//! Proposes whether a modification is substantial, and keeps the proposal until a person decides.

use proofmark_facts::{Determination, Keeping};
use proofmark_law::StateOfTheLaw;
use proofmark_trust::SignerKey;

use crate::error::ActionError;
use crate::keep_review::{ConcludedReview, keep_and_seal};
use crate::modification_review::{ModificationReview, ReviewOrder, review};
use crate::revision::Revision;

/// The action's name in the ledger.
const ACTION: &str = "propose-modification";

/// Lays the two revisions against each other and the law, keeps both and the proposal, and writes one line.
///
/// When the newer revision cannot be used as a successor of the earlier one, nothing is kept.
pub fn propose_modification<K: Keeping>(
    order: &ReviewOrder<'_>,
    earlier: &Revision,
    newer: &Revision,
    state: &StateOfTheLaw,
    open_keeping: impl FnOnce() -> Result<(K, SignerKey), ActionError>,
) -> Result<ModificationReview, ActionError> {
    let proposed = proposed(order, earlier, newer, state)?;
    keep_and_seal(order, &proposed, [earlier, newer], open_keeping()?)?;
    Ok(proposed.review)
}

/// The review with what it proposes. Nothing is kept here.
pub(crate) fn proposed(
    order: &ReviewOrder<'_>,
    earlier: &Revision,
    newer: &Revision,
    state: &StateOfTheLaw,
) -> Result<ConcludedReview, ActionError> {
    let proposed = review(order, earlier, newer, state)?;
    let outcome = match proposed.modification.stands {
        Some(Determination::Substantial) => "substantial is proposed",
        Some(Determination::NotSubstantial) => "not substantial is proposed",
        None => "cannot be decided",
    };
    Ok(ConcludedReview { action: ACTION, outcome, review: proposed })
}
