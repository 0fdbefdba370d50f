//! Writes files so that none appears under its name before it is whole and on the disk.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use proofmark_actions::ActionError;
use proofmark_facts::{Place, Problem};
use proofmark_text::text;
use tempfile::NamedTempFile;

/// Refuses a place that a file must not take: a device, a pipe, a folder, a link to whatever it is. Whoever may, as root, would
/// replace it for everybody, `/dev/stdout` among them.
pub(crate) fn check_replaceable(path: &Path) -> Result<(), ActionError> {
    match fs::symlink_metadata(path) {
        Ok(there) if !there.is_file() => {
            let says = text!("proofmark-no-ordinary-file", path = path.display().to_string());
            Err(ActionError::Refused(vec![Problem::error(Place::default(), says)]))
        }
        _ => Ok(()),
    }
}

/// Makes sure that an output is none of the files that are read: what somebody wrote would be gone.
pub(crate) fn check_not_read(output: &Path, inputs: &[&Path]) -> Result<(), ActionError> {
    check_replaceable(output)?;
    let Ok(real) = fs::canonicalize(output) else { return Ok(()) };
    if inputs.iter().any(|input| fs::canonicalize(input).is_ok_and(|input| input == real)) {
        let says = text!("proofmark-output-is-read", path = output.display().to_string());
        return Err(ActionError::Refused(vec![Problem::error(Place::default(), says)]));
    }
    Ok(())
}

/// Writes a file whole, replacing what was there; on failure what was there stays.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), ActionError> {
    write_whole_by(path, |file| file.write_all(bytes))
}

/// Writes a file piece by piece, and it appears as one: on failure what was there stays.
pub(crate) fn write_whole_by<T>(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<T>,
) -> Result<T, ActionError> {
    check_replaceable(path)?;
    let write = || -> io::Result<T> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let mut builder = tempfile::Builder::new();
        // A temporary file is its owner's alone; papers are for everybody.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
        let mut file = BufWriter::new(builder.tempfile_in(folder)?);
        let written = write(&mut file)?;
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        sync_folder(folder)?;
        Ok(written)
    };
    write().map_err(|error| hindered(path, &error))
}

/// Writes a secret for its owner alone, unless a file of that name is there already; gives whether it wrote.
pub(crate) fn write_secret_once(path: &Path, bytes: &[u8]) -> Result<bool, ActionError> {
    let write = || -> io::Result<bool> {
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        // A temporary file is readable by its owner alone.
        let mut file = NamedTempFile::new_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        match file.persist_noclobber(path) {
            Ok(_) => sync_folder(folder).map(|()| true),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
            Err(error) => Err(error.error),
        }
    };
    write().map_err(|error| hindered(path, &error))
}

/// What hindered reading or writing this file.
pub(crate) fn hindered(path: &Path, error: &io::Error) -> ActionError {
    let path = path.display().to_string();
    ActionError::Hindered(match error.kind() {
        io::ErrorKind::StorageFull => text!("proofmark-disk-full", path = path),
        io::ErrorKind::NotFound => text!("proofmark-file-not-there", path = path),
        _ => text!("proofmark-file-error", path = path, error = error.to_string()),
    })
}

/// A rename is durable once its folder is.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
