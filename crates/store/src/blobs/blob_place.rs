//! Where documents lie: a directory or a bucket.

use std::path::PathBuf;

use super::s3_address::S3Address;

/// Where documents lie.
#[derive(Debug, Clone)]
pub(crate) enum BlobPlace {
    /// A directory.
    Directory(PathBuf),
    /// A bucket.
    Bucket(S3Address),
}
