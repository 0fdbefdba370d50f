//! The checkpoint as others get it: with the cosignatures of the witnesses below the ledger's own signature.

use proofmark_facts::{Attestation, Keeping};
use proofmark_text::text;
use proofmark_trust::{Note, NoteSignature};

use super::checkpoint_to_attest::{Sealed, checkpoint_to_attest, sealed_at};
use crate::error::ActionError;
use crate::record::kept_noun;

/// The last checkpoint; where nothing but attestations was written behind an attested one, that one, with the
/// cosignatures. `None`: nothing was sealed yet.
pub fn shown_checkpoint(keeping: &dyn Keeping) -> Result<Option<(u64, Note)>, ActionError> {
    checkpoint_to_attest(keeping)?.map(|sealed| with_cosignatures(keeping, sealed)).transpose()
}

/// The checkpoint of exactly this size, with its cosignatures.
pub fn checkpoint_of_size(keeping: &dyn Keeping, size: u64) -> Result<Note, ActionError> {
    let nothing = || ActionError::NotFound(text!("stamps-no-checkpoint", size = size));
    let sealed = sealed_at(keeping, size)?.ok_or_else(nothing)?;
    Ok(with_cosignatures(keeping, sealed)?.1)
}

pub(super) fn with_cosignatures(keeping: &dyn Keeping, sealed: Sealed) -> Result<(u64, Note), ActionError> {
    let Sealed { size, note } = sealed;
    let kept = kept_noun::<Attestation>(keeping, "", &Attestation::id_of(size))?;
    let mut lines: Vec<NoteSignature> = Vec::new();
    for cosignature in kept.iter().flat_map(|kept| &kept.noun.cosignatures) {
        // What is gone or cannot be read is for `ledger verify` to name; the others are shown meanwhile.
        let Ok(digest) = cosignature.note.parse() else { continue };
        let Some(bytes) = keeping.document(&digest)? else { continue };
        let Ok(cosigned) = Note::parse(&bytes) else { continue };
        let fits = cosigned.unverified_text() == note.unverified_text();
        let name = cosignature.witness.split('+').next().unwrap_or_default();
        let is_its =
            |line: &&NoteSignature| line.name().as_str() == name && !note.signatures().contains(line);
        lines.extend(cosigned.signatures().iter().filter(|_| fits).filter(is_its).cloned());
    }
    if lines.is_empty() {
        return Ok((size, note));
    }
    let shown = note.with_signatures(&lines);
    let shown = shown.map_err(|error| {
        ActionError::Damaged(text!("actions-ledger-inconsistent", error = error.to_string()))
    })?;
    Ok((size, shown))
}
