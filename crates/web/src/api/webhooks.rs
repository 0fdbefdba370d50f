//! Webhooks: where events are sent, what was sent there, and how it went.

use jiff::Timestamp;
use proofmark_actions::{
    ChangeOrder, DeliveryAttempt, KeptDelivery, NewWebhook, WebhookChange, WebhookSecretDraw,
    add_webhook as add_now, change_webhook as change_now, deliveries as deliveries_of,
    remove_webhook as remove_now, replay_delivery as replay_now, rotate_webhook_secret as rotate_now,
    webhook as webhook_of, webhooks as webhooks_of,
};
use proofmark_facts::{DisabledWebhook, Event, EventKind, Job, JobState, Page, Sha256, WebhookRecord};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{PageAsked, Run, key_at, over, over_version, page_of};
use crate::house::random;
use crate::link;
use crate::refusal::Refusal;

/// A webhook. Its secrets are shown to nobody.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct WebhookView {
    /// Its id.
    id: String,
    /// What people call it.
    name: String,
    /// Where events are sent.
    url: String,
    /// Which events.
    events: Vec<EventKind>,
    /// Whether any are sent.
    enabled: bool,
    /// Since when none are sent, and by whose doing: `system` where it failed for too long.
    #[serde(skip_serializing_if = "Option::is_none")]
    disabled: Option<DisabledWebhook>,
    /// Until when deliveries are signed with the old secret too, while it is being rotated.
    #[serde(skip_serializing_if = "Option::is_none")]
    old_secret_until: Option<Timestamp>,
    /// Who added it.
    created_by: String,
    /// When.
    created_at: Timestamp,
    /// Its version, for `If-Match`.
    version: Sha256,
}

/// A webhook to be added.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewWebhookAsked {
    /// What people call it.
    name: String,
    /// Where events are sent: a public address.
    url: String,
    /// Which events.
    events: Vec<EventKind>,
}

/// A webhook as it is to be.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WebhookAsked {
    /// What people call it.
    name: String,
    /// Where events are sent: a public address.
    url: String,
    /// Which events.
    events: Vec<EventKind>,
    /// Whether any are sent. One that was disabled because it failed is enabled again so.
    #[serde(default = "yes")]
    enabled: bool,
}

/// A webhook that was added, or whose secret was rotated.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct WebhookSecretAnswer {
    /// The webhook.
    webhook: WebhookView,
    /// What deliveries are signed with, shown this once.
    secret: String,
}

/// A delivery: an event on its way to a webhook, or there.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct DeliveryView {
    /// The event's id.
    event: String,
    /// How it stands.
    state: JobState,
    /// When it is tried next, where it still is.
    #[serde(skip_serializing_if = "Option::is_none")]
    next_at: Option<Timestamp>,
    /// The event; absent: it passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    sent: Option<Event>,
    /// How each attempt ended, oldest first.
    attempts: Vec<DeliveryAttempt>,
}

fn yes() -> bool {
    true
}

/// The operator's webhooks.
pub(crate) fn list_webhooks(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PageAsked = call.query()?;
    let actor = call.actor();
    let all = webhooks_of(&call.change(&actor), call.operator(), &*call.store)?;
    let all: Vec<WebhookView> = all.into_iter().map(|(webhook, version)| view(webhook, version)).collect();
    let key = |webhook: &WebhookView| format!("{} {}", webhook.name, webhook.id);
    Ok(Answer::json(&page_of(all, &asked, Run::Rising, key)))
}

/// One webhook.
pub(crate) fn show_webhook(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let shown = seen(call, call.name("webhook"))?;
    let version = shown.version.to_string();
    Ok(Answer::json(&shown).version(version))
}

/// Adds a webhook; its secret is shown this once.
pub(crate) fn add_webhook(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: NewWebhookAsked = call.json()?;
    let actor = call.actor();
    let operator = call.operator().to_owned();
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    let random = WebhookSecretDraw(random(call.house)?);
    let new = NewWebhook { name: &asked.name, url: &asked.url, events: &asked.events, random };
    let added = add_now(&order, &operator, &new, call.house.post(), call.house.strongbox(), call.store)?;
    let place = link::path(&["api", "v1", "operators", &operator, "webhooks", &added.webhook.id]);
    let webhook = seen(call, &added.webhook.id)?;
    let answer = WebhookSecretAnswer { webhook, secret: added.secret.reveal().to_owned() };
    Ok(Answer { location: Some(place), ..Answer::json(&answer).status(201).secret() })
}

/// Changes the webhook that was seen.
pub(crate) fn change_webhook(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let over = over(call)?;
    let asked: WebhookAsked = call.json()?;
    let actor = call.actor();
    let (operator, id) = (call.operator().to_owned(), call.name("webhook").to_owned());
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    let WebhookAsked { name, url, events, enabled } = asked;
    let change = WebhookChange { name: &name, url: &url, events: &events, enabled, over };
    over_version(change_now(&order, &operator, &id, &change, call.house.post(), call.store))?;
    show_webhook(call)
}

/// Removes the webhook that was seen; what is still on its way is not sent.
pub(crate) fn remove_webhook(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let over = over(call)?;
    let actor = call.actor();
    let (operator, id) = (call.operator().to_owned(), call.name("webhook").to_owned());
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    over_version(remove_now(&order, &operator, &id, over, call.store))?;
    Ok(Answer::json(&true))
}

/// Gives a webhook a new secret, shown this once; for a day deliveries are signed with the old one too.
pub(crate) fn rotate_secret(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (operator, id) = (call.operator().to_owned(), call.name("webhook").to_owned());
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    let random = WebhookSecretDraw(random(call.house)?);
    let secret = rotate_now(&order, &operator, &id, random, call.house.strongbox(), call.store)?;
    let answer = WebhookSecretAnswer { webhook: seen(call, &id)?, secret: secret.reveal().to_owned() };
    Ok(Answer::json(&answer).status(201).secret())
}

/// What was sent to a webhook, or is on its way, the newest first.
pub(crate) fn list_deliveries(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PageAsked = call.query()?;
    let actor = call.actor();
    let (change, id) = (call.change(&actor), call.name("webhook"));
    // A webhook that is not there has no empty list of deliveries.
    webhook_of(&change, call.operator(), id, &*call.store)?;
    let all = deliveries_of(&change, call.operator(), id, usize::MAX, &*call.store)?;
    let key = |(job, _): &(Job, Option<KeptDelivery>)| key_at(job.due_at, &job.id);
    let Page { items, next } = page_of(all, &asked, Run::Falling, key);
    let items = items.into_iter().map(delivery_view).collect();
    Ok(Answer::json(&Page::<DeliveryView> { items, next }))
}

/// Sends an event to a webhook once more, under the same id.
pub(crate) fn replay_delivery(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (operator, id) = (call.operator().to_owned(), call.name("webhook").to_owned());
    let event = call.name("event").to_owned();
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    replay_now(&order, &operator, &id, &event, call.store)?;
    Ok(Answer::json(&true).status(202))
}

fn seen(call: &Call<'_>, id: &str) -> Result<WebhookView, Refusal> {
    let actor = call.actor();
    let (webhook, version) = webhook_of(&call.change(&actor), call.operator(), id, &*call.store)?;
    Ok(view(webhook, version))
}

fn view(webhook: WebhookRecord, version: Sha256) -> WebhookView {
    WebhookView {
        id: webhook.id,
        name: webhook.name,
        url: webhook.url,
        events: webhook.events,
        enabled: webhook.disabled.is_none(),
        disabled: webhook.disabled,
        old_secret_until: webhook.secrets.iter().find_map(|secret| secret.until),
        created_by: webhook.created_by,
        created_at: webhook.created_at,
        version,
    }
}

fn delivery_view((job, kept): (Job, Option<KeptDelivery>)) -> DeliveryView {
    let event = job.id.rsplit(' ').next().unwrap_or_default().to_owned();
    let (sent, attempts) = kept.map_or((None, Vec::new()), |kept| (Some(kept.event), kept.attempts));
    let next_at = (job.state == JobState::Waiting).then_some(job.due_at);
    DeliveryView { event, state: job.state, next_at, sent, attempts }
}
