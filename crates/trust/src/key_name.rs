//! How a note tells its keys apart: the name of a key and its short id (C2SP signed-note, "Signatures").

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::key::PublicKey;

/// The byte that marks a key or its id as Ed25519 (C2SP signed-note, "Signature types").
pub(crate) const ED25519: u8 = 0x01;

/// The byte that marks a key or its id as one for Ed25519 cosignatures (C2SP tlog-cosignature, "Format").
pub(crate) const ED25519_COSIGNATURE: u8 = 0x04;

/// The longest name in bytes. The format sets no limit; none in use comes near this one.
const MAX_BYTES: usize = 1024;

/// The name of a key, usually a URL without its scheme, such as `example.com/ledger`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyName(String);

impl KeyName {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for KeyName {
    type Err = KeyNameError;

    fn from_str(name: &str) -> Result<Self, KeyNameError> {
        if name.is_empty() {
            return Err(KeyNameError::Empty);
        }
        if name.len() > MAX_BYTES {
            return Err(KeyNameError::TooLong { bytes: name.len() });
        }
        match name.chars().find(|character| is_forbidden(*character)) {
            Some(character) => Err(KeyNameError::Forbidden { character }),
            None => Ok(Self(name.to_owned())),
        }
    }
}

/// Spaces and plus separate a name from what follows it; control characters may not stand in a note at all.
fn is_forbidden(character: char) -> bool {
    character == '+' || character.is_whitespace() || character < ' '
}

impl fmt::Display for KeyName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.0)
    }
}

/// The id of a key: short, so an aid to find the key and no proof of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyId(u32);

impl KeyId {
    /// The id of an Ed25519 key under a name: the first four bytes of
    /// SHA-256(name || 0x0A || signature type || public key).
    pub fn of(name: &KeyName, key: &PublicKey) -> Self {
        Self::of_kind(ED25519, name, key)
    }

    /// The same for a key that makes signatures of this kind: one key has another id for each kind.
    pub(crate) fn of_kind(kind: u8, name: &KeyName, key: &PublicKey) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(name.as_str());
        hasher.update([b'\n', kind]);
        hasher.update(key.as_bytes());
        let [first, second, third, fourth, ..] = hasher.finalize().0;
        Self::from_bytes([first, second, third, fourth])
    }

    /// The id that stands in front of a signature.
    pub(crate) fn from_bytes(bytes: [u8; 4]) -> Self {
        Self(u32::from_be_bytes(bytes))
    }

    /// The bytes that stand in front of a signature.
    pub(crate) fn to_bytes(self) -> [u8; 4] {
        self.0.to_be_bytes()
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:08x}", self.0)
    }
}

/// Why a text is not the name of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyNameError {
    /// It is empty.
    Empty,
    /// It is longer than any name needs to be.
    TooLong {
        /// Its length in bytes.
        bytes: usize,
    },
    /// It contains a space, a plus or a control character.
    Forbidden {
        /// The first such character.
        character: char,
    },
}

impl fmt::Display for KeyNameError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => out.write_str("the name of a key cannot be empty"),
            Self::TooLong { bytes } => {
                write!(out, "the name of a key has `{bytes}` bytes, but at most `{MAX_BYTES}` are taken")
            }
            Self::Forbidden { character } => {
                write!(out, "the name of a key cannot contain `{}`", character.escape_debug())
            }
        }
    }
}

impl std::error::Error for KeyNameError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_no_spaces_no_plus_and_no_control_characters() {
        assert!("example.com/ledger-é".parse::<KeyName>().is_ok());
        assert_eq!("".parse::<KeyName>(), Err(KeyNameError::Empty));
        for character in ['+', ' ', '\n', '\t', '\u{1}', '\u{a0}', '\u{2003}', '\u{85}'] {
            let name = format!("a{character}b");
            assert_eq!(name.parse::<KeyName>(), Err(KeyNameError::Forbidden { character }));
        }
        assert_eq!("a".repeat(1025).parse::<KeyName>(), Err(KeyNameError::TooLong { bytes: 1025 }));
    }
}
