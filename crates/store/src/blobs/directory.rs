//! Documents by digest in a directory: written once, under their digest, only when whole.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use proofmark_facts::{KeepError, Sha256};
use tempfile::NamedTempFile;

use crate::error;

/// A directory of documents: `ab/abcdef…`, two digits of the digest as a folder.
#[derive(Debug)]
pub(crate) struct Directory {
    directory: PathBuf,
}

impl Directory {
    /// Opens the directory, making it if need be.
    pub(crate) fn open(directory: PathBuf) -> Result<Self, KeepError> {
        fs::create_dir_all(&directory).map_err(|e| error::file(&directory, &e))?;
        Ok(Self { directory })
    }

    /// Writes a document durably, unless it is there already with the same bytes.
    pub(crate) fn put(&self, digest: &Sha256, bytes: &[u8]) -> Result<(), KeepError> {
        let path = self.path(digest);
        if is_there(&path, digest) {
            return Ok(());
        }
        write_whole(&path, bytes).map_err(|e| error::file(&path, &e))
    }

    /// The bytes that lie under this digest.
    pub(crate) fn get(&self, digest: &Sha256) -> Result<Option<Vec<u8>>, KeepError> {
        let path = self.path(digest);
        match fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(error::file(&path, &e)),
        }
    }

    fn path(&self, digest: &Sha256) -> PathBuf {
        let name = digest.to_string();
        self.directory.join(&name[..2]).join(name)
    }
}

/// A file damaged by the disk or by somebody is written anew rather than trusted.
fn is_there(path: &Path, digest: &Sha256) -> bool {
    fs::read(path).is_ok_and(|bytes| Sha256::of(&bytes) == *digest)
}

/// The file appears under its name only when all its bytes are on the disk.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    File::open(folder)?.sync_all()
}
