//! Changes a webhook: its name, where and which events are sent, whether any are.

use proofmark_facts::{DisabledWebhook, EventKind, SystemOfRecord, WebhookRecord};

use crate::error::ActionError;
use crate::notices::add_webhook::in_order;
use crate::notices::post::Post;
use crate::notices::webhook_change::{check, keep_setting, kept_webhook};
use crate::over::Over;
use crate::products::ChangeOrder;
use crate::record::written;

/// How a webhook is to be from now on.
#[derive(Debug, Clone)]
pub struct WebhookChange<'a> {
    /// What people call it.
    pub name: &'a str,
    /// Where events are sent.
    pub url: &'a str,
    /// Which events.
    pub events: &'a [EventKind],
    /// Whether any are sent. One that was disabled because it failed is enabled again so.
    pub enabled: bool,
    /// The webhook as it was seen.
    pub over: Over,
}

/// Keeps the webhook as it is to be and writes one line of the ledger.
pub fn change_webhook(
    order: &ChangeOrder<'_>,
    operator: &str,
    id: &str,
    change: &WebhookChange<'_>,
    post: &dyn Post,
    keeping: &mut dyn SystemOfRecord,
) -> Result<WebhookRecord, ActionError> {
    let kept = kept_webhook(order, operator, id, keeping)?;
    change.over.clone().check(Some(kept.sha256))?;
    check(change.name, change.url, change.events, post)?;
    let now = || DisabledWebhook { at: order.at, by: order.by.name.clone() };
    let disabled = kept.noun.disabled.clone();
    let webhook = WebhookRecord {
        name: change.name.trim().to_owned(),
        url: change.url.to_owned(),
        events: in_order(change.events),
        disabled: (!change.enabled).then(|| disabled.unwrap_or_else(now)),
        ..kept.noun
    };
    let write = written(operator, &webhook, Some(kept.sha256));
    keep_setting(order, "change-webhook", operator, vec![write], vec![], keeping)?;
    Ok(webhook)
}
