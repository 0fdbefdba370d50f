//! Which component stands in which, on which it depends, and by what it is named, as a document is written.

use std::collections::HashSet;

use proofmark_facts::{Component, Sbom};

/// How deep components are written in each other; the rest stands beside them.
const DEEPEST: usize = 30;

/// Which components stand in which.
pub(super) struct Tree {
    inside: Vec<Vec<usize>>,
    outer: Vec<Option<usize>>,
    named: Vec<bool>,
}

impl Tree {
    /// Nothing stands in anything.
    pub(super) fn flat(sbom: &Sbom) -> Self {
        let count = sbom.components.len();
        Self { inside: vec![Vec::new(); count], outer: vec![None; count], named: vec![true; count] }
    }

    /// As the document has it. A component stands in one other at most: the first that contains it.
    pub(super) fn of(sbom: &Sbom) -> Self {
        let mut tree = Self::flat(sbom);
        let Some(particulars) = sbom.particulars.as_deref() else { return tree };
        for &(outer, inner) in &particulars.contained {
            let (outer, inner) = (outer as usize, inner as usize);
            let is_free = tree.outer[inner].is_none() && outer != inner && Some(inner) != sbom.subject;
            if is_free && tree.depth_of(outer, inner).is_some_and(|depth| depth < DEEPEST) {
                tree.outer[inner] = Some(outer);
                tree.inside[outer].push(inner);
            }
        }
        tree.named = vec![false; sbom.components.len()];
        for index in &particulars.answered {
            tree.named[*index as usize] = true;
        }
        for list in &particulars.completeness {
            for index in list.parts_of.iter().chain(&list.dependencies_of) {
                tree.named[*index as usize] = true;
            }
        }
        for &(from, to) in &sbom.dependencies {
            let (from, to) = (from as usize, to as usize);
            if tree.outer[to] != Some(from) {
                (tree.named[from], tree.named[to]) = (true, true);
            }
        }
        tree
    }

    /// How many components stand around this one; `None`: `not_in` is among them, or is it.
    fn depth_of(&self, index: usize, not_in: usize) -> Option<usize> {
        let (mut at, mut depth) = (index, 1);
        loop {
            if at == not_in || depth > DEEPEST {
                return (at != not_in).then_some(depth);
            }
            match self.outer[at] {
                Some(outer) => (at, depth) = (outer, depth + 1),
                None => return Some(depth),
            }
        }
    }

    pub(super) fn inside(&self, index: usize) -> &[usize] {
        self.inside.get(index).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn is_inside(&self, index: usize) -> bool {
        self.outer.get(index).is_some_and(Option::is_some)
    }

    /// Whether something in the document names the component.
    pub(super) fn is_named(&self, index: usize) -> bool {
        self.named.get(index).copied().unwrap_or(true)
    }
}

/// What each component depends on, in order; that one stands in another says so by itself.
pub(super) fn targets_of(sbom: &Sbom, tree: &Tree) -> Vec<Vec<usize>> {
    let mut targets = vec![Vec::new(); sbom.components.len()];
    for &(from, to) in &sbom.dependencies {
        if tree.outer[to as usize] != Some(from as usize) {
            targets[from as usize].push(to as usize);
        }
    }
    for list in &mut targets {
        list.sort_unstable();
        list.dedup();
    }
    targets
}

/// A reference for each component: its own where it has one that no earlier component has.
pub(super) fn unique_references(components: &[&Component]) -> Vec<String> {
    let written: HashSet<&str> = components.iter().map(|component| component.reference.as_str()).collect();
    let mut taken = HashSet::new();
    let mut references = Vec::with_capacity(components.len());
    for (index, component) in components.iter().enumerate() {
        let own = component.reference.as_str();
        if !own.is_empty() && taken.insert(own) {
            references.push(own.to_owned());
            continue;
        }
        let mut made_up = format!("component-{index}");
        while written.contains(made_up.as_str()) {
            made_up.push('-');
        }
        references.push(made_up);
    }
    references
}
