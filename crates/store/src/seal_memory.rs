//! The last checkpoint, remembered outside the database: whoever can change the database cannot change what was signed
//! there. It lies beside the ledger's key, and goes with it from machine to machine.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use proofmark_facts::KeepError;
use proofmark_text::text;
use tempfile::NamedTempFile;

use crate::error;

/// The most bytes that are read of it: a checkpoint with the ledger's own signature has some hundred.
const LONGEST: u64 = 64 * 1024;

/// A file of one checkpoint: its size on the first line, the signed note below.
#[derive(Debug)]
pub(crate) struct SealMemory {
    path: PathBuf,
}

impl SealMemory {
    /// The memory at this path; nothing is made before there is something to remember.
    pub(crate) fn at(path: &Path) -> Self {
        Self { path: path.to_owned() }
    }

    /// What was remembered last.
    pub(crate) fn read(&self) -> Result<Option<(u64, String)>, KeepError> {
        let length = match fs::metadata(&self.path) {
            Ok(about) => about.len(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error::file(&self.path, &error)),
        };
        let unreadable =
            || error::damage(text!("record-last-seal-unreadable", path = self.path.display().to_string()));
        if length > LONGEST {
            return Err(unreadable());
        }
        let bytes = fs::read(&self.path).map_err(|error| error::file(&self.path, &error))?;
        let words = String::from_utf8(bytes).map_err(|_| unreadable())?;
        let (size, note) = words.split_once('\n').ok_or_else(unreadable)?;
        Ok(Some((size.parse().map_err(|_| unreadable())?, note.to_owned())))
    }

    /// Remembers a checkpoint, unless one further on is remembered: two processes may seal at once.
    pub(crate) fn remember(&self, size: u64, note: &str) -> Result<(), KeepError> {
        if self.read()?.is_some_and(|(known, _)| known >= size) {
            return Ok(());
        }
        self.write(size, note)
    }

    /// Begins anew with this checkpoint, or with none: the store was filled with another history.
    pub(crate) fn begin_anew(&self, last: Option<(u64, String)>) -> Result<(), KeepError> {
        match last {
            Some((size, note)) => self.write(size, &note),
            None => match fs::remove_file(&self.path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error::file(&self.path, &error)),
                _ => Ok(()),
            },
        }
    }

    /// The file is the old one or the new one, never half of either.
    fn write(&self, size: u64, note: &str) -> Result<(), KeepError> {
        let write = || -> io::Result<()> {
            let folder = self.path.parent().unwrap_or(Path::new("."));
            fs::create_dir_all(folder)?;
            let mut file = NamedTempFile::new_in(folder)?;
            write!(file, "{size}\n{note}")?;
            file.as_file().sync_all()?;
            file.persist(&self.path)?;
            if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
        };
        write().map_err(|error| error::file(&self.path, &error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_furthest_checkpoint_stays_remembered() {
        let home = tempfile::tempdir().unwrap();
        let memory = SealMemory::at(&home.path().join("keys/ledger.sealed"));
        assert_eq!(memory.read().unwrap(), None);
        memory.remember(3, "three\n").unwrap();
        memory.remember(2, "two\n").unwrap();
        assert_eq!(memory.read().unwrap(), Some((3, "three\n".to_owned())));
        memory.remember(4, "four\n\nlines").unwrap();
        assert_eq!(memory.read().unwrap(), Some((4, "four\n\nlines".to_owned())));
        memory.begin_anew(Some((1, "one".to_owned()))).unwrap();
        assert_eq!(memory.read().unwrap(), Some((1, "one".to_owned())));
        memory.begin_anew(None).unwrap();
        memory.begin_anew(None).unwrap();
        assert_eq!(memory.read().unwrap(), None);
    }

    #[test]
    fn what_is_no_checkpoint_is_damage_and_not_silence() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("ledger.sealed");
        for content in [String::new(), "5".to_owned(), "five\nnote".to_owned(), "5\n".repeat(40_000)] {
            fs::write(&path, content).unwrap();
            assert_eq!(SealMemory::at(&path).read().unwrap_err().says.id(), "record-last-seal-unreadable");
        }
    }
}
