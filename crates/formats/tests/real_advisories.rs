//! Advisories and the exploited catalogue as published, from the folder `PROOFMARK_TEST_DATA` names.

#![expect(clippy::print_stdout, reason = "a test may stop here and say what it saw")]

use std::io::Read as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use proofmark_facts::{Advisory, ClaimState, Weight};
use proofmark_formats::{
    AdvisoryKind, Limits, advisory_kind, read_cve_record, read_euvd, read_kev, read_osv, read_osv_to_match,
};

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
            let advisory = read.value.unwrap_or_else(|| panic!("{:?}", read.problems));
            affected += advisory.affected.len();
            let to_match = read_osv_to_match(&record, &Limits::default());
            let to_be_matched = without_prose(advisory);
            assert_eq!((to_match.value, to_match.problems), (Some(to_be_matched), read.problems));
            // The same record with a byte too many, too few or another, somewhere else in each.
            let at = index.wrapping_mul(7919) % record.len();
            match index % 3 {
                0 => drop(record.remove(at)),
                1 => record[at] = b"\"\\{}[],:0x"[index % 10],
                _ => record.insert(at, record[(at * 31) % record.len()]),
            }
            let (whole, to_match) =
                (read_osv(&record, &Limits::default()), read_osv_to_match(&record, &Limits::default()));
            let says = (whole.value.map(without_prose), whole.problems);
            assert_eq!((to_match.value, to_match.problems), says, "{}", String::from_utf8_lossy(&record));
        }
        let (name, count) = (ecosystem.file_name().unwrap(), archive.len());
        println!(
            "{}: {count} records, {affected} affected, {warnings} warnings, {bytes} bytes: {spent:?}",
            name.display()
        );
    }
}

/// What is read of a record to match components.
fn without_prose(advisory: Advisory) -> Advisory {
    let mut affected = advisory.affected;
    for one in &mut affected {
        one.purl = None;
    }
    Advisory { details: None, references: Vec::new(), related: Vec::new(), affected, ..advisory }
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

/// CVE records are not part of every collection of test data: `cve/all.zip` holds them as cve.org's list or CISA's
/// enrichment lay them out.
#[test]
fn every_published_cve_record_is_read() {
    let Some(archive) = folder().and_then(|folder| std::fs::File::open(folder.join("cve/all.zip")).ok())
    else {
        println!("skipped: the test data hold no `cve/all.zip`");
        return;
    };
    let mut archive = zip::ZipArchive::new(archive).unwrap();
    let limits = Limits::default();
    let (mut records, mut claims, mut products, mut packages, mut files, mut warnings) = (0, 0, 0, 0, 0, 0);
    let (mut rejected, mut disputed, mut decided, mut exploited, mut spent) = (0, 0, 0, 0, Duration::ZERO);
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        if !name.rsplit('/').next().is_some_and(|file| file.starts_with("CVE-")) {
            continue;
        }
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        let started = Instant::now();
        assert_eq!(advisory_kind(&bytes, &limits), AdvisoryKind::CveRecord, "{name}");
        let read = read_cve_record(&bytes, &limits);
        spent += started.elapsed();
        let errors = read.problems.iter().filter(|problem| problem.weight == Weight::Error).count();
        assert_eq!(errors, 0, "{name}: {:?}", read.problems);
        warnings += read.problems.len();
        let advisory = read.value.unwrap();
        records += 1;
        claims += advisory.claims.len();
        rejected += usize::from(advisory.state == ClaimState::Rejected);
        disputed += usize::from(advisory.state == ClaimState::Disputed);
        decided += advisory.claims.iter().filter(|claim| claim.ssvc.is_some()).count();
        exploited += advisory.claims.iter().filter(|claim| claim.exploited.is_some()).count();
        products += advisory.products.len();
        let named = |product: &&proofmark_facts::AffectedProduct| {
            product.ecosystem.is_some() || product.purl.is_some()
        };
        packages += advisory.products.iter().filter(named).count();
        files += advisory.products.iter().filter(|product| !product.program_files.is_empty()).count();
    }
    println!(
        "{records} CVE records: {claims} claims, {rejected} rejected, {disputed} disputed, {decided} with decision points, \
         {exploited} listed as exploited, {products} products ({packages} of known collections, {files} with source files), \
         {warnings} warnings: {spent:?}"
    );
    assert!(records > 0 && claims >= records);
}

/// Answers of ENISA's interface, where the test data hold any: `euvd/*.json`.
#[test]
fn every_published_record_of_the_euvd_is_read() {
    let Some(entries) = folder().and_then(|folder| std::fs::read_dir(folder.join("euvd")).ok()) else {
        println!("skipped: the test data hold no folder `euvd`");
        return;
    };
    for entry in entries {
        let file = entry.unwrap().path();
        let bytes = std::fs::read(&file).unwrap();
        assert_eq!(advisory_kind(&bytes, &Limits::default()), AdvisoryKind::Euvd, "{}", file.display());
        let read = read_euvd(&bytes, &Limits::default());
        assert!(read.problems.is_empty(), "{}: {:?}", file.display(), read.problems);
        let advisories = read.value.unwrap();
        let exploited = advisories.iter().filter(|one| one.claims[0].exploited.is_some()).count();
        println!("{}: {} records, {exploited} listed as exploited", file.display(), advisories.len());
        assert!(advisories.iter().all(|one| one.published_at.is_some() && one.modified_at.is_some()));
    }
}
