//! A software bill of materials: components and how they depend on each other (Article 3(39)).

use std::collections::VecDeque;

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use crate::component::Component;
use crate::sbom_particulars::SbomParticulars;

/// What a format's reader found in a document, whatever the format.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sbom {
    /// Where it came from.
    pub origin: SbomOrigin,
    /// The index in `components` of the product the document is about, where it says so.
    pub subject: Option<usize>,
    /// Every component, in the order of the document.
    pub components: Vec<Component>,
    /// Direct dependencies as pairs of indices: the first depends on (or contains) the second.
    pub dependencies: Vec<(u32, u32)>,
    /// What else the document says of itself, where the whole of it was asked for.
    pub particulars: Option<Box<SbomParticulars>>,
}

/// What the document says of itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct SbomOrigin {
    /// The format and its version, as `CycloneDX 1.6`, `SPDX-2.3`, `Cargo.lock 4`.
    pub format: String,
    /// Serial number or document namespace.
    pub serial: Option<String>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
    /// Who made it: people, organisations, tools.
    pub created_by: Vec<String>,
}

/// Answers "what pulls this component in" for many components of one SBOM.
///
/// Breadth-first from the subject once; a component no path reaches stands alone.
#[derive(Debug)]
pub struct Paths<'a> {
    sbom: &'a Sbom,
    pulled_in_by: Vec<Option<u32>>,
}

impl<'a> Paths<'a> {
    /// Walks the dependencies once: time and memory grow with components plus dependencies, cycles included.
    pub fn of(sbom: &'a Sbom) -> Self {
        let count = sbom.components.len();
        let mut starts = vec![0_usize; count + 1];
        for &(from, _) in &sbom.dependencies {
            starts[from as usize + 1] += 1;
        }
        for index in 0..count {
            starts[index + 1] += starts[index];
        }
        let mut next = starts.clone();
        let mut targets = vec![0_u32; sbom.dependencies.len()];
        for &(from, to) in &sbom.dependencies {
            targets[next[from as usize]] = to;
            next[from as usize] += 1;
        }

        let mut pulled_in_by = vec![None; count];
        let mut waiting = VecDeque::new();
        let mut seen = vec![false; count];
        for root in roots(sbom) {
            seen[root] = true;
            waiting.push_back(root);
        }
        while let Some(from) = waiting.pop_front() {
            for &to in &targets[starts[from]..starts[from + 1]] {
                if !std::mem::replace(&mut seen[to as usize], true) {
                    pulled_in_by[to as usize] = u32::try_from(from).ok();
                    waiting.push_back(to as usize);
                }
            }
        }
        Self { sbom, pulled_in_by }
    }

    /// A shortest path from the subject (or another root) down to the component, both ends included.
    pub fn to(&self, component: usize) -> Vec<&'a Component> {
        let mut path = vec![&self.sbom.components[component]];
        let mut at = component;
        while let Some(parent) = self.pulled_in_by[at] {
            at = parent as usize;
            path.push(&self.sbom.components[at]);
        }
        path.reverse();
        path
    }
}

/// The subject, or, in a document without one, everything nothing depends on.
fn roots(sbom: &Sbom) -> Vec<usize> {
    if let Some(subject) = sbom.subject {
        return vec![subject];
    }
    let mut depended_on = vec![false; sbom.components.len()];
    for &(_, to) in &sbom.dependencies {
        depended_on[to as usize] = true;
    }
    (0..sbom.components.len()).filter(|&index| !depended_on[index]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sbom(names: &[&str], dependencies: &[(u32, u32)], subject: Option<usize>) -> Sbom {
        let component = |name: &&str| Component { name: (*name).to_owned(), ..Component::default() };
        Sbom {
            origin: SbomOrigin::default(),
            subject,
            components: names.iter().map(component).collect(),
            dependencies: dependencies.to_vec(),
            particulars: None,
        }
    }

    fn names(path: &[&Component]) -> Vec<String> {
        path.iter().map(|component| component.name.clone()).collect()
    }

    #[test]
    fn the_shortest_path_is_found_through_a_cycle() {
        let sbom = sbom(&["app", "a", "b", "c"], &[(0, 1), (1, 2), (2, 1), (2, 3), (0, 2)], Some(0));
        assert_eq!(names(&Paths::of(&sbom).to(3)), ["app", "b", "c"]);
    }

    #[test]
    fn a_component_nothing_reaches_stands_alone() {
        let sbom = sbom(&["app", "stray"], &[], Some(0));
        assert_eq!(names(&Paths::of(&sbom).to(1)), ["stray"]);
    }

    #[test]
    fn without_a_subject_every_component_nothing_depends_on_is_a_root() {
        let sbom = sbom(&["x", "y"], &[(1, 0)], None);
        assert_eq!(names(&Paths::of(&sbom).to(0)), ["y", "x"]);
    }
}
