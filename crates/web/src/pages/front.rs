//! The front: leads everybody to where their work is.

use crate::answer::Answer;
use crate::call::Call;
use crate::link;
use crate::refusal::Refusal;

/// To the desk of whoever is signed in, else to the sign-in page.
#[expect(clippy::unnecessary_wraps, reason = "every handler has this shape")]
pub(crate) fn front(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let Some(actor) = call.visitor.actor() else { return Ok(Answer::see("/sign-in")) };
    let desk = actor.grants.iter().map(|grant| grant.operator.as_str()).find(|operator| !operator.is_empty());
    Ok(Answer::see(desk.map_or_else(|| "/account".to_owned(), |desk| link::path(&["o", desk]))))
}
