//! Trivy: the same advisories in its own database, its words, its findings.
//!
//! Its own builder of that database reads OSV records as is done here (`pkg/vulnsrc/osv` of aquasecurity/trivy-db), but for one
//! thing: a record keeps its own name as its key instead of that of a CVE, so that findings can be held against each other
//! record by record.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::bbolt::{self, Bucket, Entry};
use super::found::{Found, place};
use super::records::{End, Records, Stretch, entries, listed_outside, stretches};
use crate::run::Complaint;

/// Ecosystems of OSV and the prefix of their bucket.
const ECOSYSTEMS: &[(&str, &str)] =
    &[("Go", "go"), ("PyPI", "pip"), ("crates.io", "cargo"), ("Bitnami", "bitnami")];

/// Writes its database into a folder of its own.
pub(crate) fn lay_out(records: &Records, cache: &Path) -> Result<(), Complaint> {
    let mut root = Bucket::new();
    let mut sources = Bucket::new();
    for record in records.all.iter().filter(|record| record["withdrawn"].is_null()) {
        let Some(id) = record["id"].as_str() else { continue };
        for affected in entries(record, "affected") {
            let Some((bucket, package, advisory)) = advisory(affected) else { continue };
            let name = format!("{bucket} of OSV");
            let source = json!({"ID": "osv", "Name": name, "URL": "https://osv.dev"});
            sources.insert(bucket.clone(), value(&source));
            let packages = Entry::bucket_in(&mut root, &bucket);
            keep(Entry::bucket_in(packages, &package), id, advisory);
        }
        let details = json!({
            "Title": record["summary"],
            "Description": record["details"],
            "Severity": "UNKNOWN",
            "References": entries(record, "references").map(|reference| &reference["url"]).collect::<Vec<_>>(),
        });
        Entry::bucket_in(&mut root, "vulnerability").insert(id.to_owned(), value(&details));
    }
    root.insert("data-source".to_owned(), Entry::Bucket(sources));
    let folder = cache.join("db");
    fs::create_dir_all(&folder).map_err(|error| format!("`{}`: {error}", folder.display()))?;
    bbolt::write(&folder.join("trivy.db"), &root)?;
    let dates = json!({
        "Version": 2,
        "NextUpdate": "2099-01-01T00:00:00Z",
        "UpdatedAt": "2026-01-01T00:00:00Z",
        "DownloadedAt": "2026-01-01T00:00:00Z",
    });
    fs::write(folder.join("metadata.json"), dates.to_string()).map_err(|error| error.to_string())
}

/// The bucket, the package's name in it, and what is said of its versions.
fn advisory(affected: &Value) -> Option<(String, String, Value)> {
    let ecosystem = affected["package"]["ecosystem"].as_str()?;
    let name = affected["package"]["name"].as_str()?;
    if let Some(release) = ecosystem.strip_prefix("AlmaLinux:") {
        let fixed = stretches(affected).into_iter().rev().find_map(|stretch| match stretch.to {
            End::Fixed(fixed) => Some(fixed),
            _ => None,
        });
        return Some((format!("alma {release}"), name.to_owned(), json!({"FixedVersion": fixed?})));
    }
    let (_, kind) = ECOSYSTEMS.iter().find(|(known, _)| ecosystem == *known)?;
    let name = match *kind {
        "pip" => name.to_lowercase().replace('_', "-"),
        "go" => name.to_owned(),
        _ => name.to_lowercase(),
    };
    let stretches = stretches(affected);
    let mut versions: Vec<String> = stretches.iter().map(constraint).collect();
    versions.extend(listed_outside(affected, &stretches).iter().map(|version| format!("={version}")));
    (!versions.is_empty()).then(|| (format!("{kind}::OSV"), name, json!({"VulnerableVersions": versions})))
}

fn constraint(stretch: &Stretch<'_>) -> String {
    let from = if stretch.from == "0" { String::new() } else { format!(">={}, ", stretch.from) };
    match stretch.to {
        End::Fixed(fixed) => format!("{from}<{fixed}"),
        End::LastAffected(last) if last == stretch.from => format!("={last}"),
        End::LastAffected(last) => format!("{from}<={last}"),
        End::Open => format!(">={}", stretch.from),
    }
}

/// A record may speak of the same package twice: then all its versions count.
fn keep(package: &mut Bucket, id: &str, mut advisory: Value) {
    if let Some(Entry::Value(before)) = package.get(id)
        && let Ok(before) = serde_json::from_slice::<Value>(before)
        && let Some(versions) = advisory["VulnerableVersions"].as_array_mut()
    {
        versions.splice(0..0, entries(&before, "VulnerableVersions").cloned());
    }
    package.insert(id.to_owned(), value(&advisory));
}

fn value(json: &Value) -> Entry {
    Entry::Value(json.to_string().into_bytes())
}

/// What looks a list up, without going outside.
pub(crate) fn command(program: &Path, cache: &Path, list: &Path) -> Command {
    let mut command = Command::new(program);
    command.arg("sbom").arg("--cache-dir").arg(cache);
    command.args(["--skip-db-update", "--skip-java-db-update", "--offline-scan", "--skip-version-check"]);
    command.args(["--quiet", "--format", "json"]).arg(list);
    command
}

/// What it found.
pub(crate) fn findings(output: &Path) -> Result<Vec<Found>, Complaint> {
    let bytes = fs::read(output).map_err(|error| format!("`{}`: {error}", output.display()))?;
    let report: Value = serde_json::from_slice(&bytes).map_err(|error| format!("Trivy's report: {error}"))?;
    let results = entries(&report, "Results").flat_map(|result| entries(result, "Vulnerabilities"));
    Ok(results
        .filter_map(|found| {
            let purl = found["PkgIdentifier"]["PURL"].as_str()?;
            Some(Found { component: place(purl), names: vec![found["VulnerabilityID"].as_str()?.to_owned()] })
        })
        .collect())
}
