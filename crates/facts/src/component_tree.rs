//! An excerpt of a component list as a tree: as much as a page holds, the upper levels first.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};

use crate::component_graph::ComponentGraph;

/// Levels at most, whatever is asked: a tree is written level inside level.
const DEEPEST: u32 = 100;

/// A component in the tree with what is shown below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// Its place in the list.
    pub place: usize,
    /// Whether what it pulls in is shown here.
    pub shown: Shown,
    /// What it pulls in, as far as it is shown.
    pub below: Vec<Self>,
    /// How many more it pulls in directly that are not shown.
    pub hidden: usize,
}

/// Where what a component pulls in is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Here.
    Here,
    /// It stands in the tree once before, nearer to the top; what it pulls in is shown there.
    Elsewhere,
    /// It is above itself: it pulls in what pulls it in.
    Circle,
}

impl ComponentGraph {
    /// The tree below these places: at most so many components and so many levels, breadth first, so that the upper
    /// levels are whole before lower ones begin. A component is unfolded once, nearest to the top.
    pub fn excerpt(&self, tops: &[usize], most: usize, deepest: u32) -> Vec<Branch> {
        let deepest = deepest.min(DEEPEST);
        let mut growing = Growing { nodes: Vec::new(), home: HashMap::new() };
        let mut waiting = VecDeque::new();
        for place in tops.iter().take(most) {
            growing.add(*place, None, &mut waiting);
        }
        let tops = growing.nodes.len();
        while let Some(node) = waiting.pop_front() {
            let below = self.below(growing.nodes[node].place);
            let room = most.saturating_sub(growing.nodes.len());
            let shown = if growing.nodes[node].level >= deepest { 0 } else { below.len().min(room) };
            growing.nodes[node].hidden = below.len() - shown;
            for place in &below[..shown] {
                growing.add(*place, Some(node), &mut waiting);
            }
        }
        (0..tops).map(|node| growing.branch(node)).collect()
    }
}

struct Node {
    place: usize,
    above: Option<usize>,
    level: u32,
    shown: Shown,
    below: Vec<usize>,
    hidden: usize,
}

struct Growing {
    nodes: Vec<Node>,
    /// The node at which a component is unfolded.
    home: HashMap<usize, usize>,
}

impl Growing {
    fn add(&mut self, place: usize, above: Option<usize>, waiting: &mut VecDeque<usize>) {
        let number = self.nodes.len();
        let shown = if self.is_above(place, above) {
            Shown::Circle
        } else if let Entry::Vacant(home) = self.home.entry(place) {
            home.insert(number);
            waiting.push_back(number);
            Shown::Here
        } else {
            Shown::Elsewhere
        };
        let level = above.map_or(0, |above| self.nodes[above].level + 1);
        self.nodes.push(Node { place, above, level, shown, below: Vec::new(), hidden: 0 });
        if let Some(above) = above {
            self.nodes[above].below.push(number);
        }
    }

    fn is_above(&self, place: usize, mut above: Option<usize>) -> bool {
        while let Some(node) = above {
            if self.nodes[node].place == place {
                return true;
            }
            above = self.nodes[node].above;
        }
        false
    }

    /// As deep as the tree was let grow.
    fn branch(&self, node: usize) -> Branch {
        let Node { place, shown, hidden, below, .. } = &self.nodes[node];
        let below = below.iter().map(|node| self.branch(*node)).collect();
        Branch { place: *place, shown: *shown, below, hidden: *hidden }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::component_graph::tests::graph;

    fn written(branches: &[Branch]) -> String {
        let one = |branch: &Branch| {
            let mark = match branch.shown {
                Shown::Here => "",
                Shown::Elsewhere => "^",
                Shown::Circle => "o",
            };
            let more = if branch.hidden > 0 { format!("+{}", branch.hidden) } else { String::new() };
            let below =
                if branch.below.is_empty() { String::new() } else { format!("({})", written(&branch.below)) };
            format!("{}{mark}{below}{more}", branch.place)
        };
        branches.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn shared_parts_are_unfolded_once_and_circles_end() {
        let graph = graph(&["app", "a", "b", "c"], &[(0, 1), (0, 2), (1, 3), (2, 3), (3, 1)], Some(0));
        assert_eq!(written(&graph.excerpt(graph.roots(), 100, 9)), "0(1(3(1o)) 2(3^))");
    }

    #[test]
    fn the_upper_levels_are_whole_before_lower_ones_begin() {
        let graph = graph(&["app", "a", "b", "c", "d"], &[(0, 1), (0, 2), (1, 3), (1, 4)], Some(0));
        assert_eq!(written(&graph.excerpt(graph.roots(), 3, 9)), "0(1+2 2)");
        assert_eq!(written(&graph.excerpt(graph.roots(), 4, 9)), "0(1(3)+1 2)");
        assert_eq!(written(&graph.excerpt(graph.roots(), 100, 1)), "0(1+2 2)");
        assert_eq!(written(&graph.excerpt(graph.below(1), 100, 1)), "3 4");
    }

    proptest! {
        /// Whatever the list: no more than asked, no component unfolded twice, and a list that fits is shown whole.
        #[test]
        fn an_excerpt_keeps_its_bounds(
            count in 1_usize..12,
            edges in prop::collection::vec((0_u32..12, 0_u32..12), 0..40),
            most in 1_usize..40,
            deepest in 0_u32..6,
        ) {
            let names = ["n"; 12];
            let graph = graph(&names[..count], &edges, Some(0));
            let mut all = Vec::new();
            let branches = graph.excerpt(graph.roots(), most, deepest);
            let mut waiting: Vec<&Branch> = branches.iter().collect();
            while let Some(branch) = waiting.pop() {
                all.push(branch);
                waiting.extend(&branch.below);
            }
            prop_assert!(all.len() <= most);
            let mut here: Vec<usize> =
                all.iter().filter(|branch| branch.shown == Shown::Here).map(|branch| branch.place).collect();
            here.sort_unstable();
            let unfolded = here.len();
            here.dedup();
            prop_assert_eq!(here.len(), unfolded);
            let whole = graph.excerpt(graph.roots(), 10_000, 100);
            let mut reached = 0;
            let mut waiting: Vec<&Branch> = whole.iter().collect();
            while let Some(branch) = waiting.pop() {
                reached += usize::from(branch.shown == Shown::Here);
                prop_assert_eq!(branch.hidden, 0);
                waiting.extend(&branch.below);
            }
            prop_assert_eq!(reached, count);
        }
    }
}
