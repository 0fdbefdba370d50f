//! Providers of identities: from whom the installation takes people, and what waits for a second person about it.

use maud::{Markup, html};
use proofmark_access::{IdentityProvider, Proposal, Right, may};
use proofmark_actions::people::{
    Errand, Settled, identity_providers as providers_of, keep_client_secret, proposals,
    remove_identity_provider,
};
use proofmark_text::text;

use super::identity::back_address;
use super::installation_approvals::{Signer, waiting};
use super::reader_of::reader_of;
use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{ProviderAsked, add_provider as add};
use crate::link;
use crate::look::{Field, Icon, Reader, Shown, Tone, empty, field, hidden, notice, page};
use crate::refusal::Refusal;

/// Where the page is.
const PATH: &str = "/installation/identity-providers";

struct Seen<'a> {
    providers: &'a [IdentityProvider],
    proposals: &'a [Proposal],
    signer: Signer<'a>,
    /// What a provider must be told.
    back: &'a str,
    proposed: bool,
}

/// The page.
pub(crate) fn identity_providers(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let proposed = call.asked.query.get("proposed").is_some();
    let actor = call.actor();
    let providers = providers_of(&*call.store)?;
    let mut open = proposals(&*call.store, &call.errand(&actor), "")?;
    open.retain(|proposal| proposal.waits(call.now).is_ok());
    let allowed = |right| may(&actor, right, "", None).is_ok();
    let signer = Signer {
        name: &actor.name,
        manages: allowed(Right::ManagePeople),
        signs: allowed(Right::ApprovePeople),
    };
    let back = back_address(call);
    let seen = Seen { providers: &providers, proposals: &open, signer, back: &back, proposed };
    Ok(Answer::page(shown(&reader_of(call), &seen)))
}

fn shown(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let title = reader.say(&text!("identity-providers"));
    let body = html! {
        div .head { h1 { (title) } p .lead { (reader.hint(&text!("identity-providers"))) } }
        @if seen.proposed { (notice(reader, Tone::Open, &text!("identity-proposed"))) }
        @for proposal in seen.proposals { (waiting(reader, &seen.signer, proposal)) }
        section .panel aria-labelledby="providers" {
            header { h2 #providers { (reader.say(&text!("identity-providers-here"))) } }
            @if seen.providers.is_empty() {
                (empty(reader, Icon::Account, &text!("identity-no-providers"), &html! {}))
            }
            @for provider in seen.providers { (one(reader, provider, seen.signer.manages)) }
        }
        @if seen.signer.manages { (add_form(reader, seen.back)) }
    };
    page(reader, &Shown { title: &title, at: None, searched: "" }, &body)
}

fn one(reader: &Reader, provider: &IdentityProvider, manages: bool) -> Markup {
    let path = |what: &str| format!("{PATH}{}", link::path(&[&provider.id, what]));
    let secret = format!("secret-{}", provider.id);
    html! {
        h3 { (provider.name) }
        dl .pairs {
            dt { (reader.say(&text!("identity-issuer"))) } dd { code { (provider.issuer) } }
            dt { (reader.say(&text!("identity-client-id"))) } dd { code { (provider.client_id) } }
            dt { (reader.say(&text!("identity-added"))) } dd { (provider.added_by) " " (instant(provider.added_at)) }
        }
        @if manages {
            form .decide method="post" action=(path("secret")) autocomplete="off" {
                (hidden(reader))
                div .field {
                    label for=(secret) { (reader.say(&text!("identity-client-secret"))) }
                    p .hint id=(format!("{secret}-hint")) { (reader.hint(&text!("identity-client-secret"))) }
                    input id=(secret) name="client_secret" type="password" autocomplete="off" required
                        aria-describedby=(format!("{secret}-hint"));
                }
                div .row { button type="submit" { (reader.say(&text!("identity-keep-secret"))) } }
            }
            form method="post" action=(path("remove")) {
                (hidden(reader))
                button type="submit" { (reader.say(&text!("identity-remove-provider", provider = &provider.name))) }
            }
        }
    }
}

fn add_form(reader: &Reader, back: &str) -> Markup {
    html! {
        section .panel aria-labelledby="add" {
            header { h2 #add { (reader.say(&text!("identity-add-provider"))) } }
            p { (reader.say(&text!("identity-redirect"))) " " code { (back) } }
            form .decide method="post" action=(PATH) {
                (hidden(reader))
                (field(reader, &Field::text("provider_name", text!("identity-provider-name"))))
                (field(reader, &Field::text("issuer", text!("identity-issuer")).kind("url")))
                (field(reader, &Field::text("client_id", text!("identity-client-id"))))
                (field(reader, &Field::text("because", text!("identity-because")).optional()))
                div .row { button .primary type="submit" { (reader.say(&text!("identity-add-provider"))) } }
            }
        }
    }
}

/// Adds a provider, or proposes it.
pub(crate) fn add_provider(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked = ProviderAsked {
        name: call.field("provider_name").to_owned(),
        issuer: call.field("issuer").to_owned(),
        client_id: call.field("client_id").to_owned(),
        because: call.field("because").to_owned(),
    };
    Ok(Answer::see(match add(call, &asked)? {
        Settled::Done => PATH.to_owned(),
        Settled::Proposed { .. } => format!("{PATH}?proposed=1"),
    }))
}

/// Keeps our secret at a provider. It is never shown again.
pub(crate) fn keep_provider_secret(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (provider, secret) = (call.name("provider").to_owned(), call.secret("client_secret"));
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    keep_client_secret(call.store, &errand, call.house.strongbox(), &provider, &secret)?;
    Ok(Answer::see(PATH))
}

/// Takes nobody from a provider any more.
pub(crate) fn remove_provider(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let provider = call.name("provider").to_owned();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    remove_identity_provider(call.store, &errand, &provider)?;
    Ok(Answer::see(PATH))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_for_whoever_manages_and_whoever_looks() {
        let at = samples::now();
        let made = |name: &str| IdentityProvider::new(name, "https://id.example", "<b>", at, "anna").unwrap();
        let providers = [made("Maker <script>"), made("Second")];
        for reader in readers() {
            for manages in [true, false] {
                let signer = Signer { name: "anna", manages, signs: manages };
                let back = "https://proofmark.example/sign-in/back";
                let seen = Seen { providers: &providers, proposals: &[], signer, back, proposed: manages };
                assert_sound(&shown(&reader, &seen));
            }
        }
    }
}
