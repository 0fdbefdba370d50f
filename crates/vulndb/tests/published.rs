//! The index held against everything published in the test data, and against a matcher too plain to be wrong.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod reading;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use proofmark_facts::{Advisory, Affected, AffectedRange, Purl, RangeEvent, RangeKind};
use proofmark_vulndb::{Builder, Checked, Ecosystem, Index, Order};
use reading::{COLLECTIONS, collection, component};

fn everything() -> Option<(Vec<Advisory>, Index)> {
    let mut builder = Builder::new();
    let mut all = Vec::new();
    for name in COLLECTIONS {
        for advisory in collection(name)? {
            builder.add(&advisory, name).unwrap();
            all.push(advisory);
        }
    }
    for (cve, day) in exploited()? {
        builder.add_exploited(&cve, "CISA KEV", day.parse().ok()).unwrap();
    }
    let index = Index::from_bytes(builder.finish().unwrap()).unwrap();
    index.verify().unwrap();
    Some((all, index))
}

/// The catalogue of exploited vulnerabilities: identifiers and days.
fn exploited() -> Option<Vec<(String, String)>> {
    let file = reading::test_data()?.join("exploited/known_exploited_vulnerabilities.json");
    let catalogue: serde_json::Value = serde_json::from_slice(&std::fs::read(file).ok()?).unwrap();
    let text = |entry: &serde_json::Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
    let entries = catalogue["vulnerabilities"].as_array()?.iter();
    Some(entries.map(|entry| (text(entry, "cveID"), text(entry, "dateAdded"))).collect())
}

#[test]
fn all_collections_are_held_and_well_known_pairs_are_found() {
    let Some((all, index)) = everything() else { return };
    let facts = index.facts().unwrap();
    let distinct: BTreeSet<&str> = all.iter().map(|advisory| advisory.id.as_str()).collect();
    let withdrawn = all.iter().filter(|advisory| advisory.withdrawn_at.is_some()).count();
    assert_eq!(facts.records, all.len() as u64);
    assert_eq!(facts.records, distinct.len() as u64);
    assert_eq!(facts.withdrawn, withdrawn as u64);
    let live = || all.iter().filter(|advisory| advisory.withdrawn_at.is_none()).flat_map(|one| &one.affected);
    // What is known of commits is no package's.
    let packages = facts.covers.iter().filter(|covers| covers.ecosystem != "GIT");
    let claims: u64 = packages.map(|covers| covers.claims).sum();
    assert_eq!(claims + facts.without_package, live().count() as u64);
    assert_eq!(facts.without_package, 0);
    let sources: BTreeMap<&str, u64> =
        facts.sources.iter().map(|source| (source.name.as_str(), source.records)).collect();
    for (name, records) in [
        ("AlmaLinux", 5637),
        ("Bitnami", 7444),
        ("Go", 4291),
        ("OSS-Fuzz", 4021),
        ("PyPI", 7080),
        ("crates.io", 1206),
    ] {
        assert_eq!(sources[name], records);
    }

    for (purl, vulnerability) in [
        ("pkg:pypi/setuptools@40.9.0.post20221220", "CVE-2022-40897"),
        ("pkg:pypi/torch@2.0.1%2Bcu118", "CVE-2024-31583"),
        ("pkg:pypi/cryptography@2.3.0", "CVE-2023-0286"),
        ("pkg:cargo/time@0.1.44", "CVE-2020-26235"),
        ("pkg:golang/github.com/gin-gonic/gin@v1.5.0", "CVE-2020-36567"),
        ("pkg:golang/github.com/Gin-Gonic/Gin@v0.0.0-20170101000000-abcdefabcdef", "CVE-2020-36567"),
        ("pkg:golang/stdlib@go1.20", "CVE-2023-24538"),
        ("pkg:bitnami/activemq@5.15.12-3?arch=amd64", "CVE-2020-11998"),
    ] {
        let checked = index.check(&component(purl));
        assert!(checked.known().iter().any(|known| known.id == vulnerability), "{purl}: {checked:?}");
    }
    let fixed = index.check(&component("pkg:pypi/setuptools@65.5.1"));
    assert!(fixed.known().iter().all(|known| known.id != "CVE-2022-40897"), "{fixed:?}");
    let activemq = index.check(&component("pkg:bitnami/activemq@5.15.15"));
    let openwire = activemq.known().iter().find(|known| known.id == "CVE-2023-46604").unwrap();
    assert!(openwire.exploited.is_some() && openwire.aliases.iter().any(|alias| alias.starts_with("BIT-")));
    assert_eq!(openwire.severity.score, Some(9.8));
}

#[test]
fn the_order_of_a_collection_does_not_matter() {
    let Some(records) = collection("crates.io") else { return };
    let build = |records: &[&Advisory]| {
        let mut builder = Builder::new();
        for advisory in records {
            builder.add(advisory, "crates.io").unwrap();
        }
        builder.finish().unwrap()
    };
    let forwards: Vec<&Advisory> = records.iter().collect();
    let backwards: Vec<&Advisory> = records.iter().rev().collect();
    assert!(build(&forwards) == build(&backwards));
}

/// The package URL types of the ecosystems compared.
static KINDS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    BTreeMap::from([
        ("Go", "golang"),
        ("PyPI", "pypi"),
        ("crates.io", "cargo"),
        ("AlmaLinux", "rpm"),
        ("Bitnami", "bitnami"),
    ])
});

fn bound(event: &RangeEvent) -> &String {
    match event {
        RangeEvent::Introduced(at)
        | RangeEvent::Fixed(at)
        | RangeEvent::LastAffected(at)
        | RangeEvent::Limit(at) => at,
    }
}

/// What the plain matcher says of one package URL.
#[derive(Debug, Default, PartialEq)]
struct Plain {
    inside: BTreeSet<String>,
    undecided: BTreeSet<String>,
}

/// Every claim about a package, by its name in lower case with one kind of hyphen.
type Claims<'a> = BTreeMap<(&'static str, String), Vec<(&'a Advisory, &'a Affected)>>;

fn plain_name(name: &str) -> String {
    name.to_lowercase().replace(['_', '.'], "-")
}

fn claims(all: &[Advisory]) -> Claims<'_> {
    let mut claims = Claims::new();
    for advisory in all.iter().filter(|advisory| advisory.withdrawn_at.is_none()) {
        for affected in &advisory.affected {
            let ecosystem = Ecosystem::parse(&affected.ecosystem).unwrap().0.name();
            claims.entry((ecosystem, plain_name(&affected.name))).or_default().push((advisory, affected));
        }
    }
    claims
}

/// The pseudo-code of the OSV schema, event by event, with undecided for what it cannot compare.
fn plain(purl: &Purl, claims: &Claims<'_>) -> Plain {
    let (ecosystem, order, name) = match (purl.kind.as_str(), &purl.namespace) {
        ("golang", Some(namespace)) => ("Go", Order::Go, format!("{namespace}/{}", purl.name)),
        ("golang", None) => ("Go", Order::Go, purl.name.clone()),
        ("pypi", _) => ("PyPI", Order::Pep440, purl.name.clone()),
        ("cargo", _) => ("crates.io", Order::SemVer, purl.name.clone()),
        ("bitnami", _) => ("Bitnami", Order::Bitnami, purl.name.clone()),
        ("rpm", _) => ("AlmaLinux", Order::Rpm, purl.name.clone()),
        _ => unreachable!("{purl}"),
    };
    let mut said = Plain::default();
    for (advisory, affected) in claims.get(&(ecosystem, plain_name(&name))).into_iter().flatten() {
        if let Some((_, release)) = affected.ecosystem.split_once(':') {
            let distro = purl.qualifier("distro").unwrap_or_default();
            if distro.trim_start_matches("almalinux-").split('.').next() != Some(release) {
                continue;
            }
        }
        let epoch = purl.qualifier("epoch").map(|epoch| format!("{epoch}:")).unwrap_or_default();
        let version = purl.version.as_ref().map(|version| format!("{epoch}{version}"));
        match version.and_then(|version| plain_claim(affected, &version, order)) {
            Some(true) => said.inside.insert(advisory.id.clone()),
            Some(false) => false,
            None => said.undecided.insert(advisory.id.clone()),
        };
    }
    said
}

fn plain_claim(affected: &Affected, version: &str, order: Order) -> Option<bool> {
    let public = version.split('+').next().unwrap();
    let listed = |listed: &str| {
        listed == version
            || order.compare(listed, version).is_some_and(std::cmp::Ordering::is_eq)
            || order == Order::Pep440
                && !listed.contains('+')
                && order.compare(listed, public).is_some_and(std::cmp::Ordering::is_eq)
    };
    if affected.versions.iter().any(listed) {
        return Some(true);
    }
    order.read(version)?;
    let mut ranges = affected.ranges.iter().filter(|range| range.kind != RangeKind::Git).peekable();
    if ranges.peek().is_none() && affected.versions.is_empty() {
        return None;
    }
    let said: Vec<Option<bool>> = ranges.map(|range| plain_range(range, version, order)).collect();
    if said.contains(&Some(true)) {
        Some(true)
    } else if said.contains(&None) {
        None
    } else {
        Some(false)
    }
}

fn plain_range(range: &AffectedRange, version: &str, order: Order) -> Option<bool> {
    let at = |event: &RangeEvent| bound(event).clone();
    let mut events = range.events.clone();
    for event in &events {
        order.read(&at(event))?;
    }
    events.sort_by(|left, right| {
        let zero = |event: &RangeEvent| *event != RangeEvent::Introduced("0".into());
        zero(left).cmp(&zero(right)).then_with(|| order.compare(&at(left), &at(right)).unwrap())
    });
    let mut vulnerable = false;
    for event in events {
        match event {
            RangeEvent::Introduced(at) if at == "0" || order.compare(version, &at)?.is_ge() => {
                vulnerable = true;
            }
            RangeEvent::Fixed(at) if order.compare(version, &at)?.is_ge() => vulnerable = false,
            RangeEvent::LastAffected(at) => {
                let public = if order == Order::Pep440 && !at.contains('+') {
                    version.split('+').next()?
                } else {
                    version
                };
                if order.compare(public, &at)?.is_gt() {
                    vulnerable = false;
                }
            }
            _ => {}
        }
    }
    Some(vulnerable)
}

/// Package URLs of real SBOMs, found as text in files of whatever format.
fn purls_of(directory: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            purls_of(&path, found);
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        for (start, _) in text.match_indices("pkg:") {
            let end = text[start..].find(['"', '<', '\n', '\r', ' ', '\\', ',']).unwrap_or(0);
            let purl = text[start..start + end].replace("&amp;", "&");
            let kinds = ["pkg:golang/", "pkg:pypi/", "pkg:cargo/", "pkg:rpm/almalinux/"];
            if kinds.iter().any(|kind| purl.starts_with(kind)) {
                found.insert(purl);
            }
        }
    }
}

#[test]
fn the_plain_matcher_agrees_on_package_urls_of_real_sboms() {
    let Some(sboms) = std::env::var_os("PROOFMARK_TEST_SBOMS") else {
        println!("skipped: no SBOMs; set PROOFMARK_TEST_SBOMS to a directory with unpacked ones");
        return;
    };
    let Some((all, index)) = everything() else { return };
    let claims = claims(&all);
    let mut found = BTreeSet::new();
    purls_of(Path::new(&sboms), &mut found);
    // Those with claims first, as the others say little; then every so many of the rest.
    let parsed: Vec<Purl> = found.iter().filter_map(|purl| purl.parse().ok()).collect();
    let (telling, quiet): (Vec<&Purl>, Vec<&Purl>) =
        parsed.iter().partition(|purl| plain(purl, &claims) != Plain::default());
    println!("{} package URLs, {} with something to say", parsed.len(), telling.len());
    let some = |all: &[&Purl], count: usize| -> Vec<Purl> {
        all.iter().step_by((all.len() / count).max(1)).map(|purl| (*purl).clone()).collect()
    };
    let mut compared = 0;
    for purl in some(&telling, 1500).iter().chain(&some(&quiet, 1600)) {
        // Which module the subpath of a Go package leads to has tests of its own, in `coordinates`.
        if purl.kind == "golang" && purl.subpath.is_some() {
            continue;
        }
        let expected = plain(purl, &claims);
        let checked = index.check_purl(purl);
        let inside: BTreeSet<String> = checked
            .known()
            .iter()
            .flat_map(|known| &known.matched_by)
            .map(|by| by.advisory.clone())
            .collect();
        if purl.kind == "rpm"
            && matches!(&checked, Checked::Unchecked(because) if because.id().contains("release"))
        {
            continue;
        }
        assert_eq!(inside, expected.inside, "{purl}: {checked:?}");
        if expected.undecided.is_empty() {
            assert_eq!(checked.unchecked(), None, "{purl}");
        } else if inside.is_empty() {
            assert!(checked.unchecked().is_some(), "{purl}: {expected:?}");
        }
        compared += 1;
    }
    println!("{compared} compared");
    assert!(compared > 1500);
}

#[test]
fn the_plain_matcher_agrees_at_the_bounds_of_many_claims() {
    let Some((all, index)) = everything() else { return };
    let claims = claims(&all);
    let mut compared = 0;
    for ((ecosystem, _), of_package) in
        claims.iter().filter(|((ecosystem, _), _)| KINDS.contains_key(*ecosystem))
    {
        let bounds: BTreeSet<&String> = of_package
            .iter()
            .flat_map(|(_, affected)| &affected.ranges)
            .flat_map(|range| &range.events)
            .map(bound)
            .collect();
        for version in bounds.into_iter().step_by(60) {
            let (_, affected) = of_package[0];
            let (namespace, name) = match affected.name.rsplit_once('/') {
                Some((namespace, name)) => (Some(namespace.to_owned()), name.to_owned()),
                None => (None, affected.name.clone()),
            };
            let mut purl = component("pkg:pypi/x").purl.unwrap();
            (purl.kind, purl.namespace, purl.name) = (KINDS[ecosystem].to_owned(), namespace, name);
            if *ecosystem == "AlmaLinux" {
                purl.namespace = Some("almalinux".to_owned());
                let release = affected.ecosystem.split_once(':').unwrap().1;
                purl.qualifiers.insert("distro".to_owned(), format!("almalinux-{release}.3"));
            }
            purl.version = Some(version.clone());
            let expected = plain(&purl, &claims);
            let checked = index.check_purl(&purl);
            let inside: BTreeSet<String> = checked
                .known()
                .iter()
                .flat_map(|known| &known.matched_by)
                .map(|by| by.advisory.clone())
                .collect();
            assert_eq!(inside, expected.inside, "{purl}: {checked:?}");
            compared += 1;
        }
    }
    println!("{compared} bounds compared");
    assert!(compared > 2_000);
}
