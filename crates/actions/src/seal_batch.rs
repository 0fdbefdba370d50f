//! Seals what was written since the last time: one signature for many changes, so that no change waits for it.

use proofmark_facts::Keeping;
use proofmark_trust::SignerKey;

use crate::error::ActionError;
use crate::seal::seal;

/// Signs a checkpoint over all lines there are, unless the last one covers them; gives the size that was sealed.
pub fn seal_batch(keeping: &mut dyn Keeping, signer: &SignerKey) -> Result<Option<u64>, ActionError> {
    let size = keeping.ledger_size()?;
    let sealed = keeping.latest_checkpoint()?.map_or(0, |(size, _)| size);
    if size == sealed {
        return Ok(None);
    }
    seal(keeping, signer, size)?;
    Ok(Some(size))
}
