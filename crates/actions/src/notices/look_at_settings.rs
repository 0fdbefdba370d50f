//! Looks at webhooks and at the mail settings, each with the version a change is written over.

use proofmark_access::Right;
use proofmark_facts::{MAIL_SETTINGS, MailSettings, Sha256, SystemOfRecord, WebhookRecord};

use crate::error::ActionError;
use crate::notices::webhook_change::kept_webhook;
use crate::products::ChangeOrder;
use crate::record::{kept_noun, kept_nouns};

/// An operator's webhooks, by name.
pub fn webhooks(
    order: &ChangeOrder<'_>,
    operator: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<(WebhookRecord, Sha256)>, ActionError> {
    order.demand(Right::ManageSettings, operator, None)?;
    let kept = kept_nouns::<WebhookRecord>(keeping, operator)?;
    let mut found: Vec<(WebhookRecord, Sha256)> =
        kept.into_iter().map(|kept| (kept.noun, kept.sha256)).collect();
    found.sort_by(|(one, _), (other, _)| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
    Ok(found)
}

/// One webhook.
pub fn webhook(
    order: &ChangeOrder<'_>,
    operator: &str,
    id: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<(WebhookRecord, Sha256), ActionError> {
    kept_webhook(order, operator, id, keeping).map(|kept| (kept.noun, kept.sha256))
}

/// The installation's mail settings; `None`: no letters are sent.
pub fn mail_settings(
    order: &ChangeOrder<'_>,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<(MailSettings, Sha256)>, ActionError> {
    order.demand(Right::ManageSettings, "", None)?;
    let kept = kept_noun::<MailSettings>(keeping, "", MAIL_SETTINGS)?;
    Ok(kept.map(|kept| (kept.noun, kept.sha256)))
}
