//! Keeps a review of a modification: its inputs and result by digest, and one line of the ledger.

use proofmark_facts::{Keeping, KeptLine, Sha256};
use proofmark_trust::SignerKey;

use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::{LineDocument, LineDraft};
use crate::modification_review::{ModificationReview, ReviewOrder};
use crate::revision::Revision;
use crate::seal::{seal, still_as_sealed};
use crate::subject::operator_of;

/// What the documents of the earlier revision are to the line.
const EARLIER: [&str; 3] = ["earlier-dossier", "earlier-sbom", "earlier-risk-assessment"];
/// What those of the newer revision are.
const NEWER: [&str; 3] = ["dossier", "sbom", "risk-assessment"];

/// A review with the words its line says.
#[derive(Debug)]
pub(crate) struct ConcludedReview {
    pub(crate) action: &'static str,
    pub(crate) outcome: &'static str,
    pub(crate) review: ModificationReview,
}

/// One line that names both dossiers, both component lists, both risk assessments and the review.
pub(crate) fn keep_review(
    order: &ReviewOrder<'_>,
    concluded: &ConcludedReview,
    [earlier, newer]: [&Revision; 2],
    keeping: &mut dyn Keeping,
) -> Result<KeptLine, ActionError> {
    let ConcludedReview { action, outcome, review } = concluded;
    let bytes = review.to_bytes();
    let digest = Sha256::of(&bytes);
    let mut documents: Vec<(Sha256, &[u8])> = Vec::new();
    let mut named = Vec::new();
    for (revision, [dossier, sbom, risk_assessment]) in [(earlier, EARLIER), (newer, NEWER)] {
        documents.push((revision.sha256, &revision.bytes));
        named.push(LineDocument::new(dossier, &revision.sha256));
        if let Some(list) = &revision.list {
            documents.push((list.about.sha256, &list.bytes));
            named.push(LineDocument::new(sbom, &list.about.sha256));
        }
        if let Some((document, bytes)) = &revision.risk_assessment {
            documents.push((document.sha256, bytes));
            named.push(LineDocument::new(risk_assessment, &document.sha256));
        }
    }
    documents.push((digest, &bytes));
    named.push(LineDocument::new("modification", &digest));
    let draft = LineDraft {
        subject: &review.subject,
        at: order.at,
        by: order.by,
        action,
        documents: named,
        outcome: Some(outcome),
        with: order.with,
    };
    Entry::of_documents(draft, operator_of(&review.subject), documents).keep(keeping)
}

/// The same, sealed at once: for whoever works beside the store alone.
pub(crate) fn keep_and_seal<K: Keeping>(
    order: &ReviewOrder<'_>,
    concluded: &ConcludedReview,
    revisions: [&Revision; 2],
    (mut keeping, signer): (K, SignerKey),
) -> Result<(), ActionError> {
    still_as_sealed(&keeping, &signer)?;
    let line = keep_review(order, concluded, revisions, &mut keeping)?;
    seal(&mut keeping, &signer, line.index + 1)?;
    Ok(())
}
