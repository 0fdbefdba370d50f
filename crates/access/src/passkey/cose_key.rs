//! A passkey's public key (COSE, RFC 9052 and 9053): the three algorithms we take, in the order we ask for them.

use aws_lc_rs::rsa::PublicKeyComponents;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};
use ciborium::Value;

use super::cbor::field;

/// The algorithms as COSE numbers them (IANA, COSE Algorithms): `EdDSA`, ES256, RS256.
pub(super) const ALGORITHMS: [i64; 3] = [-8, -7, -257];

/// Bytes of the longest RSA modulus we take: 8192 bits.
const LONGEST_MODULUS: usize = 1024;

/// A public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CoseKey {
    /// Ed25519 (RFC 9053 section 2.2).
    Ed25519([u8; 32]),
    /// ECDSA on P-256 with SHA-256: the point, uncompressed (SEC 1 section 2.3.3).
    Es256([u8; 65]),
    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8812): modulus and exponent.
    Rs256(Vec<u8>, Vec<u8>),
}

impl CoseKey {
    /// Reads a key; `None`: not one of the three, or not whole.
    pub(super) fn of(map: &Value) -> Option<Self> {
        let number = |label: i64| i64::try_from(field(map, &label.into())?.as_integer()?).ok();
        let bytes = |label: i64| field(map, &label.into())?.as_bytes().map(Vec::as_slice);
        // Labels: 1 key type, 3 algorithm, -1 curve or modulus, -2 x or exponent, -3 y (RFC 9053 section 7, RFC 8230).
        match (number(1)?, number(3)?) {
            (1, -8) if number(-1)? == 6 => Some(Self::Ed25519(bytes(-2)?.try_into().ok()?)),
            (2, -7) if number(-1)? == 1 => {
                let (x, y): ([u8; 32], [u8; 32]) = (bytes(-2)?.try_into().ok()?, bytes(-3)?.try_into().ok()?);
                let mut point = [4; 65];
                point[1..33].copy_from_slice(&x);
                point[33..].copy_from_slice(&y);
                Some(Self::Es256(point))
            }
            (3, -257) => {
                let (modulus, exponent) = (bytes(-1)?, bytes(-2)?);
                let fits = (256..=LONGEST_MODULUS).contains(&modulus.len()) && exponent.len() <= 8;
                fits.then(|| Self::Rs256(modulus.to_vec(), exponent.to_vec()))
            }
            _ => None,
        }
    }

    /// Whether the signature under the message is this key's.
    pub(super) fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Ed25519(key) => UnparsedPublicKey::new(&ED25519, key).verify(message, signature).is_ok(),
            Self::Es256(point) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(message, signature).is_ok()
            }
            Self::Rs256(n, e) => {
                let key = PublicKeyComponents { n, e };
                key.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature).is_ok()
            }
        }
    }
}
