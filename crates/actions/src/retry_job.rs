//! Has a failed job tried again.
//!
//! The ledger holds no line of it: it says what was decided and done about products and people, and how often something
//! was tried is neither. Whoever calls this writes to the log who asked.

use proofmark_access::Right;
use proofmark_facts::SystemOfRecord;
use proofmark_text::text;

use crate::error::ActionError;
use crate::products::ChangeOrder;

/// Has a failed job of this operator (empty: of the installation itself) tried again at once, as often as a new one.
///
/// Not found: there is no such job, or it has not failed.
pub fn retry_job(
    order: &ChangeOrder<'_>,
    operator: &str,
    job: &str,
    keeping: &mut dyn SystemOfRecord,
) -> Result<(), ActionError> {
    order.demand(Right::RetryJobs, operator, None)?;
    if keeping.retry_job(operator, job, order.at)? {
        return Ok(());
    }
    Err(ActionError::NotFound(text!("desk-no-such-job", job = job)))
}
