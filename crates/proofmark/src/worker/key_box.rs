//! The strongbox of this installation: its key follows from the ledger's.

use proofmark_access::Secret;
use proofmark_actions::Strongbox;
use proofmark_courier::SealingKey;
use proofmark_trust::SignerKey;

/// Seals and opens with the key of this installation.
#[derive(Debug)]
pub struct KeyBox(SealingKey);

impl KeyBox {
    /// The strongbox that belongs to this ledger.
    pub fn of(signer: &SignerKey) -> Self {
        Self(SealingKey::from_secret_line(&signer.to_secret_line()))
    }
}

impl Strongbox for KeyBox {
    fn seal(&self, purpose: &str, secret: &str) -> Option<String> {
        self.0.seal(purpose, secret)
    }

    fn open(&self, purpose: &str, sealed: &str) -> Option<Secret> {
        self.0.open(purpose, sealed).map(Secret::new)
    }
}
