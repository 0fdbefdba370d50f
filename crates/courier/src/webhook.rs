//! Webhooks as the Standard Webhooks specification has them: what is sent can be shown to be ours, unchanged and fresh.
//!
//! The signature is over `id.timestamp.body`: symmetric (`v1`, HMAC-SHA256) or asymmetric (`v1a`, Ed25519).

use std::fmt;

use aws_lc_rs::hmac;
use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use proofmark_text::{Text, text};

use crate::courier::Courier;
use crate::errand::{Answer, Errand, Limits};
use crate::trouble::CourierError;

/// How far a delivery's time may be from the receiver's, in seconds (the specification's libraries have the same).
const TOLERANCE_SECONDS: u64 = 300;

/// Shared secrets are of 24 to 64 bytes (Standard Webhooks, "Signature scheme").
const SECRET_BYTES: std::ops::RangeInclusive<usize> = 24..=64;

/// What deliveries are signed with. It is shown once, to whoever sets the receiver up.
#[derive(Clone)]
pub struct WebhookSecret(Kind);

#[derive(Clone)]
enum Kind {
    /// `whsec_`: known to both sides.
    Shared(Vec<u8>),
    /// `whsk_`: the seed of a key pair; the receiver gets `whpk_`, the public half.
    Pair([u8; 32]),
}

/// One delivery. The id stays the same when it is tried again, so that a receiver acts once; the time does not.
#[derive(Debug, Clone, Copy)]
pub struct Delivery<'a> {
    /// Its id.
    pub id: &'a str,
    /// When this attempt is made.
    pub at: Timestamp,
    /// Its body: JSON.
    pub body: &'a [u8],
}

impl WebhookSecret {
    /// A shared secret of these random bytes.
    pub fn shared(random: [u8; 32]) -> Self {
        Self(Kind::Shared(random.to_vec()))
    }

    /// A key pair of this random seed.
    pub fn pair(seed: [u8; 32]) -> Self {
        Self(Kind::Pair(seed))
    }

    /// Reads `whsec_…` or `whsk_…`.
    pub fn parse(written: &str) -> Result<Self, Text> {
        let unfit = || text!("courier-webhook-secret");
        if let Some(digits) = written.strip_prefix("whsec_") {
            let bytes = STANDARD.decode(digits).map_err(|_| unfit())?;
            return if SECRET_BYTES.contains(&bytes.len()) {
                Ok(Self(Kind::Shared(bytes)))
            } else {
                Err(unfit())
            };
        }
        let digits = written.strip_prefix("whsk_").ok_or_else(unfit)?;
        let seed = STANDARD.decode(digits).map_err(|_| unfit())?;
        seed.try_into().map(|seed| Self(Kind::Pair(seed))).map_err(|_| unfit())
    }

    /// The secret itself, for the one place that seals or shows it.
    pub fn reveal(&self) -> String {
        match &self.0 {
            Kind::Shared(bytes) => format!("whsec_{}", STANDARD.encode(bytes)),
            Kind::Pair(seed) => format!("whsk_{}", STANDARD.encode(seed)),
        }
    }

    /// What the receiver is given to check with: the secret itself where it is shared, else the public key.
    pub fn for_receiver(&self) -> String {
        match &self.0 {
            Kind::Shared(_) => self.reveal(),
            Kind::Pair(seed) => format!("whpk_{}", STANDARD.encode(pair_of(seed).public_key().as_ref())),
        }
    }

    /// The signature of one delivery, with its version before it.
    fn sign(&self, delivery: &Delivery<'_>) -> String {
        let signed = signed_bytes(delivery);
        match &self.0 {
            Kind::Shared(bytes) => {
                let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, bytes), &signed);
                format!("v1,{}", STANDARD.encode(tag))
            }
            Kind::Pair(seed) => format!("v1a,{}", STANDARD.encode(pair_of(seed).sign(&signed))),
        }
    }

    /// Whether one signature with its version is ours.
    fn made(&self, signature: &str, signed: &[u8]) -> bool {
        let Some((version, digits)) = signature.split_once(',') else { return false };
        let Ok(bytes) = STANDARD.decode(digits) else { return false };
        match (&self.0, version) {
            (Kind::Shared(secret), "v1") => {
                hmac::verify(&hmac::Key::new(hmac::HMAC_SHA256, secret), signed, &bytes).is_ok()
            }
            (Kind::Pair(seed), "v1a") => {
                UnparsedPublicKey::new(&ED25519, pair_of(seed).public_key()).verify(signed, &bytes).is_ok()
            }
            _ => false,
        }
    }
}

impl fmt::Debug for WebhookSecret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("WebhookSecret(…)")
    }
}

/// The headers of a delivery. While a secret is being rotated both are given, and the receiver may know either.
pub fn webhook_headers(delivery: &Delivery<'_>, secrets: &[WebhookSecret]) -> [(&'static str, String); 3] {
    let signatures: Vec<String> = secrets.iter().map(|secret| secret.sign(delivery)).collect();
    [
        ("webhook-id", delivery.id.to_owned()),
        ("webhook-timestamp", delivery.at.as_second().to_string()),
        ("webhook-signature", signatures.join(" ")),
    ]
}

/// Whether a delivery with these headers is signed with one of the secrets and fresh, as a receiver asks it.
pub fn is_genuine(
    [id, timestamp, signature]: [&str; 3],
    body: &[u8],
    secrets: &[WebhookSecret],
    now: Timestamp,
) -> bool {
    let Ok(second) = timestamp.parse::<i64>() else { return false };
    let Ok(at) = Timestamp::from_second(second) else { return false };
    if second.abs_diff(now.as_second()) > TOLERANCE_SECONDS {
        return false;
    }
    let signed = signed_bytes(&Delivery { id, at, body });
    signature.split(' ').any(|one| secrets.iter().any(|secret| secret.made(one, &signed)))
}

impl Courier {
    /// Makes one attempt at a delivery. Whatever the receiver answers is an answer, cut to what may be shown.
    ///
    /// Redirects are not followed: a receiver that moved is to be named anew (Standard Webhooks, "Redirects").
    pub fn deliver(
        &self,
        url: &str,
        delivery: &Delivery<'_>,
        secrets: &[WebhookSecret],
    ) -> Result<Answer, CourierError> {
        let mut errand = Errand::post(url, "application/json", delivery.body.to_vec());
        for (name, value) in webhook_headers(delivery, secrets) {
            errand = errand.header(name, &value);
        }
        self.carry(&errand.within(Limits::DELIVERY).for_an_excerpt())
    }
}

fn signed_bytes(delivery: &Delivery<'_>) -> Vec<u8> {
    let mut signed = format!("{}.{}.", delivery.id, delivery.at.as_second()).into_bytes();
    signed.extend_from_slice(delivery.body);
    signed
}

fn pair_of(seed: &[u8; 32]) -> Ed25519KeyPair {
    Ed25519KeyPair::from_seed_unchecked(seed).expect("every 32 bytes are a seed (RFC 8032 section 5.1.5)")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The vector the specification's libraries share.
    const BODY: &[u8] = br#"{"test": 2432232314}"#;
    const ID: &str = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const SIGNATURE: &str = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn delivery() -> Delivery<'static> {
        Delivery { id: ID, at: at(1_614_265_330), body: BODY }
    }

    fn secret() -> WebhookSecret {
        WebhookSecret::parse(SECRET).unwrap()
    }

    /// Seed and public key of RFC 8032 section 7.1, test 1.
    fn pair() -> WebhookSecret {
        WebhookSecret::parse("whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=").unwrap()
    }

    #[test]
    fn the_specifications_vector_is_reproduced() {
        let headers = webhook_headers(&delivery(), &[secret()]);
        assert_eq!(headers[0], ("webhook-id", ID.to_owned()));
        assert_eq!(headers[1], ("webhook-timestamp", "1614265330".to_owned()));
        assert_eq!(headers[2], ("webhook-signature", SIGNATURE.to_owned()));
        assert!(is_genuine([ID, "1614265330", SIGNATURE], BODY, &[secret()], at(1_614_265_400)));
    }

    #[test]
    fn a_key_pair_signs_and_its_receiver_holds_only_the_public_half() {
        assert_eq!(pair().for_receiver(), "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
        let headers = webhook_headers(&delivery(), &[pair()]);
        assert!(headers[2].1.starts_with("v1a,"));
        assert!(is_genuine([ID, "1614265330", &headers[2].1], BODY, &[pair()], at(1_614_265_330)));
        assert!(!is_genuine([ID, "1614265330", &headers[2].1], BODY, &[secret()], at(1_614_265_330)));
    }

    #[test]
    fn while_rotating_either_secret_is_enough() {
        let new = WebhookSecret::shared([7; 32]);
        let [_, _, (_, both)] = webhook_headers(&delivery(), &[new.clone(), secret()]);
        assert_eq!(both.split(' ').count(), 2);
        for known in [new, secret()] {
            assert!(is_genuine([ID, "1614265330", &both], BODY, &[known], at(1_614_265_330)));
        }
        let stranger = WebhookSecret::shared([8; 32]);
        assert!(!is_genuine([ID, "1614265330", &both], BODY, &[stranger], at(1_614_265_330)));
    }

    #[test]
    fn old_early_and_altered_deliveries_are_not_genuine() {
        let genuine = |id: &str, time: &str, body: &[u8], now| {
            is_genuine([id, time, SIGNATURE], body, &[secret()], at(now))
        };
        assert!(genuine(ID, "1614265330", BODY, 1_614_265_630));
        assert!(!genuine(ID, "1614265330", BODY, 1_614_265_631), "old");
        assert!(!genuine(ID, "1614265330", BODY, 1_614_265_029), "early");
        assert!(!genuine("msg_other", "1614265330", BODY, 1_614_265_330));
        assert!(!genuine(ID, "1614265331", BODY, 1_614_265_330));
        assert!(!genuine(ID, "soon", BODY, 1_614_265_330));
        assert!(!genuine(ID, "1614265330", b"{}", 1_614_265_330));
    }

    #[test]
    fn secrets_read_back_are_refused_when_unfit_and_never_shown() {
        for secret in [WebhookSecret::shared([1; 32]), WebhookSecret::pair([2; 32])] {
            let read = WebhookSecret::parse(&secret.reveal()).unwrap();
            assert_eq!(read.reveal(), secret.reveal());
            assert_eq!(format!("{secret:?}"), "WebhookSecret(…)");
        }
        for unfit in ["", "whsec_", "whsec_c2hvcnQ=", "whsk_c2hvcnQ=", "hunter2", "whsec_***"] {
            assert!(WebhookSecret::parse(unfit).is_err(), "{unfit}");
        }
    }

    proptest! {
        #[test]
        fn one_flipped_bit_is_seen(place in 0usize..20, bit in 0u8..8) {
            let mut body = BODY.to_vec();
            let place = place % body.len();
            body[place] ^= 1 << bit;
            prop_assert!(!is_genuine([ID, "1614265330", SIGNATURE], &body, &[secret()], at(1_614_265_330)));
        }
    }
}
