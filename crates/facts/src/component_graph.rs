//! The graph of a component list: what pulls in what, whatever circles and shared parts there are.

use std::collections::VecDeque;

use crate::component::Component;
use crate::sbom::Sbom;

/// A component list with its dependencies walked once. Places are those of [`Sbom::components`], from zero.
///
/// Time and memory to make it grow with components plus dependencies, circles included.
#[derive(Debug, Clone)]
pub struct ComponentGraph {
    sbom: Sbom,
    below: Edges,
    above: Edges,
    /// How many steps lead from its root to each component.
    distance: Vec<u32>,
    /// Whether the component is reached from the product.
    attached: Vec<bool>,
    roots: Vec<usize>,
}

impl ComponentGraph {
    /// Walks the list.
    pub fn of(sbom: Sbom) -> Self {
        let count = sbom.components.len();
        let pairs = || sbom.dependencies.iter().map(|(from, to)| (*from as usize, *to as usize));
        let inside = |(from, to): &(usize, usize)| *from < count && *to < count && from != to;
        let mut below = Edges::of(count, pairs().filter(inside));
        below.sort_by_name(&sbom.components);
        let mut above = Edges::of(count, pairs().filter(inside).map(|(from, to)| (to, from)));
        above.sort_by_name(&sbom.components);
        let mut walk = Walk { below: &below, distance: vec![u32::MAX; count] };
        let mut roots = Vec::new();
        let subject = sbom.subject.filter(|subject| *subject < count);
        roots.extend(subject);
        if let Some(subject) = subject {
            walk.from(subject);
        }
        let product_reaches: Vec<bool> = walk.distance.iter().map(|steps| *steps != u32::MAX).collect();
        // What nothing pulls in is a root of its own; of a circle nothing leads into, its first component is one.
        let lonely = (0..count).filter(|place| above.of_place(*place).is_empty());
        for place in lonely.chain(0..count) {
            if walk.distance[place] == u32::MAX {
                roots.push(place);
                walk.from(place);
            }
        }
        let distance = walk.distance;
        let attached = if subject.is_some() { product_reaches } else { vec![true; count] };
        Self { sbom, below, above, distance, attached, roots }
    }

    /// The list.
    pub fn sbom(&self) -> &Sbom {
        &self.sbom
    }

    /// How many components there are.
    pub fn len(&self) -> usize {
        self.sbom.components.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.sbom.components.is_empty()
    }

    /// The component at this place.
    pub fn component(&self, place: usize) -> Option<&Component> {
        self.sbom.components.get(place)
    }

    /// About how many bytes it takes in memory, words included: rather more than less.
    pub fn bytes(&self) -> usize {
        const WORDS: usize = 448;
        let each = size_of::<Component>() + WORDS + 3 * size_of::<usize>() + size_of::<u32>();
        let edge = 2 * size_of::<usize>() + size_of::<(u32, u32)>();
        self.len() * each + self.sbom.dependencies.len() * edge + self.roots.len() * size_of::<usize>()
    }

    /// Where walks begin: the product, then everything nothing pulls in, then one component of each circle left over.
    pub fn roots(&self) -> &[usize] {
        &self.roots
    }

    /// What a component pulls in directly, by name and version; each once, itself never.
    pub fn below(&self, place: usize) -> &[usize] {
        self.below.of_place(place)
    }

    /// What pulls a component in directly, by name and version.
    pub fn above(&self, place: usize) -> &[usize] {
        self.above.of_place(place)
    }

    /// How many steps lead from the product (or another root) to the component at least.
    pub fn steps_to(&self, place: usize) -> u32 {
        self.distance.get(place).copied().unwrap_or_default()
    }

    /// Whether the list says how the component came into the product. In a list without a product every one counts so.
    pub fn is_attached(&self, place: usize) -> bool {
        self.attached.get(place).copied().unwrap_or_default()
    }

    /// Whether the component is reached from a product the list names.
    pub fn is_reached(&self, place: usize) -> bool {
        self.sbom.subject.is_some() && self.is_attached(place)
    }

    /// The places of components that hold every one of these words somewhere in name, version, package URL, licences
    /// or supplier, whatever their case.
    pub fn holding<'a>(&'a self, words: &str) -> impl Iterator<Item = usize> + use<'a> {
        let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        let holds = move |component: &Component| {
            let said = said(component);
            words.iter().all(|word| said.contains(word))
        };
        let all = self.sbom.components.iter().enumerate();
        all.filter(move |(_, component)| holds(component)).map(|(place, _)| place)
    }
}

/// Everything searched in a component, in small letters.
fn said(component: &Component) -> String {
    let purl = component.purl.as_ref().map(ToString::to_string);
    let single = [&component.group, &component.version, &purl, &component.supplier, &component.cpe];
    let parts = single.into_iter().flatten().chain(&component.licences).chain(&component.more_cpes);
    parts.fold(component.name.to_lowercase(), |said, part| said + "\n" + &part.to_lowercase())
}

/// Directed edges by the place they begin at, in one piece of memory.
#[derive(Debug, Clone)]
struct Edges {
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl Edges {
    fn of(count: usize, pairs: impl Iterator<Item = (usize, usize)>) -> Self {
        let mut pairs: Vec<(usize, usize)> = pairs.collect();
        pairs.sort_unstable();
        pairs.dedup();
        let mut starts = vec![0; count + 1];
        for (from, _) in &pairs {
            starts[from + 1] += 1;
        }
        for place in 0..count {
            starts[place + 1] += starts[place];
        }
        Self { starts, ends: pairs.into_iter().map(|(_, to)| to).collect() }
    }

    fn sort_by_name(&mut self, components: &[Component]) {
        for bounds in self.starts.windows(2) {
            self.ends[bounds[0]..bounds[1]].sort_by(|one, other| {
                let key = |place: &usize| (&components[*place].name, &components[*place].version, *place);
                key(one).cmp(&key(other))
            });
        }
    }

    fn of_place(&self, place: usize) -> &[usize] {
        match (self.starts.get(place), self.starts.get(place + 1)) {
            (Some(start), Some(end)) => &self.ends[*start..*end],
            _ => &[],
        }
    }
}

struct Walk<'a> {
    below: &'a Edges,
    distance: Vec<u32>,
}

impl Walk<'_> {
    /// Breadth first from a root over everything not reached yet.
    fn from(&mut self, root: usize) {
        self.distance[root] = 0;
        let mut waiting = VecDeque::from([root]);
        while let Some(from) = waiting.pop_front() {
            let steps = self.distance[from].saturating_add(1);
            for &to in self.below.of_place(from) {
                if self.distance[to] == u32::MAX {
                    self.distance[to] = steps;
                    waiting.push_back(to);
                }
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::sbom::SbomOrigin;

    /// A graph of components called `name@version`.
    pub(crate) fn graph(
        names: &[&str],
        dependencies: &[(u32, u32)],
        subject: Option<usize>,
    ) -> ComponentGraph {
        let component = |written: &&str| {
            let (name, version) = written.split_once('@').unwrap_or((written, "1"));
            Component { name: name.to_owned(), version: Some(version.to_owned()), ..Component::default() }
        };
        ComponentGraph::of(Sbom {
            origin: SbomOrigin::default(),
            subject,
            components: names.iter().map(component).collect(),
            dependencies: dependencies.to_vec(),
            particulars: None,
        })
    }

    #[test]
    fn the_product_comes_first_then_what_nothing_pulls_in_then_circles() {
        let graph = graph(
            &["app", "a", "stray", "below-stray", "ring-1", "ring-2"],
            &[(0, 1), (2, 3), (4, 5), (5, 4)],
            Some(0),
        );
        assert_eq!(graph.roots(), [0, 2, 4]);
        assert_eq!((0..6).map(|place| graph.steps_to(place)).collect::<Vec<_>>(), [0, 1, 0, 1, 0, 1]);
        assert_eq!((0..6).filter(|place| graph.is_attached(*place)).collect::<Vec<_>>(), [0, 1]);
    }

    #[test]
    fn what_is_below_stands_once_in_order_and_never_itself() {
        let graph = graph(&["app", "b", "a"], &[(0, 1), (0, 2), (0, 1), (0, 0), (7, 1), (1, 9)], Some(0));
        assert_eq!(graph.below(0), [2, 1]);
        assert_eq!(graph.above(1), [0]);
        assert_eq!(graph.below(99), [0_usize; 0]);
    }

    #[test]
    fn every_word_must_be_held_somewhere() {
        let graph = graph(&["App@1", "left-pad@1.3.0", "right-pad@1.3"], &[], None);
        assert_eq!(graph.holding("PAD 1.3").collect::<Vec<_>>(), [1, 2]);
        assert_eq!(graph.holding("pad left").collect::<Vec<_>>(), [1]);
        assert_eq!(graph.holding("").count(), 3);
    }
}
