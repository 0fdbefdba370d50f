//! A directory on the disk as actions see it: the files beside a dossier, and nothing outside it.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use proofmark_facts::{Beside, BesideError};
use proofmark_text::{Text, text};

/// The largest file that is read, in bytes: what the readers of its formats accept.
pub(crate) const LARGEST_FILE: u64 = 256 * 1024 * 1024;

/// A directory with a dossier.
#[derive(Debug, Clone)]
pub(crate) struct Directory {
    root: PathBuf,
}

impl Directory {
    /// The directory at this path, which must be there.
    pub(crate) fn open(path: &Path) -> Result<Self, BesideError> {
        match fs::canonicalize(path) {
            Ok(root) if root.is_dir() => Ok(Self { root }),
            Ok(_) => Err(refused(text!("proofmark-not-a-directory", path = path.display().to_string()))),
            Err(error) => Err(unreadable(path, &error)),
        }
    }

    /// Where a file or folder beside the dossier really lies, links followed; `None` when it is not there.
    pub(crate) fn locate(&self, path: &str) -> Result<Option<PathBuf>, BesideError> {
        let joined = self.root.join(path);
        match fs::canonicalize(&joined) {
            Ok(real) if real.starts_with(&self.root) => Ok(Some(real)),
            // A link that leads out would let a dossier gather files its author may not even see.
            Ok(_) => Err(refused(text!("proofmark-leads-outside", path = path))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(unreadable(&joined, &error)),
        }
    }

    /// A file that lies below, as a dossier would name it; any other as it is.
    pub(crate) fn beside(&self, file: &str) -> String {
        let below = Path::new(file).strip_prefix(&self.root).ok();
        let steps = below.map(|below| below.iter().map(|step| step.to_string_lossy()).collect::<Vec<_>>());
        steps.map_or_else(|| file.to_owned(), |steps| steps.join("/"))
    }
}

impl Beside for Directory {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, BesideError> {
        let Some(real) = self.locate(path)? else { return Ok(None) };
        let metadata = fs::metadata(&real).map_err(|error| unreadable(&real, &error))?;
        if metadata.is_dir() {
            return Ok(None);
        }
        read_file(&real).map(Some)
    }

    fn names(&self) -> Result<Vec<String>, BesideError> {
        let entries = fs::read_dir(&self.root).map_err(|error| unreadable(&self.root, &error))?;
        let mut names: Vec<String> = entries
            .flatten()
            .filter(|entry| entry.path().is_file())
            .filter_map(|entry| entry.file_name().into_string().ok())
            .collect();
        names.sort();
        Ok(names)
    }
}

/// A file's bytes, if it is a plain file and not too large.
pub(crate) fn read_file(path: &Path) -> Result<Vec<u8>, BesideError> {
    // Asked before opening: to open a pipe is to wait for its writer.
    let metadata = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if !metadata.is_file() {
        return Err(refused(text!("proofmark-not-a-file", path = path.display().to_string())));
    }
    if metadata.len() > LARGEST_FILE {
        return Err(too_large(path, metadata.len()));
    }
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    // The file may grow while it is read.
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(too_large(path, bytes.len() as u64));
    }
    Ok(bytes)
}

fn too_large(path: &Path, bytes: u64) -> BesideError {
    let mebibytes = |bytes: u64| (bytes / (1024 * 1024)).to_string();
    refused(text!(
        "proofmark-file-too-large",
        path = path.display().to_string(),
        found = mebibytes(bytes),
        most = mebibytes(LARGEST_FILE)
    ))
}

/// What kept a file or directory from being read.
pub(crate) fn unreadable(path: &Path, error: &io::Error) -> BesideError {
    let path = path.display().to_string();
    let says = match error.kind() {
        io::ErrorKind::NotFound => text!("proofmark-file-not-there", path = path),
        _ => text!("proofmark-file-error", path = path, error = error.to_string()),
    };
    // A path that leads nowhere is the user's to mend; anything else is the system's.
    BesideError { says, refused: error.kind() == io::ErrorKind::NotFound }
}

fn refused(says: Text) -> BesideError {
    BesideError { says, refused: true }
}
