//! The identities at providers by which one's own account is known.

use maud::{Markup, html};
use proofmark_access::{ExternalIdentity, IdentityProvider};
use proofmark_actions::people::{
    Errand, forget_identity as forget, identities_of, open_identity_providers as providers_of,
};
use proofmark_text::text;

use super::reader_of::reader_of;
use crate::answer::Answer;
use crate::call::Call;
use crate::link;
use crate::look::{Icon, Reader, Shown, empty, hidden, page};
use crate::refusal::Refusal;

/// The page.
pub(crate) fn identities(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let known = identities_of(&*call.store, &call.actor().name)?;
    let providers = providers_of(&*call.store)?;
    Ok(Answer::page(shown(&reader_of(call), &known, &providers)))
}

/// Is known by an identity no longer.
pub(crate) fn forget_identity(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let identity = ExternalIdentity {
        issuer: call.field("issuer").to_owned(),
        subject: call.field("subject").to_owned(),
    };
    forget(call.store, &errand, &identity)?;
    Ok(Answer::see("/account/identities"))
}

fn shown(reader: &Reader, known: &[ExternalIdentity], providers: &[IdentityProvider]) -> Markup {
    let title = reader.say(&text!("identity-own"));
    let body = html! {
        div .head { h1 { (title) } p .lead { (reader.hint(&text!("identity-own"))) } }
        section .panel aria-labelledby="known" {
            header { h2 #known { (reader.say(&text!("identity-known"))) } }
            @if known.is_empty() { (empty(reader, Icon::Account, &text!("identity-none"), &html! {})) }
            ul .plain-list { @for identity in known { li .row { (one(reader, identity, providers)) } } }
        }
        section .panel aria-labelledby="link" {
            header { h2 #link { (reader.say(&text!("identity-link"))) } }
            @if providers.is_empty() { p .quiet { (reader.say(&text!("identity-no-providers"))) } }
            div .row {
                @for provider in providers {
                    form method="post" action=(link::path(&["account", "identities", "with", &provider.id])) {
                        (hidden(reader))
                        button type="submit" { (reader.say(&text!("identity-link-with", provider = &provider.name))) }
                    }
                }
            }
        }
        p { a href="/account" { (reader.say(&text!("web-account"))) } }
    };
    page(reader, &Shown { title: &title, at: None, searched: "" }, &body)
}

fn one(reader: &Reader, identity: &ExternalIdentity, providers: &[IdentityProvider]) -> Markup {
    let provider = providers.iter().find(|provider| provider.issuer == identity.issuer);
    html! {
        strong { (provider.map_or(identity.issuer.as_str(), |provider| provider.name.as_str())) }
        code { (identity.subject) }
        form method="post" action="/account/identities/remove" {
            (hidden(reader))
            input type="hidden" name="issuer" value=(identity.issuer);
            input type="hidden" name="subject" value=(identity.subject);
            button type="submit" { (reader.say(&text!("web-remove"))) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_with_and_without_identities() {
        let at = samples::now();
        let provider =
            IdentityProvider::new("<b>ID</b>", "https://id.example", "proofmark", at, "anna").unwrap();
        let identity =
            |issuer: &str| ExternalIdentity { issuer: issuer.into(), subject: "<script>\"x".into() };
        let known = [identity("https://id.example"), identity("https://gone.example")];
        for reader in readers() {
            assert_sound(&shown(&reader, &known, std::slice::from_ref(&provider)));
            assert_sound(&shown(&reader, &[], &[]));
        }
    }
}
