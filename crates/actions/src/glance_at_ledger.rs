//! A glance at the ledger: whether its last checkpoint still holds, and when its last line was written.

use jiff::Timestamp;
use proofmark_facts::{Keeping, Sha256};
use proofmark_text::text;
use proofmark_trust::SignerKey;

use crate::error::ActionError;
use crate::ledger_line::LedgerLine;
use crate::seal::still_as_sealed;

/// How many of the last lines are looked at.
const LAST: u64 = 50;

/// What a glance shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerGlance {
    /// How many lines there are.
    pub lines: u64,
    /// The size of the last signed checkpoint.
    pub sealed: Option<u64>,
    /// When the last line was written.
    pub last_at: Option<Timestamp>,
    /// How many documents the last lines name.
    pub documents: u64,
    /// Whether there are checkpoints and none of them is remembered outside the database.
    pub forgotten: bool,
}

/// Holds the last checkpoint against the stored nodes, and reads the documents that the last lines name.
pub fn glance_at_ledger(
    keeping: &dyn Keeping,
    signer: Option<&SignerKey>,
) -> Result<LedgerGlance, ActionError> {
    let lines = keeping.ledger_size()?;
    let sealed = keeping.latest_checkpoint()?.map(|(size, _)| size);
    match signer {
        Some(signer) => still_as_sealed(keeping, signer)?,
        None if sealed.is_some() => return Err(ActionError::Damaged(text!("actions-ledger-key-gone"))),
        None => {}
    }
    let forgotten = sealed.is_some() && keeping.remembered_checkpoint()?.is_none();
    let mut glance = LedgerGlance { lines, sealed, last_at: None, documents: 0, forgotten };
    let from = lines.saturating_sub(LAST);
    for kept in keeping.lines(from, usize::try_from(LAST).unwrap_or(usize::MAX))? {
        let line = LedgerLine::parse(&kept.bytes).map_err(|error| {
            let index = kept.index.to_string();
            ActionError::Damaged(text!("actions-ledger-line-unreadable", index = index, error = error))
        })?;
        glance.last_at = glance.last_at.max(Some(line.at));
        for document in &line.documents {
            // One that was purged is kept no more; a whole proof tells it from one that is gone.
            if let Ok(digest) = document.sha256.parse::<Sha256>()
                && keeping.document(&digest)?.is_some()
            {
                glance.documents += 1;
            }
        }
    }
    Ok(glance)
}
