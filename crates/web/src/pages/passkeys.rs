//! Passkeys, as the page's script asks for them: challenges out, answers in.

use proofmark_access::RelyingParty;
use proofmark_actions::people::{
    Errand, PasskeySignInOrder, SignInTrouble, ask_for_passkey, ask_to_register_passkey, register_passkey,
    sign_in_with_passkey,
};
use proofmark_text::text;

use crate::answer::Answer;
use crate::call::Call;
use crate::house::random;
use crate::refusal::Refusal;
use crate::taken::Taken;
use crate::visitor::session_cookie;

/// Us, as browsers know us: the name people reached us by, which the frame has checked.
fn party(call: &Call<'_>) -> RelyingParty {
    let host = call.asked.origin.split_once("://").map_or("", |(_, host)| host);
    let id = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => host,
    };
    RelyingParty { id: id.to_owned(), name: "Proofmark".to_owned(), origin: call.asked.origin.clone() }
}

fn body<'c>(call: &'c Call<'_>) -> Result<&'c [u8], Refusal> {
    match &call.taken {
        Taken::Json(bytes) => Ok(bytes),
        _ => Err(Refusal::new(400, text!("web-no-body"))),
    }
}

/// A challenge to sign in.
pub(crate) fn passkey_challenge(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (party, random) = (party(call), random(call.house)?);
    Ok(Answer::json(&ask_for_passkey(call.store, &party, call.now, random)?))
}

/// Signs in with the answer.
pub(crate) fn passkey_sign_in(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let response = body(call)?.to_vec();
    let order = PasskeySignInOrder {
        party: &party(call),
        response: &response,
        address: &call.asked.address,
        at: call.now,
        with: call.house.program(),
        session: random(call.house)?,
    };
    match sign_in_with_passkey(call.store, &order) {
        Ok(session) => Ok(Answer::json(&true).cookie(session_cookie(&session))),
        Err(SignInTrouble::Wrong(says)) => Err(Refusal::new(401, says)),
        Err(SignInTrouble::Throttled { retry_after_seconds, says }) => {
            Err(Refusal::new(429, says).again_after(retry_after_seconds))
        }
        Err(SignInTrouble::Action(error)) => Err(error.into()),
    }
}

/// A challenge to register another passkey.
pub(crate) fn registration_challenge(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let (party, random) = (party(call), random(call.house)?);
    Ok(Answer::json(&ask_to_register_passkey(call.store, &errand, &party, random)?))
}

/// Registers the passkey of the answer.
pub(crate) fn register(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let response = body(call)?.to_vec();
    let name = call.asked.query.get("name").unwrap_or("Passkey").to_owned();
    let party = party(call);
    let done = register_passkey(call.store, &errand, &party, &response, &name)?;
    Ok(Answer::json(&done.notice.map(|notice| notice.in_language(call.taste.language))))
}
