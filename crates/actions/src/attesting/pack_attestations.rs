//! Attestations in an evidence pack: what others said about the ledger up to a checkpoint that covers the pack.
//!
//! Below `ledger/attested/`, for each size: `.checkpoint` as the ledger signed it, `.growth` (the form of C2SP
//! tlog-witness: the pack's own size, the proof that the ledger only grew from there, the checkpoint with its
//! cosignatures), and `.tst`, the time stamp of the bytes of `.checkpoint` (RFC 3161), where there is one.

use std::collections::BTreeSet;

use jiff::Timestamp;
use proofmark_facts::Sha256;
use proofmark_text::{Text, text};
use proofmark_trust::time_stamp::{StampRoots, TimeStamp};
use proofmark_trust::witness::{AddCheckpoint, Cosignature, WitnessKey};
use proofmark_trust::{Checkpoint, Note, VerifierKey, consistency};
use schemars::JsonSchema;
use serde::Serialize;

use crate::pack::Archive;

/// The folder of what others said.
const FOLDER: &str = "ledger/attested/";
const CHECKPOINT: &str = "checkpoint";
const GROWTH: &str = "growth";
const STAMP: &str = "tst";

/// Whom the verifier trusts, brought along and not taken from the pack.
#[derive(Debug, Clone, Default)]
pub struct TrustedAttestors {
    /// The roots of time-stamping authorities.
    pub roots: Option<StampRoots>,
    /// The keys of witnesses.
    pub witnesses: Vec<WitnessKey>,
}

/// What somebody said about a checkpoint that covers the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PackAttestation {
    /// The size of the ledger it is about.
    pub size: u64,
    /// `time-stamp` or `cosignature`.
    pub kind: String,
    /// The witness's name; empty for a time stamp.
    pub who: String,
    /// When, by the clock of who said it; `null`: it is there, and nobody was trusted to verify it.
    pub at: Option<Timestamp>,
}

/// The path of what is kept about a size.
pub(super) fn path(size: u64, kind: &str) -> String {
    format!("{FOLDER}{size:012}.{kind}")
}

/// The paths of one size: the checkpoint, its growth, its time stamp.
pub(super) fn paths(size: u64) -> [String; 3] {
    [CHECKPOINT, GROWTH, STAMP].map(|kind| path(size, kind))
}

/// Whether a file of this path may lie in a pack.
pub(crate) fn is_attestation_path(path: &str) -> bool {
    size_of(path).is_some()
}

fn size_of(written: &str) -> Option<u64> {
    let (digits, kind) = written.strip_prefix(FOLDER)?.split_once('.')?;
    let size = digits.parse().ok()?;
    ([CHECKPOINT, GROWTH, STAMP].contains(&kind) && path(size, kind) == written).then_some(size)
}

/// Holds every attestation against the pack's own checkpoint, and against whom the verifier trusts.
pub(crate) fn verify_pack_attestations(
    archive: &Archive,
    own: &Checkpoint,
    key: &VerifierKey,
    trusted: &TrustedAttestors,
    faults: &mut Vec<Text>,
) -> Vec<PackAttestation> {
    let sizes: BTreeSet<u64> = archive.files().iter().filter_map(|file| size_of(&file.path)).collect();
    let mut found = Vec::new();
    for size in sizes {
        match of_size(archive, size, own, key, trusted) {
            Ok(said) => found.extend(said),
            Err(fault) => faults.push(fault),
        }
    }
    found
}

fn of_size(
    archive: &Archive,
    size: u64,
    own: &Checkpoint,
    key: &VerifierKey,
    trusted: &TrustedAttestors,
) -> Result<Vec<PackAttestation>, Text> {
    let [checkpoint, growth, stamp] = paths(size);
    let file =
        |path: &String| archive.get(path).ok_or_else(|| text!("actions-pack-file-missing", path = path));
    let broken = |path: &str, error: &dyn std::fmt::Display| {
        text!("stamps-pack-broken", path = path, error = error.to_string())
    };
    let written = file(&checkpoint)?;
    let note = Note::parse(written).map_err(|error| broken(&checkpoint, &error))?;
    let later = Checkpoint::open(&note, own.origin(), std::slice::from_ref(key))
        .map_err(|error| broken(&checkpoint, &error))?;
    let grown = AddCheckpoint::parse(file(&growth)?).map_err(|error| broken(&growth, &error))?;
    let same = grown.checkpoint().unverified_text() == note.unverified_text()
        && note.signatures().iter().all(|own| grown.checkpoint().signatures().contains(own));
    if later.head().size() != size || grown.old_size() != own.head().size() || !same {
        return Err(text!("stamps-pack-other", path = growth));
    }
    consistency::verify(own.head(), later.head(), grown.proof()).map_err(|error| broken(&growth, &error))?;
    let mut said =
        cosignatures(grown.checkpoint(), size, key, trusted).map_err(|error| broken(&growth, &error))?;
    if let Some(bytes) = archive.get(&stamp) {
        let token = TimeStamp::parse(bytes).map_err(|error| broken(&stamp, &error))?;
        let imprint = Sha256::of(written);
        token.is_of(&imprint.0).map_err(|error| broken(&stamp, &error))?;
        let at = match &trusted.roots {
            None => None,
            Some(roots) => {
                let stamped = token.verify(&imprint.0, roots);
                Some(stamped.map_err(|error| broken(&stamp, &error))?.at)
            }
        };
        said.push(PackAttestation { size, kind: "time-stamp".to_owned(), who: String::new(), at });
    }
    Ok(said)
}

/// Each cosignature: verified where its witness is trusted, else only there.
fn cosignatures(
    note: &Note,
    size: u64,
    key: &VerifierKey,
    trusted: &TrustedAttestors,
) -> Result<Vec<PackAttestation>, proofmark_trust::witness::CosignatureError> {
    let mut said = Vec::new();
    for line in note.signatures() {
        if line.name() == key.name() && line.id() == key.id() {
            continue;
        }
        let is_its = |witness: &&WitnessKey| witness.name() == line.name() && witness.id() == line.id();
        let at = match trusted.witnesses.iter().find(is_its) {
            None => None,
            Some(witness) => Some(Cosignature::verify(note, line, witness)?.at()),
        };
        let who = line.name().as_str().to_owned();
        said.push(PackAttestation { size, kind: "cosignature".to_owned(), who, at });
    }
    Ok(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_back_only_as_it_is_written() {
        for path in paths(42) {
            assert_eq!(size_of(&path), Some(42));
        }
        for wrong in
            ["ledger/attested/42.tst", "ledger/attested/000000000042.tsr", "ledger/attested/000000000042"]
        {
            assert!(!is_attestation_path(wrong), "{wrong}");
        }
    }
}
