//! Proves a line: that it stands in the ledger under a signed checkpoint, for somebody who does not trust us.

use proofmark_facts::Keeping;
use proofmark_text::text;
use proofmark_trust::{Note, Proof};

use crate::error::ActionError;
use crate::seal::prove;

/// The proof (C2SP tlog-proof) that the line at this place is among those under the last signed checkpoint.
pub fn prove_line(keeping: &dyn Keeping, index: u64) -> Result<Proof, ActionError> {
    let Some((size, note)) = keeping.latest_checkpoint()?.filter(|(size, _)| index < *size) else {
        return Err(ActionError::NotFound(text!("actions-line-not-sealed", index = index)));
    };
    let note = Note::parse(note.as_bytes()).map_err(|error| {
        let size = size.to_string();
        ActionError::Damaged(text!(
            "actions-ledger-checkpoint-unreadable",
            size = size,
            error = error.to_string()
        ))
    })?;
    prove(keeping, index, size, &note)
}
