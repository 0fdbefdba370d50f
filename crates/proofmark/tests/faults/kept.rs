//! Databases of earlier schemas: each comes forward, on the database it was kept in, with everything in it readable and proven.

use std::fs;
use std::path::Path;
use std::process::Command;

use postgres::{Client, NoTls};

use crate::cluster::Cluster;
use crate::served::{Place, assert_sound, shown};

/// What one installation kept, as each schema had it: holds and an import of advisories, and from the third on a product with its
/// release and documents; jobs that wait; in the sixth an advisory was added and the release assessed again, in the eighth the
/// next release with another package, which the program of that schema assessed itself.
const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../store/tests/fixtures/kept-by-schemas");

/// What is in a fixture. That of the second schema holds what the third program kept, in the tables the second one had.
struct Kept {
    schema: &'static str,
    lines: u64,
    records: u64,
    component_rows: u64,
    /// Weeks in which findings opened: the product's and the operator's.
    weeks: i64,
    /// Packages, and words, that releases are found by: from the ninth on one that stands for the words nobody had kept.
    packages: i64,
    documents: usize,
    jobs: usize,
}

/// Every fixture besides that of the first schema, which the store has itself.
const FIXTURES_KEPT: [Kept; 4] = [
    Kept {
        schema: "0002",
        lines: 2,
        records: 1,
        component_rows: 0,
        weeks: 0,
        packages: 0,
        documents: 1,
        jobs: 1,
    },
    Kept {
        schema: "0003",
        lines: 2,
        records: 4,
        component_rows: 2,
        weeks: 0,
        packages: 2,
        documents: 3,
        jobs: 1,
    },
    Kept {
        schema: "0006",
        lines: 4,
        records: 4,
        component_rows: 2,
        weeks: 2,
        packages: 2,
        documents: 5,
        jobs: 2,
    },
    Kept {
        schema: "0008",
        lines: 6,
        records: 5,
        component_rows: 5,
        weeks: 4,
        packages: 3,
        documents: 9,
        jobs: 2,
    },
];

/// Weeks in which something opened.
const WEEKS: &str = "SELECT count(*) FROM finding_week WHERE opened = 1 AND still_open = 1 AND high = 1";

const PACKAGES: &str = "SELECT count(*) FROM component_package WHERE operator = 'maker'";

fn fixture(name: &str) -> String {
    fs::read_to_string(Path::new(FIXTURES).join(name)).unwrap()
}

/// A home with the documents and the key.
fn home_of_then(kept: &Kept, words: &[&str]) -> Place {
    let place = Place::new(words);
    fs::create_dir(place.home()).unwrap();
    let packed = Path::new(FIXTURES).join(format!("documents-and-key-{}.tar.gz", kept.schema));
    let unpacked = Command::new("tar").arg("-xzf").arg(packed).arg("-C").arg(place.home()).status();
    assert!(unpacked.unwrap().success());
    place
}

/// Everything is there, can be read, and is what the ledger says; and work goes on.
fn assert_came_forward(place: &Place, words: &[&str], kept: &Kept) {
    let schema = kept.schema;
    assert_sound(place, words);
    let run = |command: &[&str]| {
        let done = place.run(&[command, words].concat());
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        assert!(done.status.success(), "{schema}: {said}{}", String::from_utf8_lossy(&done.stderr));
        said
    };
    let report: serde_json::Value =
        serde_json::from_str(&run(&["ledger", "verify", "--format", "json"])).unwrap();
    assert_eq!(
        (&report["lines"], &report["sealed"], &report["records"]),
        (&kept.lines.into(), &kept.lines.into(), &kept.records.into())
    );
    assert_eq!(report["component_rows"], kept.component_rows, "{schema}");
    let export = place.path("export");
    run(&["export", &shown(&export)]);
    let lines = |name: &str| fs::read_to_string(export.join(name)).unwrap().lines().count();
    assert_eq!((lines("documents.jsonl"), lines("jobs.jsonl")), (kept.documents, kept.jobs), "{schema}");
    assert!(run(&["hold", "list", "--operator", "maker"]).contains("inquiry"));
    run(&["hold", "release", "inquiry", "--operator", "maker"]);
    assert_sound(place, words);
}

#[test]
fn files_of_earlier_schemas_come_forward() {
    for kept in FIXTURES_KEPT {
        let schema = kept.schema;
        let place = home_of_then(&kept, &[]);
        let connection = rusqlite::Connection::open(place.home().join("store.db")).unwrap();
        // Tables come in the order of their names.
        connection.pragma_update(None, "foreign_keys", false).unwrap();
        connection.execute_batch(&fixture(&format!("sqlite-{schema}.sql"))).unwrap();
        drop(connection);
        assert_came_forward(&place, &[], &kept);
        let connection = rusqlite::Connection::open(place.home().join("store.db")).unwrap();
        let [weeks, packages] =
            [WEEKS, PACKAGES].map(|asks| connection.query_row(asks, [], |row| row.get::<_, i64>(0)).unwrap());
        assert_eq!((weeks, packages), (kept.weeks, kept.packages), "{schema}");
    }
}

#[test]
fn databases_on_a_server_of_earlier_schemas_come_forward() {
    let Some(cluster) = Cluster::shared() else { return };
    for kept in FIXTURES_KEPT {
        let schema = kept.schema;
        let url = cluster.new_database(&format!("kept_{schema}"));
        let mut client = Client::connect(&url, NoTls).unwrap();
        client.batch_execute(&fixture(&format!("postgresql-{schema}.sql"))).unwrap();
        drop(client);
        let words = ["--database", url.as_str()];
        assert_came_forward(&home_of_then(&kept, &words), &words, &kept);
        let mut client = Client::connect(&url, NoTls).unwrap();
        let [weeks, packages] =
            [WEEKS, PACKAGES].map(|asks| client.query_one(asks, &[]).unwrap().get::<_, i64>(0));
        assert_eq!((weeks, packages), (kept.weeks, kept.packages), "{schema}");
    }
}
