//! One's own account: password, one-time codes, passkeys, sessions.

use maud::{Markup, PreEscaped, html};
use proofmark_access::{OneTimeSecret, Passkey, RECOVERY_CODES, Secret, duty_name};
use proofmark_actions::people::{
    Errand, OwnSession, SignInTrouble, ask_to_enrol_one_time_codes, change_password, enrol_one_time_codes,
    passkeys_of, remove_passkey, sign_out_everywhere,
};
use proofmark_facts::Grant;
use proofmark_text::{Text, text};

use super::reader_of::{operator_name, reader_of};
use super::sessions::sessions_panel;
use crate::answer::Answer;
use crate::call::Call;
use crate::cookie::{CookieName, SetCookie};
use crate::desk::own_sessions;
use crate::house::random;
use crate::look::{Field, Reader, Shown, Tone, field, hidden, notice, page};
use crate::refusal::Refusal;

/// What codes are shown under in somebody's telephone.
const ISSUER: &str = "Proofmark";

/// What the page says beside what is always there.
enum Says<'a> {
    Nothing,
    Wrong(Text),
    Enrolling(&'a OneTimeSecret),
    Enrolled(&'a [Secret]),
}

/// The page.
pub(crate) fn account(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::page(show(call, &Says::Nothing)?))
}

fn show(call: &Call<'_>, says: &Says<'_>) -> Result<Markup, Refusal> {
    let actor = call.actor();
    let passkeys = passkeys_of(&*call.store, &actor.name)?;
    let sessions = own_sessions(call)?;
    let grants: Vec<(String, &Grant)> =
        actor.grants.iter().map(|grant| (operator_name(call, &grant.operator), grant)).collect();
    shown(&reader_of(call), &actor.name, &grants, (&passkeys, &sessions), says)
}

fn shown(
    reader: &Reader,
    name: &str,
    grants: &[(String, &Grant)],
    (passkeys, sessions): (&[Passkey], &[OwnSession]),
    says: &Says<'_>,
) -> Result<Markup, Refusal> {
    let title = reader.say(&text!("web-account"));
    let body = html! {
        div .head { h1 { (title) } p .lead { (name) } }
        @match says {
            Says::Wrong(wrong) => (notice(reader, Tone::Bad, wrong)),
            Says::Enrolling(secret) => (enrolling(reader, name, secret)?),
            Says::Enrolled(codes) => (enrolled(reader, codes)),
            Says::Nothing => {}
        }
        div .columns {
            section .panel aria-labelledby="duties" {
                header { h2 #duties { (reader.say(&text!("web-column-duties"))) } }
                ul .plain-list {
                    @for (operator, grant) in grants {
                        li {
                            strong { (reader.say(&duty_name(grant.duty))) } " "
                            span .quiet {
                                @if operator.is_empty() { (reader.say(&text!("web-installation"))) } @else { (operator) }
                                @if let Some(products) = &grant.products { " (" (products.join(", ")) ")" }
                            }
                        }
                    }
                }
            }
            section .panel aria-labelledby="password" {
                header { h2 #password { (reader.say(&text!("web-change-password"))) } }
                form .decide method="post" action="/account/password" {
                    (hidden(reader))
                    (field(reader, &Field::password("old", text!("web-old-password"), "current-password")))
                    (field(reader, &Field::password("new", text!("web-new-password"), "new-password")))
                    div .row { button type="submit" { (reader.say(&text!("web-keep"))) } }
                }
            }
            section .panel aria-labelledby="codes" {
                header { h2 #codes { (reader.say(&text!("web-codes"))) } }
                p .hint { (reader.hint(&text!("web-codes"))) }
                form method="post" action="/account/codes" {
                    (hidden(reader)) button type="submit" { (reader.say(&text!("web-codes-enrol"))) }
                }
            }
            section .panel aria-labelledby="passkeys" {
                header { h2 #passkeys { (reader.say(&text!("web-passkeys"))) } }
                p .hint { (reader.hint(&text!("web-passkeys"))) }
                (passkey_list(reader, passkeys))
                button type="button" data-passkey="register" data-form=[reader.form_token.as_deref()] hidden {
                    (reader.say(&text!("web-passkey-add")))
                }
            }
            section .panel aria-labelledby="identities" {
                header { h2 #identities { (reader.say(&text!("identity-own"))) } }
                p .hint { (reader.hint(&text!("identity-own"))) }
                p { a href="/account/identities" { (reader.say(&text!("identity-own-show"))) } }
            }
            (sessions_panel(reader, sessions))
        }
    };
    Ok(page(reader, &Shown { title: &title, at: None, searched: "" }, &body))
}

fn passkey_list(reader: &Reader, passkeys: &[Passkey]) -> Markup {
    html! {
        @if !passkeys.is_empty() {
            ul .plain-list {
                @for passkey in passkeys {
                    li .row {
                        strong { (passkey.name) }
                        form method="post" action="/account/passkeys/remove" {
                            (hidden(reader))
                            input type="hidden" name="key" value=(passkey.key());
                            button type="submit" { (reader.say(&text!("web-remove"))) }
                        }
                    }
                }
            }
        }
    }
}

/// The secret as a picture and in letters, and the form that proves it arrived.
fn enrolling(reader: &Reader, name: &str, secret: &OneTimeSecret) -> Result<Markup, Refusal> {
    let picture = secret.to_qr_svg(ISSUER, name).map_err(|refusal| Refusal::new(500, refusal.says))?;
    Ok(html! {
        section .panel aria-labelledby="enrol" {
            header { h2 #enrol { (reader.say(&text!("web-codes-enrol"))) } }
            p { (reader.hint(&text!("web-codes-enrol"))) }
            // Drawn by us from random letters: nothing in it was written by others.
            div .qr role="img" aria-label=(reader.say(&text!("web-codes-picture"))) { (PreEscaped(picture.reveal())) }
            p { code .secret { (secret.to_base32().reveal()) } }
            form .decide method="post" action="/account/codes/prove" {
                (hidden(reader))
                (field(reader, &Field::text("code", text!("web-sign-in-code")).autocomplete("one-time-code")))
                div .row { button .primary type="submit" { (reader.say(&text!("web-keep"))) } }
            }
        }
    })
}

fn enrolled(reader: &Reader, codes: &[Secret]) -> Markup {
    html! {
        (notice(reader, Tone::Good, &text!("web-codes-enrolled")))
        pre #recovery { @for code in codes { (code.reveal()) "\n" } }
        button type="button" data-copy="recovery" hidden { (reader.say(&text!("web-copy"))) }
    }
}

/// Changes one's password.
pub(crate) fn new_password(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let (old, new, salt) = (call.secret("old"), call.secret("new"), random(call.house)?);
    let address = call.asked.address.clone();
    match change_password(call.store, &errand, &old, new, &address, salt) {
        // Every session has ended with the old password, this one too.
        Ok(()) => Ok(Answer::see("/sign-in").cookie(SetCookie::gone(CookieName::Session))),
        Err(SignInTrouble::Wrong(says) | SignInTrouble::Throttled { says, .. }) => {
            Ok(Answer::page(show(call, &Says::Wrong(says))?).status(422))
        }
        Err(SignInTrouble::Action(error)) => {
            let refusal = Refusal::from(error);
            if refusal.status != 422 {
                return Err(refusal);
            }
            Ok(Answer::page(show(call, &Says::Wrong(refusal.says))?).status(422))
        }
    }
}

/// A new secret for one-time codes, to be shown.
pub(crate) fn enrol_codes(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let secret =
        ask_to_enrol_one_time_codes(call.store, &errand, call.house.strongbox(), random(call.house)?)?;
    Ok(Answer::page(show(call, &Says::Enrolling(&secret))?))
}

/// The first code: from now on one is asked for.
pub(crate) fn prove_codes(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let drawn: [u8; RECOVERY_CODES * 10] = random(call.house)?;
    let code = call_secret(&call.taken, "code");
    let codes = enrol_one_time_codes(call.store, &errand, call.house.strongbox(), &code, &drawn)?;
    Ok(Answer::page(show(call, &Says::Enrolled(&codes))?))
}

fn call_secret(taken: &crate::taken::Taken, name: &str) -> Secret {
    Secret::from(taken.fields().and_then(|fields| fields.get(name)).unwrap_or_default().trim())
}

/// Removes a passkey.
pub(crate) fn forget_passkey(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let key = call.field("key").to_owned();
    remove_passkey(call.store, &errand, &key)?;
    Ok(Answer::see("/account"))
}

/// Ends every session of one's own.
pub(crate) fn end_everywhere(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let name = call.actor().name;
    sign_out_everywhere(call.store, &name, call.now, call.house.program())?;
    Ok(Answer::see("/sign-in").cookie(SetCookie::gone(CookieName::Session)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proofmark_facts::Duty;

    use crate::look::{assert_sound, readers};

    #[test]
    fn the_page_is_sound_whatever_it_says() {
        let grant =
            Grant { operator: String::new(), duty: Duty::Auditor, products: Some(vec!["<p>1".into()]) };
        let secret = OneTimeSecret::new([7; 20]);
        let codes = [Secret::from("abcd")];
        for reader in readers() {
            for says in [
                Says::Nothing,
                Says::Wrong(text!("web-bad-form")),
                Says::Enrolling(&secret),
                Says::Enrolled(&codes),
            ] {
                let page = shown(&reader, "anna", &[("<o>".to_owned(), &grant)], (&[], &[]), &says).unwrap();
                assert_sound(&page);
            }
        }
    }
}
