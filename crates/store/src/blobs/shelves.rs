//! Where documents lie, whichever it is.

use proofmark_facts::{KeepError, Sha256};

use super::blob_place::BlobPlace;
use super::bucket::Bucket;
use super::directory::Directory;
use crate::error;

/// The place documents lie at.
#[derive(Debug)]
pub(crate) enum Blobs {
    /// A directory on this machine.
    Directory(Directory),
    /// A bucket of an object store.
    Bucket(Bucket),
}

impl Blobs {
    /// Opens the place, making a directory if need be.
    pub(crate) fn open(place: &BlobPlace) -> Result<Self, KeepError> {
        match place {
            BlobPlace::Directory(path) => Directory::open(path.clone()).map(Self::Directory),
            BlobPlace::Bucket(address) => Bucket::open(address).map(Self::Bucket),
        }
    }

    /// Keeps these documents durably; one that is there already with the same bytes stays as it is.
    pub(crate) fn put_all(&self, documents: &[(Sha256, &[u8])]) -> Result<(), KeepError> {
        match self {
            Self::Directory(directory) => {
                documents.iter().try_for_each(|(digest, bytes)| directory.put(digest, bytes))
            }
            Self::Bucket(bucket) => bucket.put_all(documents),
        }
    }

    /// The document's bytes, checked against the digest.
    pub(crate) fn get(&self, digest: &Sha256) -> Result<Vec<u8>, KeepError> {
        let found = match self {
            Self::Directory(directory) => directory.get(digest)?,
            Self::Bucket(bucket) => bucket.get(digest)?,
        };
        let bytes = found.ok_or_else(|| error::document_gone(digest))?;
        if Sha256::of(&bytes) == *digest { Ok(bytes) } else { Err(error::document_changed(digest)) }
    }

    /// Takes the document's bytes away; that they are gone already is no trouble.
    pub(crate) fn remove(&self, digest: &Sha256) -> Result<(), KeepError> {
        match self {
            Self::Directory(directory) => directory.remove(digest),
            Self::Bucket(bucket) => bucket.remove(digest),
        }
    }
}
