//! Files imported by hand: kept as a copy like that of a feed, so that the database can be built anew from it. What was imported
//! by hand before is replaced.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use proofmark_actions::{ActionError, AdvisoryRecords, CopiedFile, CopyHolds, FeedCopy, IMPORTED};
use proofmark_courier::Seen;
use proofmark_facts::{Place, Problem};
use proofmark_text::{Text, text};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::copy_folder::CopyFolder;
use super::feeds_home::{FeedState, FeedsHome};
use super::part::PART;
use crate::advisories::{advisory_files, is_single_record, read_into};
use crate::directory::read_file;
use crate::session::{insist, show_problems};
use crate::write::hindered;

/// The archive single records are packed into: a folder of a hundred thousand files becomes one.
const LOOSE: &str = "records.zip";

/// What somebody hands in: the files, each with the path it was named by, and what was read of them.
pub(crate) struct ByHand {
    files: Vec<(PathBuf, PathBuf)>,
    read: AdvisoryRecords,
}

/// Reads every record before anything is made or replaced; one that cannot be read stops the import unless it may not.
pub(crate) fn read_files(
    paths: &[PathBuf],
    skip_unreadable: bool,
    progress: &dyn Fn(&Text),
) -> Result<ByHand, ActionError> {
    let mut files = Vec::new();
    for path in paths {
        files.extend(advisory_files(path)?.into_iter().map(|file| (path.clone(), file)));
    }
    let mut read = AdvisoryRecords::new(proofmark_vulndb::Limits::default());
    for (_, file) in &files {
        read_into(&mut read, file, &|count| progress(&text!("proofmark-progress-records", count = count)))?;
    }
    show_problems(&read.problems);
    if read.more_problems > 0 {
        insist(&text!("proofmark-more-problems", count = read.more_problems));
    }
    if read.unreadable > 0 && !skip_unreadable {
        return Err(refused(text!("proofmark-db-unreadable", count = read.unreadable)));
    }
    if read.records + read.exploited + read.predictions == 0 {
        return Err(refused(text!("proofmark-db-nothing-to-import")));
    }
    Ok(ByHand { files, read })
}

/// Keeps them as a copy; gives what was read of them. Whoever calls holds the lock of the copies.
pub(crate) fn keep_files(
    by_hand: ByHand,
    feeds: &FeedsHome,
    now: Timestamp,
) -> Result<AdvisoryRecords, ActionError> {
    let ByHand { files, read } = by_hand;
    let folder = feeds.folder(IMPORTED);
    folder.make()?;
    let copied = copy(&files, &folder)?;
    let before = feeds.state(IMPORTED)?.copy.map(|copy| copy.records);
    let copy = FeedCopy {
        feed: IMPORTED.to_owned(),
        address: String::new(),
        licence: String::new(),
        files: copied,
        records: read.records + read.exploited + read.predictions,
        records_before: before,
        changed_at: now,
        checked_at: now,
        accepted_shrunk: true,
        csaf: None,
    };
    feeds.keep(IMPORTED, &FeedState { copy: Some(copy), ..FeedState::default() })?;
    Ok(read)
}

/// Copies archives and lists as they are, and packs single records into one archive.
fn copy(files: &[(PathBuf, PathBuf)], folder: &CopyFolder) -> Result<Vec<CopiedFile>, ActionError> {
    let path = folder.at(&format!("{LOOSE}{PART}"));
    let mut loose: Option<ZipWriter<BufWriter<File>>> = None;
    let mut copied: Vec<CopiedFile> = Vec::new();
    for (number, (given, file)) in files.iter().enumerate() {
        if is_single_record(file) {
            let out = match &mut loose {
                Some(out) => out,
                None => loose.insert(ZipWriter::new(BufWriter::new(
                    File::create(&path).map_err(|error| hindered(&path, &error))?,
                ))),
            };
            pack(out, &entry_name(number, given, file), &read_file(file)?)
                .map_err(|error| hindered(&path, &error))?;
        } else {
            let name = format!("{number}-{}", plain_name(file));
            let part = folder.at(&format!("{name}{PART}"));
            fs::copy(file, &part).map_err(|error| hindered(&part, &error))?;
            let file = folder.take_in(&part, &name, CopyHolds::Records, Seen::default())?;
            if copied.iter().all(|other| other.sha256 != file.sha256) {
                copied.push(file);
            }
        }
    }
    if let Some(out) = loose {
        let done = out.finish().map_err(io::Error::from).and_then(|mut out| out.flush());
        done.map_err(|error| hindered(&path, &error))?;
        copied.push(folder.take_in(&path, LOOSE, CopyHolds::Records, Seen::default())?);
    }
    Ok(copied)
}

/// As it is: what packs too well would look like an archive made to do harm.
fn pack(out: &mut ZipWriter<BufWriter<File>>, name: &str, bytes: &[u8]) -> io::Result<()> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    out.start_file(name, options).map_err(io::Error::from)?;
    out.write_all(bytes)
}

/// Where a record lay below what was named, so that a problem in it is told under a name somebody knows. The number keeps two of
/// one name apart.
fn entry_name(number: usize, given: &Path, file: &Path) -> String {
    let below = file.strip_prefix(given).ok().filter(|below| !below.as_os_str().is_empty());
    let shown: Vec<String> = match below {
        Some(below) => below.iter().map(|step| step.to_string_lossy().replace(['\\', ':'], "_")).collect(),
        None => vec![plain_name(file)],
    };
    format!("{number}/{}", shown.join("/"))
}

fn plain_name(file: &Path) -> String {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let fit = |letter: char| letter.is_ascii_alphanumeric() || "-._".contains(letter);
    name.chars().map(|letter| if fit(letter) { letter } else { '_' }).collect()
}

fn refused(says: Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::default(), says)])
}
