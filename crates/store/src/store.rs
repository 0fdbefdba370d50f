//! The store: a database and a place for documents, behind one contract.

use std::path::Path;

use proofmark_facts::{KeepError, Sha256};

use crate::blobs::Blobs;
use crate::migration;
use crate::place::{DatabasePlace, Place};
use crate::seal_memory::SealMemory;
use crate::sql::{Connection, Database, Postgres, Sqlite};

/// Everything kept. Several processes may hold it open: writes wait for each other, each is durable before it returns.
///
/// It waits for disk and network, so it must not be used, nor dropped, on a thread that drives asynchronous work.
#[derive(Debug)]
pub struct Store {
    pub(crate) connection: Connection,
    pub(crate) blobs: Blobs,
    pub(crate) last_seal: SealMemory,
    /// Documents to take away once what was written together is kept.
    pub(crate) leaving: Vec<Sha256>,
}

impl Store {
    /// Opens the store in this directory, making or migrating it if need be: `store.db` and `documents/`.
    pub fn open(directory: &Path) -> Result<Self, KeepError> {
        Self::connect(&Place::of_home(directory))
    }

    /// Opens the store at this place, making or migrating it if need be.
    pub fn connect(place: &Place) -> Result<Self, KeepError> {
        let blobs = Blobs::open(&place.blobs)?;
        let database = match &place.database {
            DatabasePlace::File(path) => Database::Sqlite(Sqlite::open(path)?),
            DatabasePlace::Server(address) => Database::Postgres(Box::new(Postgres::connect(address)?)),
        };
        let connection = Connection::from(database);
        migration::migrate(&connection)?;
        let last_seal = SealMemory::at(&place.last_seal);
        Ok(Self { connection, blobs, last_seal, leaving: Vec::new() })
    }

    /// Whether nothing is half written on it.
    pub(crate) fn is_settled(&self) -> bool {
        self.connection.is_apart()
    }

    /// Whether it can still be used: the connection to a server may be gone.
    pub(crate) fn is_alive(&self) -> bool {
        self.connection.is_alive()
    }
}
