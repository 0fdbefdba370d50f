//! Versions: what a change is written over, as a request says it (RFC 9110 section 13.1.1, RFC 6585 section 3).

use proofmark_actions::{ActionError, Over};
use proofmark_text::text;

use crate::call::Call;
use crate::refusal::Refusal;

/// What the change is to be written over: the version in `If-Match`, which must be sent. `*` is whatever is there.
pub(crate) fn over(call: &Call<'_>) -> Result<Over, Refusal> {
    let sent = call.asked.if_match.as_deref();
    let sent = sent.ok_or_else(|| Refusal::new(428, text!("desk-if-match-missing")))?;
    if sent == "*" {
        return Ok(Over::Anything);
    }
    // A weak tag, a list, a tag of something else: none of them is the version that is there.
    sent.parse().map(Over::Version).map_err(|_| Refusal::new(412, text!("desk-moved")))
}

/// What came of a change over a version: one that moved is a precondition that failed, not a conflict.
pub(crate) fn over_version<T>(outcome: Result<T, ActionError>) -> Result<T, Refusal> {
    outcome.map_err(|error| match error {
        ActionError::Moved(says) => Refusal::new(412, says),
        other => other.into(),
    })
}
