//! Random records among few names, versions, commits and files, so that they meet, and what may be asked of them.

#![expect(clippy::unwrap_used, reason = "a test that cannot write its data has failed")]

use proofmark_facts::{
    Advisory, Affected, AffectedProduct, AffectedRange, Component, RangeEvent, RangeKind, RecordClaim,
    Revision, RevisionKind, SeverityVector,
};
use proofmark_vulndb::{Builder, Index};
use proptest::prelude::*;
use proptest::sample::select;

/// Ecosystems as records name them, and what is before and behind name and version in a package URL.
pub(crate) const ECOSYSTEMS: [(&str, &str, &str); 5] = [
    ("npm", "pkg:npm/", ""),
    ("PyPI", "pkg:pypi/", ""),
    ("Go", "pkg:golang/example.org/", ""),
    ("Debian:12", "pkg:deb/debian/", "?arch=source&distro=debian-12"),
    ("Debian:13", "pkg:deb/debian/", "?arch=source&distro=debian-13"),
];

const VECTORS: [&str; 3] = [
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
    "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N",
    "AV:N/AC:L/Au:N/C:C/I:C/A:C",
];

#[derive(Debug, Clone)]
pub(crate) struct Record {
    /// Its identifier's number.
    pub(crate) number: usize,
    pub(crate) withdrawn: bool,
    pub(crate) packages: Vec<Package>,
    pub(crate) commits: Vec<Commits>,
    pub(crate) files: Vec<u8>,
    pub(crate) claims: Vec<Said>,
}

#[derive(Debug, Clone)]
pub(crate) struct Package {
    pub(crate) ecosystem: usize,
    pub(crate) name: char,
    /// First version, and the last with whether it is inside.
    pub(crate) ranges: Vec<(u8, Option<(u8, bool)>)>,
    pub(crate) listed: Vec<u8>,
    pub(crate) vector: Option<usize>,
}

#[derive(Debug, Clone)]
pub(crate) struct Commits {
    pub(crate) repository: u8,
    /// `None`: from the first commit on.
    pub(crate) from: Option<u8>,
    pub(crate) fixed: Option<u8>,
    pub(crate) last: Option<u8>,
    pub(crate) tags: Vec<u8>,
}

/// What one source says.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub(crate) source: u8,
    pub(crate) day: u8,
    pub(crate) vectors: Vec<usize>,
    pub(crate) weaknesses: Vec<u8>,
    pub(crate) tags: Vec<u8>,
}

/// Where a component stands in the history of its repository.
#[derive(Debug, Clone, Copy)]
pub(crate) enum At {
    Commit(u8),
    Tag(u8),
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    /// Ecosystem, name and version.
    pub(crate) package: Option<(usize, char, u8)>,
    pub(crate) commit: Option<(u8, At)>,
    pub(crate) file: Option<u8>,
}

pub(crate) fn id(number: usize) -> String {
    format!("REC-{number}")
}

pub(crate) fn version(number: u8) -> String {
    format!("{number}.0.0")
}

pub(crate) fn commit(number: u8) -> String {
    format!("{number:x}").repeat(40)
}

fn tag(number: u8) -> String {
    format!("v1.{number}")
}

fn repository(number: u8) -> String {
    format!("https://git.example/r{number}")
}

fn digest(number: u8) -> (String, String) {
    ("SHA-256".to_owned(), format!("{number:02x}").repeat(32))
}

pub(crate) fn weakness(number: u8) -> String {
    format!("CWE-{number}")
}

pub(crate) fn mark(number: u8) -> String {
    format!("mark-{number}")
}

pub(crate) fn vector(number: usize) -> &'static str {
    VECTORS[number]
}

/// A day of January 2026.
pub(crate) fn day(number: u8) -> jiff::civil::Date {
    jiff::civil::date(2026, 1, i8::try_from(number).unwrap())
}

impl Record {
    pub(crate) fn advisory(&self) -> Advisory {
        let midnight = |number| day(number).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
        let severity =
            |number: &usize| SeverityVector { scheme: "CVSS".into(), vector: vector(*number).into() };
        let claim = |said: &Said| RecordClaim {
            source: format!("source-{}", said.source),
            published_at: Some(midnight(said.day)),
            severities: said.vectors.iter().map(severity).collect(),
            weaknesses: said.weaknesses.iter().map(|number| weakness(*number)).collect(),
            tags: said.tags.iter().map(|number| mark(*number)).collect(),
            ..RecordClaim::default()
        };
        let file =
            |number: &u8| AffectedProduct { digests: vec![digest(*number)], ..AffectedProduct::default() };
        Advisory {
            id: id(self.number),
            withdrawn_at: self.withdrawn.then(|| midnight(1)),
            affected: self
                .packages
                .iter()
                .map(Package::affected)
                .chain(self.commits.iter().map(Commits::affected))
                .collect(),
            products: self.files.iter().map(file).collect(),
            claims: self.claims.iter().map(claim).collect(),
            ..Advisory::default()
        }
    }
}

impl Package {
    fn affected(&self) -> Affected {
        let range = |&(from, to): &(u8, Option<(u8, bool)>)| {
            let from = if from == 0 { "0".to_owned() } else { version(from) };
            let end = to.map(|(to, inside)| {
                if inside { RangeEvent::LastAffected(version(to)) } else { RangeEvent::Fixed(version(to)) }
            });
            let events = std::iter::once(RangeEvent::Introduced(from)).chain(end).collect();
            AffectedRange { kind: RangeKind::Ecosystem, repository: None, events }
        };
        let (ecosystem, purl, _) = ECOSYSTEMS[self.ecosystem];
        let before = if purl.ends_with("example.org/") { "example.org/" } else { "" };
        let severity =
            |number: usize| SeverityVector { scheme: "CVSS".into(), vector: vector(number).into() };
        Affected {
            ecosystem: ecosystem.to_owned(),
            name: format!("{before}{}", self.name),
            ranges: self.ranges.iter().map(range).collect(),
            versions: self.listed.iter().map(|number| version(*number)).collect(),
            severities: self.vector.map(severity).into_iter().collect(),
            ..Affected::default()
        }
    }
}

impl Commits {
    fn affected(&self) -> Affected {
        let from = self.from.map_or("0".to_owned(), commit);
        let mut events = vec![RangeEvent::Introduced(from)];
        events.extend(self.fixed.map(|number| RangeEvent::Fixed(commit(number))));
        events.extend(self.last.map(|number| RangeEvent::LastAffected(commit(number))));
        let repository = Some(repository(self.repository));
        Affected {
            ranges: vec![AffectedRange { kind: RangeKind::Git, repository, events }],
            versions: self.tags.iter().map(|number| tag(*number)).collect(),
            ..Affected::default()
        }
    }
}

impl Asked {
    pub(crate) fn component(&self) -> Component {
        let purl = self.package.map(|(ecosystem, name, number)| {
            let (_, before, behind) = ECOSYSTEMS[ecosystem];
            let mark = if before.contains("golang") { "v" } else { "" };
            format!("{before}{name}@{mark}{}{behind}", version(number))
        });
        let revision = |(number, at): (u8, At)| Revision {
            repository: Some(repository(number)),
            at: match at {
                At::Commit(number) => commit(number),
                At::Tag(number) => tag(number),
            },
            kind: RevisionKind::MadeFrom,
        };
        Component {
            name: "asked".into(),
            purl: purl.map(|purl| purl.parse().unwrap()),
            revisions: self.commit.map(revision).into_iter().collect(),
            digests: self.file.map(digest).into_iter().collect(),
            ..Component::default()
        }
    }
}

/// The index of these records, taken in this order.
pub(crate) fn index<'a>(records: impl IntoIterator<Item = &'a Record>) -> Index {
    let mut builder = Builder::new();
    for record in records {
        builder.add(&record.advisory(), "test").unwrap();
    }
    Index::from_bytes(builder.finish().unwrap()).unwrap()
}

fn few<T: std::fmt::Debug>(one: impl Strategy<Value = T>, most: usize) -> impl Strategy<Value = Vec<T>> {
    prop::collection::vec(one, 0..=most)
}

fn package() -> impl Strategy<Value = Package> {
    let range = (0..4_u8, proptest::option::of((0..3_u8, any::<bool>())))
        .prop_map(|(from, end)| (from, end.map(|(more, inside)| (from + more, inside))));
    let vector = proptest::option::of(0..VECTORS.len());
    (0..ECOSYSTEMS.len(), select(vec!['a', 'b', 'c']), few(range, 2), few(0..6_u8, 2), vector)
        .prop_map(|(ecosystem, name, ranges, listed, vector)| Package {
            ecosystem,
            name,
            ranges,
            listed,
            vector,
        })
        // What names no version at all cannot be said of any.
        .prop_filter("names versions", |package| !package.ranges.is_empty() || !package.listed.is_empty())
}

fn commits() -> impl Strategy<Value = Commits> {
    let place = || proptest::option::of(1..5_u8);
    (0..2_u8, place(), place(), proptest::option::weighted(0.2, 1..5_u8), few(0..3_u8, 2))
        .prop_map(|(repository, from, fixed, last, tags)| Commits { repository, from, fixed, last, tags })
}

fn said() -> impl Strategy<Value = Said> {
    (0..3_u8, 1..4_u8, few(0..VECTORS.len(), 2), few(1..4_u8, 2), few(1..3_u8, 1))
        .prop_map(|(source, day, vectors, weaknesses, tags)| Said { source, day, vectors, weaknesses, tags })
}

/// A record; packages often share the versions of the one before.
fn record() -> impl Strategy<Value = Record> {
    let packages = few((package(), any::<bool>()), 5).prop_map(|all| {
        let mut packages: Vec<Package> = Vec::new();
        for (mut package, is_like) in all {
            if let Some(last) = packages.last().filter(|_| is_like) {
                package = Package { name: package.name, vector: package.vector, ..last.clone() };
            }
            packages.push(package);
        }
        packages
    });
    let rarely = prop::bool::weighted(0.1);
    (rarely, packages, few(commits(), 2), few(0..3_u8, 2), few(said(), 3)).prop_map(
        |(withdrawn, packages, commits, files, claims)| Record {
            number: 0,
            withdrawn,
            packages,
            commits,
            files,
            claims,
        },
    )
}

/// Records, each with a number of its own.
pub(crate) fn records(most: usize) -> impl Strategy<Value = Vec<Record>> {
    few(record(), most).prop_map(|mut records| {
        records.iter_mut().enumerate().for_each(|(number, record)| record.number = number);
        records
    })
}

pub(crate) fn asked() -> impl Strategy<Value = Asked> {
    let package = (0..ECOSYSTEMS.len(), select(vec!['a', 'b', 'd']), 0..7_u8);
    let at = prop_oneof![(1..6_u8).prop_map(At::Commit), (0..4_u8).prop_map(At::Tag)];
    let seldom = 0.3;
    prop_oneof![
        package.clone().prop_map(|package| Asked { package: Some(package), ..Asked::default() }),
        (0..3_u8, at.clone()).prop_map(|commit| Asked { commit: Some(commit), ..Asked::default() }),
        (
            proptest::option::weighted(seldom, package),
            proptest::option::weighted(seldom, (0..3_u8, at)),
            proptest::option::weighted(seldom, 0..4_u8),
        )
            .prop_map(|(package, commit, file)| Asked { package, commit, file }),
    ]
}
