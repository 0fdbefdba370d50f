//! Handing in from a page: files become a submission, and the reader sees what came of it.

use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{SubmitAsked, assess, submit};
use crate::link;
use crate::refusal::Refusal;

/// Hands in what the form holds.
pub(crate) fn hand_in(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let done = submit(call, &SubmitAsked::default())?;
    Ok(Answer::see(link::path(&["o", call.operator(), "products", &done.product])))
}

/// Assesses the product again from its kept files.
pub(crate) fn assess_again(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    assess(call)?;
    Ok(Answer::see(link::path(&["o", call.operator(), "products", call.name("product")])))
}
