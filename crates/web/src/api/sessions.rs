//! Sessions by the API: one's own, one by one, and those of somebody one answers for.

use proofmark_actions::people::{Errand, OwnSession, end_sessions};
use proofmark_facts::Page;
use schemars::JsonSchema;
use serde::Serialize;

use crate::answer::Answer;
use crate::call::Call;
use crate::cookie::{CookieName, SetCookie};
use crate::desk::{
    PageAsked, Run, end_other_own_sessions, end_own_session, key_at, member, own_sessions, page_of,
};
use crate::refusal::Refusal;

/// What came of ending all others.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct SessionsEnded {
    /// How many there were.
    ended: usize,
}

/// A page of one's own sessions, the newest first.
pub(crate) fn list_own_sessions(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PageAsked = call.query()?;
    let all = own_sessions(call)?;
    let page: Page<OwnSession> = page_of(all, &asked, Run::Falling, |one| key_at(one.began_at, &one.id));
    Ok(Answer::json(&page))
}

/// Ends one of one's own sessions.
pub(crate) fn end_one_own_session(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let id = call.name("session").to_owned();
    let is_this = end_own_session(call, &id)?;
    let answer = Answer::json(&true);
    Ok(if is_this { answer.cookie(SetCookie::gone(CookieName::Session)) } else { answer })
}

/// Ends all of one's own sessions but this one.
pub(crate) fn end_others_of_own(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::json(&SessionsEnded { ended: end_other_own_sessions(call)? }))
}

/// Ends every session of one of the operator's people.
pub(crate) fn end_sessions_of(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (actor, account) = (call.actor(), member(call)?.account);
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    end_sessions(call.store, &errand, &account)?;
    Ok(Answer::json(&member(call)?))
}
