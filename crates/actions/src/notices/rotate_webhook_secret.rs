//! Rotates a webhook's secret: for a day deliveries are signed with the old one too, so that the receiver can follow.

use jiff::SignedDuration;
use proofmark_access::Secret;
use proofmark_facts::{SystemOfRecord, WebhookRecord};

use crate::error::ActionError;
use crate::notices::strongbox::{Strongbox, WebhookSecretDraw, sealed, webhook_purpose};
use crate::notices::webhook_change::{keep_setting, kept_webhook};
use crate::products::ChangeOrder;
use crate::record::written;

/// How long the old secret is still signed with.
const OVERLAP: SignedDuration = SignedDuration::from_hours(24);

/// Keeps a new secret and writes one line of the ledger; gives the new secret, to be shown now and never again.
pub fn rotate_webhook_secret(
    order: &ChangeOrder<'_>,
    operator: &str,
    id: &str,
    random: WebhookSecretDraw,
    strongbox: &dyn Strongbox,
    keeping: &mut dyn SystemOfRecord,
) -> Result<Secret, ActionError> {
    let kept = kept_webhook(order, operator, id, keeping)?;
    let secret = random.secret();
    let mut secrets = vec![sealed(strongbox, &webhook_purpose(operator, id), &secret)?];
    // Only the one that was in use lives on: rotated twice in a day, the oldest is gone.
    if let Some(mut old) = kept.noun.secrets.first().cloned() {
        old.until = order.at.checked_add(OVERLAP).ok();
        secrets.push(old);
    }
    let webhook = WebhookRecord { secrets, ..kept.noun };
    let write = written(operator, &webhook, Some(kept.sha256));
    keep_setting(order, "rotate-webhook-secret", operator, vec![write], vec![], keeping)?;
    Ok(secret)
}
