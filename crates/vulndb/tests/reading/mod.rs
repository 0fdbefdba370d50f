//! A small OSV reader for tests, and where test data is found.

#![expect(dead_code, reason = "each test binary uses its part of this")]
#![expect(clippy::unwrap_used, reason = "a test that cannot read its data has failed")]
#![expect(clippy::print_stdout, reason = "a skipped test says so")]

use std::path::PathBuf;

use proofmark_facts::{
    Advisory, Affected, AffectedRange, Component, RangeEvent, RangeKind, SeverityVector, Sha256,
};
use proofmark_vulndb::{Builder, Index, Limits, walk_zip};
use serde_json::Value;

/// The collections of the test data.
pub(crate) const COLLECTIONS: [&str; 6] = ["AlmaLinux", "Bitnami", "Go", "OSS-Fuzz", "PyPI", "crates.io"];

/// The directory of test data, or a sentence about its absence.
pub(crate) fn test_data() -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let directory = std::env::var_os("PROOFMARK_TEST_DATA").map_or(beside, PathBuf::from);
    if directory.join("advisories").is_dir() {
        return Some(directory);
    }
    println!("skipped: no test data; set PROOFMARK_TEST_DATA to a directory with `advisories`");
    None
}

/// The directory of unpacked test suites, or a sentence about its absence.
pub(crate) fn test_suites() -> Option<PathBuf> {
    let directory = std::env::var_os("PROOFMARK_TEST_SUITES").map(PathBuf::from);
    if directory.is_none() {
        println!("skipped: no suites; set PROOFMARK_TEST_SUITES to the directory they are unpacked in");
    }
    directory
}

/// Every record of one collection.
pub(crate) fn collection(name: &str) -> Option<Vec<Advisory>> {
    let archive = std::fs::File::open(test_data()?.join("advisories").join(name).join("all.zip")).ok()?;
    let mut advisories = Vec::new();
    walk_zip(std::io::BufReader::new(archive), &Limits::default(), |_, bytes| {
        advisories.push(advisory(&serde_json::from_slice(bytes)?));
        Ok::<(), serde_json::Error>(())
    })
    .unwrap();
    Some(advisories)
}

/// An index of these records, of the source `test`.
pub(crate) fn index(advisories: &[Advisory]) -> Index {
    let mut builder = Builder::new();
    for advisory in advisories {
        builder.add(advisory, "test").unwrap();
    }
    builder.built_from(Sha256::of(b"test"));
    Index::from_bytes(builder.finish().unwrap()).unwrap()
}

/// An index of these records in JSON.
pub(crate) fn index_of_json(records: &[&str]) -> Index {
    let advisories: Vec<Advisory> =
        records.iter().map(|record| advisory(&serde_json::from_str(record).unwrap())).collect();
    index(&advisories)
}

/// A component with this package URL.
pub(crate) fn component(purl: &str) -> Component {
    Component { purl: purl.parse().ok(), name: purl.to_owned(), ..Component::default() }
}

/// One record in OSV's JSON.
pub(crate) fn advisory(record: &Value) -> Advisory {
    let instant = |key: &str| record[key].as_str().and_then(|text| text.parse().ok());
    Advisory {
        id: text(&record["id"]),
        aliases: texts(&record["aliases"]),
        upstream: texts(&record["upstream"]),
        related: texts(&record["related"]),
        published_at: instant("published"),
        modified_at: instant("modified"),
        withdrawn_at: instant("withdrawn"),
        summary: record["summary"].as_str().map(str::to_owned),
        details: record["details"].as_str().map(str::to_owned),
        severities: severities(&record["severity"]),
        affected: list(&record["affected"]).iter().map(affected).collect(),
        references: list(&record["references"]).iter().map(|one| text(&one["url"])).collect(),
        ..Advisory::default()
    }
}

fn affected(entry: &Value) -> Affected {
    Affected {
        ecosystem: text(&entry["package"]["ecosystem"]),
        name: text(&entry["package"]["name"]),
        purl: entry["package"]["purl"].as_str().map(str::to_owned),
        ranges: list(&entry["ranges"]).iter().map(range).collect(),
        versions: texts(&entry["versions"]).into_iter().collect(),
        severities: severities(&entry["severity"]),
        severity_word: entry["ecosystem_specific"]["severity"].as_str().map(str::to_owned),
    }
}

fn range(range: &Value) -> AffectedRange {
    let kind = match range["type"].as_str() {
        Some("GIT") => RangeKind::Git,
        Some("SEMVER") => RangeKind::SemVer,
        _ => RangeKind::Ecosystem,
    };
    let events = list(&range["events"]).iter().flat_map(|event| {
        event.as_object().into_iter().flatten().filter_map(|(name, version)| {
            let version = text(version);
            match name.as_str() {
                "introduced" => Some(RangeEvent::Introduced(version)),
                "fixed" => Some(RangeEvent::Fixed(version)),
                "last_affected" => Some(RangeEvent::LastAffected(version)),
                "limit" => Some(RangeEvent::Limit(version)),
                _ => None,
            }
        })
    });
    AffectedRange { kind, repository: range["repo"].as_str().map(str::to_owned), events: events.collect() }
}

fn severities(list_of: &Value) -> Vec<SeverityVector> {
    let severity = |one: &Value| SeverityVector { scheme: text(&one["type"]), vector: text(&one["score"]) };
    list(list_of).iter().map(severity).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn texts(value: &Value) -> Vec<String> {
    list(value).iter().map(text).collect()
}
