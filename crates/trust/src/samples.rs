//! Trees for the tests of this room: the one every implementation of RFC 6962 is tried on, and long plain ones.

use std::collections::BTreeMap;

use crate::{Frontier, Hash, Node, TreeHead};

/// The leaves of the certificate-transparency test tree.
const CT_LEAVES: [&[u8]; 8] = [
    b"",
    b"\x00",
    b"\x10",
    b"\x20\x21",
    b"\x30\x31",
    b"\x40\x41\x42\x43",
    b"\x50\x51\x52\x53\x54\x55\x56\x57",
    b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
];

/// The roots of the certificate-transparency test tree, from no leaf to eight.
pub(crate) const CT_ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

/// A tree with everything a store would keep of it.
pub(crate) struct Sample {
    pub(crate) leaves: Vec<Hash>,
    pub(crate) nodes: BTreeMap<Node, Hash>,
}

impl Sample {
    pub(crate) fn certificate_transparency() -> Self {
        Self::of(CT_LEAVES.iter().map(|leaf| Hash::of_leaf(leaf)).collect())
    }

    pub(crate) fn of_size(size: u32) -> Self {
        Self::of((0..size).map(|number| Hash::of_leaf(&number.to_be_bytes())).collect())
    }

    pub(crate) fn head(&self, size: u64) -> TreeHead {
        Frontier::read(&self.nodes, size).unwrap().head()
    }

    fn of(leaves: Vec<Hash>) -> Self {
        let mut frontier = Frontier::default();
        let nodes = leaves.iter().flat_map(|leaf| frontier.append(*leaf).unwrap()).collect();
        Self { leaves, nodes }
    }
}

/// The root as RFC 6962 section 2.1 defines it, word for word.
pub(crate) fn naive_root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Hash::EMPTY_ROOT,
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
            Hash::of_node(&naive_root(left), &naive_root(right))
        }
    }
}

/// Hashes from their hexadecimal form.
pub(crate) fn hashes(written: &[&str]) -> Vec<Hash> {
    written.iter().map(|hash| hash.parse().unwrap()).collect()
}

/// Every proof that differs from this one by one bit, one hash left out, added, doubled, or two swapped.
pub(crate) fn mutations(proof: &[Hash]) -> Vec<Vec<Hash>> {
    let mut changed = Vec::new();
    let edits = |edit: &dyn Fn(&mut Vec<Hash>)| {
        let mut copy = proof.to_vec();
        edit(&mut copy);
        copy
    };
    for place in 0..proof.len() {
        for bit in 0..256 {
            changed.push(edits(&|copy| copy[place] = flip(&copy[place], bit)));
        }
        changed.push(edits(&|copy| {
            copy.remove(place);
        }));
        changed.push(edits(&|copy| copy.insert(place, copy[place])));
        changed.extend((0..place).map(|other| edits(&|copy| copy.swap(place, other))));
    }
    for place in 0..=proof.len() {
        changed.push(edits(&|copy| copy.insert(place, Hash::EMPTY_ROOT)));
    }
    changed
}

fn flip(hash: &Hash, bit: usize) -> Hash {
    let mut bytes = *hash.as_bytes();
    bytes[bit / 8] ^= 1 << (bit % 8);
    Hash::from_bytes(bytes)
}
