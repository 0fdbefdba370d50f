//! How many witnesses must have cosigned a checkpoint before it is believed.

use std::collections::BTreeSet;
use std::fmt;

use jiff::{SignedDuration, Timestamp};

use crate::key_name::{KeyId, KeyName};
use crate::note::{self, Note};
use crate::witness::{Cosignature, CosignatureError, WitnessKey};

/// How far a witness's clock may run ahead of ours.
const CLOCK_TOLERANCE: SignedDuration = SignedDuration::from_mins(5);

/// So many of these witnesses: a quorum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitnessPolicy {
    quorum: usize,
    witnesses: Vec<WitnessKey>,
}

impl WitnessPolicy {
    /// At least `quorum` of these witnesses.
    pub fn new(quorum: usize, witnesses: Vec<WitnessKey>) -> Result<Self, WitnessPolicyError> {
        // A witness that changed its key is known by both, and still is only one.
        let named = witnesses.iter().map(WitnessKey::name).collect::<BTreeSet<_>>().len();
        if quorum == 0 || quorum > named || witnesses.len() > note::MAX_SIGNATURES {
            return Err(WitnessPolicyError::Quorum { quorum, witnesses: named });
        }
        for (place, key) in witnesses.iter().enumerate() {
            // A cosignature does not say the name of the witness, so one key under two names would count for two. And
            // ids are short enough to collide on purpose.
            let before = &witnesses[..place];
            let is_same = |other: &&WitnessKey| {
                other.public_key() == key.public_key() || other.name() == key.name() && other.id() == key.id()
            };
            if let Some(other) = before.iter().find(is_same) {
                return Err(WitnessPolicyError::Twice(other.name().clone(), key.name().clone()));
            }
        }
        Ok(Self { quorum, witnesses })
    }

    /// How many must have cosigned.
    pub fn quorum(&self) -> usize {
        self.quorum
    }

    /// The witnesses that count.
    pub fn witnesses(&self) -> &[WitnessKey] {
        &self.witnesses
    }

    /// Checks that enough of the witnesses cosigned this checkpoint, not later than `now`, and gives one cosignature
    /// for each that did: its latest.
    ///
    /// A signature belongs to a witness if it has both its name and its id. Each such signature must verify, or the
    /// note is refused, whatever the others say; those of other keys are set aside. That the log signed is not asked
    /// here: open the note with [`crate::Checkpoint::open`] too.
    pub fn check(&self, note: &Note, now: Timestamp) -> Result<Vec<Cosignature>, WitnessesMissing> {
        let latest_taken = now.saturating_add(CLOCK_TOLERANCE).unwrap_or(Timestamp::MAX);
        let mut found: Vec<Cosignature> = Vec::new();
        for signature in note.signatures() {
            let is_by = |key: &&WitnessKey| key.name() == signature.name() && key.id() == signature.id();
            let Some(key) = self.witnesses.iter().find(is_by) else { continue };
            let cosignature =
                Cosignature::verify(note, signature, key).map_err(WitnessesMissing::Cosignature)?;
            if cosignature.at() > latest_taken {
                return Err(WitnessesMissing::Future(key.name().clone(), key.id(), cosignature.at()));
            }
            match found.iter_mut().find(|other| other.witness() == cosignature.witness()) {
                Some(other) if other.at() < cosignature.at() => *other = cosignature,
                Some(_) => {}
                None => found.push(cosignature),
            }
        }
        if found.len() < self.quorum {
            let is_missing = |key: &&WitnessKey| found.iter().all(|one| one.witness() != key.name());
            let missing: BTreeSet<_> =
                self.witnesses.iter().filter(is_missing).map(WitnessKey::name).collect();
            let missing = missing.into_iter().cloned().collect();
            return Err(WitnessesMissing::TooFew { found: found.len(), quorum: self.quorum, missing });
        }
        Ok(found)
    }
}

/// Why these witnesses make no policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WitnessPolicyError {
    /// None would be needed, or more than there are, or there are more than a note has room for.
    Quorum {
        /// How many are asked for.
        quorum: usize,
        /// How many there are.
        witnesses: usize,
    },
    /// Two of the witnesses cannot be told apart: they have the same key, or the same name and id.
    Twice(KeyName, KeyName),
}

impl fmt::Display for WitnessPolicyError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quorum { quorum, witnesses } => {
                write!(out, "a quorum of `{quorum}` cannot be asked of `{witnesses}` witnesses")
            }
            Self::Twice(name, other) => {
                write!(out, "the witnesses `{name}` and `{other}` have one key and cannot be told apart")
            }
        }
    }
}

impl std::error::Error for WitnessPolicyError {}

/// Why a checkpoint is not witnessed as the policy asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WitnessesMissing {
    /// A signature bears the name and id of a witness but does not verify.
    Cosignature(CosignatureError),
    /// A witness signed at a time that has not come yet.
    Future(KeyName, KeyId, Timestamp),
    /// Too few cosigned.
    TooFew {
        /// How many did.
        found: usize,
        /// How many must.
        quorum: usize,
        /// The witnesses that did not, in the order of their names.
        missing: Vec<KeyName>,
    },
}

/// How many missing witnesses a message names before it only counts the rest.
const MAX_NAMED: usize = 3;

impl fmt::Display for WitnessesMissing {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cosignature(error) => error.fmt(out),
            Self::Future(name, id, at) => {
                write!(out, "the witness `{name}+{id}` cosigned at `{at}`, which has not come yet")
            }
            Self::TooFew { found, quorum, missing } => {
                let named = missing.iter().take(MAX_NAMED).map(|name| format!("`{name}`"));
                let named = named.collect::<Vec<_>>().join(", ");
                write!(out, "`{found}` of at least `{quorum}` witnesses cosigned; missing: {named}")?;
                match missing.len().saturating_sub(MAX_NAMED) {
                    0 => Ok(()),
                    more => write!(out, " and `{more}` more"),
                }
            }
        }
    }
}

impl std::error::Error for WitnessesMissing {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::SigningKey;
    use crate::signer_key::SignerKey;
    use crate::witness::cosignature::tests::{ARCHE, REMORA, at, checkpoint, witness};
    use crate::witness::{CosignatureError, Witness};

    const NOW: i64 = 1_700_000_000;

    fn three() -> [Witness; 3] {
        [("one.example", 1), ("two.example", 2), ("three.example", 3)].map(|(name, seed)| witness(name, seed))
    }

    fn policy(quorum: usize, witnesses: &[Witness]) -> WitnessPolicy {
        WitnessPolicy::new(quorum, witnesses.iter().map(|one| one.verifier_key().clone()).collect()).unwrap()
    }

    fn note(witnesses: &[(&Witness, i64)]) -> Note {
        let log = SignerKey::new("example.com/ledger".parse().unwrap(), SigningKey::from_seed(&[9; 32]));
        let lines = witnesses.iter().map(|(one, second)| one.cosign(&checkpoint(), at(*second)).unwrap());
        checkpoint().sign(&[&log]).unwrap().with_signatures(&lines.collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn a_quorum_is_enough_and_one_less_is_not() {
        let all @ [one, two, three] = &three();
        let note = note(&[(one, NOW), (three, NOW - 5)]);
        let found = policy(2, all).check(&note, at(NOW)).unwrap();
        assert_eq!(found.iter().map(|one| one.at().as_second()).collect::<Vec<_>>(), [NOW, NOW - 5]);
        assert_eq!(
            policy(3, all).check(&note, at(NOW)).unwrap_err().to_string(),
            "`2` of at least `3` witnesses cosigned; missing: `two.example`"
        );
        assert!(policy(1, std::slice::from_ref(two)).check(&note, at(NOW)).is_err());
    }

    #[test]
    fn a_witness_that_cosigned_twice_counts_once_with_its_latest_time() {
        let all @ [one, ..] = &three();
        let note = note(&[(one, NOW - 9), (one, NOW), (one, NOW - 7)]);
        assert!(matches!(
            policy(2, all).check(&note, at(NOW)),
            Err(WitnessesMissing::TooFew { found: 1, quorum: 2, .. })
        ));
        assert_eq!(policy(1, all).check(&note, at(NOW)).unwrap()[0].at(), at(NOW));
    }

    #[test]
    fn one_wrong_cosignature_of_a_known_witness_refuses_the_note() {
        let all @ [one, two, _] = &three();
        let good = note(&[(one, NOW), (two, NOW)]).to_string();
        // The line of the second witness, taken from another checkpoint.
        let other = crate::Checkpoint::new("example.com/other", *checkpoint().head()).unwrap();
        let foreign = two.cosign(&other, at(NOW)).unwrap().to_string();
        let line = two.cosign(&checkpoint(), at(NOW)).unwrap().to_string();
        let changed = Note::parse(good.replace(&line, &foreign).as_bytes()).unwrap();
        assert!(matches!(
            policy(1, all).check(&changed, at(NOW)),
            Err(WitnessesMissing::Cosignature(CosignatureError::Wrong(..)))
        ));
        // To one who does not know the second witness its line says nothing.
        assert!(policy(1, std::slice::from_ref(one)).check(&changed, at(NOW)).is_ok());
    }

    #[test]
    fn a_time_that_has_not_come_is_refused_but_for_a_clock_that_runs_ahead() {
        let all @ [one, ..] = &three();
        assert!(policy(1, all).check(&note(&[(one, NOW + 300)]), at(NOW)).is_ok());
        assert_eq!(
            policy(1, all).check(&note(&[(one, NOW + 301)]), at(NOW)).unwrap_err().to_string(),
            "the witness `one.example+c2395db8` cosigned at `2023-11-14T22:18:21Z`, which has not come yet"
        );
    }

    #[test]
    fn witnesses_that_cannot_be_told_apart_are_no_policy() {
        let key = |name: &str, seed| witness(name, seed).verifier_key().clone();
        for (quorum, keys) in [(0, vec![key("a", 1)]), (2, vec![key("a", 1)]), (0, vec![])] {
            assert!(matches!(WitnessPolicy::new(quorum, keys), Err(WitnessPolicyError::Quorum { .. })));
        }
        assert_eq!(
            WitnessPolicy::new(2, vec![key("a", 1), key("b", 1)]).unwrap_err().to_string(),
            "the witnesses `a` and `b` have one key and cannot be told apart"
        );
        // A witness may change its key and keep its name.
        assert!(WitnessPolicy::new(1, vec![key("a", 1), key("a", 2)]).is_ok());
        assert!(WitnessPolicy::new(2, vec![key("a", 1), key("a", 2)]).is_err());
    }

    #[test]
    fn a_public_checkpoint_is_witnessed() {
        let policy = WitnessPolicy::new(1, vec![REMORA.parse().unwrap()]).unwrap();
        let note = Note::parse(ARCHE.as_bytes()).unwrap();
        assert_eq!(policy.check(&note, at(1_800_000_000)).unwrap().len(), 1);
        assert!(matches!(policy.check(&note, at(NOW)), Err(WitnessesMissing::Future(..))));
    }
}
