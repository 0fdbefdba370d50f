//! Advisories on the disk: directories, archives and single files, read into a vulnerability database.

use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use proofmark_actions::ActionError;
use proofmark_facts::{Problem, Sha256, Weight};
use proofmark_formats::{Limits, read_kev, read_osv};
use proofmark_text::text;
use proofmark_vulndb::{ArchiveError, Builder, IndexError, walk_tar, walk_tar_gz, walk_zip};

use crate::directory::{read_file, unreadable};

/// The most problems that are gathered before the rest is only counted.
const MOST_PROBLEMS: usize = 100;

/// What was read from advisory files.
pub(crate) struct Advisories {
    /// The database in the making.
    pub(crate) builder: Builder,
    /// How many records were read.
    pub(crate) records: u64,
    /// How many entries of catalogues of exploited vulnerabilities were read.
    pub(crate) exploited: u64,
    /// Records that could not be read, and what was noticed in others.
    pub(crate) problems: Vec<Problem>,
    /// How many problems there were beyond those.
    pub(crate) more_problems: usize,
    /// How many records could not be read.
    pub(crate) unreadable: u64,
}

impl Advisories {
    /// Reads every file below these paths; `seen` is told now and then how many records there are so far.
    pub(crate) fn read(paths: &[PathBuf], seen: &dyn Fn(u64)) -> Result<Self, ActionError> {
        let mut advisories = Self {
            builder: Builder::new(),
            records: 0,
            exploited: 0,
            problems: Vec::new(),
            more_problems: 0,
            unreadable: 0,
        };
        for path in paths {
            for file in files_below(path)? {
                advisories.read_one(&file, seen)?;
            }
        }
        Ok(advisories)
    }

    fn read_one(&mut self, path: &Path, seen: &dyn Fn(u64)) -> Result<(), ActionError> {
        let shown = path.display().to_string();
        let open = || File::open(path).map(BufReader::new).map_err(|error| unreadable(path, &error));
        let limits = proofmark_vulndb::Limits::default();
        let mut receive = |name: &str, bytes: &[u8]| self.take(&format!("{shown}/{name}"), bytes, seen);
        let walked = match Container::of(path)? {
            Container::Zip => walk_zip(open()?, &limits, &mut receive),
            Container::Tar => walk_tar(open()?, &limits, &mut receive),
            Container::PackedTar => walk_tar_gz(open()?, &limits, &mut receive),
            Container::Plain => {
                let bytes = read_file(path)?;
                return self.take(&shown, &bytes, seen);
            }
        };
        walked.map(|_| ()).map_err(|error| archive_error(path, error))
    }

    /// One record, or a catalogue of exploited vulnerabilities, told apart by what is in it.
    fn take(&mut self, name: &str, bytes: &[u8], seen: &dyn Fn(u64)) -> Result<(), ActionError> {
        let limits = Limits::default();
        if is_catalogue(bytes) {
            let read = read_kev(bytes, &limits).in_file(name);
            self.note(read.problems);
            for entry in read.value.into_iter().flat_map(|catalogue| catalogue.entries) {
                let added_on = Some(entry.added_on);
                self.builder.add_exploited(&entry.id, "CISA KEV", added_on).map_err(|e| index_error(&e))?;
                self.exploited += 1;
            }
            return Ok(());
        }
        let read = read_osv(bytes, &limits).in_file(name);
        self.note(read.problems);
        if let Some(advisory) = read.value {
            self.builder.add(&advisory, source_of(&advisory.id)).map_err(|error| index_error(&error))?;
            self.records += 1;
            if self.records.is_multiple_of(1000) {
                seen(self.records);
            }
        }
        Ok(())
    }

    fn note(&mut self, problems: Vec<Problem>) {
        self.unreadable += u64::from(problems.iter().any(|problem| problem.weight == Weight::Error));
        let room = MOST_PROBLEMS.saturating_sub(self.problems.len());
        self.more_problems += problems.len().saturating_sub(room);
        self.problems.extend(problems.into_iter().take(room));
    }
}

/// A digest over names and contents of every file below these paths: the same files give the same digest.
pub(crate) fn digest_of(paths: &[PathBuf]) -> Result<Sha256, ActionError> {
    let mut all = Vec::new();
    for path in paths {
        for file in files_below(path)? {
            let bytes = read_file(&file)?;
            all.extend([file.display().to_string(), Sha256::of(&bytes).to_string()]);
        }
    }
    Ok(Sha256::of(all.join("\n").as_bytes()))
}

enum Container {
    Zip,
    Tar,
    PackedTar,
    Plain,
}

impl Container {
    /// By the bytes, not by the name: `PK` begins a ZIP file, `ustar` stands at 257 in a tar file, and what gzip packed
    /// is held to be a tar file.
    fn of(path: &Path) -> Result<Self, ActionError> {
        let mut start = Vec::new();
        let file = File::open(path).map_err(|error| unreadable(path, &error))?;
        file.take(512).read_to_end(&mut start).map_err(|error| unreadable(path, &error))?;
        Ok(if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
            Self::Zip
        } else if start.get(257..262) == Some(b"ustar") {
            Self::Tar
        } else if start.starts_with(b"\x1f\x8b") {
            Self::PackedTar
        } else {
            Self::Plain
        })
    }
}

/// The file itself, or every file below a directory whose name ends as records and archives do, sorted.
fn files_below(path: &Path) -> Result<Vec<PathBuf>, ActionError> {
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
        let wanted = entry.extension().and_then(|end| end.to_str());
        let wanted = wanted.is_some_and(|end| ["json", "zip", "tar", "tgz", "gz"].contains(&end));
        if kind.is_dir() {
            files.extend(files_below(&entry)?);
        } else if kind.is_file() && wanted {
            files.push(entry);
        }
    }
    Ok(files)
}

fn is_catalogue(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(4096)];
    start.windows(16).any(|window| window == b"\"catalogVersion\"")
}

/// The database an identifier comes from: `RUSTSEC-2024-0001` is from RUSTSEC.
fn source_of(id: &str) -> &str {
    id.split('-').next().unwrap_or(id)
}

fn archive_error(path: &Path, error: ArchiveError<ActionError>) -> ActionError {
    let says = error.says();
    match (error, says) {
        (ArchiveError::Stopped(error), _) => error,
        (_, says) => {
            let path = path.display().to_string();
            let says = says.map(|says| says.to_string()).unwrap_or_default();
            let problem = Problem::error(
                proofmark_facts::Place { file: Some(path), ..Default::default() },
                text!("proofmark-archive-refused", error = says),
            );
            ActionError::Refused(vec![problem])
        }
    }
}

/// What hindered building or opening a database.
pub(crate) fn index_error(error: &IndexError) -> ActionError {
    match error {
        IndexError::Io(_) | IndexError::TooLarge => ActionError::Hindered(error.says()),
        _ => ActionError::Damaged(error.says()),
    }
}
