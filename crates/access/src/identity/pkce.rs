//! Sending somebody to their provider and taking them back: the authorization code flow with PKCE (RFC 7636, RFC 9700).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use proofmark_facts::Sha256;
use proofmark_text::text;
use serde::{Deserialize, Serialize};

use super::discovery::Discovery;
use crate::percent::percent_encoded;
use crate::refusal::Refusal;
use crate::secret::Secret;

/// Bytes of what a token endpoint answers.
const MOST_RESPONSE_BYTES: usize = 64 * 1024;

/// What must be remembered until somebody comes back. It is kept for minutes, under the state's digest.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthorizationRequest {
    /// What the ID token must repeat.
    pub nonce: String,
    /// What proves to the token endpoint that we are who sent them (RFC 7636 section 4.1).
    verifier: String,
}

impl AuthorizationRequest {
    /// A request of these random bytes.
    pub fn new(nonce: [u8; 32], verifier: [u8; 32]) -> Self {
        Self { nonce: URL_SAFE_NO_PAD.encode(nonce), verifier: URL_SAFE_NO_PAD.encode(verifier) }
    }

    /// Where somebody is sent (`OpenID` Connect Core section 3.1.2.1, RFC 7636 section 4.3 with S256).
    pub fn address(&self, provider: &Discovery, client: &str, redirect: &str, state: &Secret) -> String {
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::of(self.verifier.as_bytes()).0);
        let asked = [
            ("response_type", "code"),
            ("client_id", client),
            ("redirect_uri", redirect),
            ("scope", "openid profile email"),
            ("state", state.reveal()),
            ("nonce", &self.nonce),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
        ];
        let query: Vec<String> =
            asked.iter().map(|(name, value)| format!("{name}={}", percent_encoded(value))).collect();
        let endpoint = &provider.authorization_endpoint;
        let joint = if endpoint.contains('?') { '&' } else { '?' };
        format!("{endpoint}{joint}{}", query.join("&"))
    }
}

impl std::fmt::Debug for AuthorizationRequest {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("AuthorizationRequest(…)")
    }
}

/// The form that is posted to the token endpoint (`OpenID` Connect Core section 3.1.3.1).
pub fn token_request(
    request: &AuthorizationRequest,
    code: &Secret,
    client: &str,
    client_secret: Option<&Secret>,
    redirect: &str,
) -> Vec<(&'static str, Secret)> {
    let mut form = vec![
        ("grant_type", Secret::from("authorization_code")),
        ("code", code.clone()),
        ("redirect_uri", Secret::from(redirect)),
        ("client_id", Secret::from(client)),
        ("code_verifier", Secret::from(request.verifier.as_str())),
    ];
    form.extend(client_secret.map(|secret| ("client_secret", secret.clone())));
    form
}

/// The ID token in what the token endpoint answered (section 3.1.3.3).
pub fn token_response(json: &[u8]) -> Result<Secret, Refusal> {
    #[derive(Deserialize)]
    struct Written {
        id_token: String,
    }
    let malformed = || Refusal::from(text!("access-identity-no-token"));
    if json.len() > MOST_RESPONSE_BYTES {
        return Err(malformed());
    }
    let written: Written = serde_json::from_slice(json).map_err(|_| malformed())?;
    Ok(Secret::new(written.id_token))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 7636 appendix B.
    #[test]
    fn the_challenge_of_rfc_7636() {
        let request = AuthorizationRequest {
            nonce: "n-0S6_WzA2Mj".into(),
            verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk".into(),
        };
        let provider = Discovery {
            issuer: "https://id.example".into(),
            authorization_endpoint: "https://id.example/authorize".into(),
            token_endpoint: "https://id.example/token".into(),
            jwks_uri: "https://id.example/keys".into(),
            names_itself: false,
        };
        assert_eq!(
            request.address(&provider, "proof mark", "https://pm.example/back?x", &"af0ifjsldkj".into()),
            "https://id.example/authorize?response_type=code&client_id=proof%20mark\
             &redirect_uri=https%3A%2F%2Fpm.example%2Fback%3Fx&scope=openid%20profile%20email&state=af0ifjsldkj\
             &nonce=n-0S6_WzA2Mj&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM\
             &code_challenge_method=S256"
        );
        let form = token_request(&request, &"code".into(), "proofmark", None, "https://pm.example/back");
        assert_eq!(form[4].1.reveal(), "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        assert_eq!(format!("{request:?} {form:?}").matches("dBjf").count(), 0);
    }

    #[test]
    fn an_answer_without_an_id_token_is_refused() {
        assert_eq!(token_response(br#"{"id_token":"a.b.c","access_token":"x"}"#).unwrap().reveal(), "a.b.c");
        assert!(token_response(br#"{"error":"invalid_grant"}"#).is_err());
    }
}
