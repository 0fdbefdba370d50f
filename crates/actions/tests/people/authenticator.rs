//! An authenticator made of software, with one key on P-256.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ciborium::Value;
use proofmark_access::RelyingParty;
use proofmark_facts::Sha256;
use serde_json::json;

pub(crate) struct Authenticator {
    key: EcdsaKeyPair,
    id: [u8; 16],
    pub(crate) count: u32,
}

pub(crate) fn party() -> RelyingParty {
    RelyingParty {
        id: "proofmark.example".into(),
        origin: "https://proofmark.example".into(),
        name: "Proofmark".into(),
    }
}

fn base64(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

impl Authenticator {
    pub(crate) fn new(id: u8) -> Self {
        let key = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).unwrap();
        Self { key, id: [id; 16], count: 1 }
    }

    fn client_data(ceremony: &str, options: &serde_json::Value) -> Vec<u8> {
        let said = json!({
            "type": ceremony, "challenge": options["challenge"], "origin": party().origin, "crossOrigin": false,
        });
        said.to_string().into_bytes()
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let mut data = Sha256::of(party().id.as_bytes()).0.to_vec();
        data.push(flags);
        data.extend(self.count.to_be_bytes());
        data
    }

    /// What `navigator.credentials.create` gives.
    pub(crate) fn create(&self, options: &serde_json::Value) -> Vec<u8> {
        let point = self.key.public_key().as_ref();
        let number = |value: i64| Value::Integer(value.into());
        let key = Value::Map(vec![
            (number(1), number(2)),
            (number(3), number(-7)),
            (number(-1), number(1)),
            (number(-2), Value::Bytes(point[1..33].to_vec())),
            (number(-3), Value::Bytes(point[33..].to_vec())),
        ]);
        let mut data = self.data(0x45);
        data.extend([0; 16]);
        data.extend([0, 16]);
        data.extend(self.id);
        ciborium::into_writer(&key, &mut data).unwrap();
        let mut attestation = Vec::new();
        let object = Value::Map(vec![
            ("fmt".into(), "none".into()),
            ("attStmt".into(), Value::Map(vec![])),
            ("authData".into(), Value::Bytes(data)),
        ]);
        ciborium::into_writer(&object, &mut attestation).unwrap();
        let client_data = Self::client_data("webauthn.create", options);
        json!({
            "id": base64(&self.id), "rawId": base64(&self.id), "type": "public-key",
            "response": { "clientDataJSON": base64(&client_data), "attestationObject": base64(&attestation) },
        })
        .to_string()
        .into_bytes()
    }

    /// What `navigator.credentials.get` gives.
    pub(crate) fn get(&self, options: &serde_json::Value) -> Vec<u8> {
        let (data, client_data) = (self.data(0x05), Self::client_data("webauthn.get", options));
        let mut signed = data.clone();
        signed.extend(Sha256::of(&client_data).0);
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        json!({
            "id": base64(&self.id), "rawId": base64(&self.id), "type": "public-key",
            "response": {
                "clientDataJSON": base64(&client_data), "authenticatorData": base64(&data),
                "signature": base64(signature.as_ref()),
            },
        })
        .to_string()
        .into_bytes()
    }
}
