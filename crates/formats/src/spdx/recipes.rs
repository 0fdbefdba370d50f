//! What Yocto's `create-spdx` writes: recipes, the packages they are split into, and the image that contains some of them.

use std::collections::{BTreeMap, BTreeSet};

use super::noted::RelationKind;
use super::packages::{Chosen, Packages};

/// One component for each recipe something of the image was built from. Without an image, everything that was built counts.
pub(super) fn recipes(packages: &Packages) -> Chosen {
    let mut source: BTreeMap<usize, usize> = BTreeMap::new();
    let mut contained: BTreeSet<usize> = BTreeSet::new();
    let mut images: BTreeSet<usize> = BTreeSet::new();
    for &(from, to, kind) in &packages.relations {
        match kind {
            RelationKind::GeneratedFrom => drop(source.entry(from).or_insert(to)),
            RelationKind::Contains => {
                images.insert(from);
                contained.insert(to);
            }
            RelationKind::DependsOn => {}
        }
    }
    images.retain(|image| !contained.contains(image) && !source.contains_key(image));
    let shipped: Vec<usize> =
        if contained.is_empty() { source.keys().copied().collect() } else { contained.into_iter().collect() };
    let mut built: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for package in shipped {
        match source.get(&package) {
            Some(recipe) => built.entry(*recipe).or_default().push(package),
            None => drop(built.entry(package).or_default()),
        }
    }
    built.retain(|recipe, _| !packages.all[*recipe].is_native);
    let subject = images.first().copied().filter(|_| images.len() == 1);
    let mut components: Vec<(usize, Vec<usize>)> = Vec::with_capacity(built.len() + 1);
    components.extend(subject.map(|image| (image, Vec::new())));
    components.extend(built);
    Chosen { components, subject, ..Chosen::default() }
}
