//! Verifies an evidence pack offline: every byte, every file, every line of its ledger, and whose key signed.

use std::collections::{BTreeMap, BTreeSet};

use proofmark_facts::Sha256;
use proofmark_text::{Text, text};
use proofmark_trust::{Checkpoint, Hash, Note, OpenError, Proof, VerifierKey};
use schemars::JsonSchema;
use serde::Serialize;

use crate::assemble_pack::ACTION;
use crate::attesting::{PackAttestation, TrustedAttestors, is_attestation_path, verify_pack_attestations};
use crate::ledger_line::LedgerLine;
use crate::pack::{
    Archive, ArchiveError, CHECKPOINT, KEY, KEY_PEM, MANIFEST, Manifest, PACK_FORMAT, SUMS, line_path,
    line_place, proof_path, proof_place,
};

/// What was found in a pack.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PackReport {
    /// Nothing in the pack contradicts anything else in it, nor the trusted key if one was given.
    pub intact: bool,
    /// Everything that is wrong.
    pub faults: Vec<Text>,
    /// Who signed the ledger.
    pub signer: Signer,
    /// What the pack says of itself, as far as it could be read.
    pub manifest: Option<Manifest>,
    /// The ledger's lines about the product, in order, as far as they could be read.
    pub lines: Vec<LedgerLine>,
    /// What others said about the ledger up to a checkpoint that covers the pack.
    pub attestations: Vec<PackAttestation>,
}

/// Who signed the ledger's checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "is", content = "key", rename_all = "kebab-case")]
pub enum Signer {
    /// The key the verifier trusts signed.
    Trusted(String),
    /// The key that lies in the pack signed. Anyone can put a key there: compare it with the maker's.
    OnlyNamedByThePack(String),
    /// No key could be shown to have signed.
    NotShown,
}

/// Checks everything that can be checked, against the trusted key or, without one, against the pack's own.
///
/// What others said about the ledger is held against it, but who they are is not verified: see [`verify_pack_under`].
pub fn verify_pack(bytes: &[u8], trusted: Option<&VerifierKey>) -> PackReport {
    verify_pack_under(bytes, trusted, &TrustedAttestors::default())
}

/// Checks everything, and verifies time stamps and cosignatures of those the verifier trusts.
pub fn verify_pack_under(
    bytes: &[u8],
    trusted: Option<&VerifierKey>,
    attestors: &TrustedAttestors,
) -> PackReport {
    let mut faults = Vec::new();
    let archive = match Archive::parse(bytes) {
        Ok(archive) => archive,
        Err(error) => return unreadable(error),
    };
    let manifest = read_manifest(&archive, &mut faults);
    if let Some(manifest) = &manifest {
        check_files(&archive, manifest, &mut faults);
    }
    let (signer, checkpoint) = check_checkpoint(&archive, manifest.as_ref(), trusted, &mut faults);
    let lines = check_lines(&archive, checkpoint.as_ref(), &mut faults);
    let attestations = checkpoint.as_ref().map_or_else(Vec::new, |signed| {
        verify_pack_attestations(&archive, &signed.checkpoint, &signed.key, attestors, &mut faults)
    });
    if let Some(manifest) = &manifest {
        let size = checkpoint.as_ref().map(|trusted| trusted.checkpoint.head().size());
        check_history(&archive, &lines, manifest, size, &mut faults);
    }
    if faults.is_empty()
        && let Some(at) = archive.first_difference(bytes)
    {
        faults.push(text!("actions-pack-archive-altered", offset = at));
    }
    PackReport {
        intact: faults.is_empty(),
        faults,
        signer,
        manifest,
        lines: lines.into_values().collect(),
        attestations,
    }
}

fn unreadable(error: ArchiveError) -> PackReport {
    let fault = match error {
        ArchiveError::Broken(at) => text!("actions-pack-archive-broken", offset = at),
        ArchiveError::TooLarge => text!("actions-pack-too-large", error = error.to_string()),
    };
    PackReport {
        intact: false,
        faults: vec![fault],
        signer: Signer::NotShown,
        manifest: None,
        lines: vec![],
        attestations: vec![],
    }
}

fn read_manifest(archive: &Archive, faults: &mut Vec<Text>) -> Option<Manifest> {
    let Some(bytes) = archive.get(MANIFEST) else {
        faults.push(text!("actions-pack-file-missing", path = MANIFEST));
        return None;
    };
    match Manifest::parse(bytes) {
        Ok(manifest) if manifest.proofmark_pack == PACK_FORMAT => Some(manifest),
        Ok(manifest) => {
            let found = manifest.proofmark_pack.to_string();
            faults.push(text!("actions-pack-format-unknown", found = found, known = PACK_FORMAT.to_string()));
            None
        }
        Err(error) => {
            faults.push(text!("actions-pack-manifest-unreadable", error = error));
            None
        }
    }
}

/// Every listed file is there with its size and digest; no file is there that nobody listed.
fn check_files(archive: &Archive, manifest: &Manifest, faults: &mut Vec<Text>) {
    let listed: BTreeMap<&str, _> = manifest.files.iter().map(|file| (file.path.as_str(), file)).collect();
    for (path, file) in &listed {
        let Some(bytes) = archive.get(path) else {
            faults.push(text!("actions-pack-file-missing", path = *path));
            continue;
        };
        let found = Sha256::of(bytes).to_string();
        if found != file.sha256 {
            let expected = &file.sha256;
            faults.push(text!("actions-pack-file-changed", path = *path, expected = expected, found = found));
        }
    }
    let sums = archive.get(SUMS);
    match sums {
        None => faults.push(text!("actions-pack-file-missing", path = SUMS)),
        Some(found) if found != manifest.sums().as_bytes() => {
            faults.push(text!("actions-pack-sums-differ", path = SUMS));
        }
        Some(_) => {}
    }
    let mut seen = BTreeSet::new();
    for file in archive.files() {
        let path = file.path.as_str();
        let in_ledger = [CHECKPOINT, KEY, KEY_PEM].contains(&path)
            || line_place(path).is_some()
            || proof_place(path).is_some()
            || is_attestation_path(path);
        if !in_ledger && ![MANIFEST, SUMS].contains(&path) && !listed.contains_key(path) {
            faults.push(text!("actions-pack-file-added", path = path));
        }
        if !is_safe(path) {
            faults.push(text!("actions-pack-path-unsafe", path = path.escape_debug().to_string()));
        }
        if !seen.insert(path) {
            faults.push(text!("actions-pack-file-twice", path = path));
        }
    }
}

/// Whoever unpacks the archive gets its files below one folder, and nowhere else.
fn is_safe(path: &str) -> bool {
    let plain = |step: &str| !matches!(step, "" | "." | "..");
    let has_drive = path.as_bytes().get(1) == Some(&b':');
    path.split('/').all(plain) && !has_drive && !path.contains('\\') && !path.chars().any(char::is_control)
}

/// Who signed the checkpoint, and the checkpoint if that holds.
fn check_checkpoint(
    archive: &Archive,
    manifest: Option<&Manifest>,
    trusted: Option<&VerifierKey>,
    faults: &mut Vec<Text>,
) -> (Signer, Option<Trusted>) {
    let own = read_key(archive, faults);
    let note = archive.get(CHECKPOINT).map(Note::parse);
    let note = match note {
        None => {
            faults.push(text!("actions-pack-file-missing", path = CHECKPOINT));
            return (Signer::NotShown, None);
        }
        Some(Err(error)) => {
            faults.push(text!("actions-pack-checkpoint-unreadable", error = error.to_string()));
            return (Signer::NotShown, None);
        }
        Some(Ok(note)) => note,
    };
    if let (Some(trusted), Some(own)) = (trusted, &own)
        && trusted != own
    {
        faults.push(text!(
            "actions-pack-foreign-key",
            expected = trusted.to_string(),
            found = own.to_string()
        ));
    }
    let Some(key) = trusted.or(own.as_ref()) else { return (Signer::NotShown, None) };
    if let Err(error) = note.open(std::slice::from_ref(key)) {
        faults.push(match error {
            OpenError::UnknownSigners(_) => {
                text!("actions-pack-signed-by-another", expected = key.to_string(), error = error.to_string())
            }
            _ => text!("actions-pack-signature-wrong", key = key.to_string()),
        });
        return (Signer::NotShown, None);
    }
    let origin = manifest.map_or(key.name().as_str(), |manifest| manifest.ledger_origin.as_str());
    match Checkpoint::open(&note, origin, std::slice::from_ref(key)) {
        Ok(checkpoint) => {
            let signer = if trusted.is_some() {
                Signer::Trusted(key.to_string())
            } else {
                Signer::OnlyNamedByThePack(key.to_string())
            };
            (signer, Some(Trusted { checkpoint, key: key.clone() }))
        }
        Err(error) => {
            faults.push(text!("actions-pack-checkpoint-unreadable", error = error.to_string()));
            (Signer::NotShown, None)
        }
    }
}

/// A checkpoint with the key that signed it.
struct Trusted {
    checkpoint: Checkpoint,
    key: VerifierKey,
}

/// The key that lies in the pack, in both its spellings.
fn read_key(archive: &Archive, faults: &mut Vec<Text>) -> Option<VerifierKey> {
    let Some(bytes) = archive.get(KEY) else {
        faults.push(text!("actions-pack-file-missing", path = KEY));
        return None;
    };
    let written = str::from_utf8(bytes).ok().and_then(|text| text.strip_suffix('\n'));
    let Some(key) = written.and_then(|line| line.parse::<VerifierKey>().ok()) else {
        faults.push(text!("actions-pack-key-unreadable", path = KEY));
        return None;
    };
    match archive.get(KEY_PEM) {
        None => faults.push(text!("actions-pack-file-missing", path = KEY_PEM)),
        Some(pem) if pem != key.public_key().to_pem().as_bytes() => {
            faults.push(text!("actions-pack-keys-differ", path = KEY, pem = KEY_PEM));
        }
        Some(_) => {}
    }
    Some(key)
}

/// Each line is what its proof says, at the place its name says.
fn check_lines(
    archive: &Archive,
    trusted: Option<&Trusted>,
    faults: &mut Vec<Text>,
) -> BTreeMap<u64, LedgerLine> {
    let places = |read: fn(&str) -> Option<u64>| -> BTreeSet<u64> {
        archive.files().iter().filter_map(|file| read(&file.path)).collect()
    };
    let (lines, proofs) = (places(line_place), places(proof_place));
    for index in lines.symmetric_difference(&proofs) {
        let path = if lines.contains(index) { proof_path(*index) } else { line_path(*index) };
        faults.push(text!("actions-pack-file-missing", path = path));
    }
    let mut read = BTreeMap::new();
    for index in lines {
        let bytes = archive.get(&line_path(index)).unwrap_or_default();
        if let (Some(proof), Some(trusted)) = (archive.get(&proof_path(index)), trusted) {
            check_proof(archive, index, bytes, proof, trusted, faults);
        }
        match LedgerLine::parse(bytes) {
            Ok(line) => {
                read.insert(index, line);
            }
            Err(error) => {
                faults.push(text!("actions-pack-line-unreadable", path = line_path(index), error = error));
            }
        }
    }
    read
}

fn check_proof(
    archive: &Archive,
    index: u64,
    line: &[u8],
    proof: &[u8],
    trusted: &Trusted,
    faults: &mut Vec<Text>,
) {
    let path = proof_path(index);
    let proof = match Proof::parse(proof) {
        Ok(proof) => proof,
        Err(error) => {
            faults.push(text!("actions-pack-proof-unreadable", path = path, error = error.to_string()));
            return;
        }
    };
    if proof.index() != index {
        let other = proof.index().to_string();
        faults.push(text!("actions-pack-line-moved", path = line_path(index), place = other));
        return;
    }
    let checkpoint = archive.get(CHECKPOINT).unwrap_or_default();
    if proof.checkpoint().to_string().as_bytes() != checkpoint {
        faults.push(text!("actions-pack-proof-of-another-checkpoint", path = path));
        return;
    }
    let key = std::slice::from_ref(&trusted.key);
    if proof.verify(Hash::of_leaf(line), trusted.checkpoint.origin(), key).is_err() {
        faults.push(match line_that_fits(archive, &proof, trusted) {
            Some(other) => {
                text!("actions-pack-lines-reordered", path = line_path(index), other = line_path(other))
            }
            None => text!("actions-pack-line-changed", path = line_path(index)),
        });
    }
}

/// The place whose line the proof is really about, when lines were exchanged.
fn line_that_fits(archive: &Archive, proof: &Proof, trusted: &Trusted) -> Option<u64> {
    let key = std::slice::from_ref(&trusted.key);
    archive.files().iter().find_map(|file| {
        let place = line_place(&file.path)?;
        let fits = proof.verify(Hash::of_leaf(&file.bytes), trusted.checkpoint.origin(), key).is_ok();
        fits.then_some(place)
    })
}

/// The lines are all of the product's, without a gap, and the last one is the one that made this pack.
fn check_history(
    archive: &Archive,
    lines: &BTreeMap<u64, LedgerLine>,
    manifest: &Manifest,
    checkpoint: Option<u64>,
    faults: &mut Vec<Text>,
) {
    for (expected, (index, line)) in (0..).zip(lines) {
        if line.subject != manifest.subject {
            faults.push(text!(
                "actions-pack-line-of-another",
                path = line_path(*index),
                subject = &line.subject
            ));
        } else if line.sequence != expected {
            faults.push(text!(
                "actions-pack-ledger-gap",
                path = line_path(*index),
                expected = expected.to_string(),
                found = line.sequence.to_string()
            ));
            break;
        }
    }
    // A pack is sealed right behind the line that made it, so that line is the ledger's last.
    let last = lines.iter().next_back();
    if checkpoint.is_some_and(|size| last.is_none_or(|(index, _)| index + 1 != size)) {
        faults.push(text!("actions-pack-ledger-truncated"));
        return;
    }
    let digest = Sha256::of(archive.get(MANIFEST).unwrap_or_default()).to_string();
    let names_this =
        |line: &LedgerLine| line.action == ACTION && line.document("manifest") == Some(digest.as_str());
    if !last.is_some_and(|(_, line)| names_this(line)) {
        faults.push(text!("actions-pack-manifest-changed", path = MANIFEST));
    }
}
