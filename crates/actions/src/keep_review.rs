//! Keeps a review of a modification: its inputs and result by digest, and one line of the ledger.

use proofmark_facts::{Keeping, Sha256};
use proofmark_trust::SignerKey;

use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::{LineDocument, LineDraft};
use crate::modification_review::{ModificationReview, ReviewOrder};
use crate::revision::Revision;
use crate::seal::{seal, still_as_sealed};
use crate::subject::operator_of;

/// One line that names both dossiers, both component lists, both risk assessments and the review.
pub(crate) fn keep_review(
    order: &ReviewOrder<'_>,
    action: &str,
    outcome: &str,
    review: &ModificationReview,
    revisions: [(&Revision, [&str; 3]); 2],
    keeping: &mut dyn Keeping,
    signer: &SignerKey,
) -> Result<(), ActionError> {
    let bytes = review.to_bytes();
    let digest = Sha256::of(&bytes);
    let mut documents: Vec<(Sha256, &[u8])> = Vec::new();
    let mut named = Vec::new();
    for (revision, [dossier, sbom, risk_assessment]) in revisions {
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
    still_as_sealed(keeping, signer)?;
    let line = Entry::of_documents(draft, operator_of(&review.subject), documents).keep(keeping)?;
    seal(keeping, signer, line.index + 1)?;
    Ok(())
}
