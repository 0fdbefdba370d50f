//! Databases of earlier schemas: each comes forward, on the database it was kept in, with everything in it readable and proven.

use std::fs;
use std::path::Path;
use std::process::Command;

use postgres::{Client, NoTls};

use crate::cluster::Cluster;
use crate::served::{Place, assert_sound, shown};

/// What one installation kept, as each schema had it: a product with its release, its documents, a hold, a job that waits.
const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../store/tests/fixtures/kept-by-schemas");

/// The schemas there are fixtures of, besides the first one, of which the store has its own.
const SCHEMAS: [&str; 1] = ["0003"];

fn fixture(name: &str) -> String {
    fs::read_to_string(Path::new(FIXTURES).join(name)).unwrap()
}

/// A home with the documents and the key.
fn home_of_then(words: &[&str]) -> Place {
    let place = Place::new(words);
    fs::create_dir(place.home()).unwrap();
    let packed = Path::new(FIXTURES).join("documents-and-key.tar.gz");
    let unpacked = Command::new("tar").arg("-xzf").arg(packed).arg("-C").arg(place.home()).status();
    assert!(unpacked.unwrap().success());
    place
}

/// Everything is there, can be read, and is what the ledger says; and work goes on.
fn assert_came_forward(place: &Place, words: &[&str], schema: &str) {
    assert_sound(place, words);
    let run = |command: &[&str]| {
        let done = place.run(&[command, words].concat());
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        assert!(done.status.success(), "{schema}: {said}{}", String::from_utf8_lossy(&done.stderr));
        said
    };
    let report: serde_json::Value =
        serde_json::from_str(&run(&["ledger", "verify", "--format", "json"])).unwrap();
    assert_eq!((&report["lines"], &report["sealed"], &report["records"]), (&2.into(), &2.into(), &4.into()));
    assert_eq!(report["component_rows"], 2, "{schema}");
    let export = place.path("export");
    run(&["export", &shown(&export)]);
    let lines = |name: &str| fs::read_to_string(export.join(name)).unwrap().lines().count();
    assert_eq!((lines("documents.jsonl"), lines("jobs.jsonl")), (3, 1), "{schema}");
    assert!(run(&["hold", "list"]).contains("inquiry"));
    run(&["hold", "release", "inquiry"]);
    assert_sound(place, words);
}

#[test]
fn files_of_earlier_schemas_come_forward() {
    for schema in SCHEMAS {
        let place = home_of_then(&[]);
        let connection = rusqlite::Connection::open(place.home().join("store.db")).unwrap();
        // Tables come in the order of their names.
        connection.pragma_update(None, "foreign_keys", false).unwrap();
        connection.execute_batch(&fixture(&format!("sqlite-{schema}.sql"))).unwrap();
        drop(connection);
        assert_came_forward(&place, &[], schema);
    }
}

#[test]
fn databases_on_a_server_of_earlier_schemas_come_forward() {
    let Some(cluster) = Cluster::shared() else { return };
    for schema in SCHEMAS {
        let url = cluster.new_database(&format!("kept_{schema}"));
        let mut client = Client::connect(&url, NoTls).unwrap();
        client.batch_execute(&fixture(&format!("postgresql-{schema}.sql"))).unwrap();
        drop(client);
        let words = ["--database", url.as_str()];
        assert_came_forward(&home_of_then(&words), &words, schema);
    }
}
