//! The history of a dossier: every revision there ever was, who brought it and when, as the ledger tells.

use jiff::Timestamp;
use proofmark_access::Right;
use proofmark_facts::{ProductRecord, RecordKind, Sha256, SystemOfRecord};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::error::ActionError;
use crate::ledger_line::LedgerLine;
use crate::products::change_order::ChangeOrder;
use crate::products::keep_files::no_such_product;
use crate::record::kept_noun;

/// A revision of a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DossierRevision {
    /// Its number, from one.
    pub number: u64,
    /// Its digest.
    pub sha256: Sha256,
    /// Since when it counts.
    pub at: Timestamp,
    /// Who brought it.
    pub by: String,
    /// With which action.
    pub action: String,
    /// The ledger's line that tells of it.
    pub line: u64,
}

/// Every revision, oldest first. The same dossier again is no new revision; going back to an earlier one is.
pub fn dossier_history(
    order: &ChangeOrder<'_>,
    operator: &str,
    product: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<DossierRevision>, ActionError> {
    order.demand(Right::SeeProduct, operator, Some(product))?;
    let kept = kept_noun::<ProductRecord>(keeping, operator, product)?;
    let subject = kept.ok_or_else(|| no_such_product(product))?.noun.subject;
    let mut revisions: Vec<DossierRevision> = Vec::new();
    for kept in keeping.lines_about(&subject, keeping.ledger_size()?)? {
        let line = LedgerLine::parse(&kept.bytes).map_err(|error| {
            ActionError::Damaged(text!(
                "actions-ledger-line-unreadable",
                index = kept.index.to_string(),
                error = error
            ))
        })?;
        let Some(sha256) = line.document("dossier").and_then(|written| written.parse().ok()) else {
            continue;
        };
        if revisions.last().is_some_and(|last| last.sha256 == sha256) {
            continue;
        }
        // An earlier release that is assessed again is assessed with the dossier it had: nobody went back to that one.
        let known = revisions.iter().any(|revision| revision.sha256 == sha256);
        if known && leaves_product(&line) {
            continue;
        }
        let number = revisions.len() as u64 + 1;
        let LedgerLine { at, by, action, .. } = line;
        revisions.push(DossierRevision { number, sha256, at, by, action, line: kept.index });
    }
    Ok(revisions)
}

/// Whether the line leaves its product as it was; one that names no records says nothing of it.
fn leaves_product(line: &LedgerLine) -> bool {
    let mut products = line.records.iter().filter(|record| record.kind == RecordKind::Product.word());
    products.next().is_some_and(|product| product.before == product.after)
}

/// The text of a revision: of this product's dossier, and of nothing else.
pub fn dossier_revision(
    order: &ChangeOrder<'_>,
    operator: &str,
    product: &str,
    sha256: &Sha256,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<u8>, ActionError> {
    let history = dossier_history(order, operator, product, keeping)?;
    let none = || ActionError::NotFound(text!("record-no-such-revision", digest = sha256.to_string()));
    if !history.iter().any(|revision| revision.sha256 == *sha256) {
        return Err(none());
    }
    keeping.document_of(operator, sha256)?.ok_or_else(none)
}
