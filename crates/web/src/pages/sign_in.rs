//! Signing in and out: by name and password, then by a code where there is a second factor; or with a provider.

use maud::{Markup, html};
use proofmark_access::IdentityProvider;
use proofmark_actions::people::{
    CodeOrder, SignInOrder, SignInTrouble, SignedIn, open_identity_providers, sign_in as sign_in_now,
    sign_in_with_code, sign_out as end,
};
use proofmark_text::{Text, text};

use super::reader_of::reader_of;
use crate::answer::Answer;
use crate::call::Call;
use crate::cookie::{CookieName, SetCookie};
use crate::house::random;
use crate::link::{self, own_path};
use crate::look::{Field, Reader, Tone, field, hidden, narrow_page, notice};
use crate::refusal::Refusal;
use crate::visitor::{Visitor, session_cookie};

/// The page with the form.
pub(crate) fn sign_in_page(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let next = own_path(call.asked.query.get("next").unwrap_or_default());
    if call.visitor.actor().is_some() {
        return Ok(Answer::see(next));
    }
    let providers = open_identity_providers(&*call.store)?;
    Ok(Answer::page(sign_in_form(&reader_of(call), &providers, "", next, None)))
}

/// Signs in, or says why not on the same page.
pub(crate) fn sign_in(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (name, next) = (call.field("name").to_owned(), own_path(call.field("next")).to_owned());
    let order = SignInOrder {
        account: &name,
        password: call.secret("password"),
        address: &call.asked.address,
        at: call.now,
        with: call.house.program(),
        session: random(call.house)?,
        salt: random(call.house)?,
    };
    match sign_in_now(call.store, &order) {
        Ok(SignedIn::In(session)) => Ok(Answer::see(next).cookie(session_cookie(&session))),
        Ok(SignedIn::Halfway(secret)) => {
            let secret = secret.to_text();
            Ok(Answer::page(code_form(&reader_of(call), secret.reveal(), &next, None)))
        }
        Err(trouble) => {
            let (status, says, wait) = told(trouble)?;
            let providers = open_identity_providers(&*call.store)?;
            let page = sign_in_form(&reader_of(call), &providers, &name, &next, Some(&says));
            Ok(refused(page, status, wait))
        }
    }
}

/// Completes a sign-in with a code, or says why not on the same page.
pub(crate) fn sign_in_code(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (halfway, next) = (call.secret("halfway"), own_path(call.field("next")).to_owned());
    let order = CodeOrder {
        halfway: halfway.reveal(),
        code: call.secret("code"),
        address: &call.asked.address,
        at: call.now,
        with: call.house.program(),
        session: random(call.house)?,
    };
    match sign_in_with_code(call.store, call.house.strongbox(), &order) {
        Ok(session) => Ok(Answer::see(next).cookie(session_cookie(&session))),
        Err(trouble) => {
            let (status, says, wait) = told(trouble)?;
            let page = code_form(&reader_of(call), halfway.reveal(), &next, Some(&says));
            Ok(refused(page, status, wait))
        }
    }
}

/// Ends the session.
pub(crate) fn sign_out(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    if let Visitor::Person { session, .. } = call.visitor {
        end(call.store, session, call.now, call.house.program())?;
    }
    Ok(Answer::see("/sign-in").cookie(SetCookie::gone(CookieName::Session)))
}

/// The sign-in page that says why somebody could not come in with a provider; whoever is signed in already sees it as a
/// refusal.
pub(super) fn refused_page(call: &Call<'_>, trouble: SignInTrouble, next: &str) -> Result<Answer, Refusal> {
    let (status, says, wait) = told(trouble)?;
    if call.visitor.actor().is_some() {
        return Err(Refusal {
            retry_after: wait,
            ..Refusal::new(if status == 401 { 403 } else { status }, says)
        });
    }
    let providers = open_identity_providers(&*call.store)?;
    Ok(refused(sign_in_form(&reader_of(call), &providers, "", next, Some(&says)), status, wait))
}

/// What somebody who could not sign in is told, and after how many seconds to come back.
fn told(trouble: SignInTrouble) -> Result<(u16, Text, Option<u64>), Refusal> {
    match trouble {
        SignInTrouble::Wrong(says) => Ok((401, says, None)),
        SignInTrouble::Throttled { retry_after_seconds, says } => Ok((429, says, Some(retry_after_seconds))),
        SignInTrouble::Action(error) => Err(error.into()),
    }
}

fn refused(page: Markup, status: u16, wait: Option<u64>) -> Answer {
    Answer { retry_after: wait, ..Answer::page(page).status(status) }
}

/// The form: who, and their password; where to go on to, and what was wrong the last time.
fn sign_in_form(
    reader: &Reader,
    providers: &[IdentityProvider],
    name: &str,
    next: &str,
    wrong: Option<&Text>,
) -> Markup {
    let title = reader.say(&text!("web-sign-in"));
    let who = Field::text("name", text!("web-sign-in-name")).value(name).autocomplete("username webauthn");
    let body = html! {
        h1 { (title) }
        @if let Some(wrong) = wrong { (notice(reader, Tone::Bad, wrong)) }
        form method="post" action="/sign-in" {
            (hidden(reader))
            input type="hidden" name="next" value=(next);
            (field(reader, &who))
            (field(reader, &Field::password("password", text!("web-sign-in-password"), "current-password")))
            button type="submit" .primary { (title) }
        }
        button type="button" data-passkey="sign-in" data-next=(next) hidden { (reader.say(&text!("web-sign-in-passkey"))) }
        @if !providers.is_empty() {
            ul .plain-list aria-label=(reader.say(&text!("identity-providers"))) {
                @for provider in providers {
                    // A link and no form: the content policy lets no form end up on another site.
                    li {
                        a .button href=(link::with_query(&link::path(&["sign-in", "with", &provider.id]), &[("next", next)])) {
                            (reader.say(&text!("identity-sign-in-with", provider = &provider.name)))
                        }
                    }
                }
            }
        }
        p .hint { (reader.say(&text!("web-sign-in-lost"))) }
    };
    narrow_page(reader, &title, &body)
}

/// The form that asks for a code.
fn code_form(reader: &Reader, halfway: &str, next: &str, wrong: Option<&Text>) -> Markup {
    let title = reader.say(&text!("web-sign-in-second"));
    let body = html! {
        h1 { (title) }
        @if let Some(wrong) = wrong { (notice(reader, Tone::Bad, wrong)) }
        form method="post" action="/sign-in/code" {
            (hidden(reader))
            input type="hidden" name="next" value=(next);
            input type="hidden" name="halfway" value=(halfway);
            (field(reader, &Field::text("code", text!("web-sign-in-code")).autocomplete("one-time-code")))
            button type="submit" .primary { (reader.say(&text!("web-sign-in"))) }
        }
    };
    narrow_page(reader, &title, &body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};

    #[test]
    fn the_pages_are_sound_with_and_without_a_refusal() {
        for mut reader in readers() {
            reader.form_token = None;
            assert_sound(&sign_in_form(&reader, &[], "", "/", None));
            let at = jiff::Timestamp::UNIX_EPOCH;
            let made =
                IdentityProvider::new("Maker <b>ID</b>", "https://id.example", "proofmark", at, "anna");
            let providers = [made.unwrap()];
            let wrong = text!("web-stale-form");
            assert_sound(&sign_in_form(&reader, &providers, "<b>\"x", "/o/a?b=\"", Some(&wrong)));
            assert_sound(&code_form(&reader, "secret", "/", Some(&wrong)));
        }
    }
}
