//! Whether the window can answer: the store is there.

use crate::answer::{Answer, Content};
use crate::call::Call;
use crate::refusal::Refusal;

/// Says `ok` once the store has answered.
pub(crate) fn health(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    call.store.ledger_size()?;
    Ok(Answer::of(Content::Bytes { media: "text/plain; charset=utf-8", bytes: b"ok\n".to_vec(), name: None }))
}
