//! Removes a webhook: nothing more is sent there, what is still on its way included.

use proofmark_facts::SystemOfRecord;

use crate::error::ActionError;
use crate::notices::webhook_change::{keep_setting, kept_webhook};
use crate::over::Over;
use crate::products::ChangeOrder;

/// Takes the webhook out of the record and writes one line of the ledger.
pub fn remove_webhook(
    order: &ChangeOrder<'_>,
    operator: &str,
    id: &str,
    over: Over,
    keeping: &mut dyn SystemOfRecord,
) -> Result<(), ActionError> {
    let kept = kept_webhook(order, operator, id, keeping)?;
    over.check(Some(kept.sha256))?;
    keep_setting(order, "remove-webhook", operator, vec![kept.taken_away()], vec![], keeping)
}
