//! Where things are kept: which database, and where documents lie.

use std::path::{Path, PathBuf};

use proofmark_facts::KeepError;
use proofmark_text::text;

use crate::blobs::{BlobPlace, S3Address};
use crate::error;
use crate::sql::PostgresAddress;

/// A database and a place for documents. No secret of either is shown by `Debug`.
#[derive(Debug, Clone)]
pub struct Place {
    pub(crate) database: DatabasePlace,
    pub(crate) blobs: BlobPlace,
    /// Where the last checkpoint is remembered, whichever database the ledger is in.
    pub(crate) last_seal: PathBuf,
}

/// Where the database is.
#[derive(Debug, Clone)]
pub(crate) enum DatabasePlace {
    /// A file of SQLite's.
    File(PathBuf),
    /// A server.
    Server(Box<PostgresAddress>),
}

impl Place {
    /// Everything in one directory: `store.db`, `documents/`, and `keys/ledger.sealed` for the last checkpoint. Back it up
    /// whole.
    pub fn of_home(directory: &Path) -> Self {
        Self {
            database: DatabasePlace::File(directory.join("store.db")),
            blobs: BlobPlace::Directory(directory.join("documents")),
            last_seal: directory.join("keys").join("ledger.sealed"),
        }
    }

    /// The same with the database elsewhere: `postgres://user:password@host:port/database`, or a file's path.
    ///
    /// Beyond this machine PostgreSQL is spoken to under TLS, the server's certificate and name verified, unless the
    /// address says `sslmode=disable`; `sslrootcert` names a file of certificates to trust instead of the system's.
    pub fn with_database(self, address: &str) -> Result<Self, KeepError> {
        let database = match address.split_once("://") {
            Some(("postgres" | "postgresql", _)) => {
                DatabasePlace::Server(Box::new(PostgresAddress::parse(address)?))
            }
            Some((scheme, _)) => return Err(unknown_scheme(scheme, "postgres://")),
            None => DatabasePlace::File(PathBuf::from(address)),
        };
        Ok(Self { database, ..self })
    }

    /// The same with the documents elsewhere: a directory, or
    /// `s3://key:secret@bucket/prefix?endpoint=https://…&region=…&path_style=true&plain=true&conditional=false`.
    ///
    /// Only the bucket is needed; what the address leaves open comes from the usual `AWS_…` variables. Without TLS only
    /// with `plain=true`, or to this machine. `conditional=false` is for servers that refuse conditional writes;
    /// `timeout_seconds` says how long one request may take.
    pub fn with_blobs(self, address: &str) -> Result<Self, KeepError> {
        let blobs = match address.split_once("://") {
            Some(("s3", _)) => BlobPlace::Bucket(S3Address::parse(address)?),
            Some((scheme, _)) => return Err(unknown_scheme(scheme, "s3://")),
            None => BlobPlace::Directory(PathBuf::from(address)),
        };
        Ok(Self { blobs, ..self })
    }

    /// Whether the database is a server, which several nodes can share.
    pub fn is_remote(&self) -> bool {
        matches!(self.database, DatabasePlace::Server(_))
    }
}

fn unknown_scheme(scheme: &str, known: &str) -> KeepError {
    error::hindrance(text!("store-scheme-unknown", scheme = scheme, known = known))
}
