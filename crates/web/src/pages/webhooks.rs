//! Webhooks: those there are, and adding one.

use maud::{Markup, html};
use proofmark_actions::{
    ActionError, ChangeOrder, NewWebhook, WebhookSecretDraw, add_webhook as add_now, webhooks as webhooks_of,
};
use proofmark_facts::{Sha256, WebhookRecord};
use proofmark_text::text;

use super::settings_frame::{Frame, Part, frame, settings_page};
use super::webhook_forms::{Typed, fields, shown_once, wrong};
use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::house::random;
use crate::link;
use crate::look::{Icon, Reader, Tone, badge, empty, hidden};
use crate::refusal::Refusal;

/// Everything the page shows.
#[derive(Default)]
struct Seen<'a> {
    all: &'a [(WebhookRecord, Sha256)],
    typed: Typed,
    secret: Option<&'a str>,
    refusal: Option<&'a Refusal>,
}

/// The page.
pub(crate) fn webhooks(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    show(call, Typed::default(), None, None)
}

fn show(
    call: &Call<'_>,
    typed: Typed,
    secret: Option<&str>,
    refusal: Option<&Refusal>,
) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let all = webhooks_of(&call.change(&actor), call.operator(), &*call.store)?;
    Ok(Answer::page(shown(&frame(call)?, &Seen { all: &all, typed, secret, refusal })))
}

fn shown(frame: &Frame, seen: &Seen<'_>) -> Markup {
    let Frame { reader, desk, .. } = frame;
    let body = html! {
        (wrong(reader, seen.refusal))
        (shown_once(reader, seen.secret))
        @if seen.all.is_empty() {
            (empty(reader, Icon::Feeds, &text!("desk-no-webhooks"), &html! {}))
        } @else {
            section .panel aria-labelledby="webhooks" {
                header { h2 #webhooks { (reader.say(&text!("desk-webhooks"))) } }
                (table(frame, seen.all))
            }
        }
        section .panel aria-labelledby="add" {
            header { h2 #add { (reader.say(&text!("desk-webhook-add"))) } }
            p .hint { (reader.hint(&text!("desk-webhook-add"))) }
            form .decide method="post" action=(Part::Webhooks.path(desk)) {
                (hidden(reader))
                (fields(reader, &seen.typed))
                div .row { button .primary type="submit" { (reader.say(&text!("desk-webhook-add"))) } }
            }
        }
    };
    settings_page(frame, Part::Webhooks, &body)
}

fn table(frame: &Frame, all: &[(WebhookRecord, Sha256)]) -> Markup {
    let Frame { reader, desk, .. } = frame;
    html! {
        div .wide tabindex="0" role="region" aria-labelledby="webhooks" {
            table .stacked {
                thead { tr {
                    th scope="col" { (reader.say(&text!("desk-webhook-name"))) }
                    th scope="col" { (reader.say(&text!("desk-webhook-url"))) }
                    th scope="col" { (reader.say(&text!("desk-webhook-events"))) }
                    th scope="col" { (reader.say(&text!("web-column-state"))) }
                } }
                tbody {
                    @for (webhook, _) in all {
                        tr {
                            th scope="row" {
                                a href=(link::path(&["o", &desk.id, "settings", "webhooks", &webhook.id])) { (webhook.name) }
                            }
                            td { code { (webhook.url) } }
                            td { @for kind in &webhook.events { span .below { code { (kind.word()) } } } }
                            td { (state(reader, webhook)) }
                        }
                    }
                }
            }
        }
    }
}

/// Whether anything is sent there, and if not, by whose doing.
pub(super) fn state(reader: &Reader, webhook: &WebhookRecord) -> Markup {
    html! {
        @match &webhook.disabled {
            None => (badge(Tone::Good, &reader.say(&text!("desk-webhook-on")))),
            Some(disabled) if disabled.by == "system" => {
                (badge(Tone::Bad, &reader.say(&text!("desk-webhook-failed"))))
                span .below { (reader.say(&text!("desk-webhook-failed-at", at = instant(disabled.at)))) }
            }
            Some(disabled) => {
                (badge(Tone::Plain, &reader.say(&text!("desk-webhook-off"))))
                span .below { (reader.say(&text!("desk-webhook-off-by", by = &disabled.by, at = instant(disabled.at)))) }
            }
        }
    }
}

/// Adds a webhook; its secret is shown this once.
pub(crate) fn add_webhook(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let typed = Typed::of_form(call);
    let actor = call.actor();
    let operator = call.operator().to_owned();
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    let random = WebhookSecretDraw(random(call.house)?);
    let new = NewWebhook { name: &typed.name, url: &typed.url, events: &typed.events, random };
    match add_now(&order, &operator, &new, call.house.post(), call.house.strongbox(), call.store) {
        Ok(added) => Ok(show(call, Typed::default(), Some(added.secret.reveal()), None)?.secret()),
        Err(error @ ActionError::Refused(_)) => {
            let refusal = Refusal::from(error);
            Ok(show(call, typed, None, Some(&refusal))?.status(422))
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{DisabledWebhook, EventKind};

    use super::*;
    use crate::look::assert_sound;
    use crate::pages::samples;
    use crate::pages::settings_frame::samples::frames;

    #[test]
    fn the_page_is_sound_with_webhooks_and_without() {
        let webhook = |id: &str, by: Option<&str>| WebhookRecord {
            id: id.into(),
            name: "Chat <b>".into(),
            url: "https://chat.example/<i>".into(),
            events: vec![EventKind::GateClosed],
            secrets: Vec::new(),
            created_by: "anna".into(),
            created_at: samples::now(),
            disabled: by.map(|by| DisabledWebhook { at: samples::now(), by: by.into() }),
        };
        let all = [webhook("1", None), webhook("2", Some("system")), webhook("3", Some("<x>"))]
            .map(|webhook| (webhook, Sha256::of(b"v")));
        let refusal = Refusal::new(422, text!("courier-webhook-no-events"));
        let typed =
            Typed { name: "<script>".into(), url: "\"<b>".into(), events: vec![EventKind::GateOpened] };
        for frame in frames() {
            assert_sound(&shown(&frame, &Seen::default()));
            let seen =
                Seen { all: &all, typed: typed.clone(), secret: Some("whsec_x"), refusal: Some(&refusal) };
            assert_sound(&shown(&frame, &seen));
        }
    }
}
