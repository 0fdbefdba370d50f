//! How a publisher lays out its folder of CSAF documents.

/// A folder of documents. What its lists name lies below the feed's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsafFolder {
    /// Where below the address its lists lie, each place ending in `/` or empty.
    pub lists: &'static [&'static str],
    /// Which digest lies beside each document.
    pub digest: CsafDigest,
}

/// The digest beside a document (CSAF 2.0 section 7.1.18).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CsafDigest {
    /// In a file that ends in `.sha256`.
    Sha256,
    /// In a file that ends in `.sha512`.
    Sha512,
}

impl CsafDigest {
    /// How the file's name ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Sha256 => ".sha256",
            Self::Sha512 => ".sha512",
        }
    }
}
