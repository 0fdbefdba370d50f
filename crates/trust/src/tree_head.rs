//! A tree head: how many leaves a tree has, and the one hash that stands for them all.

use std::fmt;

use crate::hash::Hash;

/// The most leaves a tree can have: what a signed integer of 64 bits holds, because databases and the other
/// implementations of these formats count in those.
pub const MAX_SIZE: u64 = i64::MAX as u64;

/// A tree at one moment: its size and its root hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TreeHead {
    pub(crate) size: u64,
    pub(crate) root: Hash,
}

impl TreeHead {
    /// The head of a tree without leaves.
    pub const EMPTY: Self = Self { size: 0, root: Hash::EMPTY_ROOT };

    /// The head of a tree of this many leaves with this root.
    pub fn new(size: u64, root: Hash) -> Result<Self, TreeHeadError> {
        if size > MAX_SIZE {
            return Err(TreeHeadError::TooLarge { size });
        }
        if size == 0 && root != Hash::EMPTY_ROOT {
            return Err(TreeHeadError::WrongEmptyRoot { root });
        }
        Ok(Self { size, root })
    }

    /// How many leaves the tree has.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root hash.
    pub fn root(&self) -> &Hash {
        &self.root
    }
}

/// Why a size and a hash are not the head of any tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TreeHeadError {
    /// The size is more than [`MAX_SIZE`].
    TooLarge {
        /// The size that was given.
        size: u64,
    },
    /// The tree has no leaves, but the root is not the one of an empty tree.
    WrongEmptyRoot {
        /// The root that was given.
        root: Hash,
    },
}

impl fmt::Display for TreeHeadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { size } => {
                write!(out, "a tree of `{size}` leaves is larger than the largest, `{MAX_SIZE}`")
            }
            Self::WrongEmptyRoot { root } => {
                write!(out, "a tree without leaves cannot have the root `{root}`")
            }
        }
    }
}

impl std::error::Error for TreeHeadError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_refused_that_no_tree_can_have() {
        let root = Hash::of_leaf(b"");
        assert!(TreeHead::new(MAX_SIZE, root).is_ok());
        assert_eq!(
            TreeHead::new(MAX_SIZE + 1, root),
            Err(TreeHeadError::TooLarge { size: 9_223_372_036_854_775_808 })
        );
        assert_eq!(TreeHead::new(0, root), Err(TreeHeadError::WrongEmptyRoot { root }));
        assert_eq!(TreeHead::new(0, Hash::EMPTY_ROOT), Ok(TreeHead::EMPTY));
    }
}
