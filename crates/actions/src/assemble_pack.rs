//! Assembles an evidence pack: gathers files, writes the ledger's line that names their manifest, and proves it.

use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_facts::{Keeping, Sha256};
use proofmark_text::text;
use proofmark_trust::{Note, SignerKey, VerifierKey};

use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::{LineDocument, LineDraft};
use crate::pack::{
    Archive, ArchiveFile, CHECKPOINT, KEY, KEY_PEM, MANIFEST, Manifest, ManifestFile, PACK_FORMAT, SUMS,
    line_path, proof_path,
};
use crate::seal::{prove, seal, still_as_sealed};
use crate::subject::operator_of;

/// The action's name in the ledger.
pub(crate) const ACTION: &str = "assemble-pack";

/// What the manifest is to its line.
pub(crate) const MANIFEST_ROLE: &str = "manifest";

/// A file to put into a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile {
    /// Its path in the pack.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it shows, in words.
    pub shows: String,
    /// When what it shows was observed, where that is known.
    pub observed_on: Option<Date>,
}

/// What a pack is about and who asks for it.
#[derive(Debug, Clone, Copy)]
pub struct PackOrder<'a> {
    /// Operator and product in one word.
    pub subject: &'a str,
    /// The operator's name.
    pub operator: &'a str,
    /// The product's name.
    pub product: &'a str,
    /// The release's version.
    pub release: &'a str,
    /// Who asks.
    pub by: &'a str,
    /// The program.
    pub with: &'a str,
    /// Now.
    pub at: Timestamp,
}

/// Writes one ledger line naming the manifest's digest, keeps every file of the pack, seals the ledger over it, and gives
/// the archive's bytes.
pub fn assemble_pack(
    order: &PackOrder<'_>,
    files: Vec<PackFile>,
    keeping: &mut dyn Keeping,
    signer: &SignerKey,
) -> Result<Vec<u8>, ActionError> {
    assemble(order, files, keeping, signer).map(|assembled| assembled.archive)
}

/// A pack, with what the ledger calls it.
pub(crate) struct Assembled {
    /// The digest of its manifest.
    pub(crate) digest: Sha256,
    pub(crate) manifest: Manifest,
    /// The place of the line that names it.
    pub(crate) line: u64,
    pub(crate) archive: Vec<u8>,
}

/// The same, with everything that is known of the pack.
pub(crate) fn assemble(
    order: &PackOrder<'_>,
    files: Vec<PackFile>,
    keeping: &mut dyn Keeping,
    signer: &SignerKey,
) -> Result<Assembled, ActionError> {
    let manifest = manifest(order, &files, signer);
    let manifest_bytes = manifest.to_bytes();
    let digest = Sha256::of(&manifest_bytes);
    let draft = LineDraft {
        subject: order.subject,
        at: order.at,
        by: order.by,
        action: ACTION,
        documents: vec![LineDocument::new(MANIFEST_ROLE, &digest)],
        outcome: None,
        with: order.with,
    };
    still_as_sealed(keeping, signer)?;
    // The line names the manifest and the manifest every file: the archive can be put together again from them.
    let mut documents = vec![(digest, manifest_bytes.as_slice())];
    documents.extend(files.iter().map(|file| (Sha256::of(&file.bytes), file.bytes.as_slice())));
    let line = Entry::of_documents(draft, operator_of(order.subject), documents).keep(keeping)?;
    let checkpoint = seal(keeping, signer, line.index + 1)?;
    let files = files.into_iter().map(|file| ArchiveFile { path: file.path, bytes: file.bytes }).collect();
    let proved = Proved { keeping, checkpoint, key: signer.verifier_key(), size: line.index + 1 };
    let archive = archive(&manifest, files, &proved)?;
    Ok(Assembled { digest, manifest, line: line.index, archive })
}

/// A ledger up to a pack's own line, with the checkpoint over it.
pub(crate) struct Proved<'a> {
    pub(crate) keeping: &'a dyn Keeping,
    pub(crate) checkpoint: Note,
    pub(crate) key: &'a VerifierKey,
    pub(crate) size: u64,
}

/// The archive's bytes: they follow from the manifest, its files and the ledger up to the pack's line, and nothing else.
pub(crate) fn archive(
    manifest: &Manifest,
    files: Vec<ArchiveFile>,
    proved: &Proved<'_>,
) -> Result<Vec<u8>, ActionError> {
    let mut archive = files;
    archive.push(ArchiveFile { path: MANIFEST.to_owned(), bytes: manifest.to_bytes() });
    archive.push(ArchiveFile { path: SUMS.to_owned(), bytes: manifest.sums().into_bytes() });
    archive.extend(ledger_files(&manifest.subject, proved)?);
    Archive::new(archive)
        .to_bytes()
        .map_err(|error| ActionError::Hindered(text!("actions-pack-too-large", error = error.to_string())))
}

fn manifest(order: &PackOrder<'_>, files: &[PackFile], signer: &SignerKey) -> Manifest {
    let entry = |file: &PackFile| {
        ManifestFile::of(file.path.clone(), &file.bytes, file.shows.clone(), file.observed_on)
    };
    let mut files: Vec<ManifestFile> = files.iter().map(entry).collect();
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Manifest {
        proofmark_pack: PACK_FORMAT,
        subject: order.subject.to_owned(),
        operator: order.operator.to_owned(),
        product: order.product.to_owned(),
        release: order.release.to_owned(),
        made_at: order.at,
        made_with: order.with.to_owned(),
        ledger_origin: signer.verifier_key().name().as_str().to_owned(),
        files,
    }
}

/// The checkpoint, the key, and every line about the subject with its proof.
fn ledger_files(subject: &str, proved: &Proved<'_>) -> Result<Vec<ArchiveFile>, ActionError> {
    let Proved { keeping, checkpoint, key, size } = proved;
    let file = |path: &str, bytes: String| ArchiveFile { path: path.to_owned(), bytes: bytes.into_bytes() };
    let mut files = vec![
        file(CHECKPOINT, checkpoint.to_string()),
        file(KEY, format!("{key}\n")),
        file(KEY_PEM, key.public_key().to_pem()),
    ];
    for line in keeping.lines_about(subject, *size)? {
        let proof = prove(*keeping, line.index, *size, checkpoint)?;
        files.push(file(&proof_path(line.index), proof.to_string()));
        files.push(ArchiveFile { path: line_path(line.index), bytes: line.bytes });
    }
    Ok(files)
}
