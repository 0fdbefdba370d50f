//! Secrets of sign-in that must be used again: sealed before they are kept, and those of earlier versions sealed anew.

use jiff::Timestamp;
use proofmark_access::{Credential, HowKept, KeptSecret, Secret};
use proofmark_facts::{RecordWrite, SystemOfRecord};
use proofmark_text::text;

use super::errand::Deed;
use super::members::INSTALLATION;
use crate::error::ActionError;
use crate::notices::Strongbox;
use crate::record::kept_nouns;

/// What an account's one-time secret is sealed for: one cannot be put in another's place.
pub(super) fn codes_purpose(account: &str) -> String {
    format!("one-time-codes {account}")
}

/// What our secret at a provider is sealed for.
pub(super) fn provider_purpose(provider: &str) -> String {
    format!("identity-provider {provider}")
}

/// Seals a secret, or says why it cannot be kept.
pub(super) fn seal(
    strongbox: &dyn Strongbox,
    purpose: &str,
    secret: &Secret,
) -> Result<KeptSecret, ActionError> {
    let sealed = strongbox.seal(purpose, secret.reveal());
    sealed.map(KeptSecret::sealed).ok_or_else(|| ActionError::Hindered(text!("courier-unsealed")))
}

/// Opens a kept secret, or says that the key is another one now.
pub(super) fn open(
    strongbox: &dyn Strongbox,
    purpose: &str,
    kept: &KeptSecret,
) -> Result<Secret, ActionError> {
    match kept.how() {
        HowKept::Clear(secret) => Ok(secret),
        HowKept::Sealed(sealed) => strongbox
            .open(purpose, &sealed)
            .ok_or_else(|| ActionError::Damaged(text!("courier-secret-unopened", purpose = purpose))),
    }
}

/// Seals the secrets that earlier versions kept in the clear; says how many. Nothing is lost on the way: each record
/// is written over the content it was read from, all of them in one change with its line.
pub fn seal_credentials(
    store: &mut dyn SystemOfRecord,
    strongbox: &dyn Strongbox,
    at: Timestamp,
    with: &str,
) -> Result<usize, ActionError> {
    let mut writes: Vec<RecordWrite> = Vec::new();
    for kept in kept_nouns::<Credential>(store, INSTALLATION)? {
        if let Some(after) = resealed(strongbox, &kept.noun)? {
            writes.push(kept.replaced_by(&after));
        }
    }
    let sealed = writes.len();
    if sealed > 0 {
        let about = "credentials";
        let (operator, action) = (INSTALLATION, "seal-credentials");
        Deed { by: "system", at, with, operator, about, action, outcome: None }.keep(store, writes)?;
    }
    Ok(sealed)
}

/// The credential with its secret sealed; `None`: it has none, or it is sealed already.
fn resealed(strongbox: &dyn Strongbox, kept: &Credential) -> Result<Option<Credential>, ActionError> {
    let mut after = kept.clone();
    let (purpose, held) = match &mut after {
        Credential::Account(held) => {
            let purpose = codes_purpose(&held.account);
            match &mut held.one_time {
                Some(codes) => (purpose, &mut codes.secret),
                None => return Ok(None),
            }
        }
        Credential::Provider(held) => (provider_purpose(&held.provider), &mut held.client_secret),
        Credential::Passkey(_) | Credential::Token(_) | Credential::Identity(_) => return Ok(None),
    };
    let HowKept::Clear(secret) = held.how() else { return Ok(None) };
    *held = seal(strongbox, &purpose, &secret)?;
    Ok(Some(after))
}
