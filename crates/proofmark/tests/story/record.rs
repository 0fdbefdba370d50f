//! The record as a whole: backed up and restored, taken out and in, looked at, held and purged.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::house::{Done, House, example, files_below, json_at, text};

/// A house with both examples assessed.
fn house() -> House {
    let house = House::new();
    house.assess(&example("password-manager"), &[]).ends(0);
    house.assess(&example("edge-gateway"), &[]).ends(1);
    house
}

fn verified(house: &House) -> Value {
    house.run(&["ledger", "verify", "--format", "json"]).ends(0).json()
}

fn lines_of(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn in_home(house: &House, home: &Path, arguments: &[&str]) -> Done {
    let mut all = vec!["--home", text(home)];
    all.extend(arguments);
    house.run(&all)
}

#[test]
fn an_assessment_leaves_records_and_rows_that_are_proved() {
    let house = house();
    let report = verified(&house);
    // Two operators, two products, two releases.
    assert_eq!((report["records"].as_u64(), report["releases"].as_u64()), (Some(6), Some(2)));
    assert!(report["component_rows"].as_u64() > Some(10), "{report}");
    assert!(report["finding_rows"].as_u64() > Some(3), "{report}");
    house.run(&["ledger", "verify"]).ends(0).shows("6 records and");
    // The same again changes the standing, and opens nothing anew.
    house.assess(&example("edge-gateway"), &[]).ends(1);
    assert_eq!(verified(&house)["finding_rows"], report["finding_rows"]);
}

#[test]
fn where_there_is_no_operator_yet_it_is_said_how_one_comes_to_be() {
    let house = House::new();
    for asked in [&["hold", "list"][..], &["purge"], &["purge", "--dry-run"]] {
        let refused = house.run(asked).ends(3);
        refused.tells("there is no operator yet, as nothing was kept here");
        refused.tells("assess a release with `proofmark assess`");
    }
    house.assess(&example("password-manager"), &[]).ends(0);
    house.run(&["hold", "list"]).ends(0).shows("no hold is in force");
}

#[test]
fn a_backup_is_verified_and_restores_the_same_ledger_with_its_key() {
    let house = house();
    let backup = house.path("backup");
    house.run(&["backup", text(&backup), "--with-key"]).ends(0).shows("were written and verified");
    let home = house.path("second-home");
    in_home(&house, &home, &["restore", text(&backup)]).ends(0);
    let restored = in_home(&house, &home, &["ledger", "verify", "--format", "json"]).ends(0).json();
    assert_eq!(restored, verified(&house));
    // Work goes on there under the same key.
    let directory = example("password-manager");
    in_home(&house, &home, &["assess", text(&directory), "--on", "2026-11-21"]).ends(0);
    in_home(&house, &home, &["ledger", "verify"]).ends(0);
    // Nothing is ever written over.
    in_home(&house, &home, &["restore", text(&backup)]).ends(3).tells("something is kept here already");
    house.run(&["backup", text(&backup)]).ends(3).tells("there is something in");
}

#[test]
fn a_backup_somebody_changed_is_refused_and_nothing_of_it_is_kept() {
    let house = house();
    let backup = house.path("backup");
    house.run(&["backup", text(&backup)]).ends(0).tells("the ledger's key is not in the backup");
    let document = files_below(&backup.join("documents")).remove(0);
    for (path, change) in [
        ("ledger.jsonl", "anna"),
        ("records.jsonl", "gate"),
        ("findings.jsonl", "CVE"),
        (document.strip_prefix(&backup).unwrap().to_str().unwrap(), ""),
    ] {
        let path = backup.join(path);
        let whole = fs::read(&path).unwrap();
        let mut changed = whole.clone();
        let at = changed.windows(change.len().max(1)).position(|one| one == change.as_bytes()).unwrap_or(0);
        changed[at] ^= 1;
        fs::write(&path, &changed).unwrap();
        let home = house.path("other-home");
        in_home(&house, &home, &["restore", text(&backup)]).ends(3).tells("is not what the manifest says");
        fs::write(&path, &whole).unwrap();
    }
    let home = house.path("other-home");
    in_home(&house, &home, &["restore", text(&backup)])
        .ends(3)
        .tells("the ledger's secret key is neither in the folder nor at");
    assert!(!home.exists(), "nothing was written");
    in_home(&house, &home, &["restore", text(&backup), "--without-key"])
        .ends(0)
        .tells("the ledger's key is not in the folder");
    // With the key at its place it is an ordinary restore.
    let third = house.path("third-home");
    fs::create_dir_all(third.join("keys")).unwrap();
    fs::copy(house.home().join("keys/ledger.key"), third.join("keys/ledger.key")).unwrap();
    in_home(&house, &third, &["restore", text(&backup)]).ends(0);
    in_home(&house, &third, &["ledger", "verify"]).ends(0);
}

#[test]
fn an_export_is_what_its_schemas_say_and_can_be_read_without_us() {
    let house = house();
    let export = house.path("export");
    let manifest = house.run(&["export", text(&export), "--format", "json"]).ends(0).json();
    house.assert_fits("export-manifest", &manifest);
    assert_eq!(manifest, json_at(&export.join("manifest.json")));
    for (file, schema) in [
        ("ledger.jsonl", "ledger-line"),
        ("records.jsonl", "exported-record"),
        ("components.jsonl", "exported-component"),
        ("findings.jsonl", "exported-finding"),
        ("documents.jsonl", "exported-document"),
        ("checkpoints.jsonl", "exported-checkpoint"),
    ] {
        let lines = lines_of(&export.join(file));
        assert!(!lines.is_empty(), "{file}");
        for line in &lines {
            house.assert_fits(schema, line);
        }
    }
    assert!(!export.join("keys").exists());
    let documents = files_below(&export.join("documents")).len() as u64;
    assert_eq!(manifest["documents"].as_u64(), Some(documents));
    let home = house.path("second-home");
    in_home(&house, &home, &["import", text(&export)]).ends(3).tells("the ledger's secret key is neither");
    in_home(&house, &home, &["import", text(&export), "--without-key"]).ends(0);
    let again = house.path("export-again");
    in_home(&house, &home, &["export", text(&again)]).ends(0);
    for file in ["ledger.jsonl", "records.jsonl", "components.jsonl", "findings.jsonl", "documents.jsonl"] {
        assert_eq!(fs::read(export.join(file)).unwrap(), fs::read(again.join(file)).unwrap(), "{file}");
    }
}

#[test]
fn the_doctor_finds_what_is_not_well_and_says_how_to_mend_it() {
    let house = House::new();
    house.run(&["doctor"]).ends(0).shows("nothing was kept");
    let house = self::house();
    let report = house.run(&["doctor", "--full", "--format", "json"]).ends(0).json();
    house.assert_fits("doctor-report", &report);
    assert_eq!(report["healthy"], true);
    // A document the ledger names is not what it was.
    let document = files_below(&house.home().join("documents")).remove(0);
    let whole = fs::read(&document).unwrap();
    fs::write(&document, b"something else").unwrap();
    house.run(&["doctor", "--full"]).ends(1).shows("documents");
    fs::write(&document, whole).unwrap();
    house.run(&["doctor", "--full"]).ends(0);
    fs::remove_file(house.home().join("keys/ledger.key")).unwrap();
    house.run(&["doctor"]).ends(1).shows("keys/ledger.key");
}

#[test]
fn what_somebody_did_to_the_database_is_told_by_name_and_a_lost_table_is_damage() {
    let house = house();
    fs::remove_file(house.home().join("keys/ledger.sealed")).unwrap();
    house.run(&["ledger", "verify"]).ends(0).shows("keys/ledger.sealed");
    house.run(&["doctor"]).ends(0).shows("keys/ledger.sealed");
    let database = rusqlite::Connection::open(house.home().join("store.db")).unwrap();
    database.execute_batch("DROP TRIGGER ledger_line_is_never_changed").unwrap();
    house.run(&["ledger", "verify"]).ends(1).shows("ledger_line_is_never_changed");
    house.run(&["doctor"]).ends(1).shows("ledger_line_is_never_changed");
    database.execute_batch("DROP TABLE record").unwrap();
    for command in [&["ledger", "verify"][..], &["hold", "list", "--operator", "nobody"]] {
        let done = house.run(command).ends(5);
        assert!(done.err.contains("ends-table-gone") && done.err.contains("record"), "{command:?}: {done:?}");
    }
    house.run(&["doctor"]).ends(1).shows("record");
}

#[test]
fn a_hold_keeps_what_purge_would_take_and_what_goes_is_still_named() {
    let house = House::new();
    let product = house.path("product");
    for file in files_below(&example("password-manager")) {
        let below = file.strip_prefix(example("password-manager")).unwrap().to_owned();
        house.write(&format!("product/{}", below.display()), fs::read(&file).unwrap());
    }
    house.assess(&product, &[]).ends(0);
    // The same list written otherwise takes the place of the first one.
    let list = product.join("sbom.spdx.json");
    fs::write(&list, format!("{}\n", fs::read_to_string(&list).unwrap())).unwrap();
    house.assess(&product, &[]).ends(0);
    let purged = |done: Done| done.json()["purged"].as_array().map(Vec::len);
    let report = house.run(&["purge", "--dry-run", "--format", "json"]).ends(0);
    house.assert_fits("purge-report", &report.json());
    assert_eq!(purged(report), Some(1));
    house.run(&["hold", "place", "Case 7/26", "--because", "the court asked"]).ends(0);
    house.run(&["purge"]).ends(0).shows("the court asked");
    house.run(&["hold", "list"]).ends(0).shows("case-7-26");
    house.run(&["hold", "release", "case-7-26"]).ends(0);
    house.run(&["hold", "list"]).ends(0).shows("no hold is in force");
    house.run(&["hold", "release", "case-7-26"]).ends(3);
    let documents = || files_below(&house.home().join("documents")).len();
    let before = documents();
    assert_eq!(purged(house.run(&["purge", "--format", "json"]).ends(0)), Some(1));
    assert_eq!(documents(), before - 1);
    verified(&house);
}

#[test]
fn a_store_elsewhere_is_named_by_option_or_environment() {
    let house = House::new();
    let (database, blobs) = (house.path("elsewhere.db"), house.path("blobs"));
    let there = ["--database", text(&database), "--blobs", text(&blobs)];
    house.assess(&example("password-manager"), &there).ends(0);
    assert!(database.exists() && !house.home().join("store.db").exists());
    assert!(!files_below(&blobs).is_empty());
    let mut command = house.proofmark(&["ledger", "verify"]);
    command.env("PROOFMARK_DATABASE", &database).env("PROOFMARK_BLOBS", &blobs);
    Done::of(command.output().unwrap()).ends(0);
    house.run(&["ledger", "verify", "--database", "mysql://x"]).ends(4).tells("mysql");
}
