//! Proves growth: that the ledger at one size is the beginning of the ledger at a later one, so that nothing was
//! rewritten in between.

use proofmark_facts::Keeping;
use proofmark_text::text;
use proofmark_trust::{Hash, consistency};

use crate::error::ActionError;
use crate::seal::{KeptNodes, unreadable};

/// The consistency proof (RFC 9162 section 2.1.4) between two sizes.
pub fn prove_growth(keeping: &dyn Keeping, from: u64, to: u64) -> Result<Vec<Hash>, ActionError> {
    let size = keeping.ledger_size()?;
    if from == 0 || from > to || to > size {
        return Err(ActionError::NotFound(text!("actions-no-such-sizes", from = from, to = to, size = size)));
    }
    consistency::prove(&KeptNodes(keeping), from, to).map_err(unreadable)
}
