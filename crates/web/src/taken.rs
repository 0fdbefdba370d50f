//! What was taken from a request's body, within its route's limits.

use std::path::Path;

use proofmark_facts::Sha256;
use tempfile::TempPath;

/// A body.
#[derive(Debug, Default)]
pub enum Taken {
    /// There was none.
    #[default]
    Nothing,
    /// A form's fields.
    Form(Fields),
    /// JSON, not yet read.
    Json(Vec<u8>),
    /// A form with files.
    Files {
        /// The fields that are no files.
        fields: Fields,
        /// The files, in the order they came.
        files: Vec<TakenFile>,
    },
    /// One file.
    File(TakenFile),
}

impl Taken {
    /// The fields of a form.
    pub fn fields(&self) -> Option<&Fields> {
        match self {
            Self::Form(fields) | Self::Files { fields, .. } => Some(fields),
            Self::Nothing | Self::Json(_) | Self::File(_) => None,
        }
    }
}

/// Names with their values, in the order they came; a name may stand there more than once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The first value of this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// Every value of this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

/// A file that was sent: on disk under a name nobody chose, gone when it is dropped.
#[derive(Debug)]
pub struct TakenFile {
    /// The field it came in; empty where it was the whole body.
    pub field: String,
    /// Its name as it was sent, without any way to a place.
    pub name: String,
    /// How many bytes.
    pub length: u64,
    /// Their digest.
    pub sha256: Sha256,
    pub(crate) at: TempPath,
}

impl TakenFile {
    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.at
    }
}
