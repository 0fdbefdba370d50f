//! Jobs and feeds.

use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{PageAsked, retry};
use crate::limit::limit;
use crate::refusal::Refusal;

/// The jobs of the operator, or of the installation itself where the path names none; newest due first.
pub(crate) fn list_jobs(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PageAsked = call.query()?;
    Ok(Answer::json(&call.store.jobs(call.operator(), None, limit(asked.limit))?))
}

/// Has a failed job tried again.
pub(crate) fn retry_job(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let operator = call.operator().to_owned();
    retry(call, &operator)?;
    Ok(Answer::json(&true))
}

/// What is known of what the world has published; `null` where there is no database yet.
pub(crate) fn show_feeds(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::json(&call.house.feeds()?))
}
