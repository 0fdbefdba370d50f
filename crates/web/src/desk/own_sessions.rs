//! One's own sessions: for a person in a session, never for a token in their place.

use proofmark_access::SessionSecret;
use proofmark_actions::people::{Errand, OwnSession, end_other_sessions, end_session, sessions_of};
use proofmark_text::text;

use crate::call::Call;
use crate::refusal::Refusal;
use crate::visitor::Visitor;

/// The sessions of whoever asks that stand, the newest first.
pub(crate) fn own_sessions(call: &Call<'_>) -> Result<Vec<OwnSession>, Refusal> {
    let actor = call.actor();
    Ok(sessions_of(&*call.store, &call.errand(&actor), this(call)?)?)
}

/// Ends one of them; whether it was the one that asks.
pub(crate) fn end_own_session(call: &mut Call<'_>, id: &str) -> Result<bool, Refusal> {
    let is_this = own_sessions(call)?.iter().any(|one| one.this && one.id == id);
    let actor = call.actor();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    end_session(call.store, &errand, id)?;
    Ok(is_this)
}

/// Ends all of them but the one that asks; says how many.
pub(crate) fn end_other_own_sessions(call: &mut Call<'_>) -> Result<usize, Refusal> {
    let actor = call.actor();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let visitor = call.visitor;
    Ok(end_other_sessions(call.store, &errand, secret(visitor)?)?)
}

fn this<'c>(call: &'c Call<'_>) -> Result<&'c SessionSecret, Refusal> {
    secret(call.visitor)
}

fn secret(visitor: &Visitor) -> Result<&SessionSecret, Refusal> {
    match visitor {
        Visitor::Person { session, .. } => Ok(session),
        Visitor::Nobody | Visitor::Program { .. } => Err(Refusal::new(403, text!("access-in-person"))),
    }
}
