//! The folder of one feed's copy. A file gets its name by its digest, so a new one never takes an old one's place before
//! the state says so.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use proofmark_actions::{ActionError, CopiedFile, CopyHolds, FeedCopy};
use proofmark_courier::Seen;
use proofmark_facts::Sha256;

use super::part::PART;
use crate::write::{hindered, sync_folder};

/// How much of a digest stands in a file's name.
const NAMED_BY: usize = 16;

/// The folder.
#[derive(Debug, Clone)]
pub(crate) struct CopyFolder {
    path: PathBuf,
}

impl CopyFolder {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path }
    }

    /// Makes it.
    pub(crate) fn make(&self) -> Result<(), ActionError> {
        fs::create_dir_all(&self.path).map_err(|error| hindered(&self.path, &error))
    }

    /// Where a file of it is.
    pub(crate) fn at(&self, file: &str) -> PathBuf {
        self.path.join(file)
    }

    /// Whether a file of a copy is still there as it should be.
    pub(crate) fn has(&self, file: &CopiedFile) -> bool {
        fs::metadata(self.at(&file.file)).is_ok_and(|about| about.is_file() && about.len() == file.bytes)
    }

    /// Gives a file that arrived whole its name, and says what it is.
    pub(crate) fn take_in(
        &self,
        from: &Path,
        name: &str,
        holds: CopyHolds,
        seen: Seen,
    ) -> Result<CopiedFile, ActionError> {
        let look = || -> io::Result<(Sha256, u64)> {
            let mut file = File::open(from)?;
            file.sync_all()?;
            Ok((Sha256::of_stream(&mut file)?, file.metadata()?.len()))
        };
        let (sha256, bytes) = look().map_err(|error| hindered(from, &error))?;
        let file = format!("{}-{name}", &sha256.to_string()[..NAMED_BY]);
        let to = self.at(&file);
        fs::rename(from, &to)
            .and_then(|()| sync_folder(&self.path))
            .map_err(|error| hindered(&to, &error))?;
        let (etag, last_modified) = (seen.etag, seen.last_modified);
        Ok(CopiedFile { name: name.to_owned(), file, holds, sha256, bytes, etag, last_modified })
    }

    /// The same for bytes.
    pub(crate) fn take_in_bytes(
        &self,
        bytes: &[u8],
        name: &str,
        holds: CopyHolds,
        seen: Seen,
    ) -> Result<CopiedFile, ActionError> {
        let path = self.at(&format!("{name}{PART}"));
        let written = File::create(&path).and_then(|mut file| file.write_all(bytes));
        written.map_err(|error| hindered(&path, &error))?;
        self.take_in(&path, name, holds, seen)
    }

    /// Takes away what belongs neither to the copy nor to a try that can be gone on with. What cannot be taken away stays:
    /// it only takes room.
    pub(super) fn sweep(&self, copy: Option<&FeedCopy>, state: &str) {
        let Ok(entries) = fs::read_dir(&self.path) else { return };
        for name in entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()) {
            let files = copy.map(|copy| copy.files.as_slice()).unwrap_or_default();
            let is_kept = name == state || name.contains(PART) || files.iter().any(|file| file.file == name);
            if !is_kept {
                fs::remove_file(self.at(&name)).unwrap_or_default();
            }
        }
    }
}
