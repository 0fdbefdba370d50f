//! A cosignature: a witness's word that a checkpoint is the largest it saw of a log (C2SP tlog-cosignature).

use std::fmt;

use jiff::Timestamp;

use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::key::SigningKey;
use crate::key_name::{KeyId, KeyName};
use crate::note::{Note, NoteSignature};
use crate::witness::WitnessKey;

/// What the signed message begins with, so that it cannot be the text of a note.
const HEADER: &str = "cosignature/v1";

/// A cosignature that verified: who saw the checkpoint, and when.
///
/// It says that at this time no larger tree of this log with another history had been seen by this witness. It says
/// nothing about what stands in the log, nor about extension lines of the checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosignature {
    witness: KeyName,
    at: Timestamp,
}

impl Cosignature {
    /// Verifies a signature line of a note with the key of the witness that it names.
    ///
    /// The text of the note must be a checkpoint. Whether the log itself signed it is not asked here: that is what
    /// [`Checkpoint::open`] is for. Nor is the time held against a clock: see [`crate::witness::WitnessPolicy`].
    pub fn verify(
        note: &Note,
        signature: &NoteSignature,
        key: &WitnessKey,
    ) -> Result<Self, CosignatureError> {
        let text = note.unverified_text();
        text.parse::<Checkpoint>().map_err(CosignatureError::NotACheckpoint)?;
        let refused = |why: fn(KeyName, KeyId) -> CosignatureError| why(key.name().clone(), key.id());
        if signature.name() != key.name() || signature.id() != key.id() {
            return Err(refused(CosignatureError::OtherWitness));
        }
        let (time, signed) =
            signature.bytes().split_first_chunk::<8>().ok_or_else(|| refused(CosignatureError::Wrong))?;
        let seconds = u64::from_be_bytes(*time);
        key.public_key()
            .verify(message(seconds, text).as_bytes(), signed)
            .map_err(|_| refused(CosignatureError::Wrong))?;
        let at = instant(seconds).ok_or_else(|| refused(CosignatureError::Time))?;
        Ok(Self { witness: key.name().clone(), at })
    }

    /// The name of the witness.
    pub fn witness(&self) -> &KeyName {
        &self.witness
    }

    /// When the witness signed, by its own clock, in whole seconds.
    pub fn at(&self) -> Timestamp {
        self.at
    }
}

/// The bytes that a witness signs: two lines of its own, then the whole text of the checkpoint.
fn message(seconds: u64, text: &str) -> String {
    format!("{HEADER}\ntime {seconds}\n{text}")
}

/// The instant. Zero means "at no time", which a witness may not say of a checkpoint (C2SP tlog-witness).
fn instant(seconds: u64) -> Option<Timestamp> {
    let seconds = i64::try_from(seconds).ok().filter(|seconds| *seconds != 0)?;
    Timestamp::from_second(seconds).ok()
}

/// One who can cosign. Its key is overwritten when dropped, and it is never shown.
///
/// Whoever acts as a witness must first have checked the log's signature and that the checkpoint is consistent with
/// the largest one cosigned before, and must have kept the new one: [`crate::witness::AddCheckpoint`] brings what is
/// needed for it.
#[derive(Debug)]
pub struct Witness {
    verifier: WitnessKey,
    key: SigningKey,
}

impl Witness {
    /// The witness of this name with this key, which must sign for no other witness.
    pub fn new(name: KeyName, key: SigningKey) -> Self {
        Self { verifier: WitnessKey::new(name, key.public_key()), key }
    }

    /// What others need to check this witness's cosignatures.
    pub fn verifier_key(&self) -> &WitnessKey {
        &self.verifier
    }

    /// The cosignature on this checkpoint at this time, whose fraction of a second is dropped.
    pub fn cosign(&self, checkpoint: &Checkpoint, at: Timestamp) -> Result<NoteSignature, CosignatureError> {
        let (name, id) = (self.verifier.name(), self.verifier.id());
        let seconds = u64::try_from(at.as_second()).ok().filter(|seconds| *seconds != 0);
        let seconds = seconds.ok_or_else(|| CosignatureError::Time(name.clone(), id))?;
        let signed = self.key.sign(message(seconds, &checkpoint.to_string()).as_bytes());
        let bytes = [seconds.to_be_bytes().as_slice(), &signed].concat();
        Ok(NoteSignature::new(name.clone(), id, bytes))
    }
}

/// Why a signature is no cosignature of this witness on this checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CosignatureError {
    /// The text of the note is not a checkpoint.
    NotACheckpoint(CheckpointError),
    /// The signature bears another name or id than this key.
    OtherWitness(KeyName, KeyId),
    /// It bears the name and id of this key but does not verify: the checkpoint or the signature was changed.
    Wrong(KeyName, KeyId),
    /// The time is zero, or beyond any calendar.
    Time(KeyName, KeyId),
}

impl fmt::Display for CosignatureError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotACheckpoint(error) => error.fmt(out),
            Self::OtherWitness(name, id) => {
                write!(out, "the signature is not by the witness `{name}+{id}`")
            }
            Self::Wrong(name, id) => {
                write!(out, "the cosignature of the witness `{name}+{id}` does not verify")
            }
            Self::Time(name, id) => {
                write!(out, "the cosignature of the witness `{name}+{id}` bears a time that cannot be")
            }
        }
    }
}

impl std::error::Error for CosignatureError {}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::samples::Sample;

    /// A checkpoint of the staging log `arche2025h1` of the certificate transparency project, as it was served on
    /// 2026-05-23, with two of its witnesses: a public log and public keys.
    pub(crate) const ARCHE: &str = "arche2025h1.staging.ct.transparency.dev\n\
        1432088532\n\
        U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=\n\
        \n\
        — arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=\n\
        — arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=\n\
        — witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==\n\
        — remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==\n";
    pub(crate) const ARCHE_LOG: &str =
        "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f";
    pub(crate) const REMORA: &str = "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2";

    pub(crate) fn witness(name: &str, seed: u8) -> Witness {
        Witness::new(name.parse().unwrap(), SigningKey::from_seed(&[seed; 32]))
    }

    pub(crate) fn checkpoint() -> Checkpoint {
        Checkpoint::new("example.com/ledger", Sample::of_size(7).head(7)).unwrap()
    }

    fn log() -> crate::SignerKey {
        crate::SignerKey::new("example.com/ledger".parse().unwrap(), SigningKey::from_seed(&[9; 32]))
    }

    pub(crate) fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_cosignature_of_a_public_witness_verifies() {
        let note = Note::parse(ARCHE.as_bytes()).unwrap();
        let remora: WitnessKey = REMORA.parse().unwrap();
        let cosignature = Cosignature::verify(&note, &note.signatures()[3], &remora).unwrap();
        assert_eq!(cosignature.witness().as_str(), "remora.n621.de");
        assert_eq!(cosignature.at().to_string(), "2026-05-23T21:50:24Z");
        let log = ARCHE_LOG.parse().unwrap();
        assert!(Checkpoint::open(&note, "arche2025h1.staging.ct.transparency.dev", &[log]).is_ok());
        // The same line under a checkpoint that is larger by one.
        let grown = Note::parse(ARCHE.replace("1432088532", "1432088533").as_bytes()).unwrap();
        assert_eq!(
            Cosignature::verify(&grown, &grown.signatures()[3], &remora).unwrap_err().to_string(),
            "the cosignature of the witness `remora.n621.de+da77ade7` does not verify"
        );
        assert!(matches!(
            Cosignature::verify(&note, &note.signatures()[2], &remora),
            Err(CosignatureError::OtherWitness(..))
        ));
    }

    // The message as the specification prints it.
    #[test]
    fn the_message_is_that_of_the_specification() {
        let text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
        assert_eq!(
            message(1_679_315_147, text),
            "cosignature/v1\n\
             time 1679315147\n\
             example.com/behind-the-sofa\n\
             20852163\n\
             CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
        );
    }

    #[test]
    fn what_a_witness_makes_its_key_verifies_with_extension_lines_and_all() {
        let checkpoint = checkpoint().with_extensions(vec!["more".into()]).unwrap();
        let witness = witness("witness.example/w1", 1);
        let line = witness.cosign(&checkpoint, at(1_700_000_000)).unwrap();
        let note = checkpoint.sign(&[&log()]).unwrap().with_signatures(&[line]).unwrap();
        let read = Note::parse(note.to_string().as_bytes()).unwrap();
        let cosignature = Cosignature::verify(&read, &read.signatures()[1], witness.verifier_key()).unwrap();
        assert_eq!(cosignature.at(), at(1_700_000_000));
        let other = Note::parse(note.to_string().replace("more", "less").as_bytes()).unwrap();
        assert!(Cosignature::verify(&other, &other.signatures()[1], witness.verifier_key()).is_err());
    }

    #[test]
    fn a_plain_signature_of_the_same_key_is_no_cosignature() {
        // Signed without the two lines in front, by a key whose id was forced to fit.
        let checkpoint = checkpoint();
        let witness = witness("witness.example/w1", 1);
        let plain = witness.key.sign(checkpoint.to_string().as_bytes());
        let bytes = [5u64.to_be_bytes().as_slice(), &plain].concat();
        let key = witness.verifier_key();
        let line = NoteSignature::new(key.name().clone(), key.id(), bytes);
        let note = checkpoint.sign(&[&log()]).unwrap().with_signatures(&[line]).unwrap();
        assert!(matches!(
            Cosignature::verify(&note, &note.signatures()[1], key),
            Err(CosignatureError::Wrong(..))
        ));
    }

    #[test]
    fn a_time_that_cannot_be_is_refused() {
        let (checkpoint, witness) = (checkpoint(), witness("witness.example/w1", 1));
        assert!(matches!(witness.cosign(&checkpoint, at(0)), Err(CosignatureError::Time(..))));
        assert!(matches!(witness.cosign(&checkpoint, at(-1)), Err(CosignatureError::Time(..))));
        for seconds in [0, u64::MAX, 1 << 62] {
            let signed = witness.key.sign(message(seconds, &checkpoint.to_string()).as_bytes());
            let bytes = [seconds.to_be_bytes().as_slice(), &signed].concat();
            let key = witness.verifier_key();
            let line = NoteSignature::new(key.name().clone(), key.id(), bytes);
            let note = checkpoint.sign(&[&log()]).unwrap().with_signatures(&[line]).unwrap();
            let refused = Cosignature::verify(&note, &note.signatures()[1], key);
            assert!(matches!(refused, Err(CosignatureError::Time(..))), "{seconds}");
        }
    }

    #[test]
    fn a_note_that_is_no_checkpoint_cannot_be_cosigned() {
        let witness = witness("witness.example/w1", 1);
        let text = "hello\n";
        let signed = witness.key.sign(message(5, text).as_bytes());
        let key = witness.verifier_key();
        let line = NoteSignature::new(
            key.name().clone(),
            key.id(),
            [5u64.to_be_bytes().as_slice(), &signed].concat(),
        );
        let note = Note::sign(text, &[&log()]).unwrap().with_signatures(&[line]).unwrap();
        assert!(matches!(
            Cosignature::verify(&note, &note.signatures()[1], key),
            Err(CosignatureError::NotACheckpoint(_))
        ));
    }

    proptest! {
        #[test]
        fn every_changed_byte_of_the_line_is_noticed(place in 0usize..72, change in 1u8..) {
            let (checkpoint, witness) = (checkpoint(), witness("witness.example/w1", 1));
            let line = witness.cosign(&checkpoint, at(1_700_000_000)).unwrap();
            let mut bytes = line.bytes().to_vec();
            bytes[place] ^= change;
            let line = NoteSignature::new(line.name().clone(), line.id(), bytes);
            let note = checkpoint.sign(&[&log()]).unwrap().with_signatures(&[line]).unwrap();
            prop_assert!(Cosignature::verify(&note, &note.signatures()[1], witness.verifier_key()).is_err());
        }
    }
}
