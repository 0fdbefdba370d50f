//! What changed from one component list to another, by arithmetic alone.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use crate::component::Component;
use crate::sbom::Sbom;

/// How two component lists of one product differ. What the makers wrote themselves is the product and left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ComponentChanges {
    /// Packages that were not listed before, in any version.
    pub added: Vec<String>,
    /// Packages that are no longer listed, in any version.
    pub removed: Vec<String>,
    /// Packages listed in other versions than before.
    pub changed: Vec<VersionChange>,
    /// Packages the product itself depends on and did not before, whether or not they were listed below others.
    pub direct_added: Vec<String>,
    /// Packages the product itself no longer depends on.
    pub direct_removed: Vec<String>,
}

/// One package in other versions than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct VersionChange {
    /// The package, without a version.
    pub package: String,
    /// Its versions before.
    pub from: Vec<String>,
    /// Its versions now.
    pub to: Vec<String>,
    /// Which way its highest major version moved.
    pub major: MajorChange,
}

/// Which way the highest major version of a package moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MajorChange {
    /// Up.
    Up,
    /// Down.
    Down,
    /// It is the same.
    Same,
    /// The versions do not begin with numbers that can be compared.
    Unknown,
}

impl ComponentChanges {
    /// Lays the newer list beside the earlier one: time and memory grow with components plus dependencies.
    pub fn between(earlier: &Sbom, newer: &Sbom) -> Self {
        let (before, now) = (packages(earlier), packages(newer));
        let only_in = |one: &Packages, other: &Packages| {
            one.keys().filter(|package| !other.contains_key(*package)).cloned().collect::<Vec<String>>()
        };
        let changed = now.iter().filter_map(|(package, to)| {
            let from = before.get(package)?;
            (from != to).then(|| VersionChange {
                package: package.clone(),
                from: from.iter().cloned().collect(),
                to: to.iter().cloned().collect(),
                major: major_change(from, to),
            })
        });
        let (direct_before, direct_now) = (direct(earlier), direct(newer));
        Self {
            added: only_in(&now, &before),
            removed: only_in(&before, &now),
            changed: changed.collect(),
            direct_added: direct_now.difference(&direct_before).cloned().collect(),
            direct_removed: direct_before.difference(&direct_now).cloned().collect(),
        }
    }

    /// The packages whose highest major version moved this way.
    pub fn moved(&self, way: MajorChange) -> Vec<String> {
        self.changed
            .iter()
            .filter(|change| change.major == way)
            .map(|change| change.package.clone())
            .collect()
    }
}

type Packages = BTreeMap<String, BTreeSet<String>>;

fn packages(sbom: &Sbom) -> Packages {
    let mut packages = Packages::new();
    for (index, component) in sbom.components.iter().enumerate() {
        if is_product(sbom, index) {
            continue;
        }
        packages.entry(package(component)).or_default().extend(version(component).map(str::to_owned));
    }
    packages
}

/// Packages the product itself depends on.
fn direct(sbom: &Sbom) -> BTreeSet<String> {
    let is_product = |index: u32| is_product(sbom, index as usize);
    let pairs = sbom.dependencies.iter().filter(|(from, to)| is_product(*from) && !is_product(*to));
    pairs.map(|(_, to)| package(&sbom.components[*to as usize])).collect()
}

fn is_product(sbom: &Sbom, index: usize) -> bool {
    sbom.subject == Some(index) || sbom.components[index].own
}

/// Which package a component is, whatever its version.
fn package(component: &Component) -> String {
    match (&component.purl, &component.group) {
        (Some(purl), _) => purl.package().to_string(),
        (None, Some(group)) => format!("{group}/{}", component.name),
        (None, None) => component.name.clone(),
    }
}

fn version(component: &Component) -> Option<&str> {
    let of_purl = || component.purl.as_ref().and_then(|purl| purl.version.as_deref());
    component.version.as_deref().or_else(of_purl)
}

fn major_change(from: &BTreeSet<String>, to: &BTreeSet<String>) -> MajorChange {
    let highest = |versions: &BTreeSet<String>| versions.iter().filter_map(|one| major(one)).max();
    match (highest(from), highest(to)) {
        (Some(from), Some(to)) if to > from => MajorChange::Up,
        (Some(from), Some(to)) if to < from => MajorChange::Down,
        (Some(_), Some(_)) => MajorChange::Same,
        _ => MajorChange::Unknown,
    }
}

/// The number that moves when a package promises less than before: the first, or the second behind a zero.
/// An epoch (`1:3.0`) and a leading `v` are no part of it.
fn major(version: &str) -> Option<(u64, u64)> {
    let version = version.split_once(':').map_or(version, |(_, rest)| rest);
    let mut parts = version.trim_start_matches(['v', 'V']).split(['.', '-', '+', '~', '_']);
    let first: u64 = parts.next()?.parse().ok()?;
    let second = parts.next().and_then(|part| part.parse().ok()).unwrap_or(0);
    Some((first, if first == 0 { second } else { 0 }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sbom::SbomOrigin;

    fn sbom(components: &[&str], dependencies: &[(u32, u32)]) -> Sbom {
        let component = |written: &&str| {
            let (name, version) = written.split_once('@').unwrap();
            Component { name: name.to_owned(), version: Some(version.to_owned()), ..Component::default() }
        };
        Sbom {
            origin: SbomOrigin::default(),
            subject: Some(0),
            components: components.iter().map(component).collect(),
            dependencies: dependencies.to_vec(),
            particulars: None,
        }
    }

    #[test]
    fn packages_come_go_and_move_and_the_product_itself_is_none_of_them() {
        let earlier = sbom(&["app@1", "tls@1.2.3", "log@0.3.9", "old@1", "same@2"], &[(0, 1), (1, 2)]);
        let newer = sbom(
            &["app@2", "tls@2.0.0", "log@0.4.0", "new@v1", "same@2", "same@1"],
            &[(0, 1), (0, 2), (1, 3)],
        );
        let changes = ComponentChanges::between(&earlier, &newer);
        assert_eq!(
            (changes.added.as_slice(), changes.removed.as_slice()),
            (&["new".to_owned()][..], &["old".to_owned()][..])
        );
        assert_eq!(changes.direct_added, ["log"]);
        assert_eq!(changes.moved(MajorChange::Up), ["log", "tls"]);
        assert_eq!(changes.moved(MajorChange::Same), ["same"]);
    }

    #[test]
    fn what_is_major_is_read_from_the_front() {
        assert_eq!(major("1:3.0.11-1~deb12u2"), Some((3, 0)));
        assert_eq!(major("v2.1"), Some((2, 0)));
        assert_eq!(major("0.9.10"), Some((0, 9)));
        assert_eq!((major("unknown"), major("")), (None, None));
    }

    proptest! {
        #[test]
        fn a_list_does_not_differ_from_itself_and_swapping_swaps(
            one in proptest::collection::vec("[a-c]@[0-2](\\.[0-2])?", 1..8),
            other in proptest::collection::vec("[a-c]@[0-2](\\.[0-2])?", 1..8),
        ) {
            let list = |names: &[String]| sbom(&names.iter().map(String::as_str).collect::<Vec<_>>(), &[]);
            let (one, other) = (list(&one), list(&other));
            prop_assert_eq!(ComponentChanges::between(&one, &one), ComponentChanges::default());
            let (there, back) = (ComponentChanges::between(&one, &other), ComponentChanges::between(&other, &one));
            prop_assert_eq!(there.added, back.removed);
            prop_assert_eq!(there.changed.len(), back.changed.len());
        }
    }
}
