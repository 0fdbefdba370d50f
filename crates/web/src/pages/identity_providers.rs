//! Providers of identities: from whom the installation takes people, and what waits for a second person about it.

use maud::{Markup, html};
use proofmark_access::{IdentityProvider, Right, may};
use proofmark_actions::people::{
    Errand, ProposalView, Settled, identity_providers as providers_of, keep_client_secret,
    pause_identity_provider, remove_identity_provider,
};
use proofmark_text::text;

use super::identity::back_address;
use super::installation_approvals::{all_waiting, waiting_views};
use super::reader_of::reader_of;
use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{ProviderAsked, add_provider as add, resume_provider as resume};
use crate::link;
use crate::look::{Field, Icon, Reader, Shown, Tone, badge, empty, field, hidden, notice, page};
use crate::refusal::Refusal;

/// Where the page is.
const PATH: &str = "/installation/identity-providers";

struct Seen<'a> {
    providers: &'a [IdentityProvider],
    proposals: &'a [ProposalView],
    /// Whether the reader may add and remove them.
    manages: bool,
    /// What a provider must be told.
    back: &'a str,
    proposed: bool,
}

/// The page.
pub(crate) fn identity_providers(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let proposed = call.asked.query.get("proposed").is_some();
    let actor = call.actor();
    let providers = providers_of(&*call.store)?;
    let open = waiting_views(call)?;
    let manages = may(&actor, Right::ManagePeople, "", None).is_ok();
    let back = back_address(call);
    let seen = Seen { providers: &providers, proposals: &open, manages, back: &back, proposed };
    Ok(Answer::page(shown(&reader_of(call), &seen)))
}

fn shown(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let title = reader.say(&text!("identity-providers"));
    let body = html! {
        div .head { h1 { (title) } p .lead { (reader.hint(&text!("identity-providers"))) } }
        @if seen.proposed { (notice(reader, Tone::Open, &text!("identity-proposed"))) }
        (all_waiting(reader, seen.proposals))
        section .panel aria-labelledby="providers" {
            header { h2 #providers { (reader.say(&text!("identity-providers-here"))) } }
            @if seen.providers.is_empty() {
                (empty(reader, Icon::Account, &text!("identity-no-providers"), &html! {}))
            }
            @for provider in seen.providers { (one(reader, provider, seen.manages)) }
        }
        @if seen.manages { (add_form(reader, seen.back)) }
    };
    page(reader, &Shown { title: &title, at: None, searched: "" }, &body)
}

fn one(reader: &Reader, provider: &IdentityProvider, manages: bool) -> Markup {
    let path = |what: &str| format!("{PATH}{}", link::path(&[&provider.id, what]));
    let secret = format!("secret-{}", provider.id);
    html! {
        h3 {
            (provider.name)
            @if provider.paused_at.is_some() { " " (badge(Tone::Open, &reader.say(&text!("desk-paused")))) }
        }
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
            (pausing(reader, provider, &path))
            form method="post" action=(path("remove")) {
                (hidden(reader))
                button type="submit" { (reader.say(&text!("identity-remove-provider", provider = &provider.name))) }
            }
        }
    }
}

/// Pausing works at once; taking it up again is proposed where a second person can sign.
fn pausing(reader: &Reader, provider: &IdentityProvider, path: &dyn Fn(&str) -> String) -> Markup {
    let name = &provider.name;
    let because = format!("resume-{}", provider.id);
    html! {
        @if provider.paused_at.is_none() {
            form method="post" action=(path("pause")) {
                (hidden(reader))
                button type="submit" { (reader.say(&text!("desk-pause-provider", provider = name))) }
            }
        } @else {
            form .decide method="post" action=(path("resume")) {
                (hidden(reader))
                div .field {
                    label for=(because) { (reader.say(&text!("identity-because"))) }
                    input id=(because) name="because" type="text" maxlength="4000" autocomplete="off";
                }
                div .row { button type="submit" { (reader.say(&text!("desk-resume-provider", provider = name))) } }
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
    Ok(settled(&add(call, &asked)?))
}

/// Keeps our secret at a provider. It is never shown again.
pub(crate) fn keep_provider_secret(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (provider, secret) = (call.name("provider").to_owned(), call.secret("client_secret"));
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    keep_client_secret(call.store, &errand, call.house.strongbox(), &provider, &secret)?;
    Ok(Answer::see(PATH))
}

/// Takes nobody from a provider until it is taken up again.
pub(crate) fn pause_provider(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let provider = call.name("provider").to_owned();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    pause_identity_provider(call.store, &errand, &provider)?;
    Ok(Answer::see(PATH))
}

/// Takes people from it again, or proposes to.
pub(crate) fn resume_provider(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let because = call.field("because").to_owned();
    Ok(settled(&resume(call, &because)?))
}

/// The page, which says what waits for a second person.
fn settled(settled: &Settled) -> Answer {
    Answer::see(match settled {
        Settled::Done => PATH.to_owned(),
        Settled::Proposed { .. } => format!("{PATH}?proposed=1"),
    })
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
        let paused = IdentityProvider { paused_at: Some(at), ..made("Second") };
        let providers = [made("Maker <script>"), paused];
        let waiting =
            [samples::proposal(proofmark_access::Act::AddIdentityProvider { provider: made("<i>") })];
        for reader in readers() {
            for manages in [true, false] {
                let back = "https://proofmark.example/sign-in/back";
                let seen =
                    Seen { providers: &providers, proposals: &waiting, manages, back, proposed: manages };
                assert_sound(&shown(&reader, &seen));
            }
        }
    }
}
