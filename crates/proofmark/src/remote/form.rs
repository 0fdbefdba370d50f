//! A form of files on its way to a server (RFC 7578): written to the disk once, and sent from there however often.

use std::collections::BTreeSet;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use proofmark_actions::ActionError;
use proofmark_text::text;
use tempfile::NamedTempFile;

use super::told::refused;
use crate::session::uuid;
use crate::write::hindered;

/// A form of files.
pub(crate) struct Form {
    out: BufWriter<NamedTempFile>,
    boundary: String,
    names: BTreeSet<String>,
    length: u64,
}

/// A form that is whole.
pub(crate) struct Sealed {
    file: NamedTempFile,
    /// Its media type, with the boundary of its parts.
    pub(crate) media_type: String,
    /// How many bytes it has.
    pub(crate) length: u64,
    /// How many files are in it.
    pub(crate) files: usize,
}

impl Form {
    /// An empty form, in a file its owner alone can read.
    pub(crate) fn begin() -> Result<Self, ActionError> {
        let file = NamedTempFile::new().map_err(|error| hindered(&std::env::temp_dir(), &error))?;
        // Drawn, so that no file can hold it.
        let boundary =
            uuid()?.iter().fold(String::from("proofmark-"), |all, byte| all + &format!("{byte:02x}"));
        Ok(Self { out: BufWriter::new(file), boundary, names: BTreeSet::new(), length: 0 })
    }

    /// Adds a file under this name, once.
    pub(crate) fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), ActionError> {
        if name.contains('"') || name.chars().any(char::is_control) {
            return Err(refused(text!("server-file-name", name = name.escape_debug().to_string())));
        }
        if !self.names.insert(name.to_owned()) {
            return Ok(());
        }
        let head = format!(
            "--{}\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n",
            self.boundary
        );
        [head.as_bytes(), bytes, b"\r\n"].into_iter().try_for_each(|piece| self.write(piece))
    }

    /// Ends the form.
    pub(crate) fn seal(mut self) -> Result<Sealed, ActionError> {
        self.write(format!("--{}--\r\n", self.boundary).as_bytes())?;
        let path = self.out.get_ref().path().to_owned();
        let file = self.out.into_inner().map_err(|error| hindered(&path, error.error()))?;
        let media_type = format!("multipart/form-data; boundary={}", self.boundary);
        Ok(Sealed { file, media_type, length: self.length, files: self.names.len() })
    }

    fn write(&mut self, piece: &[u8]) -> Result<(), ActionError> {
        self.length += piece.len() as u64;
        let written: io::Result<()> = self.out.write_all(piece);
        written.map_err(|error| hindered(self.out.get_ref().path(), &error))
    }
}

impl Sealed {
    /// Where it lies, as long as it is there.
    pub(crate) fn path(&self) -> &Path {
        self.file.path()
    }
}
