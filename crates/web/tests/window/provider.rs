//! A provider of identities made of software: what it publishes, what it signs, and how often it was asked.

use std::sync::{Arc, Mutex, MutexGuard};

use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use proofmark_text::{Text, text};
use proofmark_web::Outside;
use serde_json::{Value, json};

pub(crate) const ISSUER: &str = "https://id.example";

#[derive(Clone)]
pub(crate) struct Provider(Arc<Mutex<Inside>>);

pub(crate) struct Inside {
    key: EncodingKey,
    /// The key set it publishes.
    pub(crate) keys: Value,
    kid: String,
    /// What its token endpoint answers.
    pub(crate) answer: Value,
    /// The forms its token endpoint got.
    pub(crate) forms: Vec<Vec<(String, String)>>,
    /// How often something published was fetched.
    pub(crate) fetched: usize,
    /// Whether it says that it names itself.
    pub(crate) names_itself: bool,
}

impl Provider {
    pub(crate) fn new() -> Self {
        let inside = Inside {
            key: EncodingKey::from_secret(b""),
            keys: Value::Null,
            kid: String::new(),
            answer: json!({ "error": "invalid_grant" }),
            forms: Vec::new(),
            fetched: 0,
            names_itself: true,
        };
        let provider = Self(Arc::new(Mutex::new(inside)));
        provider.rotate("one");
        provider
    }

    pub(crate) fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap()
    }

    /// Signs with another key from now on, and publishes that one alone.
    pub(crate) fn rotate(&self, kid: &str) {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap();
        let point = pair.public_key().as_ref();
        let half = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let mut inside = self.inside();
        inside.keys = json!({ "keys": [{
            "kty": "EC", "crv": "P-256", "kid": kid, "use": "sig", "x": half(&point[1..33]), "y": half(&point[33..]),
        }] });
        inside.key = EncodingKey::from_ec_der(pair.to_pkcs8v1().unwrap().as_ref());
        kid.clone_into(&mut inside.kid);
    }

    /// Signs these claims.
    pub(crate) fn sign(&self, claims: &Value) -> String {
        let inside = self.inside();
        signed(claims, &inside.kid, &inside.key)
    }

    /// These claims under a key name of somebody's making, signed by nobody we know.
    pub(crate) fn forged(claims: &Value, kid: &str) -> String {
        let other = Self::new();
        let inside = other.inside();
        signed(claims, kid, &inside.key)
    }

    /// These claims without a signature, as `none` would have it.
    pub(crate) fn unsigned(claims: &Value) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        format!("{}.{}.", part(&json!({ "alg": "none" })), part(claims))
    }

    /// These claims signed with the public key, taken for a shared secret.
    pub(crate) fn confused(&self, claims: &Value) -> String {
        let public = self.inside().keys["keys"][0].to_string();
        let mut header = Header::new(Algorithm::HS256);
        header.kid = Some("one".to_owned());
        encode(&header, claims, &EncodingKey::from_secret(public.as_bytes())).unwrap()
    }
}

fn signed(claims: &Value, kid: &str, key: &EncodingKey) -> String {
    let mut header = Header::new(Algorithm::ES256);
    header.kid = Some(kid.to_owned());
    encode(&header, claims, key).unwrap()
}

impl Outside for Provider {
    /// As a courier does that may go nowhere but to the provider.
    fn check_address(&self, address: &str) -> Result<(), Text> {
        if address.starts_with(ISSUER) { Ok(()) } else { Err(text!("courier-network-private")) }
    }

    fn fetch_published(&self, address: &str) -> Result<Vec<u8>, Text> {
        self.check_address(address)?;
        let mut inside = self.inside();
        inside.fetched += 1;
        let found = match address.strip_prefix(ISSUER) {
            Some("/.well-known/openid-configuration") => json!({
                "issuer": ISSUER, "authorization_endpoint": "https://id.example/authorize?x=1",
                "token_endpoint": "https://id.example/token", "jwks_uri": "https://id.example/keys",
                "authorization_response_iss_parameter_supported": inside.names_itself,
            }),
            _ => inside.keys.clone(),
        };
        Ok(found.to_string().into_bytes())
    }

    fn post_form(&self, address: &str, fields: &[(&str, &str)]) -> Result<Vec<u8>, Text> {
        assert_eq!(address, "https://id.example/token");
        let mut inside = self.inside();
        inside.forms.push(fields.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect());
        Ok(inside.answer.to_string().into_bytes())
    }
}
