//! Has the ledger's checkpoint cosigned by a witness: it saw that the ledger only grew since the last time.

use jiff::Timestamp;
use proofmark_access::Right;
use proofmark_facts::{
    KeptCosignature, LATEST_ATTESTATIONS, LatestAttestations, LedgerWitness, Place, Problem, Sha256,
    SystemOfRecord,
};
use proofmark_text::{Text, text};
use proofmark_trust::consistency;
use proofmark_trust::witness::{
    AddCheckpoint, Cosignature, WitnessAnswer, WitnessKey, WitnessPolicy, WitnessRefusal,
};
use proofmark_trust::{Hash, Note};

use super::attestations::attestors;
use super::attestors::Attestors;
use super::checkpoint_to_attest::{Sealed, checkpoint_to_attest, sealed_at};
use super::keep_attestation::{Said, keep_attestation};
use crate::error::ActionError;
use crate::products::ChangeOrder;
use crate::record::kept_noun;
use crate::seal::{KeptNodes, unreadable};

/// A checkpoint that was cosigned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cosigned {
    /// The witness.
    pub witness: String,
    /// The size of the ledger.
    pub size: u64,
    /// When, by the witness's clock.
    pub at: Timestamp,
}

/// A request on its way to a witness: everything that is needed, so that no store is held while it is waited for.
#[derive(Debug, Clone)]
pub struct CosignErrand {
    witness: LedgerWitness,
    key: WitnessKey,
    sealed: Sealed,
    request: AddCheckpoint,
}

/// Asks the witness of this name, verifies its cosignature, and keeps it with one line. `None`: there is nothing new.
///
/// A witness that has seen more than we have, or does not find that the ledger only grew, is never overruled: somebody
/// must look at it, because it means that this ledger lost lines it had shown to others.
pub fn cosign_checkpoint(
    order: &ChangeOrder<'_>,
    witness: &str,
    ask: &dyn Attestors,
    keeping: &mut dyn SystemOfRecord,
) -> Result<Option<Cosigned>, ActionError> {
    let Some(mut errand) = begin_cosigning(order, witness, keeping)? else { return Ok(None) };
    let mut answer = errand.carry(ask)?;
    if let WitnessAnswer::Conflict { size } = answer {
        errand = errand.asked_from(size, keeping)?;
        answer = errand.carry(ask)?;
    }
    end_cosigning(order, &errand, &answer, keeping)
}

/// What is to be asked of the witness of this name, with the proof from what it signed last; `None`: there is nothing new.
pub fn begin_cosigning(
    order: &ChangeOrder<'_>,
    witness: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<CosignErrand>, ActionError> {
    order.demand(Right::SealLedger, "", None)?;
    let (witness, key) = known(witness, keeping)?;
    let Some(sealed) = checkpoint_to_attest(keeping)? else { return Ok(None) };
    let latest = kept_noun::<LatestAttestations>(keeping, "", LATEST_ATTESTATIONS)?;
    let seen = latest.and_then(|kept| kept.noun.witnessed.get(&witness.key).map(|attested| attested.size));
    if seen.is_some_and(|seen| seen >= sealed.size) {
        return Ok(None);
    }
    let request = request(&sealed, seen.unwrap_or(0), keeping)?;
    Ok(Some(CosignErrand { witness, key, sealed, request }))
}

impl CosignErrand {
    /// Asks, however long that takes. Nothing of the record is read or written meanwhile.
    pub fn carry(&self, ask: &dyn Attestors) -> Result<WitnessAnswer, ActionError> {
        ask.ask_witness(&self.witness.url, &self.request).map_err(ActionError::Hindered)
    }

    /// What is to be asked of a witness that said it saw this size last ([`WitnessAnswer::Conflict`]).
    pub fn asked_from(&self, size: u64, keeping: &dyn SystemOfRecord) -> Result<Self, ActionError> {
        let sealed = at_least(size, self.sealed.clone(), self.key.name().as_str(), keeping)?;
        let request = request(&sealed, size, keeping)?;
        Ok(Self { sealed, request, ..self.clone() })
    }
}

/// Verifies the cosignature as one of what was asked for, however far the ledger has grown meanwhile, and keeps it with
/// one line.
///
/// `None`: the witness is asked no longer, or the same was kept meanwhile by somebody else.
pub fn end_cosigning(
    order: &ChangeOrder<'_>,
    errand: &CosignErrand,
    answer: &WitnessAnswer,
    keeping: &mut dyn SystemOfRecord,
) -> Result<Option<Cosigned>, ActionError> {
    order.demand(Right::SealLedger, "", None)?;
    let CosignErrand { witness, key, sealed, .. } = errand;
    let name = key.name().as_str();
    let note = cosigned(answer, sealed, key, order.at)?;
    let at = instant_of(&note, key).ok_or_else(|| hindered(name, "no cosignature"))?;
    if !attestors(keeping)?.witnesses.contains(witness) {
        return Ok(None);
    }
    let written = note.to_string();
    let said = Said::Cosignature(KeptCosignature {
        witness: witness.key.clone(),
        at,
        note: Sha256::of(written.as_bytes()).to_string(),
    });
    let kept =
        keep_attestation(order, sealed, &said, &[("cosigned-checkpoint", written.as_bytes())], keeping)?;
    Ok(kept.then(|| Cosigned { witness: name.to_owned(), size: sealed.size, at }))
}

/// The witness of this name among those that are asked.
fn known(name: &str, keeping: &dyn SystemOfRecord) -> Result<(LedgerWitness, WitnessKey), ActionError> {
    let read = |one: LedgerWitness| one.key.parse::<WitnessKey>().ok().map(|key| (one, key));
    let mut all = attestors(keeping)?.witnesses.into_iter().filter_map(read);
    let found = all.find(|(_, key)| key.name().as_str() == name);
    found.ok_or_else(|| ActionError::NotFound(text!("stamps-no-such-witness", witness = name)))
}

/// Asks for a cosignature with the proof that the ledger goes on from what the witness saw.
fn request(sealed: &Sealed, seen: u64, keeping: &dyn SystemOfRecord) -> Result<AddCheckpoint, ActionError> {
    let proof: Vec<Hash> = if seen == 0 || seen == sealed.size {
        Vec::new()
    } else {
        consistency::prove(&KeptNodes(keeping), seen, sealed.size).map_err(unreadable)?
    };
    AddCheckpoint::new(seen, proof, sealed.note.clone()).map_err(|error| {
        ActionError::Damaged(text!("actions-ledger-inconsistent", error = error.to_string()))
    })
}

/// The checkpoint to ask for when the witness saw this size last: the same, or the last one where it saw a later one.
fn at_least(
    size: u64,
    sealed: Sealed,
    witness: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<Sealed, ActionError> {
    if size <= sealed.size {
        return Ok(sealed);
    }
    let last = keeping.latest_checkpoint()?.map_or(0, |(last, _)| last);
    let later = if last >= size { sealed_at(keeping, last)? } else { None };
    let ahead = || text!("stamps-witness-ahead", witness = witness, size = size, ours = last);
    later.ok_or_else(|| ActionError::Damaged(ahead()))
}

/// The checkpoint with the cosignature of this very witness below the ledger's signature.
fn cosigned(
    answer: &WitnessAnswer,
    sealed: &Sealed,
    key: &WitnessKey,
    now: Timestamp,
) -> Result<Note, ActionError> {
    let name = key.name().as_str();
    match answer {
        WitnessAnswer::Cosigned(_) => {
            let known = WitnessPolicy::new(1, vec![key.clone()])
                .map_err(|error| hindered(name, &error.to_string()))?;
            answer
                .cosigned_note(&sealed.note, &known, now)
                .map_err(|error| hindered(name, &error.to_string()))
        }
        WitnessAnswer::Conflict { .. } => Err(hindered(name, "409")),
        WitnessAnswer::Refused(refusal) => Err(refused(name, *refusal)),
    }
}

/// When this witness signed.
pub(crate) fn instant_of(note: &Note, key: &WitnessKey) -> Option<Timestamp> {
    let is_its = |line: &&proofmark_trust::NoteSignature| line.name() == key.name() && line.id() == key.id();
    let line = note.signatures().iter().find(is_its)?;
    Cosignature::verify(note, line, key).ok().map(|cosignature| cosignature.at())
}

fn refused(witness: &str, refusal: WitnessRefusal) -> ActionError {
    let says = |error: &dyn std::fmt::Display| -> Text {
        text!("stamps-witness-refused", witness = witness, error = error.to_string())
    };
    match refusal {
        // It may pass: too many requests, a fault on the way.
        WitnessRefusal::Other { .. } => ActionError::Hindered(says(&refusal)),
        WitnessRefusal::Inconsistent => ActionError::Damaged(says(&refusal)),
        WitnessRefusal::Unreadable | WitnessRefusal::Untrusted | WitnessRefusal::UnknownLog => {
            ActionError::Refused(vec![Problem::error(Place::default(), says(&refusal))])
        }
    }
}

fn hindered(witness: &str, error: &str) -> ActionError {
    ActionError::Hindered(text!("stamps-witness-useless", witness = witness, error = error))
}
