//! Jobs that failed, tried again: a change that the queue alone remembers, so the log names who asked for it.

use proofmark_actions::{ChangeOrder, retry_job};

use crate::call::Call;
use crate::refusal::Refusal;

/// Has the job the path names as `{job}` tried again: one of this operator (empty: of the installation itself).
pub(crate) fn retry(call: &mut Call<'_>, operator: &str) -> Result<(), Refusal> {
    let (actor, job) = (call.actor(), call.name("job").to_owned());
    let change = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    retry_job(&change, operator, &job, call.store)?;
    let request = &call.asked.request;
    tracing::info!(%request, who = %actor.name, operator, %job, "a failed job is tried again");
    Ok(())
}
