//! What became of components from one release to another: added, removed, in newer, older or other versions.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use proofmark_facts::{Component, ComponentGraph};
use proofmark_vulndb::{Coordinates, Order};
use schemars::JsonSchema;
use serde::Serialize;

use super::listed::Listed;

/// What became of the components. What the makers wrote themselves is the product and left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ComponentTurns {
    /// Packages that were not listed before, in any version.
    pub added: Listed<ComponentTurn>,
    /// Packages that are no longer listed, in any version.
    pub removed: Listed<ComponentTurn>,
    /// In a newer version, by the order of the package's ecosystem.
    pub upgraded: Listed<ComponentTurn>,
    /// In an older one.
    pub downgraded: Listed<ComponentTurn>,
    /// In other versions of which no order can be said, or beside those there were.
    pub otherwise: Listed<ComponentTurn>,
    /// Nearer to the product than before, or farther from it.
    pub moved: Listed<DepthTurn>,
    /// Under other licences than before, in whatever version.
    pub relicensed: Listed<StatedTurn>,
    /// From another supplier than before.
    pub resupplied: Listed<StatedTurn>,
}

/// What became of one package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ComponentTurn {
    /// The package, without a version.
    pub package: String,
    /// Its versions before.
    pub from: Vec<String>,
    /// Its versions now.
    pub to: Vec<String>,
    /// The product names it itself.
    pub direct: bool,
    /// Its place in the newer component list, else in the earlier.
    pub place: usize,
}

/// How many steps lead from the product to a package: one where the product names it itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DepthTurn {
    /// The package, without a version.
    pub package: String,
    /// The steps before; absent where the list did not say how it came into the product.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<u32>,
    /// The steps now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<u32>,
    /// Its place in the newer component list.
    pub place: usize,
}

/// What the lists state otherwise of one package; what only one of them states is no change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatedTurn {
    /// The package, without a version.
    pub package: String,
    /// What was stated before, sorted.
    pub from: Vec<String>,
    /// What is stated now.
    pub to: Vec<String>,
    /// Its place in the newer component list.
    pub place: usize,
}

/// Lays the newer list beside the earlier one.
pub(crate) fn component_turns(earlier: &ComponentGraph, newer: &ComponentGraph) -> ComponentTurns {
    let (before, now) = (packages(earlier), packages(newer));
    let (mut added, mut removed) = (Vec::new(), Vec::new());
    let (mut upgraded, mut downgraded, mut otherwise) = (Vec::new(), Vec::new(), Vec::new());
    let (mut moved, mut relicensed, mut resupplied) = (Vec::new(), Vec::new(), Vec::new());
    for (package, found) in &now {
        let Some(was) = before.get(package) else {
            added.push(found.turn(package, Vec::new(), found.written()));
            continue;
        };
        moved.extend(found.moved_from(package, was));
        relicensed.extend(found.stated_otherwise(package, &was.licences, &found.licences));
        resupplied.extend(found.stated_otherwise(package, &was.suppliers, &found.suppliers));
        if was.versions == found.versions {
            continue;
        }
        let turn = found.turn(package, was.written(), found.written());
        match direction(was, found) {
            Some(Ordering::Greater) => upgraded.push(turn),
            Some(Ordering::Less) => downgraded.push(turn),
            Some(Ordering::Equal) | None => otherwise.push(turn),
        }
    }
    for (package, was) in before.iter().filter(|(package, _)| !now.contains_key(*package)) {
        removed.push(was.turn(package, was.written(), Vec::new()));
    }
    ComponentTurns {
        added: Listed::of(added),
        removed: Listed::of(removed),
        upgraded: Listed::of(upgraded),
        downgraded: Listed::of(downgraded),
        otherwise: Listed::of(otherwise),
        moved: Listed::of(moved),
        relicensed: Listed::of(relicensed),
        resupplied: Listed::of(resupplied),
    }
}

/// A package in a list: its versions, sorted as words.
struct Package {
    versions: Vec<String>,
    order: Option<Order>,
    direct: bool,
    place: usize,
    /// The fewest steps from the product; `None`: the list does not say how it came into the product.
    steps: Option<u32>,
    licences: BTreeSet<String>,
    suppliers: BTreeSet<String>,
}

impl Package {
    fn turn(&self, package: &str, from: Vec<String>, to: Vec<String>) -> ComponentTurn {
        ComponentTurn { package: package.to_owned(), from, to, direct: self.direct, place: self.place }
    }

    fn written(&self) -> Vec<String> {
        self.versions.clone()
    }

    /// What makes it nearer to the product than it was, or farther.
    fn moved_from(&self, package: &str, was: &Self) -> Option<DepthTurn> {
        (self.steps != was.steps).then(|| DepthTurn {
            package: package.to_owned(),
            from: was.steps,
            to: self.steps,
            place: self.place,
        })
    }

    /// What is stated otherwise, where both lists state something.
    fn stated_otherwise(
        &self,
        package: &str,
        was: &BTreeSet<String>,
        now: &BTreeSet<String>,
    ) -> Option<StatedTurn> {
        (!was.is_empty() && !now.is_empty() && was != now).then(|| StatedTurn {
            package: package.to_owned(),
            from: was.iter().cloned().collect(),
            to: now.iter().cloned().collect(),
            place: self.place,
        })
    }
}

fn packages(graph: &ComponentGraph) -> BTreeMap<String, Package> {
    let mut packages: BTreeMap<String, Package> = BTreeMap::new();
    for (place, component) in graph.sbom().components.iter().enumerate() {
        if is_product(graph, place) {
            continue;
        }
        let direct = graph.above(place).iter().any(|above| is_product(graph, *above));
        let package = packages.entry(package(component)).or_insert_with(|| Package {
            versions: Vec::new(),
            order: Coordinates::of(component).ok().and_then(|found| found.ecosystem.order()),
            direct,
            place,
            steps: None,
            licences: BTreeSet::new(),
            suppliers: BTreeSet::new(),
        });
        package.direct |= direct;
        let steps = graph.is_reached(place).then(|| graph.steps_to(place));
        package.steps = [package.steps, steps].into_iter().flatten().min();
        package.licences.extend(component.licences.iter().cloned());
        package.suppliers.extend(component.supplier.clone());
        if let Some(version) = version(component)
            && let Err(at) = package.versions.binary_search_by(|held| held.as_str().cmp(version))
        {
            package.versions.insert(at, version.to_owned());
        }
    }
    packages
}

/// Which way the versions moved: those that came laid against those that went, by the highest of each.
fn direction(was: &Package, now: &Package) -> Option<Ordering> {
    let order = now.order?;
    let only = |one: &Package, other: &Package| -> Vec<String> {
        one.versions.iter().filter(|version| !other.versions.contains(version)).cloned().collect()
    };
    let (came, went) = (only(now, was), only(was, now));
    order.compare(highest(order, &came)?, highest(order, &went)?)
}

/// The highest of these; `None`: there are none, or one cannot be compared.
fn highest(order: Order, versions: &[String]) -> Option<&str> {
    let (first, rest) = versions.split_first()?;
    let mut highest = first.as_str();
    for version in rest {
        if order.compare(version, highest)? == Ordering::Greater {
            highest = version;
        }
    }
    Some(highest)
}

fn is_product(graph: &ComponentGraph, place: usize) -> bool {
    let sbom = graph.sbom();
    sbom.subject == Some(place) || sbom.components.get(place).is_some_and(|component| component.own)
}

/// Which package a component is, whatever its version.
fn package(component: &Component) -> String {
    component.purl.as_ref().map_or_else(|| component.full_name(), |purl| purl.package().to_string())
}

fn version(component: &Component) -> Option<&str> {
    let of_purl = || component.purl.as_ref().and_then(|purl| purl.version.as_deref());
    component.version.as_deref().or_else(of_purl)
}

#[cfg(test)]
mod tests {
    use proofmark_facts::Sbom;

    use super::*;

    fn graph(purls: &[&str]) -> ComponentGraph {
        let component = |purl: &&str| Component { purl: purl.parse().ok(), ..Component::default() };
        let app = Component { name: "app".into(), own: true, ..Component::default() };
        let components: Vec<Component> = std::iter::once(app).chain(purls.iter().map(component)).collect();
        let dependencies = vec![(0, 1)];
        ComponentGraph::of(Sbom { subject: Some(0), components, dependencies, ..Sbom::default() })
    }

    fn named(list: &Listed<ComponentTurn>) -> Vec<&str> {
        list.items.iter().map(|turn| turn.package.as_str()).collect()
    }

    #[test]
    fn versions_move_by_the_order_of_their_ecosystem() {
        let earlier = graph(&[
            "pkg:npm/up@1.9.0",
            "pkg:npm/down@2.0.0",
            "pkg:npm/beside@1.0.0",
            "pkg:deb/debian/epoch@2.0?distro=debian-12",
            "pkg:generic/unordered@1",
            "pkg:npm/gone@1.0.0",
            "pkg:npm/same@1.0.0",
        ]);
        let newer = graph(&[
            "pkg:npm/up@1.10.0",
            "pkg:npm/down@2.0.0-rc.1",
            "pkg:npm/beside@1.0.0",
            "pkg:npm/beside@2.0.0",
            "pkg:deb/debian/epoch@1:1.0?distro=debian-12",
            "pkg:generic/unordered@2",
            "pkg:npm/new@1.0.0",
            "pkg:npm/same@1.0.0",
        ]);
        let turns = component_turns(&earlier, &newer);
        assert_eq!(named(&turns.added), ["pkg:npm/new"]);
        assert_eq!(named(&turns.removed), ["pkg:npm/gone"]);
        assert_eq!(named(&turns.upgraded), ["pkg:deb/debian/epoch", "pkg:npm/up"]);
        assert_eq!(named(&turns.downgraded), ["pkg:npm/down"]);
        assert_eq!(named(&turns.otherwise), ["pkg:generic/unordered", "pkg:npm/beside"]);
        let up = &turns.upgraded.items[1];
        assert_eq!(
            (up.direct, up.place, up.from[0].as_str(), up.to[0].as_str()),
            (true, 1, "1.9.0", "1.10.0")
        );
    }

    #[test]
    fn a_list_did_not_change_from_itself() {
        let one = graph(&["pkg:npm/a@1", "pkg:npm/a@2"]);
        let turns = component_turns(&one, &one);
        let all = [turns.added, turns.removed, turns.upgraded, turns.downgraded, turns.otherwise];
        assert!(all.iter().all(|list| list.count == 0));
        assert_eq!((turns.moved.count, turns.relicensed.count, turns.resupplied.count), (0, 0, 0));
    }

    #[test]
    fn what_comes_nearer_is_licensed_or_supplied_otherwise_is_told() {
        let list = |dependencies: &[(u32, u32)], licence: &str, supplier: &[&str]| {
            let names = ["app", "near", "far", "loose"];
            let component = |name: &&str| Component {
                name: (*name).to_owned(),
                licences: vec![licence.to_owned()],
                supplier: supplier.first().map(|supplier| (*supplier).to_owned()),
                ..Component::default()
            };
            let components = names.iter().map(component).collect();
            let dependencies = dependencies.to_vec();
            ComponentGraph::of(Sbom { subject: Some(0), components, dependencies, ..Sbom::default() })
        };
        let earlier = list(&[(0, 1), (1, 2)], "MIT", &["Acme"]);
        let newer = list(&[(0, 1), (0, 2), (2, 3)], "BUSL-1.1", &[]);
        let turns = component_turns(&earlier, &newer);
        let moved: Vec<_> =
            turns.moved.items.iter().map(|turn| (turn.package.as_str(), turn.from, turn.to)).collect();
        assert_eq!(moved, [("far", Some(2), Some(1)), ("loose", None, Some(2))]);
        let licences = &turns.relicensed.items;
        assert_eq!(
            (licences.len(), &licences[0].from[0], &licences[0].to[0]),
            (3, &"MIT".into(), &"BUSL-1.1".into())
        );
        assert_eq!(turns.resupplied.count, 0, "that nothing is stated is no other supplier");
        let changed = component_turns(&list(&[], "MIT", &["Acme"]), &list(&[], "MIT", &["Other"]));
        assert_eq!((changed.resupplied.count, changed.relicensed.count), (3, 0));
    }
}
