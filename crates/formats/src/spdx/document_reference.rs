//! A document as another refers to it: by its namespace and a checksum of its bytes (SPDX 2.3 section 6.6).

use std::fmt::Write as _;

use sha2::Digest as _;

/// A document as another refers to it.
#[derive(Debug, Default)]
pub(super) struct Referred {
    /// What the document that refers calls it: `DocumentRef-recipe-openssl`.
    pub(super) reference: String,
    pub(super) namespace: String,
    /// Algorithm and value of its checksum, as written.
    pub(super) checksum: Option<(String, String)>,
}

/// What the bytes of a document come to, by the algorithms documents refer to each other with.
#[derive(Debug)]
pub(super) struct DocumentDigests {
    sha1: String,
    sha256: String,
}

impl DocumentDigests {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let sha1 = sha1::Sha1::digest(bytes);
        Self { sha1: hexadecimal(&sha1), sha256: hexadecimal(&sha2::Sha256::digest(bytes)) }
    }

    /// The one by this algorithm, if it is one of those.
    pub(super) fn by(&self, algorithm: &str) -> Option<&str> {
        match algorithm {
            "SHA-1" => Some(&self.sha1),
            "SHA-256" => Some(&self.sha256),
            _ => None,
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
