//! A witness's verifier key: the one line of text by which others know it (C2SP tlog-cosignature, "Format").

use std::fmt;
use std::str::FromStr;

use crate::key::PublicKey;
use crate::key_name::{ED25519_COSIGNATURE, KeyId, KeyName};
use crate::verifier_key::{self, VerifierKeyError};

/// What one must have been given to check a witness's cosignatures: written `<name>+<id>+<base64>`, with the kind
/// `0x04` in front of the key, so that it cannot be mistaken for the key of a log.
///
/// ```
/// let key = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";
/// let key: proofmark_trust::witness::WitnessKey = key.parse().expect("the key of a public witness");
/// assert_eq!(key.name().as_str(), "remora.n621.de");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitnessKey {
    name: KeyName,
    id: KeyId,
    key: PublicKey,
}

impl WitnessKey {
    /// The key of the witness of this name. No two witnesses may have the same key, because a cosignature does not
    /// say the name.
    pub fn new(name: KeyName, key: PublicKey) -> Self {
        Self { id: KeyId::of_kind(ED25519_COSIGNATURE, &name, &key), name, key }
    }

    /// The name of the witness.
    pub fn name(&self) -> &KeyName {
        &self.name
    }

    /// The id of the key under this name, for cosignatures.
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// The public key itself.
    pub fn public_key(&self) -> &PublicKey {
        &self.key
    }
}

impl fmt::Display for WitnessKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        verifier_key::write(out, ED25519_COSIGNATURE, (&self.name, self.id, &self.key))
    }
}

impl FromStr for WitnessKey {
    type Err = VerifierKeyError;

    fn from_str(written: &str) -> Result<Self, VerifierKeyError> {
        let (name, id, key) = verifier_key::read(ED25519_COSIGNATURE, written)?;
        Ok(Self { name, id, key })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::VerifierKey;

    // The key of a public witness, as its operator publishes it.
    const REMORA: &str = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";

    #[test]
    fn a_published_key_reads_and_prints() {
        assert_eq!(REMORA.parse::<WitnessKey>().unwrap().to_string(), REMORA);
    }

    #[test]
    fn any_changed_or_missing_character_is_noticed() {
        for place in 0..REMORA.len() {
            let mut changed = REMORA.as_bytes().to_vec();
            changed[place] += 1;
            assert!(std::str::from_utf8(&changed).unwrap().parse::<WitnessKey>().is_err(), "{place}");
            assert!(REMORA[..place].parse::<WitnessKey>().is_err(), "{place}");
        }
    }

    #[test]
    fn the_key_of_a_log_is_none_of_a_witness_and_the_other_way_round() {
        let peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        assert_eq!(
            peter.parse::<WitnessKey>().unwrap_err().to_string(),
            "the verifier key is of kind `0x01`, not for ed25519 cosignatures (`0x04`)"
        );
        assert_eq!(
            REMORA.parse::<VerifierKey>().unwrap_err().to_string(),
            "the verifier key is of kind `0x04`, not ed25519 (`0x01`)"
        );
        // The same key under the same name has another id in each of its two uses.
        let (log, witness) = (peter.parse::<VerifierKey>().unwrap(), REMORA.parse::<WitnessKey>().unwrap());
        let as_witness = WitnessKey::new(log.name().clone(), *log.public_key());
        assert_ne!(as_witness.id(), log.id());
        assert_ne!(as_witness, witness);
    }
}
