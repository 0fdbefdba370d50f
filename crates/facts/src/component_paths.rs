//! How a component came into the product: the paths that lead to it, the shortest first.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::component_graph::ComponentGraph;

/// Steps of the search at most: a list can hold more paths than anybody could follow.
const MOST_STEPS: usize = 5_000;

/// Steps that are held at most.
const MOST_HELD: usize = 200_000;

/// Paths to one component.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoundPaths {
    /// Places from the product (or another root) down to the component, both ends included; the shortest path first.
    pub paths: Vec<Vec<usize>>,
    /// There are, or may be, more.
    pub more: bool,
}

impl ComponentGraph {
    /// The shortest paths without circles that lead to a component, at most so many.
    pub fn paths_to(&self, place: usize, most: usize) -> FoundPaths {
        let mut found = FoundPaths::default();
        if place >= self.len() {
            return found;
        }
        let mut climb = Climb { graph: self, attached: self.is_attached(place), steps: Vec::new() };
        let mut waiting = BinaryHeap::new();
        climb.add(place, None, &mut waiting);
        let mut taken = 0;
        while let Some(Reverse((_, Reverse(step)))) = waiting.pop() {
            if found.paths.len() == most || taken == MOST_STEPS || climb.steps.len() > MOST_HELD {
                found.more = true;
                break;
            }
            taken += 1;
            let at = climb.steps[step].place;
            if climb.is_top(at) {
                found.paths.push(climb.path(step));
                continue;
            }
            // The first by name is looked at first: of paths as long as each other the order is that of the names.
            for above in self.above(at).iter().rev() {
                if self.is_attached(*above) == climb.attached && !climb.passed(*above, step) {
                    climb.add(*above, Some(step), &mut waiting);
                }
            }
        }
        // Of a circle nothing leads into nobody can say where it begins.
        if found.paths.is_empty() {
            found.paths.push(vec![place]);
        }
        found
    }
}

/// The length a path has at least, and its step: of those as short as each other the one that got furthest.
type Waiting = Reverse<(usize, Reverse<usize>)>;

/// One step upwards.
struct Step {
    place: usize,
    below: Option<usize>,
    length: usize,
}

/// A search from the component upwards, led by how far each component is from the top.
struct Climb<'a> {
    graph: &'a ComponentGraph,
    attached: bool,
    steps: Vec<Step>,
}

impl Climb<'_> {
    fn add(&mut self, place: usize, below: Option<usize>, waiting: &mut BinaryHeap<Waiting>) {
        let length = below.map_or(0, |below| self.steps[below].length + 1);
        let number = self.steps.len();
        self.steps.push(Step { place, below, length });
        // What is still to come cannot be shorter than this, so that whole paths come out in the order of their length.
        let left = if self.attached { self.graph.steps_to(place) as usize } else { 0 };
        waiting.push(Reverse((length + left, Reverse(number))));
    }

    fn is_top(&self, place: usize) -> bool {
        let begins = self.attached && self.graph.steps_to(place) == 0;
        begins || self.graph.above(place).is_empty()
    }

    fn passed(&self, place: usize, step: usize) -> bool {
        let mut at = Some(step);
        while let Some(number) = at {
            if self.steps[number].place == place {
                return true;
            }
            at = self.steps[number].below;
        }
        false
    }

    fn path(&self, step: usize) -> Vec<usize> {
        let mut path = Vec::new();
        let mut at = Some(step);
        while let Some(number) = at {
            path.push(self.steps[number].place);
            at = self.steps[number].below;
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::component_graph::tests::graph;

    #[test]
    fn the_shortest_path_comes_first_and_circles_lead_nowhere() {
        let edges = [(0, 1), (1, 2), (2, 1), (2, 3), (0, 2), (3, 2), (3, 0)];
        let graph = graph(&["app", "a", "b", "c"], &edges, Some(0));
        let found = graph.paths_to(3, 8);
        assert_eq!(found, FoundPaths { paths: vec![vec![0, 2, 3], vec![0, 1, 2, 3]], more: false });
        assert_eq!(graph.paths_to(3, 1), FoundPaths { paths: vec![vec![0, 2, 3]], more: true });
        assert_eq!(graph.paths_to(0, 8).paths, [[0]]);
        assert_eq!(graph.paths_to(9, 8), FoundPaths::default());
    }

    #[test]
    fn what_the_product_does_not_reach_is_led_to_from_its_own_top() {
        let graph = graph(&["app", "top", "part", "ring", "gnir"], &[(1, 2), (3, 4), (4, 3)], Some(0));
        assert_eq!(graph.paths_to(2, 8).paths, [[1, 2]]);
        assert_eq!(graph.paths_to(4, 8).paths, [[4]]);
    }

    #[test]
    fn more_paths_than_anybody_could_follow_end_in_time() {
        // Thirty layers of two, each pulling in both of the next: two to the thirtieth paths.
        let names: Vec<String> = (0..61).map(|place| format!("n{place}@1")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut edges = vec![(0, 1), (0, 2)];
        for layer in 0..29_u32 {
            let (one, next) = (1 + 2 * layer, 3 + 2 * layer);
            edges.extend([(one, next), (one, next + 1), (one + 1, next), (one + 1, next + 1)]);
        }
        let found = graph(&names, &edges, Some(0)).paths_to(60, 8);
        assert_eq!((found.paths.len(), found.more), (8, true));
        assert!(found.paths.iter().all(|path| path.len() == 31));
    }

    proptest! {
        /// Each path begins at the product, ends at the component, follows the list, passes nothing twice; none is
        /// shorter than the one before; and there is one wherever the list has one.
        #[test]
        fn paths_are_paths(edges in prop::collection::vec((0_u32..10, 0_u32..10), 0..40), place in 0_usize..10) {
            let graph = graph(&["n"; 10], &edges, Some(0));
            let found = graph.paths_to(place, 6);
            prop_assert!(found.paths.is_sorted_by_key(Vec::len) && !found.paths.is_empty());
            for path in &found.paths {
                prop_assert_eq!(path.last(), Some(&place));
                prop_assert!(path.windows(2).all(|step| graph.below(step[0]).contains(&step[1])));
                let mut once = path.clone();
                once.sort_unstable();
                once.dedup();
                prop_assert_eq!(once.len(), path.len());
                if graph.is_attached(place) {
                    prop_assert_eq!(path[0], 0);
                }
            }
            if graph.is_attached(place) {
                prop_assert_eq!(found.paths[0].len(), graph.steps_to(place) as usize + 1);
            }
            for (at, path) in found.paths.iter().enumerate() {
                prop_assert!(!found.paths[..at].contains(path));
            }
        }
    }
}
