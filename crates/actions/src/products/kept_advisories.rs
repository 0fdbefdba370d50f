//! Advisories among a product's kept files, as a database an assessment can ask.

use std::io::Cursor;

use proofmark_facts::{Beside, Place, Problem, Sha256};
use proofmark_text::text;
use proofmark_vulndb::{Index, Limits};

use crate::advisory_records::{AdvisoryArchive, AdvisoryRecords, index_error, is_advisory_file};
use crate::error::ActionError;
use crate::products::kept_files::KeptFiles;
use crate::vulnerability_source::VulnerabilitySource;

/// The most advisories of a product: whoever has more imports them for the installation.
const MOST_ADVISORIES: usize = 10_000;

/// How far an archive somebody handed in is unpacked.
const UNPACKED: Limits = Limits {
    entry_bytes: 64 << 20,
    total_bytes: 1 << 30,
    entries: MOST_ADVISORIES as u64,
    ratio: 100,
    harmless: 16 << 20,
};

/// The database over the files the dossier names as advisories; `None`: it names none. Nothing is written anywhere.
///
/// A name is a file's, or a folder's: of a folder only what is meant as an advisory is read, as on a disk.
pub fn kept_advisories(
    advisories: &[String],
    files: &KeptFiles<'_>,
) -> Result<Option<VulnerabilitySource>, ActionError> {
    if advisories.is_empty() {
        return Ok(None);
    }
    let mut read = AdvisoryRecords::new(UNPACKED);
    let (mut missing, mut count) = (Vec::new(), 0);
    for name in advisories {
        let mut paths = files.below(name);
        if paths.is_empty() {
            let says = text!("record-advisories-not-kept", name = name);
            missing.push(Problem::error(Place::at("advisories"), says));
        }
        paths.retain(|path| path == name || is_advisory_file(path));
        count += paths.len();
        if count > MOST_ADVISORIES {
            let says = text!("record-too-many-advisories", most = MOST_ADVISORIES);
            return Err(ActionError::Refused(vec![Problem::error(Place::at("advisories"), says)]));
        }
        for path in paths {
            let bytes = files.read(&path)?.unwrap_or_default();
            read.builder.built_from(Sha256::of(&bytes));
            match AdvisoryArchive::of(&bytes[..bytes.len().min(AdvisoryArchive::START_BYTES)]) {
                Some(kind) => read.take_archive(&path, kind, Cursor::new(bytes), &|_| {})?,
                None => read.take(&path, &bytes, &|_| {})?,
            }
        }
    }
    if !missing.is_empty() || read.unreadable > 0 {
        missing.extend(read.problems);
        return Err(ActionError::Refused(missing));
    }
    let index = read.builder.finish().and_then(Index::from_bytes).map_err(|error| index_error(&error))?;
    Ok(Some(VulnerabilitySource { name: advisories.join(", "), index }))
}
