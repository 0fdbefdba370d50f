//! The advisories everybody in the race is given: the OSV records of the bulk exports.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use proofmark_vulndb::{Ecosystem, Limits, Order, walk_zip};
use serde_json::Value;

use crate::run::Complaint;

/// All records, and which of them a name stands for.
pub(crate) struct Records {
    /// As they were published.
    pub(crate) all: Vec<Value>,
    by_name: HashMap<String, Vec<usize>>,
}

/// The bulk exports below `advisories/`, sorted.
pub(crate) fn archives(data: &Path) -> Result<Vec<PathBuf>, Complaint> {
    let folder = data.join("advisories");
    let entries = fs::read_dir(&folder).map_err(|error| format!("`{}`: {error}", folder.display()))?;
    let archives = entries.flatten().map(|entry| entry.path().join("all.zip"));
    let mut archives: Vec<PathBuf> = archives.filter(|path| path.is_file()).collect();
    archives.sort();
    if archives.is_empty() {
        return Err(format!("`{}` has no `*/all.zip` of OSV records", folder.display()));
    }
    Ok(archives)
}

impl Records {
    /// Reads every record.
    pub(crate) fn read(archives: &[PathBuf]) -> Result<Self, Complaint> {
        let mut all = Vec::new();
        for archive in archives {
            let shown = archive.display();
            let file = fs::File::open(archive).map_err(|error| format!("`{shown}`: {error}"))?;
            let take = |name: &str, bytes: &[u8]| -> Result<(), Complaint> {
                all.push(serde_json::from_slice(bytes).map_err(|error| format!("`{name}`: {error}"))?);
                Ok(())
            };
            walk_zip(file, &Limits::default(), take).map_err(|error| format!("`{shown}`: {error:?}"))?;
        }
        Ok(Self::of(all))
    }

    /// These records.
    pub(crate) fn of(all: Vec<Value>) -> Self {
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (number, record) in all.iter().enumerate() {
            for name in words(record, "aliases").chain(record["id"].as_str()) {
                by_name.entry(name.to_owned()).or_default().push(number);
            }
        }
        Self { all, by_name }
    }

    /// The records with this name, as their own or as an alias.
    pub(crate) fn named(&self, name: &str) -> impl Iterator<Item = &Value> {
        self.by_name.get(name).into_iter().flatten().map(|number| &self.all[*number])
    }
}

/// The texts of a list in a record.
pub(crate) fn words<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a str> {
    value[key].as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// The entries of a list in a record.
pub(crate) fn entries<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value[key].as_array().into_iter().flatten()
}

/// One stretch of affected versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch<'a> {
    /// The first affected version; `0` is before all others.
    pub(crate) from: &'a str,
    /// Where it ends.
    pub(crate) to: End<'a>,
}

/// Where a stretch ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End<'a> {
    /// Before this version.
    Fixed(&'a str),
    /// With this version.
    LastAffected(&'a str),
    /// Nowhere.
    Open,
}

/// The stretches of an affected package, of every kind of range but those of commits. As in Trivy's own builder, an end goes
/// to the last beginning before it, and a second end takes the place of the first.
pub(crate) fn stretches(affected: &Value) -> Vec<Stretch<'_>> {
    let mut found = Vec::new();
    for range in entries(affected, "ranges").filter(|range| range["type"] != "GIT") {
        for event in entries(range, "events") {
            let end = event["fixed"].as_str().map(End::Fixed);
            let end = end.or_else(|| event["last_affected"].as_str().map(End::LastAffected));
            match (event["introduced"].as_str(), end, found.last_mut()) {
                (Some(from), _, _) => found.push(Stretch { from, to: End::Open }),
                (None, Some(to), Some(last)) => last.to = to,
                _ => {}
            }
        }
    }
    found
}

/// Whether a range has an end that follows another end and no beginning.
pub(crate) fn ends_twice(affected: &Value) -> bool {
    entries(affected, "ranges").filter(|range| range["type"] != "GIT").any(|range| {
        let ends: Vec<bool> = entries(range, "events").map(|event| event["introduced"].is_null()).collect();
        ends.windows(2).any(|pair| pair[0] && pair[1])
    })
}

/// Versions listed one by one that lie in none of these stretches.
pub(crate) fn listed_outside<'a>(affected: &'a Value, stretches: &[Stretch<'_>]) -> Vec<&'a str> {
    let order = order(affected);
    let within = |version: &str| stretches.iter().any(|stretch| holds(stretch, version, order) == Some(true));
    words(affected, "versions").filter(|version| !within(version)).collect()
}

/// Whether a record neither lists a version nor has a range that holds it: `None` where the order cannot tell.
pub(crate) fn is_outside(affected: &Value, version: &str) -> Option<bool> {
    let order = order(affected);
    let held: Option<Vec<bool>> =
        stretches(affected).iter().map(|stretch| holds(stretch, version, order)).collect();
    let is_listed = words(affected, "versions").any(|listed| listed.eq_ignore_ascii_case(version));
    Some(!is_listed && !held?.contains(&true))
}

fn order(affected: &Value) -> Option<Order> {
    affected["package"]["ecosystem"]
        .as_str()
        .and_then(Ecosystem::parse)
        .and_then(|(ecosystem, _)| ecosystem.order())
}

fn holds(stretch: &Stretch<'_>, version: &str, order: Option<Order>) -> Option<bool> {
    let order = order?;
    let begun = stretch.from == "0" || order.compare(version, stretch.from)?.is_ge();
    let ended = match stretch.to {
        End::Fixed(fixed) => order.compare(version, fixed)?.is_ge(),
        End::LastAffected(last) => order.compare(version, last)?.is_gt(),
        End::Open => false,
    };
    Some(begun && !ended)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn ranges_of_commits_are_passed_over_and_a_version_outside_the_others_is_kept() {
        let affected = json!({
            "package": {"ecosystem": "PyPI", "name": "acme"},
            "ranges": [
                {"type": "GIT", "events": [{"introduced": "0"}, {"fixed": "abc"}]},
                {"type": "ECOSYSTEM", "events": [
                    {"introduced": "0"}, {"fixed": "1.2"}, {"introduced": "2.0"}, {"last_affected": "2.4"}, {"introduced": "3"}
                ]}
            ],
            "versions": ["1.1", "1.2", "2.4.0", "2.5", "3.1"]
        });
        let found = stretches(&affected);
        assert_eq!(
            found,
            [
                Stretch { from: "0", to: End::Fixed("1.2") },
                Stretch { from: "2.0", to: End::LastAffected("2.4") },
                Stretch { from: "3", to: End::Open },
            ]
        );
        assert_eq!(listed_outside(&affected, &found), ["1.2", "2.5"]);
        assert_eq!(is_outside(&affected, "1.3"), Some(true));
        assert_eq!(is_outside(&affected, "2.5"), Some(false), "it is listed");
        assert_eq!(is_outside(&affected, "3.7"), Some(false));
        assert_eq!(is_outside(&affected, "no version"), None);
        assert!(!ends_twice(&affected));
    }

    #[test]
    fn a_second_end_takes_the_place_of_the_first() {
        let affected = json!({
            "package": {"ecosystem": "PyPI", "name": "acme"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"last_affected": "3.0"}, {"last_affected": "3.1"}]}]
        });
        assert_eq!(stretches(&affected), [Stretch { from: "0", to: End::LastAffected("3.1") }]);
        assert!(ends_twice(&affected));
    }
}
