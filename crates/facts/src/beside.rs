//! The files beside a dossier, as actions see them: handed in by whoever can open files.

use std::fmt;

use proofmark_text::Text;

/// A directory whose files can be read by the paths a dossier names them by.
pub trait Beside {
    /// The file's bytes; `None` when there is no such file. Paths use `/` and never leave the directory.
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, BesideError>;

    /// The names of the files directly in the directory, sorted.
    fn names(&self) -> Result<Vec<String>, BesideError>;
}

/// A file that is there and could not be read, or must not be.
#[derive(Debug, Clone, PartialEq)]
pub struct BesideError {
    /// Which file, and why.
    pub says: Text,
    /// The file itself is at fault (too large, no plain file, a link that leads out), not the disk.
    pub refused: bool,
}

impl fmt::Display for BesideError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.says.fmt(out)
    }
}

impl std::error::Error for BesideError {}
