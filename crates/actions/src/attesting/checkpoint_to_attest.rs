//! Which checkpoint others should attest: the last one that covers anything but attestations.
//!
//! An attestation is a line of the ledger itself, so the ledger grows by being attested. Were each such line attested
//! again, it would never end: lines that only say that an earlier checkpoint was attested wait for the next real one.

use proofmark_facts::{Keeping, LATEST_ATTESTATIONS, LatestAttestations};
use proofmark_text::text;
use proofmark_trust::Note;

use super::line_names::{COSIGNED, STAMPED};
use crate::error::ActionError;
use crate::ledger_line::LedgerLine;
use crate::record::kept_noun;

/// How many lines of attestations are looked through. With more of them behind a checkpoint a new one is worth it.
const LOOKED_THROUGH: usize = 200;

/// A sealed checkpoint.
#[derive(Debug, Clone)]
pub(crate) struct Sealed {
    pub(crate) size: u64,
    /// The checkpoint under the ledger's own signature alone.
    pub(crate) note: Note,
}

/// The checkpoint to be attested; `None`: nothing was sealed yet.
pub(super) fn checkpoint_to_attest(keeping: &dyn Keeping) -> Result<Option<Sealed>, ActionError> {
    let Some((sealed, note)) = keeping.latest_checkpoint()? else { return Ok(None) };
    let latest = kept_noun::<LatestAttestations>(keeping, "", LATEST_ATTESTATIONS)?;
    let latest = latest.map(|kept| kept.noun).unwrap_or_default();
    let attested = latest.witnessed.values().chain(&latest.stamped).map(|attested| attested.size).max();
    if let Some(size) = attested.filter(|size| *size < sealed)
        && only_attestations(keeping, size, sealed)?
        && let Some(earlier) = sealed_at(keeping, size)?
    {
        return Ok(Some(earlier));
    }
    Ok(Some(Sealed { size: sealed, note: read(sealed, &note)? }))
}

/// The checkpoint of exactly this size, if one was sealed.
pub(crate) fn sealed_at(keeping: &dyn Keeping, size: u64) -> Result<Option<Sealed>, ActionError> {
    let Some(above) = size.checked_sub(1) else { return Ok(None) };
    let found = keeping.checkpoints(above, 1)?.into_iter().find(|(found, _)| *found == size);
    found.map(|(size, note)| Ok(Sealed { size, note: read(size, &note)? })).transpose()
}

fn read(size: u64, note: &str) -> Result<Note, ActionError> {
    Note::parse(note.as_bytes()).map_err(|error| {
        let (size, error) = (size.to_string(), error.to_string());
        ActionError::Damaged(text!("actions-ledger-checkpoint-unreadable", size = size, error = error))
    })
}

fn only_attestations(keeping: &dyn Keeping, from: u64, to: u64) -> Result<bool, ActionError> {
    let count = usize::try_from(to - from).unwrap_or(usize::MAX);
    if count > LOOKED_THROUGH {
        return Ok(false);
    }
    let lines = keeping.lines(from, count)?;
    let is_attestation = |bytes: &[u8]| {
        LedgerLine::parse(bytes).is_ok_and(|line| [STAMPED, COSIGNED].contains(&line.action.as_str()))
    };
    Ok(lines.len() == count && lines.iter().all(|line| is_attestation(&line.bytes)))
}
