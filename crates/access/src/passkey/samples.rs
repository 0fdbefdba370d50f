//! An authenticator made of software, whose keys and numbers are those of the test vectors of Web Authentication level 3
//! (section 16): derived by HKDF from the words `WebAuthn test vectors`, so that what it writes can be held against the
//! digests of what is published.

use aws_lc_rs::hkdf;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair, RSA_PKCS1_SHA256,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ciborium::Value;
use jiff::Timestamp;
use proofmark_facts::Sha256;
use serde_json::json;

use super::{AssertionResponse, Challenge, RegisteredPasskey, RegistrationResponse, RelyingParty};
use crate::refusal::Refusal;

/// Bytes of a published vector: its name and the number it is derived with.
pub(super) fn derived(vector: &str, number: u8, length: usize) -> Vec<u8> {
    struct Length(usize);
    impl hkdf::KeyType for Length {
        fn len(&self) -> usize {
            self.0
        }
    }
    let mut bytes = vec![0; length];
    let key = hkdf::Salt::new(hkdf::HKDF_SHA256, &[number]).extract(b"WebAuthn test vectors");
    key.expand(&[vector.as_bytes()], Length(length)).unwrap().fill(&mut bytes).unwrap();
    bytes
}

pub(super) enum Key {
    Es256(EcdsaKeyPair),
    Ed25519(Ed25519KeyPair),
    Rs256(RsaKeyPair),
}

pub(super) struct Authenticator {
    pub(super) key: Key,
    pub(super) aaguid: Vec<u8>,
    pub(super) id: Vec<u8>,
}

/// What a ceremony was told to do, so that a test can tell it something else.
pub(super) struct Ceremony {
    pub(super) kind: &'static str,
    pub(super) challenge: Vec<u8>,
    pub(super) origin: &'static str,
    pub(super) more: String,
    pub(super) rp_id: &'static str,
    pub(super) flags: u8,
    pub(super) count: u32,
    pub(super) format: &'static str,
}

pub(super) fn party() -> RelyingParty {
    RelyingParty { id: "example.org".into(), origin: "https://example.org".into(), name: "Proofmark".into() }
}

pub(super) fn challenge(bytes: &[u8]) -> Challenge {
    Challenge::new(bytes.try_into().unwrap())
}

/// What browsers may add to client data, as the vectors do.
pub(super) fn extra(random: &[u8]) -> String {
    format!(
        r#","extraData":"clientDataJSON may be extended with additional fields in the future, such as this: {}""#,
        URL_SAFE_NO_PAD.encode(random)
    )
}

impl Authenticator {
    /// The one of `none.ES256`.
    pub(super) fn es256() -> Self {
        let scalar = derived("none.ES256", 1, 32);
        // ECPrivateKey of RFC 5915 on the curve prime256v1.
        let mut der = vec![0x30, 0x31, 2, 1, 1, 4, 0x20];
        der.extend(scalar);
        der.extend([0xa0, 0x0a, 6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7]);
        let key = EcdsaKeyPair::from_private_key_der(&ECDSA_P256_SHA256_ASN1_SIGNING, &der).unwrap();
        Self { key: Key::Es256(key), aaguid: derived("none.ES256", 4, 16), id: derived("none.ES256", 5, 32) }
    }

    /// The one of `packed.EdDSA`.
    pub(super) fn ed25519() -> Self {
        let key = Ed25519KeyPair::from_seed_unchecked(&derived("packed.EdDSA", 1, 32)).unwrap();
        Self {
            key: Key::Ed25519(key),
            aaguid: derived("packed.EdDSA", 4, 16),
            id: derived("packed.EdDSA", 5, 32),
        }
    }

    /// One with an RSA key of its own: the vector's is made of two Mersenne primes, which nobody signs with.
    pub(super) fn rs256() -> Self {
        let key = Key::Rs256(RsaKeyPair::generate(KeySize::Rsa2048).unwrap());
        Self { key, ..Self::es256() }
    }

    fn cose(&self) -> Vec<u8> {
        let number = |value: i64| Value::Integer(value.into());
        let map = match &self.key {
            Key::Es256(pair) => {
                let point = pair.public_key().as_ref();
                vec![
                    (number(1), number(2)),
                    (number(3), number(-7)),
                    (number(-1), number(1)),
                    (number(-2), Value::Bytes(point[1..33].to_vec())),
                    (number(-3), Value::Bytes(point[33..].to_vec())),
                ]
            }
            Key::Ed25519(pair) => vec![
                (number(1), number(1)),
                (number(3), number(-8)),
                (number(-1), number(6)),
                (number(-2), Value::Bytes(pair.public_key().as_ref().to_vec())),
            ],
            Key::Rs256(pair) => vec![
                (number(1), number(3)),
                (number(3), number(-257)),
                (
                    number(-1),
                    Value::Bytes(pair.public_key().modulus().big_endian_without_leading_zero().to_vec()),
                ),
                (
                    number(-2),
                    Value::Bytes(pair.public_key().exponent().big_endian_without_leading_zero().to_vec()),
                ),
            ],
        };
        written(&Value::Map(map))
    }

    pub(super) fn data(&self, told: &Ceremony) -> Vec<u8> {
        let mut data = Sha256::of(told.rp_id.as_bytes()).0.to_vec();
        data.push(told.flags);
        data.extend(told.count.to_be_bytes());
        if told.flags & 0x40 != 0 {
            data.extend(&self.aaguid);
            data.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
            data.extend(&self.id);
            data.extend(self.cose());
        }
        data
    }

    pub(super) fn attestation(&self, told: &Ceremony) -> Vec<u8> {
        let statement =
            if told.format == "none" { vec![] } else { vec![("alg".into(), Value::Integer((-7).into()))] };
        written(&Value::Map(vec![
            ("fmt".into(), told.format.into()),
            ("attStmt".into(), Value::Map(statement)),
            ("authData".into(), Value::Bytes(self.data(told))),
        ]))
    }

    pub(super) fn sign(&self, message: &[u8]) -> Vec<u8> {
        match &self.key {
            Key::Es256(pair) => pair.sign(&SystemRandom::new(), message).unwrap().as_ref().to_vec(),
            Key::Ed25519(pair) => pair.sign(message).as_ref().to_vec(),
            Key::Rs256(pair) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature).unwrap();
                signature
            }
        }
    }

    pub(super) fn registration(&self, told: &Ceremony) -> Vec<u8> {
        let encode = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        json!({
            "id": encode(&self.id), "rawId": encode(&self.id), "type": "public-key", "clientExtensionResults": {},
            "response": {
                "clientDataJSON": encode(told.client_data().as_bytes()),
                "attestationObject": encode(&self.attestation(told)),
                "transports": ["usb"],
            },
        })
        .to_string()
        .into_bytes()
    }

    pub(super) fn assertion(&self, told: &Ceremony) -> AssertionResponse {
        let encode = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let mut signed = self.data(told);
        signed.extend(Sha256::of(told.client_data().as_bytes()).0);
        let json = json!({
            "id": encode(&self.id), "rawId": encode(&self.id), "type": "public-key", "clientExtensionResults": {},
            "response": {
                "clientDataJSON": encode(told.client_data().as_bytes()),
                "authenticatorData": encode(&self.data(told)),
                "signature": encode(&self.sign(&signed)),
            },
        });
        AssertionResponse::read(json.to_string().as_bytes()).unwrap()
    }

    pub(super) fn register(&self, told: &Ceremony) -> Result<RegisteredPasskey, Refusal> {
        let expected = challenge(&derived("none.ES256", 0, 32));
        RegistrationResponse::read(&self.registration(told)).unwrap().register(
            &party(),
            &expected,
            true,
            "key ring",
            Timestamp::UNIX_EPOCH,
        )
    }
}

impl Ceremony {
    /// Registers as we ask for it.
    pub(super) fn create() -> Self {
        Self {
            kind: "webauthn.create",
            challenge: derived("none.ES256", 0, 32),
            origin: "https://example.org",
            more: String::new(),
            rp_id: "example.org",
            flags: 0x45,
            count: 0,
            format: "none",
        }
    }

    /// Signs in as we ask for it.
    pub(super) fn get() -> Self {
        Self { kind: "webauthn.get", challenge: derived("none.ES256", 7, 32), flags: 0x05, ..Self::create() }
    }

    pub(super) fn client_data(&self) -> String {
        format!(
            r#"{{"type":"{}","challenge":"{}","origin":"{}","crossOrigin":false{}}}"#,
            self.kind,
            URL_SAFE_NO_PAD.encode(&self.challenge),
            self.origin,
            self.more
        )
    }
}

fn written(value: &Value) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    bytes
}
