//! A folder an export is written to and read from.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use proofmark_actions::{ActionError, Inlet, Outlet};
use proofmark_facts::{Place, Problem};
use proofmark_text::{Text, text};
use tempfile::NamedTempFile;

use crate::write::hindered;

/// The folder of an export.
#[derive(Debug)]
pub(crate) struct ExportFolder {
    root: PathBuf,
    /// The file that is being written, and where it will stand.
    open: Option<(PathBuf, BufWriter<NamedTempFile>)>,
}

impl ExportFolder {
    /// A new folder, for its owner alone: a record holds what only a few may see. One with anything in it is refused.
    pub(crate) fn make(root: &Path) -> Result<Self, ActionError> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(root).map_err(|error| hindered(root, &error))?;
        let mut entries = fs::read_dir(root).map_err(|error| hindered(root, &error))?;
        if entries.next().is_some() {
            return Err(refused(root, text!("record-folder-not-empty", path = root.display().to_string())));
        }
        Ok(Self { root: root.to_owned(), open: None })
    }

    /// A folder that is there.
    pub(crate) fn open(root: &Path) -> Result<Self, ActionError> {
        if !root.is_dir() {
            return Err(refused(root, text!("proofmark-not-a-directory", path = root.display().to_string())));
        }
        Ok(Self { root: root.to_owned(), open: None })
    }

    /// Where a file of it is.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }
}

impl Outlet for ExportFolder {
    fn begin(&mut self, path: &str) -> Result<(), ActionError> {
        let path = self.root.join(path);
        let folder = path.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder).map_err(|error| hindered(folder, &error))?;
        // A temporary file is readable by its owner alone, and stays so under its name.
        let file = NamedTempFile::new_in(folder).map_err(|error| hindered(&path, &error))?;
        self.open = Some((path, BufWriter::new(file)));
        Ok(())
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), ActionError> {
        let Some((path, file)) = &mut self.open else { return Ok(()) };
        file.write_all(bytes).map_err(|error| hindered(path, &error))
    }

    fn end(&mut self) -> Result<(), ActionError> {
        let Some((path, file)) = self.open.take() else { return Ok(()) };
        let whole = || -> std::io::Result<()> {
            let file = file.into_inner().map_err(std::io::IntoInnerError::into_error)?;
            file.as_file().sync_all()?;
            file.persist(&path)?;
            Ok(())
        };
        whole().map_err(|error| hindered(&path, &error))
    }
}

impl Inlet for ExportFolder {
    fn read(&self, path: &str, most_bytes: usize) -> Result<Option<Vec<u8>>, ActionError> {
        let path = self.root.join(path);
        let Some(file) = opened(&path)? else { return Ok(None) };
        let mut bytes = Vec::new();
        let most = most_bytes as u64;
        file.take(most + 1).read_to_end(&mut bytes).map_err(|error| hindered(&path, &error))?;
        if bytes.len() > most_bytes {
            return Err(too_long(&path, most_bytes));
        }
        Ok(Some(bytes))
    }

    fn lines(
        &self,
        path: &str,
        most_bytes: usize,
        see: &mut dyn FnMut(&[u8]) -> Result<(), ActionError>,
    ) -> Result<bool, ActionError> {
        let path = self.root.join(path);
        let Some(file) = opened(&path)? else { return Ok(false) };
        let mut reader = BufReader::new(file);
        let mut line = Vec::new();
        loop {
            line.clear();
            let most = most_bytes as u64;
            let read = reader.by_ref().take(most + 1).read_until(b'\n', &mut line);
            if read.map_err(|error| hindered(&path, &error))? == 0 {
                return Ok(true);
            }
            if line.len() > most_bytes {
                return Err(too_long(&path, most_bytes));
            }
            see(&line)?;
        }
    }
}

fn opened(path: &Path) -> Result<Option<File>, ActionError> {
    match File::open(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(hindered(path, &error)),
    }
}

fn too_long(path: &Path, most: usize) -> ActionError {
    refused(path, text!("record-import-too-long", path = path.display().to_string(), most = most))
}

fn refused(path: &Path, says: Text) -> ActionError {
    let place = Place { file: Some(path.display().to_string()), ..Place::default() };
    ActionError::Refused(vec![Problem::error(place, says)])
}
