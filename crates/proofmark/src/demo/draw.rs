//! Randomness for secrets and ids, from the system.

use proofmark_actions::ActionError;
use proofmark_text::text;

/// Random bytes.
pub(super) fn drawn<const N: usize>() -> Result<[u8; N], ActionError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| {
        ActionError::Hindered(text!("proofmark-no-randomness", error = error.to_string()))
    })?;
    Ok(bytes)
}
