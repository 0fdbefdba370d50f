//! Registering a passkey (Web Authentication, section 7.1).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ciborium::Value;
use jiff::Timestamp;
use proofmark_text::{Text, text};
use serde::Deserialize;

use super::authenticator_data::{AuthenticatorData, read_key};
use super::cbor::{field, read_value};
use super::client_data::check_client_data;
use super::kept_passkey::Passkey;
use super::relying_party::{Challenge, RelyingParty};
use crate::refusal::Refusal;

/// Bytes of the browser's whole answer.
const MOST_RESPONSE_BYTES: usize = 128 * 1024;

/// Bytes of an attestation object: certificates may be in it.
const MOST_ATTESTATION_BYTES: usize = 64 * 1024;

/// What the browser answers, as `PublicKeyCredential.toJSON` writes it (section 5.1, `RegistrationResponseJSON`).
#[derive(Debug)]
pub struct RegistrationResponse {
    raw_id: Vec<u8>,
    client_data: Vec<u8>,
    attestation: Vec<u8>,
}

/// A passkey that was registered.
#[derive(Debug, Clone, PartialEq)]
pub struct RegisteredPasskey {
    /// The passkey.
    pub passkey: Passkey,
    /// What its owner should know about it.
    pub notice: Option<Text>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    raw_id: String,
    response: WrittenResponse,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WrittenResponse {
    #[serde(rename = "clientDataJSON")]
    client_data: String,
    attestation_object: String,
}

impl RegistrationResponse {
    /// Reads the browser's answer.
    pub fn read(json: &[u8]) -> Result<Self, Refusal> {
        let malformed =
            || Refusal::from(text!("access-passkey-malformed", part = "RegistrationResponseJSON"));
        if json.len() > MOST_RESPONSE_BYTES {
            return Err(malformed());
        }
        let written: Written = serde_json::from_slice(json).map_err(|_| malformed())?;
        let decode = |text: &str| URL_SAFE_NO_PAD.decode(text).map_err(|_| malformed());
        Ok(Self {
            raw_id: decode(&written.raw_id)?,
            client_data: decode(&written.response.client_data)?,
            attestation: decode(&written.response.attestation_object)?,
        })
    }

    /// The challenge it says it answers.
    pub fn challenge(&self) -> Option<Challenge> {
        Challenge::named_by(&self.client_data)
    }

    /// Checks the answer and gives the new passkey.
    ///
    /// An attestation statement says who made the authenticator. We trust every maker alike, so it is not looked at.
    pub fn register(
        &self,
        party: &RelyingParty,
        challenge: &Challenge,
        verify_user: bool,
        name: &str,
        at: Timestamp,
    ) -> Result<RegisteredPasskey, Refusal> {
        check_client_data(&self.client_data, "webauthn.create", party, challenge)?;
        let (format, bytes) = read_attestation(&self.attestation)
            .ok_or_else(|| text!("access-passkey-malformed", part = "attestationObject"))?;
        let data = AuthenticatorData::read(&bytes)?;
        data.check(party, verify_user)?;
        let attested = data
            .attested
            .as_ref()
            .filter(|attested| attested.id == self.raw_id)
            .ok_or_else(|| text!("access-passkey-malformed", part = "attestedCredentialData"))?;
        read_key(&attested.key_bytes)?;
        let passkey = Passkey {
            credential_id: URL_SAFE_NO_PAD.encode(&attested.id),
            public_key: URL_SAFE_NO_PAD.encode(&attested.key_bytes),
            sign_count: data.sign_count,
            backup_eligible: data.backup_eligible(),
            name: name.to_owned(),
            made_at: at,
        };
        let notice = (format != "none").then(|| text!("access-passkey-attestation-ignored", format = format));
        Ok(RegisteredPasskey { passkey, notice })
    }
}

/// The attestation object's format and authenticator data (section 6.5.4).
fn read_attestation(bytes: &[u8]) -> Option<(String, Vec<u8>)> {
    if bytes.len() > MOST_ATTESTATION_BYTES {
        return None;
    }
    let (object, rest) = read_value(bytes)?;
    let format = field(&object, &Value::from("fmt"))?.as_text()?;
    let statement = field(&object, &Value::from("attStmt"))?.as_map()?;
    let data = field(&object, &Value::from("authData"))?.as_bytes()?;
    let none_says_nothing = format != "none" || statement.is_empty();
    // The registered formats' names are at most 32 printable characters (section 8.1).
    let is_name = format.len() <= 32 && format.bytes().all(|one| one.is_ascii_graphic());
    (rest.is_empty() && is_name && none_says_nothing).then(|| (format.to_owned(), data.clone()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read_attestation(&bytes);
            let _ = RegistrationResponse::read(&bytes);
        }
    }
}
