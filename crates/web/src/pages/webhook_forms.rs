//! What somebody typed about a webhook, and the fields it is typed into.

use maud::{Markup, html};
use proofmark_actions::{Over, event_name};
use proofmark_facts::{EventKind, Sha256, WebhookRecord};
use proofmark_text::text;

use crate::call::Call;
use crate::look::{Field, Reader, Tone, field, notice, problems};
use crate::refusal::Refusal;

/// What a form about a webhook says.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    pub(super) name: String,
    pub(super) url: String,
    pub(super) events: Vec<EventKind>,
}

impl Typed {
    /// As the form was sent.
    pub(super) fn of_form(call: &Call<'_>) -> Self {
        let fields = call.taken.fields().cloned().unwrap_or_default();
        let chosen = |kind: &EventKind| fields.all("event").any(|word| word == kind.word());
        Self {
            name: call.field("name").to_owned(),
            url: call.field("url").to_owned(),
            events: EventKind::ALL.into_iter().filter(chosen).collect(),
        }
    }

    /// As the webhook is.
    pub(super) fn of_webhook(webhook: &WebhookRecord) -> Self {
        Self { name: webhook.name.clone(), url: webhook.url.clone(), events: webhook.events.clone() }
    }
}

/// The fields.
pub(super) fn fields(reader: &Reader, typed: &Typed) -> Markup {
    html! {
        (field(reader, &Field::text("name", text!("desk-webhook-name")).value(&typed.name)))
        div .long { (field(reader, &Field::text("url", text!("desk-webhook-url")).kind("url").value(&typed.url))) }
        fieldset .checks .long {
            legend { (reader.say(&text!("desk-webhook-events"))) }
            @for kind in EventKind::ALL {
                @let id = format!("event-{}", kind.word());
                div .row {
                    input id=(id) type="checkbox" name="event" value=(kind.word()) checked[typed.events.contains(&kind)];
                    label for=(id) { (reader.say(&event_name(kind))) " " code { (kind.word()) } }
                }
            }
        }
    }
}

/// What is wrong with what was sent.
pub(super) fn wrong(reader: &Reader, refusal: Option<&Refusal>) -> Markup {
    html! {
        @if let Some(refusal) = refusal {
            (notice(reader, Tone::Bad, &refusal.says))
            @if refusal.problems.len() > 1 { (problems(reader, &refusal.problems)) }
        }
    }
}

/// The version the form was made from: what is sent is written over it and nothing else.
pub(super) fn seen_version(version: &Sha256) -> Markup {
    html! { input type="hidden" name="version" value=(version); }
}

/// The version a form was made from.
pub(super) fn version_of(call: &Call<'_>) -> Result<Over, Refusal> {
    let sent = call.field("version").parse();
    sent.map(Over::Version).map_err(|_| Refusal::new(422, text!("web-bad-form")))
}

/// A secret that is shown this once.
pub(super) fn shown_once(reader: &Reader, secret: Option<&str>) -> Markup {
    html! {
        @if let Some(secret) = secret {
            (notice(reader, Tone::Good, &text!("desk-webhook-secret")))
            div .row {
                code #made .secret { (secret) }
                button type="button" data-copy="made" hidden { (reader.say(&text!("web-copy"))) }
            }
        }
    }
}
