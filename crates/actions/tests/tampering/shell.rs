//! Somebody with a database shell, who knows about the triggers; each time with a copy of the store of their own.

use std::fs;
use std::sync::atomic::{AtomicU32, Ordering};

use proofmark_actions::verify_ledger;
use proofmark_store::{Place, Store};

use crate::cluster::Cluster;
use crate::world::{World, at, signer};

pub(crate) struct Shell {
    world: World,
    server: Option<(&'static Cluster, &'static str)>,
}

impl Shell {
    pub(crate) fn sqlite(world: World) -> Self {
        Self { world, server: None }
    }

    pub(crate) fn postgres(world: World, cluster: &'static Cluster, database: &'static str) -> Self {
        Self { world, server: Some((cluster, database)) }
    }

    /// What the verification names in a copy of the store after this was done to its database.
    pub(crate) fn faults_after(&self, statement: &str) -> Vec<(&'static str, String)> {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("keys")).unwrap();
        let (last_seal, here) = ("keys/ledger.sealed", self.world.home.path());
        fs::copy(here.join(last_seal), home.path().join(last_seal)).unwrap();
        let documents = here.join("documents");
        let place = Place::of_home(home.path()).with_blobs(documents.to_str().unwrap()).unwrap();
        let place = match self.server {
            None => {
                let copy = home.path().join("store.db");
                fs::copy(self.world.file(), &copy).unwrap();
                in_sqlite(&copy, statement);
                place
            }
            Some((cluster, database)) => {
                place.with_database(&in_postgres(cluster, database, statement)).unwrap()
            }
        };
        let store = Store::connect(&place).unwrap();
        let report = verify_ledger(&store, Some(signer().verifier_key()), at(60)).unwrap();
        assert_eq!(report.sound, report.faults.is_empty());
        report.faults.iter().map(|fault| (fault.id(), fault.to_string())).collect()
    }
}

fn in_sqlite(file: &std::path::Path, statement: &str) {
    let database = rusqlite::Connection::open(file).unwrap();
    // Who knows of the triggers puts them back: that they are gone is named of itself.
    let mut asks = database.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").unwrap();
    let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?));
    let triggers: Vec<(String, String)> = asks.query_map([], read).unwrap().map(Result::unwrap).collect();
    drop(asks);
    let dropped: Vec<String> = triggers.iter().map(|(name, _)| format!("DROP TRIGGER {name};")).collect();
    database.execute_batch(&format!("{} PRAGMA foreign_keys = OFF;", dropped.concat())).unwrap();
    if !statement.is_empty() {
        let touched =
            database.execute(statement, []).map_err(|error| format!("{statement}: {error}")).unwrap();
        assert!(touched > 0, "it touches nothing: {statement}");
    }
    let back: Vec<&str> = triggers.iter().map(|(_, sql)| sql.as_str()).collect();
    database.execute_batch(&back.join(";")).unwrap();
}

/// The address of the copy.
fn in_postgres(cluster: &Cluster, database: &str, statement: &str) -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let copy = format!("{database}_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    let mut client = postgres::Client::connect(&cluster.url("postgres"), postgres::NoTls).unwrap();
    client.batch_execute(&format!("CREATE DATABASE {copy} TEMPLATE {database}")).unwrap();
    let mut client = postgres::Client::connect(&cluster.url(&copy), postgres::NoTls).unwrap();
    if !statement.is_empty() {
        client.batch_execute("SET session_replication_role = replica").unwrap();
        let touched =
            client.execute(statement, &[]).map_err(|error| format!("{statement}: {error:?}")).unwrap();
        assert!(touched > 0, "it touches nothing: {statement}");
    }
    cluster.url(&copy)
}
