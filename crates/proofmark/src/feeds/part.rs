//! A file on its way in: what arrived of it so far, and what the answer said it arrived with, so that another try goes on
//! where this one ended.

use std::fs::{self, File};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use proofmark_courier::{Begun, Seen, Shelf};
use serde::{Deserialize, Serialize};

/// What the name of a file that is not whole ends in, or holds.
pub(super) const PART: &str = ".part";

/// What is known of the whole a part is of.
#[derive(Debug, Default, Serialize, Deserialize)]
struct About {
    url: String,
    etag: Option<String>,
    last_modified: Option<String>,
}

/// A file on its way in from an address. What is there from another address is void.
pub(super) struct Part<'s> {
    path: PathBuf,
    url: String,
    file: Option<File>,
    bytes: u64,
    /// Told how many bytes are there.
    said: &'s dyn Fn(u64),
}

impl<'s> Part<'s> {
    pub(super) fn new(path: PathBuf, url: &str, said: &'s dyn Fn(u64)) -> Self {
        Self { path, url: url.to_owned(), file: None, bytes: 0, said }
    }

    /// Where the file lies.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// It is whole, or nobody wants it: what was noted beside it goes.
    pub(super) fn forget(&self) {
        fs::remove_file(self.about()).unwrap_or_default();
    }

    fn about(&self) -> PathBuf {
        let mut name = self.path.clone().into_os_string();
        name.push(".json");
        PathBuf::from(name)
    }
}

impl Shelf for Part<'_> {
    fn begun(&self) -> Option<Begun> {
        let about: About = serde_json::from_slice(&fs::read(self.about()).ok()?).ok()?;
        let bytes = fs::metadata(&self.path).ok()?.len();
        let seen = Seen { etag: about.etag, last_modified: about.last_modified };
        (about.url == self.url).then_some(Begun { bytes, seen })
    }

    fn start(&mut self, from: u64, seen: &Seen) -> io::Result<()> {
        let mut file = File::options().create(true).truncate(false).write(true).open(&self.path)?;
        if from == 0 {
            // What stands beside the file must never be of another whole than the file.
            self.forget();
            file.set_len(0)?;
            let (etag, last_modified) = (seen.etag.clone(), seen.last_modified.clone());
            let about = About { url: self.url.clone(), etag, last_modified };
            fs::write(self.about(), serde_json::to_vec(&about)?)?;
        } else {
            file.set_len(from)?;
        }
        file.seek(SeekFrom::Start(from))?;
        self.file = Some(file);
        self.bytes = from;
        Ok(())
    }

    fn take(&mut self, piece: &[u8]) -> io::Result<()> {
        let Some(file) = &mut self.file else { return Err(io::ErrorKind::NotFound.into()) };
        file.write_all(piece)?;
        self.bytes += piece.len() as u64;
        (self.said)(self.bytes);
        Ok(())
    }
}

/// A small answer, held in memory.
#[derive(Default)]
pub(super) struct Held(pub(super) Vec<u8>);

impl Shelf for Held {
    fn begun(&self) -> Option<Begun> {
        None
    }

    fn start(&mut self, _: u64, _: &Seen) -> io::Result<()> {
        self.0.clear();
        Ok(())
    }

    fn take(&mut self, piece: &[u8]) -> io::Result<()> {
        self.0.extend_from_slice(piece);
        Ok(())
    }
}
