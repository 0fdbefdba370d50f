//! An issuer of identity tokens made of software.

use aws_lc_rs::encoding::AsDer as _;
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize};
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde_json::{Value, json};

use super::SigningKeys;
use crate::secret::Secret;

pub(super) struct Issuer {
    key: EncodingKey,
    public: Value,
    algorithms: &'static [&'static str],
}

pub(super) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn base64(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub(super) fn unsigned(header: &Value, claims: &Value) -> Secret {
    let (head, body) = (base64(header.to_string().as_bytes()), base64(claims.to_string().as_bytes()));
    Secret::new(format!("{head}.{body}.{}", base64(&[0; 64])))
}

impl Issuer {
    pub(super) fn es256() -> Self {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap();
        let point = pair.public_key().as_ref().to_vec();
        let key =
            json!({ "kty": "EC", "crv": "P-256", "x": base64(&point[1..33]), "y": base64(&point[33..]) });
        Self::new(EncodingKey::from_ec_der(pair.to_pkcs8v1().unwrap().as_ref()), key, &["ES256"])
    }

    pub(super) fn ed25519() -> Self {
        let pair = Ed25519KeyPair::generate().unwrap();
        let key = json!({ "kty": "OKP", "crv": "Ed25519", "x": base64(pair.public_key().as_ref()) });
        Self::new(EncodingKey::from_ed_der(pair.to_pkcs8().unwrap().as_ref()), key, &["EdDSA"])
    }

    pub(super) fn rs256() -> Self {
        let pair = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
        let modulus = pair.public_key().modulus().big_endian_without_leading_zero();
        let key = json!({ "kty": "RSA", "n": base64(modulus), "e": "AQAB" });
        let der: aws_lc_rs::encoding::Pkcs8V1Der<'_> = pair.as_der().unwrap();
        // PKCS#1 is what stands inside of PKCS#8, behind 26 bytes that are the same for every key of this size.
        Self::new(EncodingKey::from_rsa_der(&der.as_ref()[26..]), key, &["RS256", "RS512", "PS256", "PS384"])
    }

    fn new(key: EncodingKey, mut public: Value, algorithms: &'static [&'static str]) -> Self {
        public["kid"] = json!("one");
        public["use"] = json!("sig");
        Self { key, public: json!({ "keys": [public, { "kty": "future" }] }), algorithms }
    }

    pub(super) fn algorithms(&self) -> &'static [&'static str] {
        self.algorithms
    }

    pub(super) fn public(&self) -> Value {
        self.public.clone()
    }

    pub(super) fn keys(&self) -> SigningKeys {
        SigningKeys::read(self.public.to_string().as_bytes()).unwrap()
    }

    pub(super) fn sign(&self, algorithm: &str, claims: &Value) -> Secret {
        let mut header = Header::new(algorithm.parse::<Algorithm>().unwrap());
        header.kid = Some("one".into());
        Secret::new(encode(&header, claims, &self.key).unwrap())
    }

    pub(super) fn signed_with_public_key(&self, claims: &Value) -> Secret {
        let public = self.public["keys"][0].to_string();
        let key = EncodingKey::from_secret(public.as_bytes());
        Secret::new(encode(&Header::new(Algorithm::HS256), claims, &key).unwrap())
    }
}
