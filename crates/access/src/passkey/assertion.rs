//! Signing in with a passkey (Web Authentication, section 7.2).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proofmark_facts::Sha256;
use proofmark_text::text;
use serde::Deserialize;

use super::authenticator_data::{AuthenticatorData, read_key};
use super::client_data::check_client_data;
use super::kept_passkey::{Passkey, PasskeyUse};
use super::relying_party::{Challenge, RelyingParty, user_handle};
use crate::refusal::Refusal;
use crate::secret::same;

/// Bytes of the browser's whole answer.
const MOST_RESPONSE_BYTES: usize = 64 * 1024;

/// What the browser answers, as `PublicKeyCredential.toJSON` writes it (section 5.1, `AuthenticationResponseJSON`).
#[derive(Debug)]
pub struct AssertionResponse {
    raw_id: Vec<u8>,
    client_data: Vec<u8>,
    authenticator_data: Vec<u8>,
    signature: Vec<u8>,
    user_handle: Option<String>,
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
    authenticator_data: String,
    signature: String,
    #[serde(default)]
    user_handle: Option<String>,
}

impl AssertionResponse {
    /// Reads the browser's answer.
    pub fn read(json: &[u8]) -> Result<Self, Refusal> {
        let malformed =
            || Refusal::from(text!("access-passkey-malformed", part = "AuthenticationResponseJSON"));
        if json.len() > MOST_RESPONSE_BYTES {
            return Err(malformed());
        }
        let written: Written = serde_json::from_slice(json).map_err(|_| malformed())?;
        let decode = |text: &str| URL_SAFE_NO_PAD.decode(text).map_err(|_| malformed());
        Ok(Self {
            raw_id: decode(&written.raw_id)?,
            client_data: decode(&written.response.client_data)?,
            authenticator_data: decode(&written.response.authenticator_data)?,
            signature: decode(&written.response.signature)?,
            user_handle: written.response.user_handle,
        })
    }

    /// The challenge it says it answers.
    pub fn challenge(&self) -> Option<Challenge> {
        Challenge::named_by(&self.client_data)
    }

    /// What the passkey it names is kept under.
    pub fn key(&self) -> String {
        Sha256::of(&self.raw_id).to_string()
    }

    /// Checks the answer against the passkey it names and that passkey's account.
    pub fn check(
        &self,
        party: &RelyingParty,
        challenge: &Challenge,
        verify_user: bool,
        account: &str,
        kept: &Passkey,
    ) -> Result<PasskeyUse, Refusal> {
        // Steps 5 and 6: the credential is the account's.
        let another = || Refusal::from(text!("access-passkey-unknown"));
        if URL_SAFE_NO_PAD.encode(&self.raw_id) != kept.credential_id {
            return Err(another());
        }
        if self
            .user_handle
            .as_deref()
            .is_some_and(|handle| !same(handle.as_bytes(), user_handle(account).as_bytes()))
        {
            return Err(another());
        }
        check_client_data(&self.client_data, "webauthn.get", party, challenge)?;
        let data = AuthenticatorData::read(&self.authenticator_data)?;
        data.check(party, verify_user)?;
        if data.backup_eligible() != kept.backup_eligible {
            return Err(text!("access-passkey-malformed", part = "authenticatorData").into());
        }
        // Steps 20 and 21: the signature is under the authenticator data and the client data's digest.
        let key = read_key(&URL_SAFE_NO_PAD.decode(&kept.public_key).map_err(|_| another())?)?;
        let mut signed = self.authenticator_data.clone();
        signed.extend_from_slice(&Sha256::of(&self.client_data).0);
        if !key.verifies(&signed, &self.signature) {
            return Err(text!("access-passkey-signature").into());
        }
        // Step 22: a count that does not rise tells of a copied key; both zero tells that nobody counts.
        let counted = data.sign_count != 0 || kept.sign_count != 0;
        if counted && data.sign_count <= kept.sign_count {
            return Err(text!("access-passkey-copied").into());
        }
        Ok(PasskeyUse { sign_count: data.sign_count, user_verified: data.user_verified() })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = AssertionResponse::read(&bytes);
        }
    }
}
