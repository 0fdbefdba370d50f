//! The packs that were made for a product: found in the ledger, and put together again from their files.

use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_access::Right;
use proofmark_facts::{Keeping, ProductRecord, Sha256, SystemOfRecord};
use proofmark_text::text;
use proofmark_trust::SignerKey;
use schemars::JsonSchema;
use serde::Serialize;

use crate::assemble_pack::{ACTION, MANIFEST_ROLE, Proved, archive};
use crate::dossier_input::DOSSIER;
use crate::error::ActionError;
use crate::ledger_line::LedgerLine;
use crate::pack::{ArchiveFile, Manifest, ManifestFile};
use crate::products::change_order::ChangeOrder;
use crate::products::keep_files::no_such_product;
use crate::record::kept_noun;
use crate::seal::signed;

/// The folder of a pack's papers, its results and its inputs.
const PAPERS: &str = "papers/";
const RESULT: &str = "results/assessment.json";
const INPUTS: &str = "inputs/";

/// A pack as the ledger tells of it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct KeptPack {
    /// The digest of its manifest: the ledger's line names it.
    pub digest: Sha256,
    /// The place of that line in the ledger.
    pub line: u64,
    /// The release's version.
    pub release: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// By whom.
    pub made_by: String,
    /// By which program.
    pub made_with: String,
    /// The day its papers are for.
    pub as_of: Option<Date>,
    /// Every file in it but the ledger's.
    pub files: Vec<ManifestFile>,
}

impl KeptPack {
    pub(super) fn of(digest: Sha256, line: u64, by: &str, manifest: Manifest) -> Self {
        let result = manifest.files.iter().find(|file| file.path == RESULT);
        Self {
            digest,
            line,
            as_of: result.and_then(|file| file.observed_on),
            release: manifest.release,
            made_at: manifest.made_at,
            made_by: by.to_owned(),
            made_with: manifest.made_with,
            files: manifest.files,
        }
    }

    /// Its papers, each with its name: the file's path without the folder.
    pub fn papers(&self) -> impl Iterator<Item = (&str, &ManifestFile)> {
        self.files.iter().filter_map(|file| Some((file.path.strip_prefix(PAPERS)?, file)))
    }

    /// The dossier it was made from.
    pub fn dossier(&self) -> Option<Sha256> {
        self.digest_of(&format!("{INPUTS}{DOSSIER}"))
    }

    /// The component list it was made from.
    pub fn component_list(&self) -> Option<Sha256> {
        let named = |file: &&ManifestFile| file.path.strip_prefix(INPUTS).is_some_and(|name| name != DOSSIER);
        self.files.iter().find(named)?.sha256.parse().ok()
    }

    /// The assessment it shows.
    pub fn assessment(&self) -> Option<Sha256> {
        self.digest_of(RESULT)
    }

    fn digest_of(&self, path: &str) -> Option<Sha256> {
        self.files.iter().find(|file| file.path == path)?.sha256.parse().ok()
    }
}

/// A file out of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackedFile {
    /// Its digest.
    pub sha256: Sha256,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The packs of a product's releases, or of one of them, whose lines stand before this place; newest first, at most so
/// many.
pub fn kept_packs(
    order: &ChangeOrder<'_>,
    (operator, product): (&str, &str),
    release: Option<&str>,
    (before, most): (Option<u64>, usize),
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<KeptPack>, ActionError> {
    order.demand(Right::SeeProduct, operator, Some(product))?;
    let subject = subject_of(operator, product, keeping)?;
    let size = keeping.ledger_size()?;
    let mut found = Vec::new();
    for kept in keeping.lines_about(&subject, before.map_or(size, |before| before.min(size)))?.iter().rev() {
        if found.len() == most {
            break;
        }
        let line = read_line(kept.index, &kept.bytes)?;
        let Some(digest) = named_manifest(&line) else { continue };
        let manifest = manifest_of(operator, &line, keeping)?.ok_or_else(|| gone(&digest))?;
        if release.is_none_or(|release| release == manifest.release) {
            found.push(KeptPack::of(digest, kept.index, &line.by, manifest));
        }
    }
    Ok(found)
}

/// The pack of this digest, if it was made for this release of the product.
pub fn kept_pack(
    order: &ChangeOrder<'_>,
    (operator, product): (&str, &str),
    release: &str,
    digest: &Sha256,
    keeping: &dyn SystemOfRecord,
) -> Result<KeptPack, ActionError> {
    order.demand(Right::SeeProduct, operator, Some(product))?;
    found_pack((operator, product), release, digest, keeping).map(|(pack, _)| pack)
}

/// A file of a pack, by its path in it.
pub fn packed_file(
    order: &ChangeOrder<'_>,
    (operator, product): (&str, &str),
    pack: &KeptPack,
    path: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<PackedFile, ActionError> {
    order.demand(Right::SeeProduct, operator, Some(product))?;
    let file = pack.files.iter().find(|file| file.path == path);
    let file = file.ok_or_else(|| ActionError::NotFound(text!("evidence-no-such-paper", name = path)))?;
    bytes_of(operator, file, keeping)
}

/// The archive of a pack, byte for byte as it was when it was made.
pub fn pack_archive(
    order: &ChangeOrder<'_>,
    (operator, product): (&str, &str),
    release: &str,
    digest: &Sha256,
    keeping: &dyn SystemOfRecord,
    signer: &SignerKey,
) -> Result<Vec<u8>, ActionError> {
    order.demand(Right::SeeProduct, operator, Some(product))?;
    let (pack, manifest) = found_pack((operator, product), release, digest, keeping)?;
    let mut files = Vec::with_capacity(manifest.files.len());
    for file in &manifest.files {
        let bytes = bytes_of(operator, file, keeping)?.bytes;
        files.push(ArchiveFile { path: file.path.clone(), bytes });
    }
    let size = pack.line + 1;
    let checkpoint = signed(keeping, signer, size)?;
    archive(&manifest, files, &Proved { keeping, checkpoint, key: signer.verifier_key(), size })
}

/// The manifest a line names, where the line is a pack's and its manifest is kept.
pub(super) fn manifest_of(
    operator: &str,
    line: &LedgerLine,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<Manifest>, ActionError> {
    let Some(digest) = named_manifest(line) else { return Ok(None) };
    let Some(bytes) = keeping.document_of(operator, &digest)? else { return Ok(None) };
    let manifest = Manifest::parse(&bytes)
        .map_err(|error| ActionError::Damaged(text!("actions-pack-manifest-unreadable", error = error)))?;
    Ok(Some(manifest))
}

fn named_manifest(line: &LedgerLine) -> Option<Sha256> {
    if line.action != ACTION {
        return None;
    }
    line.document(MANIFEST_ROLE)?.parse().ok()
}

fn found_pack(
    (operator, product): (&str, &str),
    release: &str,
    digest: &Sha256,
    keeping: &dyn SystemOfRecord,
) -> Result<(KeptPack, Manifest), ActionError> {
    let subject = subject_of(operator, product, keeping)?;
    for kept in keeping.lines_about(&subject, keeping.ledger_size()?)?.iter().rev() {
        let line = read_line(kept.index, &kept.bytes)?;
        if named_manifest(&line).as_ref() != Some(digest) {
            continue;
        }
        let manifest = manifest_of(operator, &line, keeping)?.ok_or_else(|| gone(digest))?;
        if manifest.release == release {
            return Ok((KeptPack::of(*digest, kept.index, &line.by, manifest.clone()), manifest));
        }
    }
    Err(ActionError::NotFound(text!("evidence-no-such-pack", digest = digest.to_string())))
}

/// What a manifest lists and the store no longer has was never kept beside it, or somebody took it away.
fn bytes_of(
    operator: &str,
    file: &ManifestFile,
    keeping: &dyn SystemOfRecord,
) -> Result<PackedFile, ActionError> {
    let sha256: Option<Sha256> = file.sha256.parse().ok();
    let kept = sha256.map(|sha256| keeping.document_of(operator, &sha256)).transpose()?.flatten();
    match (sha256, kept) {
        (Some(sha256), Some(bytes)) => Ok(PackedFile { sha256, bytes }),
        _ => {
            Err(ActionError::NotFound(text!("evidence-file-gone", path = &file.path, digest = &file.sha256)))
        }
    }
}

fn subject_of(operator: &str, product: &str, keeping: &dyn Keeping) -> Result<String, ActionError> {
    let kept = kept_noun::<ProductRecord>(keeping, operator, product)?;
    Ok(kept.ok_or_else(|| no_such_product(product))?.noun.subject)
}

fn read_line(index: u64, bytes: &[u8]) -> Result<LedgerLine, ActionError> {
    LedgerLine::parse(bytes).map_err(|error| {
        let index = index.to_string();
        ActionError::Damaged(text!("actions-ledger-line-unreadable", index = index, error = error))
    })
}

fn gone(digest: &Sha256) -> ActionError {
    ActionError::Damaged(text!("evidence-manifest-gone", digest = digest.to_string()))
}
