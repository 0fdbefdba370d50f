//! Adds a webhook: from then on the events it asks for are sent there, signed with a secret that is shown once.

use proofmark_access::{Right, Secret};
use proofmark_facts::{EventKind, RecordKind, Sha256, SystemOfRecord, WebhookRecord};
use proofmark_text::text;

use crate::error::ActionError;
use crate::notices::post::Post;
use crate::notices::strongbox::{Strongbox, WebhookSecretDraw, sealed, webhook_purpose};
use crate::notices::webhook_change::{MOST_WEBHOOKS, check, keep_setting};
use crate::products::ChangeOrder;
use crate::record::written;

/// A webhook to be added.
#[derive(Debug, Clone, Copy)]
pub struct NewWebhook<'a> {
    /// What people call it.
    pub name: &'a str,
    /// Where events are sent.
    pub url: &'a str,
    /// Which events.
    pub events: &'a [EventKind],
    /// Randomness for its secret.
    pub random: WebhookSecretDraw,
}

/// A webhook that was added.
#[derive(Debug, Clone)]
pub struct AddedWebhook {
    /// Its record.
    pub webhook: WebhookRecord,
    /// Its secret: to be shown now, and never again.
    pub secret: Secret,
}

/// Keeps the webhook and writes one line of the ledger.
pub fn add_webhook(
    order: &ChangeOrder<'_>,
    operator: &str,
    new: &NewWebhook<'_>,
    post: &dyn Post,
    strongbox: &dyn Strongbox,
    keeping: &mut dyn SystemOfRecord,
) -> Result<AddedWebhook, ActionError> {
    order.demand(Right::ManageSettings, operator, None)?;
    check(new.name, new.url, new.events, post)?;
    if keeping.records(operator, RecordKind::Webhook, "", MOST_WEBHOOKS)?.len() == MOST_WEBHOOKS {
        return Err(ActionError::Forbidden(text!("courier-webhook-too-many", most = MOST_WEBHOOKS)));
    }
    let secret = new.random.secret();
    // The id must not tell anything of the secret: it follows from a digest of it, with what else makes it unique.
    let seed = format!("{operator}\0{}\0{}\0{}", order.at, new.name, secret.reveal());
    let digits: String = Sha256::of(seed.as_bytes()).to_string().chars().take(16).collect();
    let id = format!("wh_{digits}");
    let webhook = WebhookRecord {
        name: new.name.trim().to_owned(),
        url: new.url.to_owned(),
        events: in_order(new.events),
        secrets: vec![sealed(strongbox, &webhook_purpose(operator, &id), &secret)?],
        created_by: order.by.name.clone(),
        created_at: order.at,
        disabled: None,
        id,
    };
    keep_setting(order, "add-webhook", operator, vec![written(operator, &webhook, None)], vec![], keeping)?;
    Ok(AddedWebhook { webhook, secret })
}

/// Each once, in the order of the register.
pub(crate) fn in_order(events: &[EventKind]) -> Vec<EventKind> {
    EventKind::ALL.into_iter().filter(|kind| events.contains(kind)).collect()
}
