//! Why a vulnerability database cannot be used or built.

use std::fmt;
use std::io;

use proofmark_text::{Text, text};

use crate::layout::FORMAT_VERSION;

/// The greatest offset or count the file's 32-bit fields hold.
const LIMIT: u64 = u32::MAX as u64;

/// The errors of this room.
#[derive(Debug)]
pub enum IndexError {
    /// The file does not begin as an index does.
    NotAnIndex,
    /// The file has another format version.
    OtherVersion(u32),
    /// A part of the file is not what it was when it was written.
    Damaged(&'static str),
    /// There is more than the file's fields can count.
    TooLarge,
    /// The file could not be read or written.
    Io(io::Error),
}

impl IndexError {
    /// The sentence for the user.
    pub fn says(&self) -> Text {
        match self {
            Self::NotAnIndex => text!("vulndb-not-an-index"),
            Self::OtherVersion(found) => {
                text!("vulndb-other-version", found = *found, reads = FORMAT_VERSION)
            }
            Self::Damaged(part) => text!("vulndb-damaged", part = *part),
            Self::TooLarge => text!("vulndb-too-large", limit = LIMIT),
            Self::Io(reason) => text!("vulndb-not-readable", reason = reason.to_string()),
        }
    }
}

impl fmt::Display for IndexError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.says().fmt(out)
    }
}

impl std::error::Error for IndexError {}

impl From<io::Error> for IndexError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}
