//! Every database the contract is held against.

use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use proofmark_store::{Place, Store};
use tempfile::TempDir;

use crate::cluster::Cluster;

/// An empty place to keep things at, gone after the test.
pub(crate) struct Database {
    pub(crate) name: &'static str,
    pub(crate) place: Place,
    pub(crate) url: Option<String>,
    home: TempDir,
}

impl Database {
    pub(crate) fn open(&self) -> Store {
        Store::connect(&self.place).unwrap()
    }

    /// Where its documents lie, and SQLite's file.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Statements of somebody with a database shell, each refused or not.
    pub(crate) fn behind_the_back(&self, statement: &str) -> Result<(), String> {
        match &self.url {
            None => rusqlite::Connection::open(self.home().join("store.db"))
                .unwrap()
                .execute_batch(statement)
                .map_err(|error| error.to_string()),
            Some(url) => postgres::Client::connect(url, postgres::NoTls)
                .unwrap()
                .batch_execute(statement)
                .map_err(|error| error.as_db_error().unwrap().message().to_owned()),
        }
    }
}

/// A new one of each kind that is to be had here.
pub(crate) fn every_database() -> Vec<Database> {
    let home = tempfile::tempdir().unwrap();
    let mut databases =
        vec![Database { name: "SQLite", place: Place::of_home(home.path()), url: None, home }];
    databases.extend(postgres_database());
    databases
}

/// A new one on PostgreSQL.
pub(crate) fn postgres_database() -> Option<Database> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let cluster = Cluster::shared()?;
    let url = cluster.new_database(&format!("store_{}", NUMBER.fetch_add(1, Ordering::Relaxed)));
    let home = tempfile::tempdir().unwrap();
    let place = Place::of_home(home.path()).with_database(&url).unwrap();
    Some(Database { name: "PostgreSQL", place, url: Some(url), home })
}
