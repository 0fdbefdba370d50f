//! A strongbox: seals secrets that must be used again, with a key that is not where they are kept.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proofmark_access::Secret;
use proofmark_facts::SealedSecret;
use proofmark_text::text;

use crate::error::ActionError;

/// Seals and opens secrets. Whoever wires the house has its key.
pub trait Strongbox {
    /// Seals a secret for one purpose. `None`: the system has no randomness.
    fn seal(&self, purpose: &str, secret: &str) -> Option<String>;

    /// Opens what was sealed for this purpose. `None`: not with this key.
    fn open(&self, purpose: &str, sealed: &str) -> Option<Secret>;
}

/// Thirty-two random bytes for a webhook's secret.
#[derive(Clone, Copy)]
pub struct WebhookSecretDraw(pub [u8; 32]);

impl WebhookSecretDraw {
    /// The secret as a receiver is given it (Standard Webhooks, "Signature scheme").
    pub(crate) fn secret(&self) -> Secret {
        Secret::new(format!("whsec_{}", STANDARD.encode(self.0)))
    }
}

impl std::fmt::Debug for WebhookSecretDraw {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("WebhookSecretDraw(…)")
    }
}

/// Seals a secret, or says why it cannot be kept.
pub(crate) fn sealed(
    strongbox: &dyn Strongbox,
    purpose: &str,
    secret: &Secret,
) -> Result<SealedSecret, ActionError> {
    let sealed = strongbox.seal(purpose, secret.reveal());
    let sealed = sealed.ok_or_else(|| ActionError::Hindered(text!("courier-unsealed")))?;
    Ok(SealedSecret { sealed, until: None })
}

/// Opens a sealed secret, or says that the key is another one now.
pub(crate) fn opened(
    strongbox: &dyn Strongbox,
    purpose: &str,
    sealed: &SealedSecret,
) -> Result<Secret, ActionError> {
    strongbox
        .open(purpose, &sealed.sealed)
        .ok_or_else(|| ActionError::Damaged(text!("courier-secret-unopened", purpose = purpose)))
}

/// What a webhook's secrets are sealed for: one cannot be put in another's place.
pub(crate) fn webhook_purpose(operator: &str, id: &str) -> String {
    format!("webhook {operator} {id}")
}

/// What the mail server's password is sealed for.
pub(crate) const MAIL_PURPOSE: &str = "mail";
