//! What is shipped as a release: by the newest submission that says so, else by the release's dossier.

use proofmark_facts::{Artefact, Sha256, SystemOfRecord};
use proofmark_formats::read_partial_dossier;
use serde::Deserialize;

use crate::error::ActionError;
use crate::ledger_line::LedgerLine;
use crate::releases::release_order::ReleaseOrder;

/// Receipts that are read at most, the newest first.
const MOST_RECEIPTS: usize = 50;

/// What is read of a submission's receipt.
#[derive(Deserialize)]
struct KeptReceipt {
    release: Option<String>,
    artefacts: Vec<KeptArtefact>,
}

#[derive(Deserialize)]
struct KeptArtefact {
    name: String,
    sha256: Sha256,
}

/// The shipped files; empty where nobody said.
pub fn shipped(order: &ReleaseOrder<'_>, keeping: &dyn SystemOfRecord) -> Result<Vec<Artefact>, ActionError> {
    order.demand()?;
    let lines = keeping.lines_about(&order.product.subject, keeping.ledger_size()?)?;
    let receipts = lines.iter().rev().filter_map(|kept| {
        let line = LedgerLine::parse(&kept.bytes).ok()?;
        line.document("submission")?.parse::<Sha256>().ok()
    });
    for digest in receipts.take(MOST_RECEIPTS) {
        let Some(bytes) = keeping.document_of(order.operator, &digest)? else { continue };
        let Ok(receipt) = serde_json::from_slice::<KeptReceipt>(&bytes) else { continue };
        let of_this = receipt.release.as_deref() == Some(order.release.version.as_str());
        if of_this && !receipt.artefacts.is_empty() {
            let artefact = |one: KeptArtefact| Artefact { name: one.name, sha256: Some(one.sha256) };
            return Ok(receipt.artefacts.into_iter().map(artefact).collect());
        }
    }
    let bytes = keeping.document_of(order.operator, &order.release.dossier)?.unwrap_or_default();
    let read = read_partial_dossier(&bytes).read.map(|read| read.dossier.release);
    let of_this = read.filter(|release| release.version == order.release.version);
    Ok(of_this.map(|release| release.artefacts).unwrap_or_default())
}
