//! Credentials: what people and programs prove themselves with. These records are never shown to anybody.

use jiff::Timestamp;
use proofmark_facts::{Noun, RecordKind, Sha256};
use serde::{Deserialize, Serialize};

use crate::identity::ExternalIdentity;
use crate::kept_secret::KeptSecret;
use crate::passkey::Passkey;
use crate::password::PasswordHash;

/// A credential, by what it belongs to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "kebab-case")]
pub enum Credential {
    /// What a person has: password, one-time codes, recovery codes.
    Account(AccountCredential),
    /// A passkey of a person.
    Passkey(PasskeyCredential),
    /// The secret half of a token, by its digest.
    Token(TokenCredential),
    /// Our secret at a provider of identities.
    Provider(ProviderCredential),
    /// Who somebody at a provider is here.
    Identity(IdentityCredential),
}

/// What a person has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountCredential {
    /// The account.
    pub account: String,
    /// Their password.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub password: Option<PasswordHash>,
    /// Their one-time codes.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub one_time: Option<OneTimeCodes>,
    /// What is left of their recovery codes.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub recovery: Vec<Sha256>,
    /// What their passkeys are kept under.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub passkeys: Vec<String>,
}

/// One-time codes that were enrolled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OneTimeCodes {
    /// What the telephone and we share, in base 32.
    pub secret: KeptSecret,
    /// The step of the last code used: none up to it counts any more.
    pub last_used: u64,
    /// Since when.
    pub enrolled_at: Timestamp,
}

/// A passkey and whose it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasskeyCredential {
    /// The account.
    pub account: String,
    /// The passkey.
    pub passkey: Passkey,
}

/// The secret half of a token, and where its record is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TokenCredential {
    /// The token's public half.
    pub token: String,
    /// The operator whose token it is.
    pub operator: String,
    /// The digest of the whole.
    pub digest: Sha256,
}

/// Our secret at a provider.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProviderCredential {
    /// The provider.
    pub provider: String,
    /// The secret it gave us.
    pub client_secret: KeptSecret,
}

/// Somebody at a provider, and whose account that is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentityCredential {
    /// The account.
    pub account: String,
    /// Who they are at the provider.
    pub identity: ExternalIdentity,
    /// When the account came to be known by it; absent: that was before it was written down.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub added_at: Option<Timestamp>,
}

impl Credential {
    /// What somebody at a provider is kept under: their subject may hold anything.
    pub fn of_identity(identity: &ExternalIdentity) -> String {
        let both = format!("{}\0{}", identity.issuer, identity.subject);
        format!("identity:{}", Sha256::of(both.as_bytes()))
    }

    /// What an account's credential is kept under.
    pub fn of_account(account: &str) -> String {
        format!("account:{account}")
    }

    /// What a passkey is kept under, by the digest of its identification.
    pub fn of_passkey(key: &str) -> String {
        format!("passkey:{key}")
    }

    /// What a token's is kept under.
    pub fn of_token(token: &str) -> String {
        format!("token:{token}")
    }

    /// What a provider's is kept under.
    pub fn of_provider(provider: &str) -> String {
        format!("provider:{provider}")
    }
}

impl AccountCredential {
    /// The credential of somebody who has nothing yet.
    pub fn none(account: &str) -> Self {
        Self {
            account: account.to_owned(),
            password: None,
            one_time: None,
            recovery: Vec::new(),
            passkeys: Vec::new(),
        }
    }

    /// Whether a password alone does not let them in.
    pub fn has_second_factor(&self) -> bool {
        self.one_time.is_some()
    }
}

impl Noun for Credential {
    const KIND: RecordKind = RecordKind::Credential;

    fn id(&self) -> String {
        match self {
            Self::Account(credential) => Self::of_account(&credential.account),
            Self::Passkey(credential) => Self::of_passkey(&credential.passkey.key()),
            Self::Token(credential) => Self::of_token(&credential.token),
            Self::Provider(credential) => Self::of_provider(&credential.provider),
            Self::Identity(credential) => Self::of_identity(&credential.identity),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credential_comes_back_and_is_not_shown() {
        let kept = |text: &str| KeptSecret::sealed(text.to_owned());
        let account = AccountCredential {
            one_time: Some(OneTimeCodes {
                secret: kept("A4DQOBYHA4DQOBYH"),
                last_used: 3,
                enrolled_at: Timestamp::UNIX_EPOCH,
            }),
            recovery: vec![Sha256::of(b"x")],
            ..AccountCredential::none("anna")
        };
        let provider = ProviderCredential { provider: "id".into(), client_secret: kept("hush hush") };
        for credential in [Credential::Account(account), Credential::Provider(provider)] {
            let json = serde_json::to_string(&credential).unwrap();
            assert_eq!(serde_json::from_str::<Credential>(&json).unwrap(), credential);
            let shown = format!("{credential:?}");
            assert!(!shown.contains("hush") && !shown.contains("A4DQOBYH"), "{shown}");
        }
    }
}
