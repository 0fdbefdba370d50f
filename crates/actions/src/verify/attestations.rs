//! Holds what others said about the ledger against its checkpoints: every kept time stamp and cosignature, verified again.

use proofmark_facts::{Attestation, Keeping, LATEST_ATTESTATIONS, RecordKind, Sha256};
use proofmark_text::text;
use proofmark_trust::Note;
use proofmark_trust::time_stamp::{StampRoots, TimeStamp};
use proofmark_trust::witness::WitnessKey;

use super::faults::Faults;
use crate::attesting::{instant_of, sealed_at};
use crate::error::ActionError;
use crate::record::noun_of;

/// How many records are read at once.
const BATCH: usize = 200;

/// How many there are.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ProvedAttestations {
    pub(super) stamps: u64,
    pub(super) cosignatures: u64,
}

/// Verifies all of them. A document that is gone has been named by the line that kept it.
pub(super) fn check_attestations(
    keeping: &dyn Keeping,
    faults: &mut Faults,
) -> Result<ProvedAttestations, ActionError> {
    let mut proved = ProvedAttestations::default();
    let mut after = String::new();
    loop {
        let records = keeping.records("", RecordKind::Attestation, &after, BATCH)?;
        let Some(last) = records.last() else { return Ok(proved) };
        last.key.id.clone_into(&mut after);
        for record in records.iter().filter(|record| record.key.id != LATEST_ATTESTATIONS) {
            // One that cannot be read is named with the records.
            let Ok(kept) = noun_of::<Attestation>(record) else { continue };
            check(keeping, &kept.noun, faults)?;
            proved.stamps += kept.noun.stamps.len() as u64;
            proved.cosignatures += kept.noun.cosignatures.len() as u64;
        }
    }
}

fn check(keeping: &dyn Keeping, said: &Attestation, faults: &mut Faults) -> Result<(), ActionError> {
    let size = said.size.to_string();
    let Some(sealed) = sealed_at(keeping, said.size)? else {
        faults.push(text!("stamps-of-no-checkpoint", size = size));
        return Ok(());
    };
    let imprint = Sha256::of(sealed.note.to_string().as_bytes());
    let document = |digest: &str| -> Result<Option<Vec<u8>>, ActionError> {
        let Ok(digest) = digest.parse::<Sha256>() else { return Ok(None) };
        // One whose bytes were changed is named by the line that kept it.
        Ok(keeping.document(&digest).unwrap_or_default())
    };
    for stamp in &said.stamps {
        let (Some(token), Some(roots)) = (document(&stamp.token)?, document(&stamp.roots)?) else { continue };
        let roots = StampRoots::from_pem(&String::from_utf8_lossy(&roots));
        let stamped = roots.and_then(|roots| TimeStamp::parse(&token)?.verify(&imprint.0, &roots));
        let error = match stamped {
            Ok(stamped) if stamped.at == stamp.at => continue,
            Ok(stamped) => stamped.at.to_string(),
            Err(error) => error.to_string(),
        };
        faults.push(text!("stamps-stamp-broken", size = &size, authority = &stamp.authority, error = error));
    }
    for one in &said.cosignatures {
        let Some(note) = document(&one.note)? else { continue };
        let note = Note::parse(&note).ok();
        let note = note.filter(|note| note.unverified_text() == sealed.note.unverified_text());
        let key = one.witness.parse::<WitnessKey>().ok();
        let at = note.zip(key).and_then(|(note, key)| instant_of(&note, &key));
        if at != Some(one.at) {
            faults.push(text!("stamps-cosignature-broken", size = &size, witness = &one.witness));
        }
    }
    Ok(())
}
