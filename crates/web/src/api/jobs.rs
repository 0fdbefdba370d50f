//! Jobs and feeds.

use proofmark_text::text;

use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{PageAsked, limit};
use crate::refusal::Refusal;

/// The operator's jobs, newest due first.
pub(crate) fn list_jobs(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PageAsked = call.query()?;
    Ok(Answer::json(&call.store.jobs(call.operator(), None, limit(asked.limit))?))
}

/// Has a failed job tried again.
pub(crate) fn retry_job(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (operator, job) = (call.operator().to_owned(), call.name("job").to_owned());
    if !call.store.retry_job(&operator, &job, call.now)? {
        return Err(Refusal::new(404, text!("web-no-such-thing")));
    }
    Ok(Answer::json(&true))
}

/// What is known of what the world has published; `null` where there is no database yet.
pub(crate) fn show_feeds(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::json(&call.house.feeds()?))
}
