//! Consistency proofs: that a tree grew out of an older one and changed none of its leaves (RFC 9162 section 2.1.4).

use std::fmt;

use crate::hash::Hash;
use crate::hash_reader::{HashReader, ReadError};
use crate::leaf_range::LeafRange;
use crate::tree_head::{MAX_SIZE, TreeHead};

/// The proof that the tree of size `new` begins with the tree of size `old`.
///
/// It is empty when nothing needs showing: when the older tree has no leaves, or both have the same size.
pub fn prove<R: HashReader>(reader: &R, old: u64, new: u64) -> Result<Vec<Hash>, ReadError<R::Error>> {
    if new > MAX_SIZE {
        return Err(ReadError::TooLarge { size: new });
    }
    if old > new {
        return Err(ReadError::Shrinks { old, new });
    }
    if old == 0 || old == new {
        return Ok(Vec::new());
    }
    // SUBPROOF of section 2.1.4.1, walked from the root down to the subtree that ends where the old tree ended.
    let mut parts = Vec::new();
    let mut range = LeafRange::whole(new);
    while range.end != old {
        let (left, right) = range.split();
        if old <= left.end {
            parts.push(right);
            range = left;
        } else {
            parts.push(left);
            range = right;
        }
    }
    // A subtree that begins at the first leaf is the old tree itself, whose root the verifier has.
    if range.begin != 0 {
        parts.push(range);
    }
    parts
        .into_iter()
        .rev()
        .map(|range| range.hash(reader))
        .collect::<Result<_, _>>()
        .map_err(ReadError::Reader)
}

/// Checks that the new tree begins with the old one. The steps are those of RFC 9162 section 2.1.4.2.
///
/// Two cases the RFC leaves out are decided here: every tree begins with the empty one, and a tree of the same size is
/// the same tree; in both the proof must be empty.
pub fn verify(old: &TreeHead, new: &TreeHead, proof: &[Hash]) -> Result<(), ConsistencyError> {
    if old.size() > new.size() {
        return Err(ConsistencyError::Shrinks { old: old.size(), new: new.size() });
    }
    if old.size() == 0 || old.size() == new.size() {
        return verify_without_proof(old, new, proof);
    }
    // Steps 1, 2 and 5: an old tree that is one complete subtree is where the path begins.
    let (first, rest) = match proof {
        [] => return Err(ConsistencyError::TooShort),
        _ if old.size().is_power_of_two() => (old.root(), proof),
        [first, rest @ ..] => (first, rest),
    };
    let (mut old_root, mut new_root) = (*first, *first);
    // Steps 3 and 4. The RFC's `fn` and `sn`: the node on the path, and the last node of its level.
    let (mut node, mut last) = (old.size() - 1, new.size() - 1);
    let complete = node.trailing_ones();
    node >>= complete;
    last >>= complete;
    // Step 6.
    for beside in rest {
        if last == 0 {
            return Err(ConsistencyError::TooLong);
        }
        if node & 1 == 1 || node == last {
            old_root = Hash::of_node(beside, &old_root);
            new_root = Hash::of_node(beside, &new_root);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            new_root = Hash::of_node(&new_root, beside);
        }
        node >>= 1;
        last >>= 1;
    }
    // Step 7.
    if last != 0 {
        return Err(ConsistencyError::TooShort);
    }
    if old_root != *old.root() {
        return Err(ConsistencyError::WrongOldRoot { computed: old_root, expected: *old.root() });
    }
    if new_root != *new.root() {
        return Err(ConsistencyError::WrongNewRoot { computed: new_root, expected: *new.root() });
    }
    Ok(())
}

fn verify_without_proof(old: &TreeHead, new: &TreeHead, proof: &[Hash]) -> Result<(), ConsistencyError> {
    if !proof.is_empty() {
        return Err(ConsistencyError::TooLong);
    }
    if old.size() == new.size() && old.root() != new.root() {
        return Err(ConsistencyError::Split { size: new.size() });
    }
    Ok(())
}

/// Why a proof does not show that a tree grew out of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsistencyError {
    /// The older tree is the larger one.
    Shrinks {
        /// The size of the older tree.
        old: u64,
        /// The size of the newer tree.
        new: u64,
    },
    /// Both trees have the same size but different roots: they are two trees, and one log showed both.
    Split {
        /// The size both have.
        size: u64,
    },
    /// The proof goes on after the root is reached.
    TooLong,
    /// The proof ends before the root is reached.
    TooShort,
    /// The proof leads to another root for the older tree.
    WrongOldRoot {
        /// The root that the proof leads to.
        computed: Hash,
        /// The root of the older tree.
        expected: Hash,
    },
    /// The proof contains the older tree but leads to another root for the newer one.
    WrongNewRoot {
        /// The root that the proof leads to.
        computed: Hash,
        /// The root of the newer tree.
        expected: Hash,
    },
}

impl fmt::Display for ConsistencyError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shrinks { old, new } => {
                write!(out, "a tree of `{old}` leaves cannot have grown into one of `{new}`")
            }
            Self::Split { size } => write!(out, "there are two different trees of `{size}` leaves"),
            Self::TooLong => out.write_str("the consistency proof has more hashes than it needs"),
            Self::TooShort => out.write_str("the consistency proof ends before it reaches the root"),
            Self::WrongOldRoot { computed, expected } => write!(
                out,
                "the consistency proof leads to the old root `{computed}`, but the old tree has `{expected}`"
            ),
            Self::WrongNewRoot { computed, expected } => write!(
                out,
                "the consistency proof leads to the new root `{computed}`, but the new tree has `{expected}`"
            ),
        }
    }
}

impl std::error::Error for ConsistencyError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{Sample, hashes, mutations};

    // certificate-transparency's merkletree tests: the pairs (1,1), (1,8), (6,8) and (2,5).
    #[test]
    fn proofs_of_the_certificate_transparency_tree() {
        let sample = Sample::certificate_transparency();
        let proof = |old, new| prove(&sample.nodes, old, new).unwrap();
        assert_eq!(proof(1, 1), []);
        assert_eq!(
            proof(1, 8),
            hashes(&[
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ])
        );
        assert_eq!(
            proof(6, 8),
            hashes(&[
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ])
        );
        assert_eq!(
            proof(2, 5),
            hashes(&[
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ])
        );
    }

    #[test]
    fn every_tree_grew_out_of_every_smaller_one() {
        let sample = Sample::of_size(130);
        for new in 0..=130 {
            for old in 0..=new {
                let proof = prove(&sample.nodes, old, new).unwrap();
                verify(&sample.head(old), &sample.head(new), &proof).unwrap();
            }
        }
    }

    #[test]
    fn a_proof_changed_anywhere_is_refused() {
        let sample = Sample::of_size(21);
        for new in 0..=21 {
            for old in 0..=new {
                let proof = prove(&sample.nodes, old, new).unwrap();
                for changed in mutations(&proof) {
                    let outcome = verify(&sample.head(old), &sample.head(new), &changed);
                    assert!(outcome.is_err(), "{old} to {new}: {changed:?}");
                }
            }
        }
    }

    #[test]
    fn another_trees_head_is_refused() {
        let (sample, other) = (Sample::of_size(40), Sample::certificate_transparency());
        for new in 1..=8 {
            for old in 1..=new {
                let proof = prove(&sample.nodes, old, new).unwrap();
                assert!(verify(&other.head(old), &sample.head(new), &proof).is_err(), "{old} to {new}");
                assert!(verify(&sample.head(old), &other.head(new), &proof).is_err(), "{old} to {new}");
            }
        }
    }

    #[test]
    fn each_refusal_says_what_is_wrong() {
        let (sample, other) = (Sample::of_size(8), Sample::certificate_transparency());
        let proof = prove(&sample.nodes, 6, 8).unwrap();
        let outcome = |old: &TreeHead, new: &TreeHead, proof: &[Hash]| verify(old, new, proof).unwrap_err();
        let (six, eight) = (sample.head(6), sample.head(8));
        assert_eq!(outcome(&eight, &six, &proof), ConsistencyError::Shrinks { old: 8, new: 6 });
        assert_eq!(outcome(&other.head(8), &eight, &[]), ConsistencyError::Split { size: 8 });
        assert_eq!(outcome(&TreeHead::EMPTY, &eight, &proof), ConsistencyError::TooLong);
        assert_eq!(outcome(&six, &eight, &proof[..2]), ConsistencyError::TooShort);
        assert_eq!(outcome(&six, &eight, &[]), ConsistencyError::TooShort);
        let longer = [proof.as_slice(), &proof[..1]].concat();
        assert_eq!(outcome(&six, &eight, &longer), ConsistencyError::TooLong);
        assert!(matches!(outcome(&other.head(6), &eight, &proof), ConsistencyError::WrongOldRoot { .. }));
        assert!(matches!(outcome(&six, &other.head(8), &proof), ConsistencyError::WrongNewRoot { .. }));
    }

    #[test]
    fn a_proof_cannot_be_asked_for_backwards_or_beyond_the_largest_tree() {
        let nodes = Sample::of_size(4).nodes;
        assert_eq!(prove(&nodes, 3, 2), Err(ReadError::Shrinks { old: 3, new: 2 }));
        assert_eq!(prove(&nodes, 3, u64::MAX), Err(ReadError::TooLarge { size: u64::MAX }));
        assert!(matches!(prove(&nodes, 3, 5), Err(ReadError::Reader(_))));
    }
}
