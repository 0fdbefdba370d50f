//! Advisories and the exploited catalogue as published, from the folder `PROOFMARK_TEST_DATA` names.

#![expect(clippy::print_stdout, reason = "a test may stop here and say what it saw")]

use std::io::Read as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use proofmark_formats::{Limits, read_kev, read_osv};

/// The folder named, or `../shared/data` beside the workspace; says so where there is neither.
fn folder() -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let named = std::env::var_os("PROOFMARK_TEST_DATA").map_or(beside, PathBuf::from);
    let folder = Some(named).filter(|folder| folder.join("advisories").is_dir());
    if folder.is_none() {
        println!("skipped: `PROOFMARK_TEST_DATA` names no folder of test data");
    }
    folder
}

#[test]
fn every_published_record_is_read() {
    let Some(folder) = folder() else { return };
    for ecosystem in std::fs::read_dir(folder.join("advisories")).unwrap() {
        let ecosystem = ecosystem.unwrap().path();
        let archive = std::fs::File::open(ecosystem.join("all.zip")).unwrap();
        let mut archive = zip::ZipArchive::new(archive).unwrap();
        let (mut bytes, mut affected, mut warnings, mut spent) = (0, 0, 0, Duration::ZERO);
        for index in 0..archive.len() {
            let mut record = Vec::new();
            archive.by_index(index).unwrap().read_to_end(&mut record).unwrap();
            bytes += record.len();
            let started = Instant::now();
            let read = read_osv(&record, &Limits::default());
            spent += started.elapsed();
            warnings += read.problems.len();
            affected += read.value.unwrap_or_else(|| panic!("{:?}", read.problems)).affected.len();
        }
        let (name, count) = (ecosystem.file_name().unwrap(), archive.len());
        println!(
            "{}: {count} records, {affected} affected, {warnings} warnings, {bytes} bytes: {spent:?}",
            name.display()
        );
    }
}

#[test]
fn the_published_catalogue_is_read() {
    let Some(folder) = folder() else { return };
    let bytes = std::fs::read(folder.join("exploited/known_exploited_vulnerabilities.json")).unwrap();
    let read = read_kev(&bytes, &Limits::default());
    assert_eq!(read.problems, []);
    let catalogue = read.value.unwrap();
    println!("{} entries of {}", catalogue.entries.len(), catalogue.version);
    assert!(catalogue.entries.len() > 1000 && catalogue.released_at.is_some());
}
