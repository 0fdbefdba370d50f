//! Advisories on the disk: the files of directories, opened one by one for whoever reads records.

use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use proofmark_actions::{ActionError, AdvisoryArchive, AdvisoryRecords, is_advisory_file};
use proofmark_facts::Sha256;
use proofmark_text::text;

use crate::directory::{read_file, unreadable};
use crate::packed_archive::archive_within;

/// Reads every file below these paths; `seen` is told now and then how many records there are so far.
pub(crate) fn read_advisories(paths: &[PathBuf], seen: &dyn Fn(u64)) -> Result<AdvisoryRecords, ActionError> {
    let mut records = AdvisoryRecords::new(proofmark_vulndb::Limits::default());
    for path in paths {
        for file in advisory_files(path)? {
            read_into(&mut records, &file, seen)?;
        }
    }
    Ok(records)
}

/// Reads every record of one file: a single one, or those of an archive.
pub(crate) fn read_into(
    records: &mut AdvisoryRecords,
    path: &Path,
    seen: &dyn Fn(u64),
) -> Result<(), ActionError> {
    let shown = path.display().to_string();
    let open = || File::open(path).map_err(|error| unreadable(path, &error));
    let kind = AdvisoryArchive::of(&start_of(path)?);
    if kind == Some(AdvisoryArchive::Zip)
        && let Some(inner) = archive_within(path)?
    {
        return records.take_archive(&shown, AdvisoryArchive::Zip, BufReader::new(inner), seen);
    }
    match kind {
        Some(kind) => records.take_archive(&shown, kind, BufReader::new(open()?), seen),
        None => records.take(&shown, &read_file(path)?, seen),
    }
}

/// Whether a file is neither an archive nor a list: one record, or one catalogue, in JSON.
pub(crate) fn is_single_record(path: &Path) -> bool {
    let is_json = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("json"));
    is_json && start_of(path).is_ok_and(|start| AdvisoryArchive::of(&start).is_none())
}

/// As many bytes as tell what a file is.
fn start_of(path: &Path) -> Result<Vec<u8>, ActionError> {
    let mut start = Vec::new();
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let begin = file.take(AdvisoryArchive::START_BYTES as u64).read_to_end(&mut start);
    begin.map_err(|error| unreadable(path, &error))?;
    Ok(start)
}

/// A digest over names and contents of every file below these paths: the same files give the same digest. And that of each.
pub(crate) fn digest_of(paths: &[PathBuf]) -> Result<(Sha256, Vec<Sha256>), ActionError> {
    let (mut all, mut each) = (Vec::new(), Vec::new());
    for path in paths {
        for file in advisory_files(path)? {
            let bytes = read_file(&file)?;
            let digest = Sha256::of(&bytes);
            all.extend([file.display().to_string(), digest.to_string()]);
            each.push(digest);
        }
    }
    Ok((Sha256::of(all.join("\n").as_bytes()), each))
}

/// The file itself, or every file below a directory whose name ends as records and archives do, sorted.
pub(crate) fn advisory_files(path: &Path) -> Result<Vec<PathBuf>, ActionError> {
    let metadata = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if metadata.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    if !metadata.is_dir() {
        let says = text!("proofmark-not-a-file", path = path.display().to_string());
        return Err(ActionError::Hindered(says));
    }
    let mut files = Vec::new();
    let mut entries: Vec<PathBuf> = fs::read_dir(path)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect())
        .map_err(|error| unreadable(path, &error))?;
    entries.sort();
    for entry in entries {
        // A link is not followed: a directory that contains itself would never end.
        let kind = fs::symlink_metadata(&entry).map_err(|error| unreadable(&entry, &error))?;
        if kind.is_dir() {
            files.extend(advisory_files(&entry)?);
        } else if kind.is_file() && is_advisory(&entry) {
            files.push(entry);
        }
    }
    Ok(files)
}

fn is_advisory(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(is_advisory_file)
}
