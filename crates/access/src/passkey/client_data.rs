//! Client data: what the browser says it did, for whom (Web Authentication, section 5.8.1).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proofmark_text::text;
use serde::Deserialize;

use super::relying_party::{Challenge, RelyingParty};
use crate::refusal::Refusal;
use crate::secret::same;

/// Bytes of client data: a browser writes a few hundred.
pub(super) const MOST_CLIENT_DATA_BYTES: usize = 8 * 1024;

/// What we read of it. Browsers add to it as they please, so other keys are let pass.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ClientData {
    r#type: String,
    challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
    #[serde(default)]
    top_origin: Option<String>,
}

/// Checks steps 5 to 12 of section 7.1, and the like steps of 7.2: the ceremony, the challenge, the origin.
pub(super) fn check_client_data(
    bytes: &[u8],
    ceremony: &str,
    party: &RelyingParty,
    challenge: &Challenge,
) -> Result<(), Refusal> {
    let malformed = || Refusal::from(text!("access-passkey-malformed", part = "clientDataJSON"));
    if bytes.len() > MOST_CLIENT_DATA_BYTES {
        return Err(malformed());
    }
    let said: ClientData = serde_json::from_slice(bytes).map_err(|_| malformed())?;
    if said.r#type != ceremony {
        return Err(malformed());
    }
    let answered = URL_SAFE_NO_PAD.decode(&said.challenge).map_err(|_| malformed())?;
    if !same(&answered, challenge.bytes()) {
        return Err(text!("access-passkey-challenge").into());
    }
    // No page of ours asks for a passkey inside another site's frame.
    if said.origin != party.origin || said.cross_origin || said.top_origin.is_some() {
        let origin: String = said.origin.chars().filter(|one| !one.is_control()).take(100).collect();
        return Err(text!("access-passkey-origin", origin = origin, expected = &party.origin).into());
    }
    Ok(())
}
