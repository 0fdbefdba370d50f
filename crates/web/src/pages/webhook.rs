//! One webhook: changed, paused, its secret rotated, removed; what was sent there and how it went.

use maud::{Markup, html};
use proofmark_actions::{
    ActionError, ChangeOrder, KeptDelivery, WebhookChange, WebhookSecretDraw, change_webhook as change_now,
    deliveries as deliveries_of, remove_webhook as remove_now, replay_delivery as replay_now,
    rotate_webhook_secret as rotate_now, webhook as webhook_of,
};
use proofmark_facts::{Job, JobState, Sha256, WebhookRecord};
use proofmark_text::text;

use super::settings_frame::{Frame, Part, frame, settings_page};
use super::webhook_forms::{Typed, fields, seen_version, shown_once, version_of, wrong};
use super::webhooks::state;
use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::house::random;
use crate::link;
use crate::look::{Reader, Tone, badge, crumbs, hidden};
use crate::refusal::Refusal;

/// How many deliveries are shown.
const DELIVERIES: usize = 30;

/// Everything the page shows.
struct Seen<'a> {
    webhook: &'a WebhookRecord,
    version: Sha256,
    typed: Typed,
    deliveries: &'a [(Job, Option<KeptDelivery>)],
    secret: Option<&'a str>,
    refusal: Option<&'a Refusal>,
}

/// The page.
pub(crate) fn webhook(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    show(call, None, None, None)
}

fn show(
    call: &Call<'_>,
    typed: Option<Typed>,
    secret: Option<&str>,
    refusal: Option<&Refusal>,
) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (change, id) = (call.change(&actor), call.name("webhook"));
    let (webhook, version) = webhook_of(&change, call.operator(), id, &*call.store)?;
    let deliveries = deliveries_of(&change, call.operator(), id, DELIVERIES, &*call.store)?;
    let typed = typed.unwrap_or_else(|| Typed::of_webhook(&webhook));
    let seen = Seen { webhook: &webhook, version, typed, deliveries: &deliveries, secret, refusal };
    Ok(Answer::page(shown(&frame(call)?, &seen)))
}

fn shown(frame: &Frame, seen: &Seen<'_>) -> Markup {
    let Frame { reader, desk, .. } = frame;
    let path = link::path(&["o", &desk.id, "settings", "webhooks", &seen.webhook.id]);
    let all = (reader.say(&text!("desk-webhooks")), Part::Webhooks.path(desk));
    let body = html! {
        (crumbs(reader, &[(all.0.as_str(), all.1)], &seen.webhook.name))
        (wrong(reader, seen.refusal))
        (shown_once(reader, seen.secret))
        section .panel aria-labelledby="webhook" {
            header { h2 #webhook { (seen.webhook.name) } (state(reader, seen.webhook)) }
            p .quiet { (reader.say(&text!("desk-webhook-added", by = &seen.webhook.created_by, at = instant(seen.webhook.created_at)))) }
            @if let Some(until) = seen.webhook.secrets.iter().find_map(|secret| secret.until) {
                p .quiet { (reader.say(&text!("desk-webhook-two-secrets", at = instant(until)))) }
            }
            form .decide method="post" action=(path) {
                (hidden(reader))
                (seen_version(&seen.version))
                (fields(reader, &seen.typed))
                div .row { button .primary type="submit" { (reader.say(&text!("web-keep"))) } }
            }
            (other_changes(reader, seen, &path))
        }
        section .panel aria-labelledby="deliveries" {
            header { h2 #deliveries { (reader.say(&text!("desk-deliveries"))) } }
            p .hint { (reader.hint(&text!("desk-deliveries"))) }
            @if seen.deliveries.is_empty() { p .quiet { (reader.say(&text!("desk-no-deliveries"))) } }
            @else { (deliveries(reader, seen, &path)) }
        }
    };
    settings_page(frame, Part::Webhooks, &body)
}

fn other_changes(reader: &Reader, seen: &Seen<'_>, path: &str) -> Markup {
    let paused = seen.webhook.disabled.is_some();
    let (pause, enabled) =
        if paused { (text!("desk-webhook-resume"), "true") } else { (text!("desk-webhook-pause"), "false") };
    html! {
        div .row {
            form method="post" action=(format!("{path}/pause")) {
                (hidden(reader)) (seen_version(&seen.version))
                button type="submit" name="enabled" value=(enabled) { (reader.say(&pause)) }
            }
            form method="post" action=(format!("{path}/secret")) {
                (hidden(reader)) button type="submit" { (reader.say(&text!("desk-webhook-rotate"))) }
            }
            form method="post" action=(format!("{path}/remove")) {
                (hidden(reader)) (seen_version(&seen.version))
                button type="submit" { (reader.say(&text!("desk-webhook-remove"))) }
            }
        }
        p .hint { (reader.hint(&text!("desk-webhook-rotate"))) }
    }
}

fn deliveries(reader: &Reader, seen: &Seen<'_>, path: &str) -> Markup {
    html! {
        div .wide tabindex="0" role="region" aria-labelledby="deliveries" {
            table .stacked {
                thead { tr {
                    th scope="col" { (reader.say(&text!("desk-delivery-event"))) }
                    th scope="col" { (reader.say(&text!("web-column-state"))) }
                    th scope="col" { (reader.say(&text!("web-column-attempts"))) }
                } }
                tbody { @for (job, kept) in seen.deliveries { (delivery(reader, seen, job, kept.as_ref(), path)) } }
            }
        }
    }
}

fn delivery(reader: &Reader, seen: &Seen<'_>, job: &Job, kept: Option<&KeptDelivery>, path: &str) -> Markup {
    let event = job.id.rsplit(' ').next().unwrap_or_default();
    let (tone, says) = match job.state {
        JobState::Done => (Tone::Good, text!("desk-delivered")),
        JobState::Failed => (Tone::Bad, text!("desk-given-up")),
        JobState::Waiting => (Tone::Open, text!("desk-on-its-way", at = instant(job.due_at))),
    };
    html! {
        tr {
            th scope="row" {
                @if let Some(kept) = kept {
                    code { (kind_of(kept)) } span .below { (instant(kept.event.timestamp)) }
                }
                span .below { code { (event) } }
            }
            td {
                (badge(tone, &reader.say(&says)))
                @if kept.is_some() && seen.webhook.disabled.is_none() && job.state != JobState::Waiting {
                    form method="post" action=(format!("{path}{}", link::path(&["deliveries", event, "replay"]))) {
                        (hidden(reader)) button type="submit" { (reader.say(&text!("desk-replay"))) }
                    }
                }
            }
            td {
                @for attempt in kept.iter().flat_map(|kept| &kept.attempts) {
                    span .below {
                        (instant(attempt.at)) " "
                        @match attempt.status {
                            Some(status) => { code { (status) } }
                            None => { (reader.say(&text!("desk-no-answer"))) }
                        }
                        @if !attempt.said.is_empty() { " " span .quiet { (attempt.said) } }
                    }
                }
            }
        }
    }
}

fn kind_of(kept: &KeptDelivery) -> String {
    let event = serde_json::to_value(&kept.event).unwrap_or_default();
    event["type"].as_str().unwrap_or_default().to_owned()
}

/// Changes the webhook that was seen.
pub(crate) fn change_webhook(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let typed = Typed::of_form(call);
    let enabled = seen_webhook(call)?.disabled.is_none();
    change(call, typed, enabled)
}

/// Pauses the webhook that was seen, or has events sent there again.
pub(crate) fn pause_webhook(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let typed = Typed::of_webhook(&seen_webhook(call)?);
    let enabled = call.field("enabled") == "true";
    change(call, typed, enabled)
}

fn seen_webhook(call: &Call<'_>) -> Result<WebhookRecord, Refusal> {
    let actor = call.actor();
    Ok(webhook_of(&call.change(&actor), call.operator(), call.name("webhook"), &*call.store)?.0)
}

fn change(call: &mut Call<'_>, typed: Typed, enabled: bool) -> Result<Answer, Refusal> {
    let over = version_of(call)?;
    let actor = call.actor();
    let (operator, id) = (call.operator().to_owned(), call.name("webhook").to_owned());
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    let change = WebhookChange { name: &typed.name, url: &typed.url, events: &typed.events, enabled, over };
    match change_now(&order, &operator, &id, &change, call.house.post(), call.store) {
        Ok(_) => Ok(Answer::see(call.asked.path.trim_end_matches("/pause"))),
        Err(error @ ActionError::Refused(_)) => {
            let refusal = Refusal::from(error);
            Ok(show(call, Some(typed), None, Some(&refusal))?.status(422))
        }
        Err(error) => Err(error.into()),
    }
}

/// Gives it a new secret, which is shown this once.
pub(crate) fn rotate_secret(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (operator, id) = (call.operator().to_owned(), call.name("webhook").to_owned());
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    let random = WebhookSecretDraw(random(call.house)?);
    let secret = rotate_now(&order, &operator, &id, random, call.house.strongbox(), call.store)?;
    Ok(show(call, None, Some(secret.reveal()), None)?.secret())
}

/// Removes the webhook that was seen.
pub(crate) fn remove_webhook(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let over = version_of(call)?;
    let actor = call.actor();
    let (operator, id) = (call.operator().to_owned(), call.name("webhook").to_owned());
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    remove_now(&order, &operator, &id, over, call.store)?;
    Ok(Answer::see(link::path(&["o", &operator, "settings", "webhooks"])))
}

/// Sends an event there once more.
pub(crate) fn replay_delivery(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (operator, id) = (call.operator().to_owned(), call.name("webhook").to_owned());
    let event = call.name("event").to_owned();
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    replay_now(&order, &operator, &id, &event, call.store)?;
    Ok(Answer::see(link::path(&["o", &operator, "settings", "webhooks", &id])))
}

#[cfg(test)]
mod tests {
    use proofmark_actions::DeliveryAttempt;
    use proofmark_facts::{Event, EventData, EventKind, Lane, RecordEvent, SealedSecret};

    use super::*;
    use crate::look::assert_sound;
    use crate::pages::samples;
    use crate::pages::settings_frame::samples::frames;

    fn sample(state: JobState) -> (Job, Option<KeptDelivery>) {
        let named = RecordEvent { kind: "webhook".into(), id: "<x>".into() };
        let event = Event {
            id: "evt_1".into(),
            timestamp: samples::now(),
            operator: "a".into(),
            what: EventData::SettingsChanged(named),
        };
        let attempt = |status, said: &str| DeliveryAttempt { at: samples::now(), status, said: said.into() };
        let attempts = vec![attempt(None, "no route"), attempt(Some(500), "<script>alert(1)</script>")];
        let job = Job {
            id: "deliver wh_1 evt_1".into(),
            lane: Lane::Soon,
            kind: "deliver".into(),
            payload: "{}".into(),
            operator: "a".into(),
            due_at: samples::now(),
            attempts: 2,
            most_attempts: 15,
            state,
            leased: None,
            trouble: None,
        };
        (job, Some(KeptDelivery { webhook: "wh_1".into(), event, attempts }))
    }

    #[test]
    fn the_page_is_sound_and_what_a_receiver_answered_stays_text() {
        let webhook = WebhookRecord {
            id: "wh_1".into(),
            name: "Chat <b>".into(),
            url: "https://chat.example/<i>".into(),
            events: vec![EventKind::SettingsChanged],
            secrets: vec![SealedSecret { sealed: "seen-by-nobody".into(), until: Some(samples::now()) }],
            created_by: "<x>".into(),
            created_at: samples::now(),
            disabled: None,
        };
        let deliveries = [
            sample(JobState::Done),
            sample(JobState::Failed),
            sample(JobState::Waiting),
            (sample(JobState::Done).0, None),
        ];
        for frame in frames() {
            let seen = Seen {
                webhook: &webhook,
                version: Sha256::of(b"v"),
                typed: Typed::of_webhook(&webhook),
                deliveries: &deliveries,
                secret: Some("whsec_x"),
                refusal: None,
            };
            let page = shown(&frame, &seen);
            assert_sound(&page);
            assert!(page.0.contains("evt_1/replay") && !page.0.contains("seen-by-nobody"), "{}", page.0);
        }
    }
}
