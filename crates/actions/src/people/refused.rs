//! Refusals of the room `access`, as an action hands them up.

use proofmark_access::{Refusal, Right, may};
use proofmark_facts::{Place, Problem};

use super::errand::Errand;
use crate::error::ActionError;

/// Whoever asks may not.
pub(super) fn forbidden(refusal: Refusal) -> ActionError {
    ActionError::Forbidden(refusal.says)
}

/// Whoever asks comes too late: it stands otherwise already.
pub(super) fn moved(refusal: Refusal) -> ActionError {
    ActionError::Moved(refusal.says)
}

/// What was handed in at this place cannot be used.
pub(super) fn refused_at(path: &str) -> impl Fn(Refusal) -> ActionError {
    move |refusal| ActionError::Refused(vec![Problem::error(Place::at(path), refusal.says)])
}

/// Checks that whoever asks may do this.
pub(super) fn check(
    errand: &Errand<'_>,
    right: Right,
    operator: &str,
    product: Option<&str>,
) -> Result<(), ActionError> {
    may(errand.by, right, operator, product).map_err(forbidden)
}
