//! Signing in with a provider of identities: sent there, and back with a code; accepting an invitation and linking an
//! account the same way.

use maud::{Markup, html};
use proofmark_access::{Secret, SessionSecret, claimed_key, token_request, token_response};
use proofmark_actions::ActionError;
use proofmark_actions::people::{
    BackFromProvider, IdentityPurpose, SendOrder, SendRandom, SentToProvider, SignInTrouble,
    back_from_provider, identity_provider, invited_by_link, send_to_provider, sign_in_with_identity,
};
use proofmark_text::{Text, text};

use super::reader_of::reader_of;
use super::sign_in::refused_page;
use crate::answer::Answer;
use crate::call::Call;
use crate::cookie::{CookieName, SetCookie};
use crate::house::random;
use crate::issuers::for_strangers;
use crate::link::own_path;
use crate::look::{Reader, narrow_page};
use crate::refusal::Refusal;
use crate::visitor::session_cookie;

/// Where providers send people back to.
const BACK: &str = "/sign-in/back";

/// Seconds the cookie of somebody who was sent away lasts: as long as what is remembered of them.
const SENT_SECONDS: u64 = 15 * 60;

/// The address a provider must be told to send people back to.
pub(super) fn back_address(call: &Call<'_>) -> String {
    format!("{}{BACK}", call.asked.origin)
}

/// Sends somebody to a provider to sign in.
pub(crate) fn sign_in_with(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let next = own_path(call.asked.query.get("next").unwrap_or_default()).to_owned();
    away(call, IdentityPurpose::SignIn, &next)
}

/// Sends somebody to a provider to accept an invitation with their identity there.
pub(crate) fn accept_with(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let link = call.name("link").to_owned();
    invited_by_link(call.store, &link, call.now)?;
    away(call, IdentityPurpose::Accept(link), "/")
}

fn away(call: &mut Call<'_>, purpose: IdentityPurpose, next: &str) -> Result<Answer, Refusal> {
    match send(call, purpose, next)? {
        Ok(sent) => Ok(Answer::see(sent.address).cookie(cookie(&sent.state))),
        Err(trouble) => refused_page(call, trouble, next),
    }
}

/// Shows the way to a provider, to be known by one's identity there too.
///
/// A form must not end up on another site (`form-action` of the content policy), so the last step is a link.
pub(crate) fn link_identity(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let purpose = IdentityPurpose::Link(call.actor().name);
    let sent = match send(call, purpose, "/account/identities")? {
        Ok(sent) => sent,
        Err(trouble) => return refused_page(call, trouble, "/account/identities"),
    };
    let provider = identity_provider(&*call.store, call.name("provider"))?;
    let page = way_out(&reader_of(call), &provider.name, &sent.address);
    Ok(Answer::page(page).cookie(cookie(&sent.state)))
}

fn way_out(reader: &Reader, provider: &str, address: &str) -> Markup {
    let title = reader.say(&text!("identity-link"));
    let body = html! {
        h1 { (title) }
        p { (reader.say(&text!("identity-link-leaves", provider = provider))) }
        p { a .button .primary href=(address) { (reader.say(&text!("identity-sign-in-with", provider = provider))) } }
        p { a href="/account/identities" { (reader.say(&text!("identity-stay"))) } }
    };
    narrow_page(reader, &title, &body)
}

fn send(
    call: &mut Call<'_>,
    purpose: IdentityPurpose,
    next: &str,
) -> Result<Result<SentToProvider, SignInTrouble>, Refusal> {
    let provider = identity_provider(&*call.store, call.name("provider"))?;
    let discovery = call.house.issuers().discovery(&provider.issuer, call.now).map_err(for_strangers)?;
    let order = SendOrder {
        provider: &provider.id,
        discovery: &discovery,
        redirect: &back_address(call),
        purpose,
        next,
        address: &call.asked.address,
        at: call.now,
        random: SendRandom {
            state: random(call.house)?,
            nonce: random(call.house)?,
            verifier: random(call.house)?,
        },
    };
    Ok(send_to_provider(call.store, order))
}

fn cookie(state: &Secret) -> SetCookie {
    let value = state.reveal().to_owned();
    SetCookie { name: CookieName::Sent, value, for_seconds: Some(SENT_SECONDS) }
}

/// Takes somebody back from a provider and signs them in, or says why not.
pub(crate) fn back(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let came = come(call)?;
    let gone = SetCookie::gone(CookieName::Sent);
    match came {
        Ok((session, to)) => Ok(Answer::see(to).cookie(session_cookie(&session)).cookie(gone)),
        Err(trouble) => Ok(refused_page(call, trouble, "/")?.cookie(gone)),
    }
}

type Came = Result<(SessionSecret, String), SignInTrouble>;

fn come(call: &mut Call<'_>) -> Result<Came, Refusal> {
    let wrong = |says: Text| Ok(Err(SignInTrouble::Wrong(says)));
    let asked = |name: &str| call.asked.query.get(name).filter(|value| !value.is_empty());
    let state = Secret::from(asked("state").unwrap_or_default());
    // Whoever has somebody else's way back has not their cookie: nobody is signed in as another by a link.
    if !call.asked.sent.as_ref().is_some_and(|sent| sent.is(&state)) {
        return wrong(text!("identity-other-browser"));
    }
    let (code, issuer) = (asked("code").map(Secret::from), asked("iss").map(str::to_owned));
    let error = asked("error").map(error_word);
    let back = match back_from_provider(call.store, call.house.strongbox(), state.reveal(), call.now) {
        Ok(back) => back,
        Err(ActionError::NotFound(says)) => return wrong(says),
        Err(other) => return Err(other.into()),
    };
    let discovery = call.house.issuers().discovery(&back.provider.issuer, call.now);
    let discovery = discovery.map_err(for_strangers)?;
    if let Err(refusal) = discovery.check_sent_back_by(issuer.as_deref()) {
        return wrong(refusal.says);
    }
    let Some(code) = code else {
        let error = error.unwrap_or_default();
        return wrong(text!("identity-provider-refused", provider = &back.provider.name, error = error));
    };
    let id_token = match redeem(call, &back, &code, &discovery.token_endpoint)? {
        Ok(token) => token,
        Err(says) => return wrong(says),
    };
    let kid = claimed_key(&id_token);
    let keys = call.house.issuers().keys(&back.provider.issuer, kid.as_deref(), call.now);
    let keys = keys.map_err(for_strangers)?;
    let (with, random) = (call.house.program(), random(call.house)?);
    let signed_in = sign_in_with_identity(call.store, &back, &id_token, &keys, call.now, with, random);
    Ok(signed_in.map(|session| (session, own_path(&back.next).to_owned())))
}

/// The ID token the code is redeemed for.
fn redeem(
    call: &Call<'_>,
    back: &BackFromProvider,
    code: &Secret,
    endpoint: &str,
) -> Result<Result<Secret, Text>, Refusal> {
    let client = &back.provider.client_id;
    let form = token_request(&back.request, code, client, back.client_secret.as_ref(), &back_address(call));
    let answer = call.house.issuers().redeem(endpoint, &form).map_err(for_strangers)?;
    Ok(token_response(&answer).map_err(|refusal| refusal.says))
}

/// An error's code as providers write it (RFC 6749 section 4.1.2.1); what else they say is not shown, for anybody can
/// make up the address.
fn error_word(sent: &str) -> String {
    sent.chars().filter(|letter| letter.is_ascii_lowercase() || *letter == '_').take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};

    #[test]
    fn the_page_is_sound_and_shows_no_words_of_strangers() {
        for reader in readers() {
            assert_sound(&way_out(&reader, "Maker <b>ID</b>", "https://id.example/?a=\"&b=<x>"));
        }
        assert_eq!(error_word("access_denied"), "access_denied");
        assert_eq!(error_word("<script>alert(1)</script>"), "scriptalertscript");
    }
}
