//! Whether what somebody named as pulling a component in is on every path that leads to it.

use std::collections::VecDeque;

use crate::gate_policy::fits_one;
use crate::sbom::Sbom;

/// What pulls in what, upwards. Time and memory to make it grow with components plus dependencies, circles included.
#[derive(Debug)]
pub struct PulledIn<'a> {
    sbom: &'a Sbom,
    above: Vec<Vec<usize>>,
}

impl<'a> PulledIn<'a> {
    /// Turns the list's dependencies round.
    pub fn of(sbom: &'a Sbom) -> Self {
        let mut above = vec![Vec::new(); sbom.components.len()];
        for (from, to) in &sbom.dependencies {
            let (from, to) = (*from as usize, *to as usize);
            if from != to && from < above.len() && to < above.len() {
                above[to].push(from);
            }
        }
        Self { sbom, above }
    }

    /// The shortest path down to the component that passes through none of these names, from its top; `None`: each passes through one.
    ///
    /// The product's own name stands for what the product pulls in itself, and not for all that leads to it. A component whose list
    /// does not say what pulls it in is on a path of its own.
    pub fn path_beside(&self, place: usize, via: &[String]) -> Option<Vec<usize>> {
        let mut below: Vec<Option<usize>> = vec![None; self.above.len()];
        let mut seen = vec![false; self.above.len()];
        *seen.get_mut(place)? = true;
        let mut waiting = VecDeque::from([place]);
        while let Some(at) = waiting.pop_front() {
            let is_top = self.sbom.subject == Some(at) || self.above[at].is_empty();
            if is_top {
                return Some(down(at, &below));
            }
            for above in &self.above[at] {
                let is_product = self.sbom.subject == Some(*above);
                let is_covered = self.is_named(*above, via) && (!is_product || at == place);
                if !is_covered && !std::mem::replace(&mut seen[*above], true) {
                    below[*above] = Some(at);
                    waiting.push_back(*above);
                }
            }
        }
        None
    }

    fn is_named(&self, place: usize, via: &[String]) -> bool {
        let component = &self.sbom.components[place];
        fits_one(via, &component.called()) || fits_one(via, &component.name)
    }
}

fn down(top: usize, below: &[Option<usize>]) -> Vec<usize> {
    std::iter::successors(Some(top), |at| below[*at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::component::Component;

    fn list(names: &[&str], edges: &[(u32, u32)]) -> Sbom {
        let component = |name: &&str| Component { name: (*name).to_owned(), ..Component::default() };
        Sbom {
            subject: Some(0),
            components: names.iter().map(component).collect(),
            dependencies: edges.to_vec(),
            ..Sbom::default()
        }
    }

    fn beside(sbom: &Sbom, place: usize, via: &[&str]) -> Option<Vec<usize>> {
        let via: Vec<String> = via.iter().map(|name| (*name).to_owned()).collect();
        PulledIn::of(sbom).path_beside(place, &via)
    }

    #[test]
    fn every_path_must_pass_through_what_was_named() {
        let one = list(&["app", "a", "b", "c"], &[(0, 1), (1, 2), (2, 3)]);
        assert_eq!(beside(&one, 3, &["a"]), None);
        assert_eq!(beside(&one, 3, &["b"]), None);
        assert_eq!(beside(&one, 3, &["x", "a*"]), None);
        assert_eq!(beside(&one, 3, &["x"]), Some(vec![0, 1, 2, 3]));
        // A new way round what was named, be it straight from the product.
        let two = list(&["app", "a", "b", "c", "d"], &[(0, 1), (1, 2), (2, 3), (0, 4), (4, 2)]);
        assert_eq!(beside(&two, 3, &["a"]), Some(vec![0, 4, 2, 3]));
        assert_eq!(beside(&two, 3, &["b"]), None);
        let straight = list(&["app", "a", "b", "c"], &[(0, 1), (1, 2), (2, 3), (0, 3)]);
        assert_eq!(beside(&straight, 3, &["b"]), Some(vec![0, 3]));
        assert_eq!(beside(&straight, 3, &["b", "app"]), None);
    }

    #[test]
    fn the_products_name_covers_what_it_pulls_in_itself_and_no_more() {
        let deep = list(&["app", "a", "c"], &[(0, 1), (1, 2)]);
        assert_eq!(beside(&deep, 2, &["app"]), Some(vec![0, 1, 2]));
        assert_eq!(beside(&deep, 1, &["app"]), None);
    }

    #[test]
    fn circles_end_and_what_nothing_pulls_in_is_covered_by_nothing() {
        let circle = list(&["app", "a", "b", "alone"], &[(0, 1), (1, 2), (2, 1)]);
        assert_eq!(beside(&circle, 2, &["x"]), Some(vec![0, 1, 2]));
        assert_eq!(beside(&circle, 2, &["a"]), None);
        assert_eq!(beside(&circle, 3, &["alone"]), Some(vec![3]));
        assert_eq!(beside(&circle, 9, &[]), None);
    }
}
