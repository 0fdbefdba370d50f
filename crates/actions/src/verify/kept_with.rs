//! Which documents a line kept: those it names, and those that an assessment, a check or a pack it names was made with.

use std::collections::BTreeMap;

use proofmark_facts::{KeepTrouble, Keeping, Sha256};
use serde::Deserialize;

use crate::assemble_pack::MANIFEST_ROLE;
use crate::error::ActionError;
use crate::ledger_line::LedgerLine;
use crate::pack::Manifest;
use crate::products::{PURGE, PURGED};

/// What a line says of documents.
pub(super) enum Said<'a> {
    /// They were kept: what each is to the line, and its digest.
    Kept(Vec<(&'a str, Sha256)>),
    /// They may be taken away from now on.
    Purged(Vec<Sha256>),
}

/// Roles of documents that name, under `files`, further ones that were kept with them.
const NAMES_FILES: [&str; 2] = ["assessment", "supplier-check"];

/// What a further document is to the line.
const EVIDENCE: &str = "evidence";

/// What the line says, with what the documents it names say. One that is gone or was changed says nothing: that is named
/// where documents are read.
pub(super) fn said<'a>(keeping: &dyn Keeping, line: &'a LedgerLine) -> Result<Said<'a>, ActionError> {
    let digests = line.documents.iter().filter_map(|one| Some((one.role.as_str(), one.sha256.parse().ok()?)));
    if line.action == PURGE {
        return Ok(Said::Purged(
            digests.filter(|(role, _)| *role == PURGED).map(|(_, digest)| digest).collect(),
        ));
    }
    let mut kept: Vec<(&str, Sha256)> = digests.collect();
    for (role, digest) in kept.clone() {
        if role != MANIFEST_ROLE && !NAMES_FILES.contains(&role) {
            continue;
        }
        let bytes = match keeping.document(&digest) {
            Ok(bytes) => bytes,
            Err(error) if error.trouble == KeepTrouble::Damage => None,
            Err(error) => return Err(error.into()),
        };
        let Some(bytes) = bytes else { continue };
        let further = if role == MANIFEST_ROLE { packed(&bytes) } else { beside(&bytes) };
        kept.extend(further.into_iter().map(|digest| (EVIDENCE, digest)));
    }
    Ok(Said::Kept(kept))
}

/// The files of a pack.
fn packed(manifest: &[u8]) -> Vec<Sha256> {
    let manifest = Manifest::parse(manifest).ok();
    let files = manifest.into_iter().flat_map(|manifest| manifest.files);
    files.filter_map(|file| file.sha256.parse().ok()).collect()
}

/// Files a dossier names, as far as they were there.
fn beside(result: &[u8]) -> Vec<Sha256> {
    #[derive(Deserialize)]
    struct Beside {
        files: BTreeMap<String, Option<Sha256>>,
    }
    let result: Option<Beside> = serde_json::from_slice(result).ok();
    result.into_iter().flat_map(|result| result.files.into_values().flatten()).collect()
}

/// The operator a line's documents are kept for; what the installation writes about itself belongs to none.
pub(super) fn owner_of(subject: &str) -> &str {
    match subject.split_once('/') {
        Some(("installation", _)) | None => "",
        Some((operator, _)) => operator,
    }
}
