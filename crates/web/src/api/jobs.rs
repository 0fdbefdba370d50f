//! Jobs and feeds.

use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{PageAsked, Run, key_at, page_of, retry};
use crate::limit::limit;
use crate::refusal::Refusal;

/// The jobs of the operator, or of the installation itself where the path names none; newest due first.
pub(crate) fn list_jobs(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PageAsked = call.query()?;
    // A page further down is found by reading further, twice as far each time.
    let mut read = 2 * limit(asked.limit);
    loop {
        let all = call.store.jobs(call.operator(), None, read)?;
        let is_all = all.len() < read;
        let page = page_of(all, &asked, Run::Falling, |job| key_at(job.due_at, &job.id));
        if is_all || page.next.is_some() {
            return Ok(Answer::json(&page));
        }
        read = read.saturating_mul(2);
    }
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
