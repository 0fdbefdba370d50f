//! Sessions: the panel of one's own on the account's page, and what its buttons do.

use maud::{Markup, html};
use proofmark_access::Strength;
use proofmark_actions::people::{Errand, OwnSession, end_sessions};
use proofmark_text::{Text, text};

use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::cookie::{CookieName, SetCookie};
use crate::desk::{end_other_own_sessions, end_own_session, member};
use crate::link;
use crate::look::{Reader, Tone, badge, hidden};
use crate::refusal::Refusal;

/// One's own sessions, each with a button that ends it.
pub(super) fn sessions_panel(reader: &Reader, sessions: &[OwnSession]) -> Markup {
    html! {
        section .panel aria-labelledby="sessions" {
            header { h2 #sessions { (reader.say(&text!("web-sessions"))) } }
            p .hint { (reader.say(&text!("identity-sessions-own"))) }
            ul .plain-list { @for session in sessions { li { (one(reader, session)) } } }
            div .row {
                form method="post" action="/account/sessions/end-others" {
                    (hidden(reader)) button type="submit" { (reader.say(&text!("identity-session-end-others"))) }
                }
                form method="post" action="/account/sign-out-everywhere" {
                    (hidden(reader)) button type="submit" { (reader.say(&text!("web-sign-out-everywhere"))) }
                }
            }
            p .hint { (reader.hint(&text!("web-sessions"))) }
        }
    }
}

fn one(reader: &Reader, session: &OwnSession) -> Markup {
    let began = reader.say(&text!("identity-session-began", at = instant(session.began_at)));
    let used = reader.say(&text!("identity-session-used", at = instant(session.used_at)));
    // Buttons of one name are told apart by what they are about.
    let end = reader.say(&text!("identity-session-end-of", at = instant(session.began_at)));
    html! {
        div .row {
            strong { (began) }
            @if session.this { (badge(Tone::Good, &reader.say(&text!("identity-session-this")))) }
        }
        p .quiet { (reader.say(&signed_in_by(session.signed_in_by))) "; " (used) }
        form method="post" action="/account/sessions/end" {
            (hidden(reader))
            input type="hidden" name="session" value=(session.id);
            button type="submit" aria-label=(end) { (reader.say(&text!("identity-session-end"))) }
        }
    }
}

fn signed_in_by(strength: Strength) -> Text {
    match strength {
        Strength::Password => text!("identity-session-by-password"),
        Strength::Identity => text!("identity-session-by-identity"),
        Strength::TwoFactors => text!("identity-session-by-two-factors"),
        Strength::Passkey => text!("identity-session-by-passkey"),
    }
}

/// Ends one of one's own sessions.
pub(crate) fn end_session(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let id = call.field("session").to_owned();
    Ok(if end_own_session(call, &id)? {
        Answer::see("/sign-in").cookie(SetCookie::gone(CookieName::Session))
    } else {
        Answer::see("/account#sessions")
    })
}

/// Ends all of one's own sessions but this one.
pub(crate) fn end_others(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    end_other_own_sessions(call)?;
    Ok(Answer::see("/account#sessions"))
}

/// Ends every session of one of the operator's people.
pub(crate) fn end_sessions_of(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (actor, account) = (call.actor(), member(call)?.account);
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    end_sessions(call.store, &errand, &account)?;
    Ok(Answer::see(link::path(&["o", call.operator(), "people", call.name("account")])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_panel_is_sound_and_says_which_is_this_one() {
        let session = |id: &str, signed_in_by, this| OwnSession {
            id: id.into(),
            began_at: samples::now(),
            used_at: samples::now(),
            ends_at: samples::now(),
            signed_in_by,
            this,
        };
        let ways = [Strength::Password, Strength::Identity, Strength::TwoFactors, Strength::Passkey];
        let sessions: Vec<OwnSession> =
            ways.into_iter().map(|way| session("\"<b>", way, way == Strength::Passkey)).collect();
        for reader in readers() {
            let panel = sessions_panel(&reader, &sessions);
            assert_sound(&html! { h1 { "Account" } (panel) });
            assert_eq!(panel.0.matches("class=\"badge").count(), 1, "{}", panel.0);
            assert_sound(&html! { h1 { "Account" } (sessions_panel(&reader, &[])) });
        }
    }
}
