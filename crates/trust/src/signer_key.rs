//! A signer key: a secret key with the name it signs under, and the one line of text in which it is kept.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use crate::key::SigningKey;
use crate::key_name::{ED25519, KeyId, KeyName, KeyNameError};
use crate::verifier_key::VerifierKey;

/// What the kept form begins with, so that no one takes it for something to publish.
const PREFIX: &str = "PRIVATE+KEY+";

/// More characters than these are no Ed25519 key, whatever they are: 33 bytes are 44.
const MAX_MATERIAL_CHARACTERS: usize = 44;

/// A key that signs notes. Its secret part is overwritten when it is dropped, and it is never shown.
#[derive(Debug)]
pub struct SignerKey {
    verifier: VerifierKey,
    key: SigningKey,
}

impl SignerKey {
    /// The signer that uses this key under this name.
    pub fn new(name: KeyName, key: SigningKey) -> Self {
        Self { verifier: VerifierKey::new(name, key.public_key()), key }
    }

    /// What a stranger needs to check this signer's notes.
    pub fn verifier_key(&self) -> &VerifierKey {
        &self.verifier
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.key.sign(message)
    }

    /// The secret form in which the key is kept: `PRIVATE+KEY+<name>+<id>+<base64>`, as the Go module
    /// `golang.org/x/mod/sumdb/note` keeps it. It is overwritten when dropped.
    pub fn to_secret_line(&self) -> Zeroizing<String> {
        let mut material = Zeroizing::new([ED25519; 33]);
        material[1..].copy_from_slice(self.key.seed());
        let encoded = Zeroizing::new(STANDARD.encode(material.as_slice()));
        let (name, id) = (self.verifier.name(), self.verifier.id());
        // The line is measured before it is written, so that no copy is left behind by a string that grows.
        let mut line = String::with_capacity(PREFIX.len() + name.as_str().len() + 10 + encoded.len());
        for part in [PREFIX, name.as_str(), "+", &id.to_string(), "+", &encoded] {
            line.push_str(part);
        }
        Zeroizing::new(line)
    }

    /// Reads the secret form.
    pub fn from_secret_line(line: &str) -> Result<Self, SignerKeyError> {
        let mut parts = line.strip_prefix(PREFIX).ok_or(SignerKeyError::Shape)?.splitn(3, '+');
        let (Some(name), Some(id), Some(material)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(SignerKeyError::Shape);
        };
        let name = name.parse().map_err(SignerKeyError::Name)?;
        let signer = Self::new(name, decode(material)?);
        if signer.verifier.id().to_string() != id {
            return Err(SignerKeyError::Id { computed: signer.verifier.id() });
        }
        Ok(signer)
    }
}

fn decode(material: &str) -> Result<SigningKey, SignerKeyError> {
    if material.len() > MAX_MATERIAL_CHARACTERS {
        return Err(SignerKeyError::Material);
    }
    let bytes = STANDARD.decode(material).map(Zeroizing::new).map_err(|_| SignerKeyError::Material)?;
    match bytes.as_slice() {
        [ED25519, seed @ ..] => {
            seed.try_into().map(SigningKey::from_seed).map_err(|_| SignerKeyError::Material)
        }
        _ => Err(SignerKeyError::Material),
    }
}

/// Why a text is not a signer key. It never repeats any of the text, which may be secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignerKeyError {
    /// It does not begin with `PRIVATE+KEY+` and go on with three parts.
    Shape,
    /// The name is not one a key can have.
    Name(KeyNameError),
    /// The id is not that of this key under this name: one of the three was changed or mistyped.
    Id {
        /// The id that name and key have.
        computed: KeyId,
    },
    /// What should be the Ed25519 seed in base64 is not.
    Material,
}

impl fmt::Display for SignerKeyError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape => out.write_str("a signer key is written `PRIVATE+KEY+name+id+base64`"),
            Self::Name(error) => error.fmt(out),
            Self::Id { computed } => {
                write!(
                    out,
                    "the id in the signer key should be `{computed}`: the key was changed or mistyped"
                )
            }
            Self::Material => out.write_str("the signer key does not end in an ed25519 seed in base64"),
        }
    }
}

impl std::error::Error for SignerKeyError {}

#[cfg(test)]
mod tests {
    use super::*;

    // From the documentation of golang.org/x/mod/sumdb/note: an example key, public for years.
    const PETER: &str = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    #[test]
    fn the_published_key_reads_prints_and_has_its_verifier_key() {
        let signer = SignerKey::from_secret_line(PETER).unwrap();
        assert_eq!(signer.to_secret_line().as_str(), PETER);
        assert_eq!(signer.to_secret_line().capacity(), PETER.len());
        assert_eq!(
            signer.verifier_key().to_string(),
            "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
        );
    }

    #[test]
    fn any_changed_or_missing_character_is_noticed() {
        for place in 0..PETER.len() {
            let mut changed = PETER.as_bytes().to_vec();
            changed[place] += 1;
            assert!(SignerKey::from_secret_line(std::str::from_utf8(&changed).unwrap()).is_err(), "{place}");
            assert!(SignerKey::from_secret_line(&PETER[..place]).is_err(), "{place}");
        }
        assert!(SignerKey::from_secret_line(&format!("{PETER}\n")).is_err());
    }

    #[test]
    fn the_secret_is_not_shown() {
        let signer = SignerKey::from_secret_line(PETER).unwrap();
        assert!(format!("{signer:?}").contains("SigningKey(secret)"));
    }
}
