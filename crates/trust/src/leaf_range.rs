//! A run of leaves that has one hash: the whole tree, or what lies under one of its nodes.

use crate::hash::Hash;
use crate::hash_reader::HashReader;
use crate::node::Node;

/// The leaves from `begin` up to but not including `end`, as RFC 9162 writes `D[begin:end]`.
///
/// Ranges are made from the whole tree by splitting, so `begin` is always a multiple of the largest power of two
/// within the length; that is what lets a range be read as a few complete subtrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LeafRange {
    pub(crate) begin: u64,
    pub(crate) end: u64,
}

impl LeafRange {
    /// All leaves of a tree, which must have at least one.
    pub(crate) fn whole(size: u64) -> Self {
        debug_assert!(size > 0, "an empty tree has no range");
        Self { begin: 0, end: size }
    }

    /// Whether this is a single leaf, which cannot be split.
    pub(crate) fn is_leaf(self) -> bool {
        self.len() == 1
    }

    /// The two halves: on the left as many leaves as the largest power of two smaller than the length.
    pub(crate) fn split(self) -> (Self, Self) {
        let middle = self.begin + (1 << (self.len() - 1).ilog2());
        (Self { end: middle, ..self }, Self { begin: middle, ..self })
    }

    /// The complete subtrees the range consists of, from left to right, each smaller than the one before.
    pub(crate) fn nodes(self) -> impl DoubleEndedIterator<Item = Node> {
        let length = self.len();
        (0..u64::BITS).rev().filter(move |level| length >> level & 1 == 1).filter_map(move |level| {
            // The leaves before this subtree within the range are the larger powers of two in the length.
            let before = (length >> level) - 1;
            Node::new(u8::try_from(level).ok()?, (self.begin >> level) + before)
        })
    }

    /// The hash of the range: MTH(D[begin:end]) of RFC 9162 section 2.1.1.
    pub(crate) fn hash<R: HashReader>(self, reader: &R) -> Result<Hash, R::Error> {
        let mut hashes = self.nodes().rev().map(|node| reader.read(node));
        let smallest = hashes.next().expect("a range has at least one leaf, so at least one subtree")?;
        hashes.try_fold(smallest, |right, left| Ok(Hash::of_node(&left?, &right)))
    }

    fn len(self) -> u64 {
        self.end - self.begin
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree_head::MAX_SIZE;

    fn places(range: LeafRange) -> Vec<(u8, u64)> {
        range.nodes().map(|node| (node.level(), node.index())).collect()
    }

    #[test]
    fn a_range_is_read_as_complete_subtrees() {
        assert_eq!(places(LeafRange::whole(8)), [(3, 0)]);
        assert_eq!(places(LeafRange::whole(7)), [(2, 0), (1, 2), (0, 6)]);
        assert_eq!(places(LeafRange { begin: 4, end: 7 }), [(1, 2), (0, 6)]);
        assert_eq!(places(LeafRange::whole(MAX_SIZE)).len(), 63);
    }

    #[test]
    fn a_split_leaves_the_larger_power_of_two_on_the_left() {
        let ends = |size| LeafRange::whole(size).split().0.end;
        assert_eq!([2, 3, 4, 5, 8, 9].map(ends), [1, 2, 2, 4, 4, 8]);
    }
}
