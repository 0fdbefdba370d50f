//! Inclusion proofs: that a leaf stands at an index of a tree (RFC 9162 section 2.1.3).

use std::fmt;

use crate::hash::Hash;
use crate::hash_reader::{HashReader, ReadError};
use crate::leaf_range::LeafRange;
use crate::tree_head::{MAX_SIZE, TreeHead};

/// The proof that the leaf of this index is in the tree of this size: the hashes beside its path, from the leaf's
/// sibling up to the root's child.
pub fn prove<R: HashReader>(reader: &R, index: u64, size: u64) -> Result<Vec<Hash>, ReadError<R::Error>> {
    if size > MAX_SIZE {
        return Err(ReadError::TooLarge { size });
    }
    if index >= size {
        return Err(ReadError::NoSuchLeaf { index, size });
    }
    let mut beside = Vec::new();
    let mut range = LeafRange::whole(size);
    while !range.is_leaf() {
        let (left, right) = range.split();
        if index < left.end {
            beside.push(right);
            range = left;
        } else {
            beside.push(left);
            range = right;
        }
    }
    beside
        .into_iter()
        .rev()
        .map(|range| range.hash(reader))
        .collect::<Result<_, _>>()
        .map_err(ReadError::Reader)
}

/// Checks that the leaf stands at this index of the tree. The steps are those of RFC 9162 section 2.1.3.2.
pub fn verify(head: &TreeHead, index: u64, leaf: Hash, proof: &[Hash]) -> Result<(), InclusionError> {
    // Step 1.
    if index >= head.size() {
        return Err(InclusionError::NoSuchLeaf { index, size: head.size() });
    }
    // Steps 2 and 3. The RFC's `fn` and `sn`: the node on the path, and the last node of its level.
    let (mut node, mut last) = (index, head.size() - 1);
    let mut computed = leaf;
    // Step 4.
    for beside in proof {
        if last == 0 {
            return Err(InclusionError::TooLong);
        }
        if node & 1 == 1 || node == last {
            computed = Hash::of_node(beside, &computed);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            computed = Hash::of_node(&computed, beside);
        }
        node >>= 1;
        last >>= 1;
    }
    // Step 5.
    if last != 0 {
        return Err(InclusionError::TooShort);
    }
    if computed != *head.root() {
        return Err(InclusionError::WrongRoot { computed, expected: *head.root() });
    }
    Ok(())
}

/// Why a proof does not show that a leaf is in a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InclusionError {
    /// The tree has no leaf of this index.
    NoSuchLeaf {
        /// The index the proof is for.
        index: u64,
        /// How many leaves the tree has.
        size: u64,
    },
    /// The proof goes on after the root is reached.
    TooLong,
    /// The proof ends before the root is reached.
    TooShort,
    /// Leaf and proof lead to another root: the leaf, its index, the proof or the tree is not the one that was meant.
    WrongRoot {
        /// The root that leaf and proof lead to.
        computed: Hash,
        /// The root of the tree.
        expected: Hash,
    },
}

impl fmt::Display for InclusionError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchLeaf { index, size } => {
                write!(out, "a tree of `{size}` leaves has no leaf `{index}`")
            }
            Self::TooLong => out.write_str("the inclusion proof has more hashes than the tree has levels"),
            Self::TooShort => out.write_str("the inclusion proof ends before it reaches the root"),
            Self::WrongRoot { computed, expected } => {
                write!(
                    out,
                    "the inclusion proof leads to the root `{computed}`, but the tree has `{expected}`"
                )
            }
        }
    }
}

impl std::error::Error for InclusionError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{Sample, hashes, mutations};

    // certificate-transparency's merkletree tests: leaf, size (counted from 1 there) and path.
    #[test]
    fn proofs_of_the_certificate_transparency_tree() {
        let sample = Sample::certificate_transparency();
        let proof = |index, size| prove(&sample.nodes, index, size).unwrap();
        assert_eq!(proof(0, 1), []);
        assert_eq!(
            proof(0, 8),
            hashes(&[
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ])
        );
        assert_eq!(
            proof(5, 8),
            hashes(&[
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ])
        );
        assert_eq!(
            proof(2, 3),
            hashes(&["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"])
        );
        assert_eq!(
            proof(1, 5),
            hashes(&[
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ])
        );
    }

    #[test]
    fn every_leaf_of_every_tree_verifies_at_its_own_index_only() {
        let sample = Sample::of_size(130);
        for size in 1..=130 {
            let head = sample.head(size);
            for (index, leaf) in (0..size).zip(&sample.leaves) {
                let proof = prove(&sample.nodes, index, size).unwrap();
                verify(&head, index, *leaf, &proof).unwrap();
                for other in (0..=size).filter(|other| *other != index) {
                    assert!(verify(&head, other, *leaf, &proof).is_err(), "{index} as {other} of {size}");
                }
            }
        }
    }

    #[test]
    fn a_proof_changed_anywhere_is_refused() {
        let sample = Sample::of_size(21);
        for size in 1..=21 {
            let head = sample.head(size);
            for (index, leaf) in (0..size).zip(&sample.leaves) {
                let proof = prove(&sample.nodes, index, size).unwrap();
                for changed in mutations(&proof) {
                    assert!(verify(&head, index, *leaf, &changed).is_err(), "{index} of {size}: {changed:?}");
                }
                for changed in mutations(&[*leaf]).into_iter().filter(|changed| changed.len() == 1) {
                    assert!(verify(&head, index, changed[0], &proof).is_err(), "{index} of {size}");
                }
            }
        }
    }

    #[test]
    fn each_refusal_says_what_is_wrong() {
        let sample = Sample::of_size(8);
        let (head, leaf) = (sample.head(8), sample.leaves[3]);
        let proof = prove(&sample.nodes, 3, 8).unwrap();
        let longer = [proof.as_slice(), &[leaf]].concat();
        assert_eq!(verify(&head, 3, leaf, &longer), Err(InclusionError::TooLong));
        assert_eq!(verify(&head, 3, leaf, &proof[..2]), Err(InclusionError::TooShort));
        assert_eq!(verify(&head, 8, leaf, &proof), Err(InclusionError::NoSuchLeaf { index: 8, size: 8 }));
        assert!(matches!(verify(&head, 2, leaf, &proof), Err(InclusionError::WrongRoot { .. })));
        assert!(matches!(verify(&TreeHead::EMPTY, 0, leaf, &[]), Err(InclusionError::NoSuchLeaf { .. })));
    }

    #[test]
    fn a_proof_cannot_be_asked_for_outside_the_tree() {
        let nodes = Sample::of_size(4).nodes;
        assert_eq!(prove(&nodes, 4, 4), Err(ReadError::NoSuchLeaf { index: 4, size: 4 }));
        assert_eq!(prove(&nodes, 0, u64::MAX), Err(ReadError::TooLarge { size: u64::MAX }));
        assert!(matches!(prove(&nodes, 0, 5), Err(ReadError::Reader(_))));
    }

    #[test]
    fn the_longest_path_is_walked_without_overflow() {
        let head = TreeHead::new(MAX_SIZE, Hash::EMPTY_ROOT).unwrap();
        let proof = [Hash::EMPTY_ROOT; 63];
        for index in [0, 1, MAX_SIZE / 2, MAX_SIZE - 2] {
            let outcome = verify(&head, index, Hash::EMPTY_ROOT, &proof);
            assert!(matches!(outcome, Err(InclusionError::WrongRoot { .. })), "{index}: {outcome:?}");
        }
    }
}
