//! The growing edge of a tree: all that is needed to append leaves and to know the root.

use std::fmt;

use crate::hash::Hash;
use crate::hash_reader::{HashReader, ReadError};
use crate::leaf_range::LeafRange;
use crate::node::Node;
use crate::tree_head::{MAX_SIZE, TreeHead};

/// A tree reduced to the roots of its largest complete subtrees, at most one a level.
///
/// ```
/// use proofmark_trust::{Frontier, Hash};
///
/// let mut frontier = Frontier::default();
/// for line in ["first", "second", "third"] {
///     let stored = frontier.append(Hash::of_leaf(line.as_bytes())).expect("the tree is small");
///     assert!(!stored.is_empty());
/// }
/// assert_eq!(frontier.size(), 3);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    /// From left to right, which is from large to small.
    peaks: Vec<Hash>,
}

impl Frontier {
    /// The frontier of a tree of this size whose nodes are stored: what a program reads when it starts.
    pub fn read<R: HashReader>(reader: &R, size: u64) -> Result<Self, ReadError<R::Error>> {
        if size > MAX_SIZE {
            return Err(ReadError::TooLarge { size });
        }
        if size == 0 {
            return Ok(Self::default());
        }
        let peaks = LeafRange::whole(size).nodes().map(|node| reader.read(node));
        let peaks = peaks.collect::<Result<_, _>>().map_err(ReadError::Reader)?;
        Ok(Self { size, peaks })
    }

    /// How many leaves the tree has; also the index of the next leaf.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The tree's size and root.
    pub fn head(&self) -> TreeHead {
        let root = self.peaks.iter().rev().copied().reduce(|right, left| Hash::of_node(&left, &right));
        TreeHead { size: self.size, root: root.unwrap_or(Hash::EMPTY_ROOT) }
    }

    /// Appends a leaf and gives the nodes it completes with their hashes, the leaf itself first.
    ///
    /// All of them must be stored if roots and proofs are to be read later; they never change.
    pub fn append(&mut self, leaf: Hash) -> Result<Vec<(Node, Hash)>, FrontierFull> {
        if self.size == MAX_SIZE {
            return Err(FrontierFull);
        }
        // Every subtree that the leaf completes has the last remaining peak as its left half.
        let kept = self.peaks.len() - self.size.trailing_ones() as usize;
        let above = self.peaks.drain(kept..).rev().scan(leaf, |hash, left| {
            *hash = Hash::of_node(&left, hash);
            Some(*hash)
        });
        let hashes = std::iter::once(leaf).chain(above);
        let completed: Vec<_> = Node::completed_by(self.size).zip(hashes).collect();
        self.peaks.extend(completed.last().map(|(_, hash)| *hash));
        self.size += 1;
        Ok(completed)
    }
}

/// The tree has [`MAX_SIZE`] leaves and takes no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrontierFull;

impl fmt::Display for FrontierFull {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the tree has `{MAX_SIZE}` leaves and takes no more")
    }
}

impl std::error::Error for FrontierFull {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{CT_ROOTS, Sample, naive_root};

    #[test]
    fn roots_of_the_certificate_transparency_tree() {
        let sample = Sample::certificate_transparency();
        for (size, root) in (0..).zip(CT_ROOTS) {
            assert_eq!(sample.head(size).root().to_string(), root, "size {size}");
        }
    }

    #[test]
    fn the_root_is_that_of_the_definition_at_every_size() {
        let sample = Sample::of_size(300);
        let mut frontier = Frontier::default();
        for (size, leaf) in (1..).zip(&sample.leaves) {
            frontier.append(*leaf).unwrap();
            assert_eq!(*frontier.head().root(), naive_root(&sample.leaves[..size]), "size {size}");
        }
    }

    #[test]
    fn a_frontier_read_back_is_the_one_that_grew() {
        let sample = Sample::of_size(70);
        let mut frontier = Frontier::default();
        for leaf in &sample.leaves {
            assert_eq!(Frontier::read(&sample.nodes, frontier.size()).unwrap(), frontier);
            frontier.append(*leaf).unwrap();
        }
    }

    #[test]
    fn the_largest_tree_takes_no_more() {
        let peaks = vec![Hash::EMPTY_ROOT; 62];
        let mut frontier = Frontier { size: MAX_SIZE - 1, peaks };
        assert_eq!(frontier.append(Hash::EMPTY_ROOT).unwrap().len(), 1);
        assert_eq!(frontier.head().size(), MAX_SIZE);
        assert_eq!(frontier.append(Hash::EMPTY_ROOT), Err(FrontierFull));
    }

    #[test]
    fn a_size_beyond_the_largest_is_refused() {
        let nodes = Sample::of_size(1).nodes;
        let size = MAX_SIZE + 1;
        assert_eq!(Frontier::read(&nodes, size), Err(ReadError::TooLarge { size }));
    }
}
