//! Signed tokens (JWT, RFC 7519) and the keys they are verified with (JWK, RFC 7517).

use jiff::Timestamp;
use jsonwebtoken::jwk::{Jwk, JwkSet, KeyAlgorithm, PublicKeyUse};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, dangerous, decode, decode_header};
use proofmark_text::text;
use serde_json::{Map, Value};

use crate::refusal::Refusal;
use crate::secret::Secret;

/// The algorithms we take. Never `none`, and never one with a shared secret: then the verifier could sign.
const ALGORITHMS: [Algorithm; 9] = [
    Algorithm::RS256,
    Algorithm::RS384,
    Algorithm::RS512,
    Algorithm::PS256,
    Algorithm::PS384,
    Algorithm::PS512,
    Algorithm::ES256,
    Algorithm::ES384,
    Algorithm::EdDSA,
];

/// Bytes of a token, of a set of keys, and how many keys.
const MOST_TOKEN_BYTES: usize = 16 * 1024;
const MOST_KEYS_BYTES: usize = 256 * 1024;
const MOST_KEYS: usize = 100;

/// Seconds two clocks may be apart.
const LEEWAY_SECONDS: i64 = 60;

/// The keys an issuer publishes.
#[derive(Debug, Clone)]
pub struct SigningKeys(JwkSet);

/// What a verified token says.
#[derive(Debug, Clone, PartialEq)]
pub struct Claims(Map<String, Value>);

impl SigningKeys {
    /// Reads a set of keys (RFC 7517 section 5). Keys of a kind we do not know are passed over.
    pub fn read(json: &[u8]) -> Result<Self, Refusal> {
        let malformed = || Refusal::from(text!("access-keys-malformed"));
        if json.len() > MOST_KEYS_BYTES {
            return Err(malformed());
        }
        let mut value: Value = serde_json::from_slice(json).map_err(|_| malformed())?;
        let keys = value.get_mut("keys").and_then(Value::as_array_mut).ok_or_else(malformed)?;
        if keys.len() > MOST_KEYS {
            return Err(malformed());
        }
        let keys = keys.drain(..).filter_map(|key| serde_json::from_value(key).ok()).collect();
        Ok(Self(JwkSet { keys }))
    }

    /// Whether a key of this name is among them.
    pub fn holds(&self, kid: &str) -> bool {
        self.0.keys.iter().any(|key| key.common.key_id.as_deref() == Some(kid))
    }

    /// The keys that may have signed under this name and algorithm.
    fn candidates(&self, kid: Option<&str>, algorithm: Algorithm) -> impl Iterator<Item = &Jwk> {
        self.0.keys.iter().filter(move |key| {
            let common = &key.common;
            let named = kid.is_none_or(|kid| common.key_id.as_deref() == Some(kid));
            let signs = common.public_key_use.as_ref().is_none_or(|one| *one == PublicKeyUse::Signature);
            let alike = common.key_algorithm.as_ref().is_none_or(|one| *one == KeyAlgorithm::from(algorithm));
            named && signs && alike
        })
    }

    /// Verifies a token: its signature, whom it is from, for whom, and that it is of this time.
    pub fn verify(
        &self,
        token: &Secret,
        issuer: &str,
        audience: &str,
        now: Timestamp,
    ) -> Result<Claims, Refusal> {
        let malformed = || Refusal::from(text!("access-identity-malformed"));
        if token.reveal().len() > MOST_TOKEN_BYTES {
            return Err(malformed());
        }
        let header = decode_header(token.reveal()).map_err(|_| malformed())?;
        // A critical extension must be understood (RFC 7515 section 4.1.11), and we know none. The keys a token brings
        // along itself (`jwk`, `jku`, `x5c`) prove nothing and are not looked at.
        if !ALGORITHMS.contains(&header.alg) || header.crit.is_some() {
            return Err(text!("access-identity-algorithm").into());
        }
        let claims = self
            .candidates(header.kid.as_deref(), header.alg)
            .find_map(|key| verified(token.reveal(), key, header.alg))
            .ok_or_else(|| text!("access-identity-signature"))?;
        claims.check(issuer, audience, now)?;
        Ok(claims)
    }
}

fn verified(token: &str, key: &Jwk, algorithm: Algorithm) -> Option<Claims> {
    let key = DecodingKey::from_jwk(key).ok()?;
    // Everything but the signature is checked below, with the time that is handed in.
    let mut validation = Validation::new(algorithm);
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    validation.validate_nbf = false;
    validation.validate_aud = false;
    decode::<Map<String, Value>>(token, &key, &validation).ok().map(|data| Claims(data.claims))
}

impl Claims {
    /// A claim that is a text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }

    /// A claim as a condition is held against: a text, a number or a truth value, written out.
    pub fn written(&self, name: &str) -> Option<String> {
        match self.0.get(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(truth) => Some(truth.to_string()),
            _ => None,
        }
    }

    /// Those it is for.
    pub(super) fn audiences(&self) -> Vec<&str> {
        match self.0.get("aud") {
            Some(Value::String(one)) => vec![one],
            Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        }
    }

    /// RFC 7519 section 4.1: `iss`, `aud`, `exp` must be there and fit; `nbf` and `iat` must fit where they are.
    fn check(&self, issuer: &str, audience: &str, now: Timestamp) -> Result<(), Refusal> {
        if self.text("iss") != Some(issuer) {
            return Err(text!("access-identity-issuer", expected = issuer).into());
        }
        if !self.audiences().contains(&audience) {
            return Err(text!("access-identity-audience", expected = audience).into());
        }
        let now = now.as_second();
        let expires = self.seconds("exp")?.ok_or_else(|| text!("access-identity-expired"))?;
        if now >= expires.saturating_add(LEEWAY_SECONDS) {
            return Err(text!("access-identity-expired").into());
        }
        for begins in [self.seconds("nbf")?, self.seconds("iat")?].into_iter().flatten() {
            if now < begins.saturating_sub(LEEWAY_SECONDS) {
                return Err(text!("access-identity-too-early").into());
            }
        }
        Ok(())
    }

    /// A claim that is a time: seconds since 1970, perhaps with a fraction.
    fn seconds(&self, name: &str) -> Result<Option<i64>, Refusal> {
        let Some(value) = self.0.get(name) else { return Ok(None) };
        let whole = value.as_i64().or_else(|| {
            let written = value.as_number()?.to_string();
            written.split_once('.')?.0.parse().ok()
        });
        whole.map(Some).ok_or_else(|| text!("access-identity-malformed").into())
    }
}

/// The name of the key an unverified token claims to be signed with: good for choosing keys, for nothing else.
pub fn claimed_key(token: &Secret) -> Option<String> {
    if token.reveal().len() > MOST_TOKEN_BYTES {
        return None;
    }
    decode_header(token.reveal()).ok()?.kid
}

/// The issuer an unverified token claims to be from: good for choosing keys, for nothing else.
pub fn claimed_issuer(token: &Secret) -> Option<String> {
    if token.reveal().len() > MOST_TOKEN_BYTES {
        return None;
    }
    let claims = dangerous::insecure_decode::<Map<String, Value>>(token.reveal()).ok()?.claims;
    Some(claims.get("iss")?.as_str()?.to_owned())
}
