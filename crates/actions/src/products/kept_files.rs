//! A product's kept files, as an assessment reads them: what is handed in now lies over what was kept before.

use std::collections::BTreeMap;

use proofmark_facts::{Beside, BesideError, KeepError, KeepTrouble, Keeping, Sha256};

use crate::products::handed_file::HandedFile;

/// The files of a product.
pub struct KeptFiles<'a> {
    keeping: &'a dyn Keeping,
    operator: &'a str,
    kept: &'a BTreeMap<String, Sha256>,
    handed: &'a [HandedFile],
}

impl<'a> KeptFiles<'a> {
    /// These kept files of the operator, with those handed in over them.
    pub(crate) fn new(
        keeping: &'a dyn Keeping,
        operator: &'a str,
        kept: &'a BTreeMap<String, Sha256>,
        handed: &'a [HandedFile],
    ) -> Self {
        Self { keeping, operator, kept, handed }
    }

    /// The paths of the files at this path or below it, sorted.
    pub fn below(&self, path: &str) -> Vec<String> {
        let folder = format!("{}/", path.trim_end_matches('/'));
        let mut paths: Vec<String> =
            self.paths().filter(|one| *one == path || one.starts_with(&folder)).map(str::to_owned).collect();
        paths.sort();
        paths.dedup();
        paths
    }

    /// The digest of the file at this path; `None`: it has none there.
    pub(crate) fn digest(&self, path: &str) -> Option<Sha256> {
        let handed = self.handed.iter().find(|file| file.path == path).map(HandedFile::sha256);
        handed.or_else(|| self.kept.get(path).copied())
    }

    fn paths(&self) -> impl Iterator<Item = &str> {
        self.kept.keys().map(String::as_str).chain(self.handed.iter().map(|file| file.path.as_str()))
    }
}

impl Beside for KeptFiles<'_> {
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, BesideError> {
        if let Some(file) = self.handed.iter().find(|file| file.path == path) {
            return Ok(Some(file.bytes.clone()));
        }
        let Some(digest) = self.kept.get(path) else { return Ok(None) };
        self.keeping.document_of(self.operator, digest).map_err(unread)
    }

    fn names(&self) -> Result<Vec<String>, BesideError> {
        let mut names: Vec<String> =
            self.paths().filter(|path| !path.contains('/')).map(str::to_owned).collect();
        names.sort();
        names.dedup();
        Ok(names)
    }
}

/// What the store cannot give is no fault of the file.
fn unread(error: KeepError) -> BesideError {
    debug_assert_ne!(error.trouble, KeepTrouble::Moved, "reading moves nothing");
    BesideError { says: error.says, refused: false }
}
