//! A passkey as it is kept: no secret is in it, that one never leaves its authenticator.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use proofmark_facts::Sha256;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A passkey.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Passkey {
    /// Its identification, in base64url.
    pub credential_id: String,
    /// Its public key in COSE, in base64url.
    pub public_key: String,
    /// How often it has signed, as far as its authenticator counts; zero: it does not.
    pub sign_count: u32,
    /// Whether it may be copied to other devices of its owner.
    pub backup_eligible: bool,
    /// Its owner's name for it.
    pub name: String,
    /// When it was registered.
    pub made_at: Timestamp,
}

/// That a passkey was used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasskeyUse {
    /// How often it has signed now: to be kept.
    pub sign_count: u32,
    /// Whether its user proved to the authenticator who they are.
    pub user_verified: bool,
}

impl Passkey {
    /// What it is kept under: the digest of its identification, which may be a thousand bytes long.
    pub fn key(&self) -> String {
        Self::key_of(&self.credential_id).unwrap_or_default()
    }

    /// What the passkey of this identification (in base64url) is kept under.
    pub fn key_of(credential_id: &str) -> Option<String> {
        let id = URL_SAFE_NO_PAD.decode(credential_id).ok()?;
        Some(Sha256::of(&id).to_string())
    }
}
