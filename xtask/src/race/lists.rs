//! The component lists of the race: made by rule from the advisories, and those of the archive of real ones.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::records::{End, Records, entries, stretches, words};
use crate::run::{Complaint, run};

/// One component in so many is a package of which advisories speak, at a version that one of them names.
const ONE_KNOWN_IN: usize = 3;

/// At most so many versions of one package: a few packages with hundreds of advisories would else be most of the findings.
const VERSIONS: usize = 4;

/// Steps through the packages so that neighbours are of different ecosystems; a prime.
const STRIDE: usize = 7919;

/// Ecosystems of OSV and the type of their package URLs.
pub(crate) const KINDS: &[(&str, &str)] = &[("Go", "golang"), ("PyPI", "pypi"), ("crates.io", "cargo")];

/// Package URLs without version, each with a version to list it at.
pub(crate) fn packages(records: &Records) -> Vec<(String, String)> {
    let mut versions: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for affected in records.all.iter().flat_map(|record| entries(record, "affected")) {
        let package = &affected["package"];
        let kind = KINDS.iter().find(|(ecosystem, _)| package["ecosystem"] == **ecosystem);
        let (Some((_, kind)), Some(name)) = (kind, package["name"].as_str()) else { continue };
        let versions = versions.entry(format!("pkg:{kind}/{}", name.replace('@', "%40"))).or_default();
        for stretch in stretches(affected) {
            let end = match stretch.to {
                End::Fixed(version) | End::LastAffected(version) => Some(version),
                End::Open => None,
            };
            versions.extend(end.into_iter().chain(Some(stretch.from).filter(|from| *from != "0")));
        }
        versions.extend(words(affected, "versions").last());
    }
    let mut found = Vec::new();
    for (package, versions) in &versions {
        let step = versions.len().div_ceil(VERSIONS).max(1);
        let v = if package.starts_with("pkg:golang/") { "v" } else { "" };
        let some = versions.iter().step_by(step);
        found.extend(some.map(|version| (package.clone(), format!("{v}{}", version.replace('+', "%2B")))));
    }
    found
}

/// A CycloneDX list of so many components, no two alike.
pub(crate) fn generated(count: usize, packages: &[(String, String)]) -> String {
    let mut written =
        String::from(r#"{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"components":["#);
    for number in 0..count {
        let known = number / ONE_KNOWN_IN;
        let (package, version) = if number % ONE_KNOWN_IN == 0 && known < packages.len() {
            packages[known * STRIDE % packages.len()].clone()
        } else {
            let kinds = ["npm/%40scope", "maven/org.example.group", "golang/github.com/example", "cargo"];
            let version = format!("{}.{}.{}", number % 7, number % 23, number / 5);
            (format!("pkg:{}/package-{number}", kinds[number % kinds.len()]), version)
        };
        // Tools write a Go module's whole path as the name, and some scanners read nothing else.
        let (kind, path) = package["pkg:".len()..].split_once('/').unwrap_or_default();
        let name = if kind == "golang" { path } else { path.rsplit('/').next().unwrap_or_default() };
        let component = json!({
            "type": "library",
            "bom-ref": number.to_string(),
            "name": name,
            "version": version.replace("%2B", "+"),
            "purl": format!("{package}@{version}"),
        });
        let comma = if number == 0 { "" } else { "," };
        let _ = write!(written, "{comma}{component}");
    }
    written.push_str("]}");
    written
}

/// One list of the archive.
#[derive(Debug)]
pub(crate) struct Listed {
    /// Where it lies.
    pub(crate) path: PathBuf,
    /// How its index calls its format.
    pub(crate) format: String,
}

/// Unpacks the archive of real lists and reads its index.
pub(crate) fn archive(data: &Path, into: &Path) -> Result<Vec<Listed>, Complaint> {
    let index = into.join("INDEX.tsv");
    if !index.is_file() {
        fs::create_dir_all(into).map_err(|error| format!("`{}`: {error}", into.display()))?;
        let archive = data.join("sboms").join("sboms.tar.xz");
        run("tar", &["-xJf", &archive.to_string_lossy(), "-C", &into.to_string_lossy()])?;
    }
    let index = fs::read_to_string(&index).map_err(|error| format!("`{}`: {error}", index.display()))?;
    let rows = index.lines().skip(1).map(|row| row.split('\t').collect::<Vec<_>>());
    Ok(rows
        .filter_map(|row| Some(Listed { path: into.join(row.first()?), format: (*row.get(3)?).to_owned() }))
        .collect())
}

/// Package URLs that a CycloneDX list has only below other components.
pub(crate) fn nested(list: &Path) -> BTreeSet<String> {
    let document: Option<Value> = fs::read(list).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let (mut found, mut todo) = (BTreeSet::new(), Vec::new());
    let Some(document) = document else { return found };
    todo.extend(entries(&document, "components").flat_map(|component| entries(component, "components")));
    while let Some(component) = todo.pop() {
        found.extend(component["purl"].as_str().map(super::found::place));
        todo.extend(entries(component, "components"));
    }
    for component in entries(&document, "components") {
        if let Some(purl) = component["purl"].as_str() {
            found.remove(&super::found::place(purl));
        }
    }
    found
}
