//! Identity: whose session or token a request carries.

use jiff::Timestamp;
use proofmark_facts::SystemOfRecord;

use super::head::Head;
use crate::refusal::Refusal;
use crate::visitor::Visitor;

/// Who asks. A token that is not of use is refused; a session that has ended is nobody's.
pub(crate) fn who(
    _store: &mut dyn SystemOfRecord,
    _head: &Head,
    _now: Timestamp,
) -> Result<Visitor, Refusal> {
    Ok(Visitor::Nobody)
}
