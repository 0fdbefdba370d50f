//! Proposes whether a modification is substantial, and keeps the proposal until a person decides.

use proofmark_facts::{Determination, Keeping};
use proofmark_law::StateOfTheLaw;
use proofmark_trust::SignerKey;

use crate::error::ActionError;
use crate::keep_review::keep_review;
use crate::modification_review::{ModificationReview, ReviewOrder, review};
use crate::revision::Revision;

/// The action's name in the ledger.
const ACTION: &str = "propose-modification";

/// What the documents of the earlier revision are to the line.
pub(crate) const EARLIER: [&str; 3] = ["earlier-dossier", "earlier-sbom", "earlier-risk-assessment"];
/// What those of the newer revision are.
pub(crate) const NEWER: [&str; 3] = ["dossier", "sbom", "risk-assessment"];

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
    let proposed = review(order, earlier, newer, state)?;
    let outcome = match proposed.modification.stands {
        Some(Determination::Substantial) => "substantial is proposed",
        Some(Determination::NotSubstantial) => "not substantial is proposed",
        None => "cannot be decided",
    };
    let (mut keeping, signer) = open_keeping()?;
    let revisions = [(earlier, EARLIER), (newer, NEWER)];
    keep_review(order, ACTION, outcome, &proposed, revisions, &mut keeping, &signer)?;
    Ok(proposed)
}
