//! The relying party: us, as browsers and authenticators know us.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::SignedDuration;
use proofmark_facts::Sha256;
use serde_json::{Value, json};

use super::cose_key::ALGORITHMS;
use super::kept_passkey::Passkey;

/// How long somebody may take to touch their authenticator (section 15.1 recommends five minutes).
const CEREMONY: SignedDuration = SignedDuration::from_mins(5);

/// Us, as browsers and authenticators know us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelyingParty {
    /// The domain: `proofmark.example`.
    pub id: String,
    /// The origin of our pages: `https://proofmark.example`.
    pub origin: String,
    /// The name people see: `Proofmark`.
    pub name: String,
}

/// A challenge: 32 random bytes that are answered once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge([u8; 32]);

impl Challenge {
    /// A challenge of these random bytes.
    pub fn new(random: [u8; 32]) -> Self {
        Self(random)
    }

    /// The challenge somebody answers, as their client data names it; it must be looked up before it is believed.
    pub fn named_by(client_data: &[u8]) -> Option<Self> {
        let said: Value = serde_json::from_slice(client_data).ok()?;
        let bytes = URL_SAFE_NO_PAD.decode(said.get("challenge")?.as_str()?).ok()?;
        bytes.try_into().ok().map(Self)
    }

    /// What it is kept under.
    pub fn key(&self) -> String {
        Sha256::of(&self.0).to_string()
    }

    /// How long it may be answered.
    pub fn lasts() -> SignedDuration {
        CEREMONY
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl RelyingParty {
    /// What `navigator.credentials.create` is given, as `PublicKeyCredential.parseCreationOptionsFromJSON` reads it.
    pub fn creation_options(
        &self,
        challenge: &Challenge,
        account: &str,
        name: &str,
        has: &[Passkey],
    ) -> Value {
        let algorithms: Vec<Value> =
            ALGORITHMS.iter().map(|number| json!({ "type": "public-key", "alg": number })).collect();
        json!({
            "rp": { "id": self.id, "name": self.name },
            "user": { "id": user_handle(account), "name": account, "displayName": name },
            "challenge": URL_SAFE_NO_PAD.encode(challenge.0),
            "pubKeyCredParams": algorithms,
            "timeout": CEREMONY.as_millis(),
            "attestation": "none",
            "excludeCredentials": descriptors(has),
            "authenticatorSelection": { "residentKey": "preferred", "userVerification": "required" },
        })
    }

    /// What `navigator.credentials.get` is given, as `PublicKeyCredential.parseRequestOptionsFromJSON` reads it.
    /// Without passkeys named, the authenticator offers those it has for us.
    pub fn request_options(&self, challenge: &Challenge, of: &[Passkey]) -> Value {
        json!({
            "rpId": self.id,
            "challenge": URL_SAFE_NO_PAD.encode(challenge.0),
            "timeout": CEREMONY.as_millis(),
            "allowCredentials": descriptors(of),
            "userVerification": "required",
        })
    }
}

fn descriptors(passkeys: &[Passkey]) -> Vec<Value> {
    passkeys.iter().map(|one| json!({ "type": "public-key", "id": one.credential_id })).collect()
}

/// An account as authenticators know it: not its name, which anybody who finds the key could read (section 14.6.1).
pub(super) fn user_handle(account: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::of(format!("proofmark user\0{account}").as_bytes()).0)
}
