//! Puts a file in its place at once: a reader sees the old one or the new one, never half of either.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use crate::error::IndexError;

/// Writes a new file beside its final place, makes sure it is on the disk, and renames it there. Whoever has
/// the old file open or mapped keeps it.
pub fn publish(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<(), IndexError>,
) -> Result<(), IndexError> {
    let directory = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let mut temporary = tempfile::Builder::new().prefix(".vulndb-").tempfile_in(directory)?;
    {
        let mut buffered = std::io::BufWriter::new(temporary.as_file_mut());
        write(&mut buffered)?;
        buffered.flush()?;
    }
    temporary.as_file().sync_all()?;
    temporary.persist(path).map_err(|error| IndexError::Io(error.error))?;
    // The rename itself is on the disk only once the directory is.
    File::open(directory)?.sync_all()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_appears_whole_or_not_at_all() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("index");
        publish(&path, |out| Ok(out.write_all(b"first")?)).unwrap();
        let failed = publish(&path, |out| {
            out.write_all(b"half")?;
            Err(IndexError::TooLarge)
        });
        assert!(matches!(failed, Err(IndexError::TooLarge)));
        assert_eq!(std::fs::read(&path).unwrap(), b"first");
        assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 1);
        publish(&path, |out| Ok(out.write_all(b"second")?)).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"second");
    }
}
