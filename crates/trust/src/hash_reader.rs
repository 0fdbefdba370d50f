//! Where stored hashes are read from, and why something cannot be computed from them.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::hash::BuildHasher;

use crate::hash::Hash;
use crate::node::Node;
use crate::tree_head::MAX_SIZE;

/// Holds the hashes of complete subtrees: a database table, a set of tiles, a map.
///
/// For a tree of a given size it must know exactly the nodes that [`Node::completed_by`] names for its leaves, which
/// [`Frontier::append`](crate::Frontier::append) hands out with their hashes. What it answers need not be trusted:
/// a wrong hash makes a root or a proof that does not verify.
pub trait HashReader {
    /// Why a hash could not be read.
    type Error;

    /// The hash of this node.
    fn read(&self, node: Node) -> Result<Hash, Self::Error>;
}

impl<R: HashReader + ?Sized> HashReader for &R {
    type Error = R::Error;

    fn read(&self, node: Node) -> Result<Hash, Self::Error> {
        (**self).read(node)
    }
}

impl HashReader for BTreeMap<Node, Hash> {
    type Error = MissingNode;

    fn read(&self, node: Node) -> Result<Hash, MissingNode> {
        self.get(&node).copied().ok_or(MissingNode(node))
    }
}

impl<S: BuildHasher> HashReader for HashMap<Node, Hash, S> {
    type Error = MissingNode;

    fn read(&self, node: Node) -> Result<Hash, MissingNode> {
        self.get(&node).copied().ok_or(MissingNode(node))
    }
}

/// A node whose hash was needed and is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingNode(pub Node);

impl fmt::Display for MissingNode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the hash at level `{}`, index `{}` is missing", self.0.level(), self.0.index())
    }
}

impl std::error::Error for MissingNode {}

/// Why a root or a proof could not be computed from stored hashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadError<E> {
    /// The tree would be larger than [`MAX_SIZE`].
    TooLarge {
        /// The size that was asked for.
        size: u64,
    },
    /// The tree has no leaf of this index.
    NoSuchLeaf {
        /// The index that was asked for.
        index: u64,
        /// How many leaves the tree has.
        size: u64,
    },
    /// The older tree is the larger one.
    Shrinks {
        /// The size of the older tree.
        old: u64,
        /// The size of the newer tree.
        new: u64,
    },
    /// A stored hash could not be read.
    Reader(E),
}

impl<E: fmt::Display> fmt::Display for ReadError<E> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { size } => {
                write!(out, "a tree of `{size}` leaves is larger than the largest, `{MAX_SIZE}`")
            }
            Self::NoSuchLeaf { index, size } => {
                write!(out, "a tree of `{size}` leaves has no leaf `{index}`")
            }
            Self::Shrinks { old, new } => {
                write!(out, "a tree of `{old}` leaves cannot have grown into one of `{new}`")
            }
            Self::Reader(error) => error.fmt(out),
        }
    }
}

impl<E: fmt::Debug + fmt::Display> std::error::Error for ReadError<E> {}
