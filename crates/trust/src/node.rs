//! A place in the tree: a complete subtree, named by its level and its index within the level.

use crate::tree_head::MAX_SIZE;

/// The place of a complete subtree: level 0 are the leaves, and a node of level `l` and index `i` spans the leaves
/// from `i * 2^l` up to but not including `(i + 1) * 2^l`.
///
/// A complete subtree never changes once its last leaf is there, so its hash can be stored for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Node {
    level: u8,
    index: u64,
}

impl Node {
    /// The node at this place, if any tree up to [`MAX_SIZE`] has it.
    pub fn new(level: u8, index: u64) -> Option<Self> {
        let last_index = MAX_SIZE.checked_shr(level.into())?.checked_sub(1)?;
        (index <= last_index).then_some(Self { level, index })
    }

    /// The level: 0 for a leaf, `l` for a subtree of `2^l` leaves.
    pub fn level(self) -> u8 {
        self.level
    }

    /// The index within the level, from the left, beginning at 0.
    pub fn index(self) -> u64 {
        self.index
    }

    /// The nodes that become complete when the leaf of this index is appended, from the leaf itself upwards.
    ///
    /// These are what a store must keep: together they are all a [`HashReader`](crate::HashReader) is ever asked for.
    pub fn completed_by(leaf: u64) -> impl Iterator<Item = Self> {
        // Every trailing one in the index is a right child, whose parent the leaf completes.
        (0..=leaf.trailing_ones()).map_while(move |level| Self::new(u8::try_from(level).ok()?, leaf >> level))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(leaf: u64) -> Vec<(u8, u64)> {
        Node::completed_by(leaf).map(|node| (node.level(), node.index())).collect()
    }

    #[test]
    fn a_leaf_completes_the_subtrees_that_end_with_it() {
        assert_eq!(places(0), [(0, 0)]);
        assert_eq!(places(1), [(0, 1), (1, 0)]);
        assert_eq!(places(6), [(0, 6)]);
        assert_eq!(places(7), [(0, 7), (1, 3), (2, 1), (3, 0)]);
    }

    #[test]
    fn no_node_lies_outside_the_largest_tree() {
        assert!(Node::new(0, MAX_SIZE - 1).is_some());
        assert!(Node::new(0, MAX_SIZE).is_none());
        assert!(Node::new(62, 0).is_some());
        assert!(Node::new(62, 1).is_none());
        assert!(Node::new(63, 0).is_none());
        assert!(Node::new(255, 0).is_none());
        assert_eq!(places(u64::MAX), []);
    }
}
