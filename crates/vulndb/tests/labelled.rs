//! Component versions labelled by hand: how many of those an advisory speaks of are found, and how many of those found
//! it speaks of.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod reading;

use proofmark_facts::{Advisory, AffectedProduct, VersionClaim, VersionStatus, VersionUntil};
use proofmark_vulndb::Checked;
use reading::{advisory, component, index};
use serde_json::{Value, json};

const PAIRS: &str = include_str!("labelled/pairs.txt");

/// A label: whether the advisory speaks of the package URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Yes,
    No,
    Unsure,
}

struct Pair {
    advisory: String,
    purl: String,
    label: Label,
}

fn pairs() -> (Vec<Advisory>, Vec<Pair>) {
    let (mut advisories, mut pairs) = (Vec::new(), Vec::new());
    for line in PAIRS.lines() {
        let line = line.split(" #").next().unwrap_or_default().trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match line.split_once(' ') {
            Some((word @ ("yes" | "no" | "unsure"), purl)) => {
                let label = match word {
                    "yes" => Label::Yes,
                    "no" => Label::No,
                    _ => Label::Unsure,
                };
                let advisory: &Advisory = advisories.last().unwrap();
                pairs.push(Pair { advisory: advisory.id.clone(), purl: purl.trim().to_owned(), label });
            }
            _ => advisories.push(read_block(line)),
        }
    }
    (advisories, pairs)
}

fn read_block(line: &str) -> Advisory {
    let fields: Vec<&str> = line.split('|').map(str::trim).collect();
    let [id, ecosystem, name, kind, events, rest @ ..] = fields.as_slice() else { panic!("{line}") };
    if *kind == "BRANCHES" {
        return of_branches(id, events);
    }
    let repository = rest.iter().find_map(|field| field.strip_prefix("of "));
    let ranges: Vec<Value> = events
        .split(';')
        .filter(|range| !range.trim().is_empty())
        .map(|range| {
            let event = |event: &str| {
                let (word, version) = event.trim().split_once(' ').unwrap();
                json!({ word: version })
            };
            json!({"type": kind, "repo": repository, "events": range.split(',').map(event).collect::<Vec<_>>()})
        })
        .collect();
    let listed = rest.iter().find_map(|field| field.strip_prefix("listed "));
    let versions: Vec<&str> = listed.map(|listed| listed.split(", ").collect()).unwrap_or_default();
    advisory(&json!({
        "id": id,
        "withdrawn": rest.contains(&"withdrawn").then_some("2026-01-01T00:00:00Z"),
        "affected": [{"package": {"ecosystem": ecosystem, "name": name}, "ranges": ranges, "versions": versions}],
    }))
}

/// A record as the kernel's numbering authority writes it: affected from the version on that introduced it, until each branch has
/// its fix.
fn of_branches(id: &str, events: &str) -> Advisory {
    let claim = |status, version: &str, until| VersionClaim {
        status,
        version: version.to_owned(),
        until,
        version_type: Some("semver".to_owned()),
        changes: Vec::new(),
    };
    let claims = events.split(',').flat_map(|event| match event.split_whitespace().collect::<Vec<_>>()[..] {
        ["introduced", version] => vec![
            claim(VersionStatus::Affected, version, VersionUntil::Only),
            claim(VersionStatus::Unaffected, "0", VersionUntil::LessThan(version.to_owned())),
        ],
        ["fixed", version, "in", branch] => {
            vec![claim(VersionStatus::Unaffected, version, VersionUntil::LessThanOrEqual(branch.to_owned()))]
        }
        _ => panic!("{event}"),
    });
    let kernel = AffectedProduct {
        claimed_by: "Linux".to_owned(),
        vendor: Some("Linux".to_owned()),
        product: Some("Linux".to_owned()),
        ecosystem: Some("Linux".to_owned()),
        package_name: Some("Kernel".to_owned()),
        default_status: VersionStatus::Affected,
        versions: claims.collect(),
        ..AffectedProduct::default()
    };
    Advisory { id: id.to_owned(), products: vec![kernel], ..Advisory::default() }
}

#[test]
fn every_label_is_found_again() {
    let (advisories, pairs) = pairs();
    assert!(pairs.len() >= 300, "{}", pairs.len());
    let index = index(&advisories);
    let (mut right, mut found, mut spoken_of) = (0, 0, 0);
    let mut wrong = Vec::new();
    for pair in &pairs {
        let checked = index.check(&component(&pair.purl));
        let is_known = checked.known().iter().any(|known| known.id == pair.advisory);
        let said = match &checked {
            _ if is_known => Label::Yes,
            Checked::Unchecked(_) | Checked::Partly(..) => Label::Unsure,
            Checked::Clean | Checked::Known(_) => Label::No,
        };
        found += usize::from(said == Label::Yes);
        spoken_of += usize::from(pair.label == Label::Yes);
        right += usize::from(said == Label::Yes && pair.label == Label::Yes);
        if said != pair.label {
            wrong.push(format!("{} {}: labelled {:?}, said {said:?}", pair.advisory, pair.purl, pair.label));
        }
    }
    println!(
        "{} pairs of {} advisories: {right} of {found} found are right, {right} of {spoken_of} there are were found",
        pairs.len(),
        advisories.len()
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
