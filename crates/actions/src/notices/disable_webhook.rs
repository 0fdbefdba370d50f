//! Disables a webhook that failed for long: the record says so, and whoever listens elsewhere is told.

use proofmark_facts::{DisabledWebhook, EventData, RecordEvent, RecordKind, SystemOfRecord, WebhookRecord};

use crate::error::ActionError;
use crate::notices::announce::announcement;
use crate::notices::webhook_change::{keep_setting, kept_webhook};
use crate::products::ChangeOrder;
use crate::record::written;

/// Keeps that nothing is sent there any more, with one line of the ledger.
pub(crate) fn disable_webhook(
    order: &ChangeOrder<'_>,
    operator: &str,
    id: &str,
    keeping: &mut dyn SystemOfRecord,
) -> Result<(), ActionError> {
    let kept = kept_webhook(order, operator, id, keeping)?;
    if kept.noun.disabled.is_some() {
        return Ok(());
    }
    let disabled = Some(DisabledWebhook { at: order.at, by: order.by.name.clone() });
    let webhook = WebhookRecord { disabled, ..kept.noun };
    let named = RecordEvent { kind: RecordKind::Webhook.word().to_owned(), id: id.to_owned() };
    let told = announcement(operator, order.at, EventData::WebhookDisabled(named));
    let write = written(operator, &webhook, Some(kept.sha256));
    keep_setting(order, "disable-webhook", operator, vec![write], vec![told], keeping)
}
