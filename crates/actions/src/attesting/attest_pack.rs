//! Puts into an evidence pack what others have said meanwhile about the ledger it is from.
//!
//! A pack is sealed right behind the line that made it, so nobody can have attested its checkpoint yet. Later the
//! attestation of a larger ledger covers it too, with the proof that the ledger only grew in between. Nothing of the
//! record changes, so nothing is written in the ledger.

use std::collections::BTreeSet;

use proofmark_facts::{Attestation, Keeping, LATEST_ATTESTATIONS, RecordKind};
use proofmark_text::text;
use proofmark_trust::witness::AddCheckpoint;
use proofmark_trust::{Frontier, VerifierKey, consistency};

use super::checkpoint_to_attest::sealed_at;
use super::pack_attestations::{is_attestation_path, paths};
use super::shown_checkpoint::with_cosignatures;
use crate::error::ActionError;
use crate::pack::{Archive, ArchiveFile, CHECKPOINT};
use crate::record::noun_of;
use crate::seal::{KeptNodes, open_checkpoint, unreadable};

/// How many attested sizes are looked through for what covers the pack.
const LOOKED_THROUGH: usize = 500;

/// The pack with the earliest attestation that covers it by each of those who attest, and how many sizes these are of.
pub fn attest_pack(
    pack: &[u8],
    key: &VerifierKey,
    keeping: &dyn Keeping,
) -> Result<(Vec<u8>, usize), ActionError> {
    let foreign = || ActionError::NotFound(text!("stamps-pack-foreign"));
    let archive = Archive::parse(pack).map_err(|_| foreign())?;
    let note = archive.get(CHECKPOINT).and_then(|bytes| str::from_utf8(bytes).ok()).ok_or_else(foreign)?;
    let own = open_checkpoint(note, key).map_err(|_| foreign())?;
    let from = own.head().size();
    if from > keeping.ledger_size()?
        || Frontier::read(&KeptNodes(keeping), from).map_err(unreadable)?.head() != *own.head()
    {
        return Err(foreign());
    }
    let mut files: Vec<ArchiveFile> =
        archive.files().iter().filter(|file| !is_attestation_path(&file.path)).cloned().collect();
    let mut heard: BTreeSet<String> = BTreeSet::new();
    let mut sizes = 0;
    let after = Attestation::id_of(from.saturating_sub(1));
    for record in keeping.records("", RecordKind::Attestation, &after, LOOKED_THROUGH)? {
        if record.key.id == LATEST_ATTESTATIONS {
            continue;
        }
        let said = noun_of::<Attestation>(&record)?.noun;
        let stamps = said.stamps.iter().map(|stamp| &stamp.authority);
        let voices = said.cosignatures.iter().map(|one| &one.witness).chain(stamps);
        // Not `any`: every voice must be remembered.
        let new = voices.filter(|voice| heard.insert((*voice).clone())).count();
        if new > 0 {
            files.extend(files_of(&said, from, keeping)?);
            sizes += 1;
        }
    }
    let bytes = Archive::new(files).to_bytes();
    let bytes = bytes
        .map_err(|error| ActionError::Hindered(text!("actions-pack-too-large", error = error.to_string())))?;
    Ok((bytes, sizes))
}

fn files_of(said: &Attestation, from: u64, keeping: &dyn Keeping) -> Result<Vec<ArchiveFile>, ActionError> {
    let broken = |error: &dyn std::fmt::Display| {
        ActionError::Damaged(text!("actions-ledger-inconsistent", error = error.to_string()))
    };
    let gone = || ActionError::Damaged(text!("stamps-no-checkpoint", size = said.size));
    let sealed = sealed_at(keeping, said.size)?.ok_or_else(gone)?;
    let plain = sealed.note.to_string().into_bytes();
    let proof = if from == said.size {
        Vec::new()
    } else {
        consistency::prove(&KeptNodes(keeping), from, said.size).map_err(unreadable)?
    };
    let (_, cosigned) = with_cosignatures(keeping, sealed)?;
    let growth = AddCheckpoint::new(from, proof, cosigned).map_err(|error| broken(&error))?;
    let [checkpoint, growth_path, stamp] = paths(said.size);
    let mut files = vec![
        ArchiveFile { path: checkpoint, bytes: plain },
        ArchiveFile { path: growth_path, bytes: growth.to_string().into_bytes() },
    ];
    if let Some(digest) = said.stamps.first().and_then(|stamp| stamp.token.parse().ok())
        && let Some(bytes) = keeping.document(&digest)?
    {
        files.push(ArchiveFile { path: stamp, bytes });
    }
    Ok(files)
}
