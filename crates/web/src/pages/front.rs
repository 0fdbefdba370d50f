//! The front: leads everybody to where their work is.

use proofmark_access::{Right, may};

use crate::answer::Answer;
use crate::call::Call;
use crate::link;
use crate::refusal::Refusal;

/// To the desk of whoever is signed in, else to the sign-in page.
#[expect(clippy::unnecessary_wraps, reason = "every handler has this shape")]
pub(crate) fn front(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let Some(actor) = call.visitor.actor() else { return Ok(Answer::see("/sign-in")) };
    let desk = actor.grants.iter().map(|grant| grant.operator.as_str()).find(|operator| !operator.is_empty());
    let Some(desk) = desk else { return Ok(Answer::see("/account")) };
    // Who administers sees no products: their work begins with people.
    let sees = may(actor, Right::SeePortfolio, desk, None).is_ok();
    Ok(Answer::see(if sees { link::path(&["o", desk]) } else { link::path(&["o", desk, "people"]) }))
}
