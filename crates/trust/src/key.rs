//! Ed25519 keys (RFC 8032): the secret one that signs, the public one that anyone may have.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::Signer as _;

/// The DER in front of an Ed25519 public key in a `SubjectPublicKeyInfo` (RFC 8410 section 4): a sequence of the
/// algorithm 1.3.101.112 without parameters and a bit string of 32 bytes.
const SPKI_PREFIX: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

/// A secret signing key. Its memory is overwritten when it is dropped, and it is never shown.
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// The key grown from a seed, which must be 32 bytes no one can guess. The caller keeps its own copy of the seed
    /// and should overwrite it.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    /// The public half.
    pub fn public_key(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// The signature over this message. The same message always gives the same signature.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }

    pub(crate) fn seed(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("SigningKey(secret)")
    }
}

/// A public key: what a stranger needs to check a signature.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(ed25519_dalek::VerifyingKey);

impl PublicKey {
    /// The key with this encoding (RFC 8032 section 5.1.2).
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, KeyError> {
        match ed25519_dalek::VerifyingKey::from_bytes(bytes) {
            // A point of small order would accept signatures that no one made.
            Ok(key) if !key.is_weak() => Ok(Self(key)),
            _ => Err(KeyError::NotAPublicKey),
        }
    }

    /// The encoding of the key.
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// Checks a signature over a message, without tolerating any second spelling of a signature.
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), KeyError> {
        let signature = ed25519_dalek::Signature::from_slice(signature);
        let signature = signature.map_err(|_| KeyError::WrongSignature)?;
        self.0.verify_strict(message, &signature).map_err(|_| KeyError::WrongSignature)
    }

    /// The key as PEM (RFC 7468) around a `SubjectPublicKeyInfo`, which OpenSSL reads:
    ///
    /// ```sh
    /// openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in message -sigfile signature
    /// ```
    pub fn to_pem(&self) -> String {
        let der = [SPKI_PREFIX.as_slice(), self.as_bytes()].concat();
        // 44 bytes are 60 characters, so they fit on one line of at most 64.
        format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", STANDARD.encode(der))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "PublicKey({})", STANDARD.encode(self.as_bytes()))
    }
}

/// Why a key or a signature was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyError {
    /// The bytes are not an Ed25519 public key, or one under which anyone can sign.
    NotAPublicKey,
    /// The signature was not made with this key over this message.
    WrongSignature,
}

impl fmt::Display for KeyError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NotAPublicKey => "the bytes are not a usable ed25519 public key",
            Self::WrongSignature => "the signature was not made with this key over this text",
        })
    }
}

impl std::error::Error for KeyError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes<const N: usize>(hex: &str) -> [u8; N] {
        let byte = |place: usize| u8::from_str_radix(&hex[2 * place..2 * place + 2], 16).unwrap();
        std::array::from_fn(byte)
    }

    // RFC 8032 section 7.1, tests 1 to 3: seed, public key, message, signature.
    const RFC_8032: [(&str, &str, &[u8], &str); 3] = [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            b"",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            b"\x72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            b"\xaf\x82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
        ),
    ];

    #[test]
    fn keys_and_signatures_are_those_of_rfc_8032() {
        for (seed, public, message, signature) in RFC_8032 {
            let key = SigningKey::from_seed(&bytes(seed));
            assert_eq!(key.public_key().as_bytes(), &bytes(public));
            assert_eq!(key.sign(message), bytes(signature));
            assert_eq!(key.public_key().verify(message, &bytes::<64>(signature)), Ok(()));
        }
    }

    #[test]
    fn every_bit_of_a_signature_and_of_a_message_counts() {
        let key = SigningKey::from_seed(&[7; 32]);
        let (message, signature) = (*b"a line", key.sign(b"a line"));
        for bit in 0..512 {
            let mut changed = signature;
            changed[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(key.public_key().verify(&message, &changed), Err(KeyError::WrongSignature), "{bit}");
        }
        for bit in 0..48 {
            let mut changed = message;
            changed[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(key.public_key().verify(&changed, &signature), Err(KeyError::WrongSignature), "{bit}");
        }
        assert_eq!(key.public_key().verify(&message, &signature[..63]), Err(KeyError::WrongSignature));
    }

    // RFC 8032 section 5.1.7: the second half must be below the order of the group, or adding the order to it would
    // give a second signature that no one made.
    #[test]
    fn a_signature_has_one_spelling_only() {
        let order: [u8; 32] = bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
        let key = SigningKey::from_seed(&[7; 32]);
        let mut signature = key.sign(b"a line");
        let mut carry = 0;
        for (byte, added) in signature[32..].iter_mut().zip(order) {
            let sum = u16::from(*byte) + u16::from(added) + carry;
            [*byte, _] = sum.to_le_bytes();
            carry = sum >> 8;
        }
        assert_eq!(carry, 0);
        assert_eq!(key.public_key().verify(b"a line", &signature), Err(KeyError::WrongSignature));
    }

    #[test]
    fn a_key_under_which_anyone_can_sign_is_refused() {
        let mut identity = [0; 32];
        identity[0] = 1;
        assert_eq!(PublicKey::from_bytes(&identity), Err(KeyError::NotAPublicKey));
        assert_eq!(PublicKey::from_bytes(&[0; 32]), Err(KeyError::NotAPublicKey));
    }

    // RFC 8410 sections 10.1 and 10.3: the public key in PEM, and the seed it belongs to.
    #[test]
    fn the_pem_form_is_that_of_rfc_8410() {
        let seed = bytes("d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842");
        assert_eq!(
            SigningKey::from_seed(&seed).public_key().to_pem(),
            "-----BEGIN PUBLIC KEY-----\n\
             MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n\
             -----END PUBLIC KEY-----\n"
        );
    }

    #[test]
    fn a_secret_key_is_overwritten_when_dropped_and_never_shown() {
        fn overwritten<T: zeroize::ZeroizeOnDrop>(_: &T) {}
        let key = SigningKey::from_seed(&[7; 32]);
        overwritten(&key.0);
        assert_eq!(format!("{key:?}"), "SigningKey(secret)");
    }
}
