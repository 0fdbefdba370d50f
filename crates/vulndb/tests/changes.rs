//! What a newer index says otherwise: nothing that is not named may have another answer.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod random;
mod reading;

use std::collections::BTreeSet;

use proofmark_facts::{Advisory, Component, Purl};
use proofmark_vulndb::{Builder, Index};
use proptest::prelude::*;
use proptest::sample::select;
use reading::{COLLECTIONS, advisory, collection, component};
use serde_json::json;

/// A record among few names and versions, so that records of both sides meet.
fn record() -> impl Strategy<Value = Advisory> {
    let package = select(vec![
        ("npm", "a"),
        ("npm", "b"),
        ("PyPI", "a"),
        ("Debian:12", "a"),
        ("Debian:13", "b"),
        ("Go", "example.org/a"),
    ]);
    let version = || select(vec!["1.0.0", "1.5.0", "2.0.0"]);
    let severity = select(vec![None, Some("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")]);
    (0..8_u8, 0..4_u8, package, version(), version(), any::<bool>(), any::<bool>(), severity).prop_map(
        |(id, alias, (ecosystem, name), from, to, listed, withdrawn, severity)| {
            let range = json!({"type": "ECOSYSTEM", "events": [{"introduced": from}, {"fixed": to}]});
            let versions = if listed { vec![from] } else { vec![] };
            let severities: Vec<_> = severity.iter().map(|score| json!({"type": "CVSS_V3", "score": score})).collect();
            advisory(&json!({
                "id": format!("GHSA-{id}"), "aliases": [format!("CVE-2026-{alias}")], "summary": format!("about {alias}"),
                "withdrawn": withdrawn.then_some("2026-01-01T00:00:00Z"), "severity": severities,
                "affected": [{"package": {"ecosystem": ecosystem, "name": name}, "ranges": [range], "versions": versions}],
            }))
        },
    )
}

/// Records with what is known of their exploitation.
type World = (Vec<Advisory>, Vec<u8>, Vec<(u8, u32)>);

fn world() -> impl Strategy<Value = World> {
    let exploited = prop::collection::vec(0..4_u8, 0..3);
    let predicted = prop::collection::vec((0..4_u8, 0..3_u32), 0..3);
    (prop::collection::vec(record(), 0..6), exploited, predicted)
}

fn index((records, exploited, predicted): &World) -> Index {
    let mut builder = Builder::new();
    for record in records {
        builder.add(record, "test").unwrap();
    }
    for cve in exploited {
        builder.add_exploited(&format!("CVE-2026-{cve}"), "KEV", "2026-01-01".parse().ok()).unwrap();
    }
    for (cve, share) in predicted {
        builder.add_prediction(&format!("CVE-2026-{cve}"), share * 1000, share * 1000, None);
    }
    Index::from_bytes(builder.finish().unwrap()).unwrap()
}

/// What may be asked.
fn purls() -> Vec<String> {
    let versions = ["", "@0.9.0", "@1.0.0", "@1.2.0", "@1.5.0", "@2.0.0", "@not%20one"];
    let packages = ["npm/a", "npm/b", "npm/c", "pypi/A", "golang/example.org/a", "cargo/a", "generic/a"];
    let plain = packages.iter().flat_map(|package| versions.map(|version| format!("pkg:{package}{version}")));
    let of_debian = ["a", "b", "c"].into_iter().flat_map(|name| {
        ["debian-12", "debian-13"]
            .map(|distro| format!("pkg:deb/debian/{name}@1.2.0?arch=source&distro={distro}"))
    });
    plain.chain(of_debian).collect()
}

proptest! {
    #[test]
    fn what_is_not_named_has_the_same_answer((before, after) in (world(), world())) {
        let (older, newer) = (index(&before), index(&after));
        let changes = newer.changes_since(&older).unwrap();
        for purl in purls() {
            let asked = component(&purl);
            // What catalogues say of what is known already is asked by its identifiers.
            let known = older.check(&asked).into_known();
            let mut names = known.iter().flat_map(|known| std::iter::once(&known.id).chain(&known.aliases));
            prop_assert!(
                changes.touches(&asked)
                    || older.check(&asked) == newer.check(&asked)
                    || names.any(|name| changes.touches_identifier(name)),
                "{purl}: {:?} {:?}", older.check(&asked), newer.check(&asked)
            );
        }
        prop_assert!(newer.changes_since(&newer).unwrap().is_empty());
    }

    /// Whoever asks again only where something is otherwise knows what a database built anew says, of packages, commits and
    /// files alike.
    #[test]
    fn asking_again_what_is_named_is_asking_everything(
        (before, kept) in random::records(6).prop_flat_map(|records| {
            let count = records.len();
            (Just(records), prop::collection::vec(prop::bool::weighted(0.8), count))
        }),
        more in random::records(3),
        asked in prop::collection::vec(random::asked(), 1..20),
    ) {
        // Some records went, some came, some were written anew.
        let mut after: Vec<random::Record> =
            before.iter().zip(kept).filter(|(_, is_kept)| *is_kept).map(|(record, _)| record.clone()).collect();
        for (place, mut record) in more.into_iter().enumerate() {
            record.number = 2 * place + 1;
            after.retain(|other| other.number != record.number);
            after.push(record);
        }
        let (older, newer) = (random::index(&before), random::index(&after));
        let changes = newer.changes_since(&older).unwrap();
        let mut known: Vec<_> = asked.iter().map(|asked| older.check(&asked.component())).collect();
        for (asked, answer) in asked.iter().zip(&mut known) {
            let component = asked.component();
            if changes.touches(&component) {
                *answer = newer.check(&component);
            }
        }
        for (asked, answer) in asked.iter().zip(known) {
            prop_assert_eq!(&answer, &newer.check(&asked.component()), "{:?}", asked);
        }
    }

    #[test]
    fn one_record_more_names_its_package_alone(before in world(), more in record()) {
        let mut after = before.clone();
        after.0.push(more.clone());
        let changes = index(&after).changes_since(&index(&before)).unwrap();
        // It may be another name of what others speak of, or take the place of an older record: then theirs are named too.
        let mut kin: BTreeSet<&str> = [more.id.as_str(), more.aliases[0].as_str()].into();
        for _ in &after.0 {
            for one in &after.0 {
                if kin.contains(one.id.as_str()) || kin.contains(one.aliases[0].as_str()) {
                    kin.extend([one.id.as_str(), one.aliases[0].as_str()]);
                }
            }
        }
        let theirs = after.0.iter().filter(|one| kin.contains(one.id.as_str())).flat_map(|one| &one.affected);
        let most: BTreeSet<_> = theirs.map(|affected| (&affected.ecosystem, &affected.name)).collect();
        prop_assert!(changes.packages() <= most.len());
    }
}

#[test]
fn of_all_collections_a_withdrawn_record_changes_its_packages_alone() {
    let mut all = Vec::new();
    for name in COLLECTIONS {
        let Some(records) = collection(name) else { return };
        all.extend(records.into_iter().map(|record| (record, name)));
    }
    let built = |all: &[(Advisory, &str)]| {
        let mut builder = Builder::new();
        for (record, source) in all {
            builder.add(record, source).unwrap();
        }
        Index::from_bytes(builder.finish().unwrap()).unwrap()
    };
    let before = built(&all);
    let (place, _) = all
        .iter()
        .enumerate()
        .find(|(_, (record, _))| record.id == "PYSEC-2022-43012")
        .expect("the collection of PyPI has it");
    all.remove(place);
    // Whatever order the records come in, the same is said.
    all.reverse();
    let after = built(&all);
    let changes = after.changes_since(&before).unwrap();
    assert!(changes.touches(&component("pkg:pypi/setuptools@1")));
    assert!(!changes.touches(&component("pkg:pypi/torch@1")));
    // Its vulnerability has a name less wherever else it is spoken of.
    assert!((1..5).contains(&changes.packages()), "{}", changes.packages());
}

/// Package URLs of every kind that leads to packages, with and without what their kinds say beside type and name.
fn written() -> impl Strategy<Value = String> {
    let kinds = select(vec![
        "npm",
        "npm/%40scope",
        "pypi",
        "golang/example.org",
        "maven/org.example",
        "cargo",
        "swift/example.org",
        "deb/debian",
        "deb/ubuntu",
        "deb/elxr",
        "apk/alpine",
        "apk/wolfi",
        "rpm/redhat",
        "rpm/opensuse",
        "generic",
        "github/torvalds",
        "yocto",
        "githubactions/actions",
        "bitnami",
        "conan",
        "alpm/arch",
    ]);
    let names = || select(vec!["a", "b", "A", "a_b", "a.-b", "c", "linux", "linux-yocto", "%C3%A4"]);
    let qualifiers = prop::collection::btree_map(
        select(vec!["arch", "distro", "distro_name", "epoch", "checksum", "vcs_url", "repository_url"]),
        select(vec!["source", "debian-12", "1", "x%3Ay"]),
        0..3,
    );
    let upstream = prop::option::of((names(), select(vec!["", "%401.0", "%40", "%401%402"])));
    let versions = select(vec!["", "@1.0", "@2:1.0-1", "@v2.1.0"]);
    let subpaths = select(vec!["", "", "#c", "#v2", "#c/v2/a"]);
    (kinds, names(), versions, qualifiers, upstream, any::<bool>(), subpaths).prop_map(
        |(kind, name, version, qualifiers, upstream, nameless, subpath)| {
            let mut written: Vec<String> =
                qualifiers.iter().map(|(key, value)| format!("{key}={value}")).collect();
            written
                .extend(upstream.map(|(name, version)| {
                    format!("upstream={}{version}", if nameless { "" } else { name })
                }));
            let mark = if written.is_empty() { "" } else { "?" };
            format!("pkg:{kind}/{name}{version}{mark}{}{subpath}", written.join("&"))
        },
    )
}

/// Records of packages of the kinds and names above.
fn named() -> impl Strategy<Value = Vec<Advisory>> {
    let ecosystem = select(vec![
        "npm",
        "PyPI",
        "Go",
        "Maven",
        "crates.io",
        "SwiftURL",
        "Debian:12",
        "Ubuntu:22.04",
        "Alpine:v3.19",
        "Wolfi",
        "Red Hat",
        "openSUSE",
        "Linux",
        "GitHub Actions",
        "Bitnami",
        "ConanCenter",
    ]);
    let name = select(vec![
        "a",
        "b",
        "c",
        "a-b",
        "@scope/a",
        "example.org/a",
        "example.org/c",
        "example.org/a/c",
        "example.org/a/v2",
        "example.org/b/c/v2",
        "org.example:a",
        "actions/a",
        "Kernel",
    ]);
    let record = (0..9_u8, ecosystem, name).prop_map(|(id, ecosystem, name)| {
        advisory(&json!({
            "id": format!("CVE-2026-{id}"),
            "affected": [{"package": {"ecosystem": ecosystem, "name": name},
                "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}],
        }))
    });
    prop::collection::vec(record, 0..8)
}

proptest! {
    /// Stores ask once for each package: what no version of it is told from must be all that changes are told by.
    #[test]
    fn changes_touch_a_component_as_they_touch_its_package(
        purls in prop::collection::vec(written(), 1..40), before in named(), more in named(),
    ) {
        let after: Vec<Advisory> = before.iter().skip(1).chain(&more).cloned().collect();
        let index = |records| index(&(records, vec![], vec![]));
        let changes = index(after).changes_since(&index(before)).unwrap();
        for purl in purls.iter().filter_map(|purl| purl.parse::<Purl>().ok()) {
            let package: Purl = purl.advised_package().to_string().parse().unwrap();
            prop_assert_eq!(package.advised_package(), package.clone());
            let of = |purl: &Purl| Component { purl: Some(purl.clone()), ..Component::default() };
            prop_assert_eq!(changes.touches(&of(&purl)), changes.touches(&of(&package)), "{} {}", purl, package);
        }
    }
}

#[test]
fn a_repository_that_is_spoken_of_otherwise_is_asked_by_those_alone_that_come_from_it_or_hold_its_commits() {
    let (first, second) =
        ("21767c654d31d2dccdde4330529775c6c5fd5389", "a1b2c3d4e5f60718293a4b5c6d7e8f9001122334");
    let record = |id: &str, repository: &str, commit: &str| {
        let events = json!([{"introduced": "0"}, {"fixed": commit}]);
        let range = json!({"type": "GIT", "repo": repository, "events": events});
        advisory(&json!({"id": id, "affected": [{"ranges": [range]}]}))
    };
    let kept = record("OSV-1", "https://git.example/a/one", first);
    let new = record("OSV-2", "https://git.example/a/two", second);
    let before = index(&(vec![kept.clone()], vec![], vec![]));
    let changes = index(&(vec![kept, new], vec![], vec![])).changes_since(&before).unwrap();
    let touched = |purl: String| changes.touches(&component(&purl));
    assert!(touched(format!("pkg:git/git.example/a/two@{first}")));
    assert!(touched("pkg:git/git.example/a/two@v1".to_owned()));
    assert!(touched(format!("pkg:git/git.example/fork/two@{second}")), "forks have the same commits");
    assert!(touched(format!("pkg:git/git.example/fork/two@{}", &second[..12])));
    assert!(!touched(format!("pkg:git/git.example/a/one@{first}")));
    assert!(!touched(format!("pkg:git/git.example/fork/two@{}", &second[..11])));
    assert!(!touched("pkg:npm/two@1.0.0".to_owned()));
    let file = (String::from("SHA-256"), "00".repeat(32));
    assert!(!changes.touches(&Component { digests: vec![file], ..Component::default() }));
}
