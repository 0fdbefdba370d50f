//! An issuer of identity tokens made of software.

use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use proofmark_access::{Secret, SigningKeys};
use serde_json::{Value, json};

pub(crate) struct Issuer {
    key: EncodingKey,
    public: Value,
}

impl Issuer {
    pub(crate) fn new() -> Self {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap();
        let point = pair.public_key().as_ref();
        let half = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let public = json!({
            "keys": [{ "kty": "EC", "crv": "P-256", "x": half(&point[1..33]), "y": half(&point[33..]) }],
        });
        Self { key: EncodingKey::from_ec_der(pair.to_pkcs8v1().unwrap().as_ref()), public }
    }

    pub(crate) fn keys(&self) -> SigningKeys {
        SigningKeys::read(self.public.to_string().as_bytes()).unwrap()
    }

    pub(crate) fn sign(&self, claims: &Value) -> Secret {
        Secret::new(encode(&Header::new(Algorithm::ES256), claims, &self.key).unwrap())
    }
}
