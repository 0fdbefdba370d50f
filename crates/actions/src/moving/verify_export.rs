//! Verifies an export: every file against the manifest, the ledger's root, every document against its digest.

use proofmark_facts::{DigestStream, Sha256};
use proofmark_text::{Text, text};
use proofmark_trust::{Frontier, Hash};
use serde::de::DeserializeOwned;

use crate::error::ActionError;
use crate::moving::exported::{
    CHECKPOINTS, COMPONENTS, DOCUMENTS, EXPORT_FORMAT, EXPORT_MANIFEST, ExportManifest, ExportedDocument,
    FINDINGS, JOBS, LEDGER, RECORDS, document_path,
};
use crate::products::refused;

/// The longest line that is read, in bytes.
pub(crate) const LONGEST_LINE: usize = 64 * 1024 * 1024;

/// The longest manifest that is read, in bytes.
const LONGEST_MANIFEST: usize = 1024 * 1024;

/// The files an export has.
const FILES: [&str; 7] = [LEDGER, CHECKPOINTS, RECORDS, COMPONENTS, FINDINGS, DOCUMENTS, JOBS];

/// Where an export comes from.
pub trait Inlet {
    /// The whole file at this path, if it is there and not longer than this.
    fn read(&self, path: &str, most_bytes: usize) -> Result<Option<Vec<u8>>, ActionError>;

    /// Hands over the file's lines one by one, each with its newline, none longer than this; says whether it is there.
    fn lines(
        &self,
        path: &str,
        most_bytes: usize,
        see: &mut dyn FnMut(&[u8]) -> Result<(), ActionError>,
    ) -> Result<bool, ActionError>;
}

/// Reads everything and holds it against the manifest, which it gives.
pub fn verify_export(inlet: &dyn Inlet) -> Result<ExportManifest, ActionError> {
    let manifest = read_manifest(inlet)?;
    for path in FILES {
        let Some(expected) = manifest.files.iter().find(|file| file.path == path) else {
            return Err(broken(text!("record-import-missing", path = path)));
        };
        let (mut digest, mut lines) = (DigestStream::default(), 0);
        each_line(inlet, path, |line| {
            digest.update(line);
            lines += 1;
            Ok(())
        })?;
        if digest.finish() != expected.sha256 || lines != expected.lines {
            return Err(broken(text!("record-import-changed", path = path)));
        }
    }
    verify_ledger_file(inlet, &manifest)?;
    verify_documents(inlet, &manifest)?;
    Ok(manifest)
}

pub(crate) fn read_manifest(inlet: &dyn Inlet) -> Result<ExportManifest, ActionError> {
    let Some(bytes) = inlet.read(EXPORT_MANIFEST, LONGEST_MANIFEST)? else {
        return Err(broken(text!("record-import-missing", path = EXPORT_MANIFEST)));
    };
    let manifest: ExportManifest = parsed(EXPORT_MANIFEST, &bytes)?;
    if manifest.proofmark_export != EXPORT_FORMAT {
        let found = manifest.proofmark_export.to_string();
        return Err(broken(text!("record-import-format", found = found, known = EXPORT_FORMAT.to_string())));
    }
    Ok(manifest)
}

fn verify_ledger_file(inlet: &dyn Inlet, manifest: &ExportManifest) -> Result<(), ActionError> {
    let mut frontier = Frontier::default();
    each_line(inlet, LEDGER, |line| {
        frontier
            .append(Hash::of_leaf(line))
            .map_err(|_| broken(text!("record-import-changed", path = LEDGER)))?;
        Ok(())
    })?;
    let (size, root) = (frontier.size(), frontier.head().root().to_base64());
    if size != manifest.ledger.size || root != manifest.ledger.root {
        return Err(broken(text!("record-import-head", expected = &manifest.ledger.root, found = root)));
    }
    Ok(())
}

fn verify_documents(inlet: &dyn Inlet, manifest: &ExportManifest) -> Result<(), ActionError> {
    let (mut count, mut bytes) = (0, 0);
    each_line(inlet, DOCUMENTS, |line| {
        let document: ExportedDocument = parsed(DOCUMENTS, line)?;
        bytes += read_document(inlet, &document)?.len() as u64;
        count += 1;
        Ok(())
    })?;
    if (count, bytes) != (manifest.documents, manifest.document_bytes) {
        return Err(broken(text!("record-import-changed", path = DOCUMENTS)));
    }
    Ok(())
}

/// A document of the export, which must be what its digest says.
pub(crate) fn read_document(inlet: &dyn Inlet, document: &ExportedDocument) -> Result<Vec<u8>, ActionError> {
    let path = document_path(&document.sha256);
    let most = usize::try_from(document.bytes).unwrap_or(usize::MAX);
    match inlet.read(&path, most)? {
        Some(bytes) if Sha256::of(&bytes) == document.sha256 => Ok(bytes),
        Some(_) => Err(broken(text!("record-import-changed", path = path))),
        None => Err(broken(text!("record-import-missing", path = path))),
    }
}

/// Each line of a file that must be there.
pub(crate) fn each_line(
    inlet: &dyn Inlet,
    path: &str,
    mut see: impl FnMut(&[u8]) -> Result<(), ActionError>,
) -> Result<(), ActionError> {
    if inlet.lines(path, LONGEST_LINE, &mut see)? {
        return Ok(());
    }
    Err(broken(text!("record-import-missing", path = path)))
}

/// A JSON value of the export.
pub(crate) fn parsed<T: DeserializeOwned>(path: &str, bytes: &[u8]) -> Result<T, ActionError> {
    serde_json::from_slice(bytes)
        .map_err(|error| broken(text!("record-import-unreadable", path = path, error = error.to_string())))
}

pub(crate) fn broken(says: Text) -> ActionError {
    refused(says)
}
