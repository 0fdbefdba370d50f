//! A verifier key: a public key with the name it signs under, as one line of text (C2SP signed-note, "Verifier keys").

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::key::PublicKey;
use crate::key_name::{ED25519, ED25519_COSIGNATURE, KeyId, KeyName, KeyNameError};

/// What a stranger must have been given to check notes: written `<name>+<id>+<base64>`.
///
/// ```
/// let key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
/// let key: proofmark_trust::VerifierKey = key.parse().expect("the key of the specification");
/// assert_eq!(key.name().as_str(), "example.com/foo");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: KeyName,
    id: KeyId,
    key: PublicKey,
}

impl VerifierKey {
    /// The verifier key of a public key under a name.
    pub fn new(name: KeyName, key: PublicKey) -> Self {
        Self { id: KeyId::of(&name, &key), name, key }
    }

    /// The name the key signs under.
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// The id of the key under this name.
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// The public key itself.
    pub fn public_key(&self) -> &PublicKey {
        &self.key
    }

    /// Another key under the same name and id, as someone with time could find one.
    #[cfg(test)]
    pub(crate) fn with_colliding_key(&self, key: PublicKey) -> Self {
        Self { key, ..self.clone() }
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(out, ED25519, (&self.name, self.id, &self.key))
    }
}

impl FromStr for VerifierKey {
    type Err = VerifierKeyError;

    fn from_str(written: &str) -> Result<Self, VerifierKeyError> {
        let (name, id, key) = read(ED25519, written)?;
        Ok(Self { name, id, key })
    }
}

/// Writes a key that makes signatures of this kind.
pub(crate) fn write(
    out: &mut fmt::Formatter<'_>,
    kind: u8,
    (name, id, key): (&KeyName, KeyId, &PublicKey),
) -> fmt::Result {
    let material = [[kind].as_slice(), key.as_bytes()].concat();
    write!(out, "{name}+{id}+{}", STANDARD.encode(material))
}

/// Reads a key that makes signatures of this kind, and holds its id against name and key.
pub(crate) fn read(kind: u8, written: &str) -> Result<(KeyName, KeyId, PublicKey), VerifierKeyError> {
    // Base64 has a plus of its own, so only the first two separate.
    let mut parts = written.splitn(3, '+');
    let (Some(name), Some(id), Some(material)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(VerifierKeyError::Shape);
    };
    let name = name.parse().map_err(VerifierKeyError::Name)?;
    let key = decode(kind, material)?;
    let computed = KeyId::of_kind(kind, &name, &key);
    if computed.to_string() != id {
        return Err(VerifierKeyError::Id { computed });
    }
    Ok((name, computed, key))
}

/// More characters than these are no Ed25519 key, whatever they are: 33 bytes are 44.
const MAX_MATERIAL_CHARACTERS: usize = 8192;

fn decode(wanted: u8, material: &str) -> Result<PublicKey, VerifierKeyError> {
    if material.len() > MAX_MATERIAL_CHARACTERS {
        return Err(VerifierKeyError::Material);
    }
    match STANDARD.decode(material).map_err(|_| VerifierKeyError::Material)?.as_slice() {
        [kind, key @ ..] if *kind == wanted => {
            let key = key.try_into().map_err(|_| VerifierKeyError::Material)?;
            PublicKey::from_bytes(key).map_err(|_| VerifierKeyError::Material)
        }
        [kind, ..] => Err(VerifierKeyError::Kind { kind: *kind, wanted }),
        [] => Err(VerifierKeyError::Material),
    }
}

/// Why a text is not a verifier key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerifierKeyError {
    /// It is not three parts with a plus between them.
    Shape,
    /// The name is not one a key can have.
    Name(KeyNameError),
    /// The id is not that of this key under this name: one of the three was changed or mistyped.
    Id {
        /// The id that name and key have.
        computed: KeyId,
    },
    /// The key is of a kind that is not read here.
    Kind {
        /// The byte that stands for the kind.
        kind: u8,
        /// The byte of the kind that is read: `0x01` for a key of a log, `0x04` for one of a witness.
        wanted: u8,
    },
    /// What should be the public key in base64 is not.
    Material,
}

impl fmt::Display for VerifierKeyError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape => out.write_str("a verifier key is written `name+id+base64`"),
            Self::Name(error) => error.fmt(out),
            Self::Id { computed } => {
                write!(
                    out,
                    "the id in the verifier key should be `{computed}`: the key was changed or mistyped"
                )
            }
            Self::Kind { kind, wanted } => {
                write!(out, "the verifier key is of kind `{kind:#04x}`, not ")?;
                match *wanted {
                    ED25519_COSIGNATURE => out.write_str("for ed25519 cosignatures (`0x04`)"),
                    _ => out.write_str("ed25519 (`0x01`)"),
                }
            }
            Self::Material => {
                out.write_str("the verifier key does not end in an ed25519 public key in base64")
            }
        }
    }
}

impl std::error::Error for VerifierKeyError {}

#[cfg(test)]
mod tests {
    use super::*;

    // From the documentation of golang.org/x/mod/sumdb/note.
    const PETER: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    fn refusal(written: &str) -> VerifierKeyError {
        written.parse::<VerifierKey>().unwrap_err()
    }

    #[test]
    fn published_keys_read_and_print() {
        let specification = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
        for written in [PETER, specification] {
            assert_eq!(written.parse::<VerifierKey>().unwrap().to_string(), written);
        }
    }

    #[test]
    fn any_changed_or_missing_character_is_noticed() {
        for place in 0..PETER.len() {
            let mut changed = PETER.as_bytes().to_vec();
            changed[place] += 1;
            refusal(std::str::from_utf8(&changed).unwrap());
            refusal(&PETER[..place]);
            if place > 0 {
                refusal(&PETER[place..]);
            }
        }
    }

    #[test]
    fn each_refusal_says_what_is_wrong() {
        assert_eq!(refusal("PeterNeumann+c74f20a3"), VerifierKeyError::Shape);
        assert_eq!(refusal(&format!("+{PETER}")), VerifierKeyError::Name(KeyNameError::Empty));
        assert_eq!(
            refusal(&PETER.replace("Peter", "Petra")).to_string(),
            "the id in the verifier key should be `1e650506`: the key was changed or mistyped"
        );
        assert!(matches!(refusal(&PETER.replace("c74f20a3", "C74F20A3")), VerifierKeyError::Id { .. }));
        // The next two stand in the tests of golang.org/x/mod/sumdb/note, each with a fitting id.
        let long = "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==";
        assert_eq!(refusal(long), VerifierKeyError::Material);
        let kind = "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        assert_eq!(refusal(kind), VerifierKeyError::Kind { kind: 0x65, wanted: ED25519 });
        assert_eq!(refusal("a+00000000+"), VerifierKeyError::Material);
    }
}
