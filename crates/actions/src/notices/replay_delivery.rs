//! Replays a delivery: the same event with the same id is sent once more, from the first attempt on.

use proofmark_facts::SystemOfRecord;
use proofmark_text::text;

use crate::error::ActionError;
use crate::notices::delivery::kept_delivery;
use crate::notices::spread::delivery_job;
use crate::notices::webhook_change::{keep_setting, kept_webhook};
use crate::products::ChangeOrder;

/// Adds the job anew, with one line of the ledger.
pub fn replay_delivery(
    order: &ChangeOrder<'_>,
    operator: &str,
    webhook: &str,
    event: &str,
    keeping: &mut dyn SystemOfRecord,
) -> Result<(), ActionError> {
    let kept = kept_webhook(order, operator, webhook, keeping)?;
    if kept.noun.disabled.is_some() {
        return Err(ActionError::Forbidden(text!("courier-webhook-is-disabled")));
    }
    let delivery = kept_delivery(operator, webhook, event, order.at, keeping)?;
    let delivery =
        delivery.ok_or_else(|| ActionError::NotFound(text!("courier-no-such-delivery", id = event)))?;
    let job = delivery_job(operator, webhook, &delivery.event, order.at);
    keep_setting(order, "replay-delivery", operator, vec![], vec![job], keeping)
}
