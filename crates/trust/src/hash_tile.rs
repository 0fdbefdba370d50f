//! Tiles of hashes: making them to publish a tree, and reading a tree from those someone published.

use std::collections::BTreeMap;
use std::fmt;

use crate::hash::Hash;
use crate::hash_reader::HashReader;
use crate::node::Node;
use crate::tile::{HEIGHT, Tile, TileError, TileRow};

/// A tile of hashes with its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HashTile {
    level: u8,
    index: u64,
    hashes: Vec<Hash>,
}

impl HashTile {
    /// The content of a tile as it arrived. It is right only if it leads to the root of a checkpoint one believes.
    pub fn parse(tile: Tile, bytes: &[u8]) -> Result<Self, TileError> {
        let TileRow::Hashes { level } = tile.row() else { return Err(TileError::OtherRow) };
        let wanted = usize::from(tile.width()) * Hash::LEN;
        if bytes.len() != wanted {
            return Err(TileError::Length { wanted, found: bytes.len() });
        }
        let (hashes, _) = bytes.as_chunks();
        let hashes = hashes.iter().copied().map(Hash::from_bytes).collect();
        Ok(Self { level, index: tile.index(), hashes })
    }

    /// The content of a tile to publish, from stored hashes.
    pub fn read<R: HashReader>(tile: Tile, reader: &R) -> Result<Self, HashTileError<R::Error>> {
        let TileRow::Hashes { level } = tile.row() else {
            return Err(HashTileError::Tile(TileError::OtherRow));
        };
        let hashes = tile.nodes().map(|node| reader.read(node)).collect::<Result<_, _>>();
        Ok(Self { level, index: tile.index(), hashes: hashes.map_err(HashTileError::Reader)? })
    }

    /// The content as it is published: the hashes one after the other.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.hashes.iter().flat_map(Hash::as_bytes).copied().collect()
    }

    /// The hashes in their order.
    pub fn hashes(&self) -> &[Hash] {
        &self.hashes
    }
}

/// Why a tile could not be made from stored hashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HashTileError<E> {
    /// The tile is not one of hashes.
    Tile(TileError),
    /// A stored hash could not be read.
    Reader(E),
}

impl<E: fmt::Display> fmt::Display for HashTileError<E> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tile(error) => error.fmt(out),
            Self::Reader(error) => error.fmt(out),
        }
    }
}

impl<E: fmt::Debug + fmt::Display> std::error::Error for HashTileError<E> {}

/// A set of hash tiles, from which a tree can be read: its head, and proofs about it.
///
/// The set believes its tiles. Compare the head read from it with a checkpoint, and verify every proof made from it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TileSet(BTreeMap<(u8, u64), Vec<Hash>>);

impl TileSet {
    /// Adds a tile. Of two widths of the same tile the wider one is kept.
    pub fn insert(&mut self, tile: HashTile) {
        let kept = self.0.entry((tile.level, tile.index)).or_default();
        if kept.len() < tile.hashes.len() {
            *kept = tile.hashes;
        }
    }
}

impl HashReader for TileSet {
    type Error = MissingTile;

    fn read(&self, node: Node) -> Result<Hash, MissingTile> {
        // A node between two tile levels is the root of a few neighbouring hashes within one tile.
        let (level, height) = (node.level() / HEIGHT, node.level() % HEIGHT);
        let first = node.index() << height;
        let index = first >> HEIGHT;
        let place = usize::from(first.to_le_bytes()[0]);
        let hashes = self.0.get(&(level, index)).and_then(|tile| tile.get(place..place + (1 << height)));
        hashes.and_then(root_of_complete).ok_or(MissingTile { level, index })
    }
}

/// The root of a complete tree, whose size is a power of two.
fn root_of_complete(leaves: &[Hash]) -> Option<Hash> {
    let mut row = leaves.to_vec();
    while row.len() > 1 {
        let (pairs, _) = row.as_chunks::<2>();
        row = pairs.iter().map(|[left, right]| Hash::of_node(left, right)).collect();
    }
    row.pop()
}

/// A tile was needed that is not in the set, or not wide enough there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingTile {
    /// Its tile level.
    pub level: u8,
    /// Its index within the level.
    pub index: u64,
}

impl fmt::Display for MissingTile {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "the tile at level `{}`, index `{}` is missing or not wide enough",
            self.level, self.index
        )
    }
}

impl std::error::Error for MissingTile {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash_reader::ReadError;
    use crate::samples::Sample;
    use crate::{Frontier, consistency, inclusion};

    /// What arrives at someone who fetches all tiles of the tree.
    fn fetch(sample: &Sample, size: u64) -> TileSet {
        let mut set = TileSet::default();
        let hashes = Tile::between(0, size).filter(|tile| tile.row() != TileRow::Entries);
        for tile in hashes {
            let bytes = HashTile::read(tile, &sample.nodes).unwrap().to_bytes();
            let path: Tile = tile.to_string().parse().unwrap();
            set.insert(HashTile::parse(path, &bytes).unwrap());
        }
        set
    }

    #[test]
    fn a_tree_is_read_from_its_tiles() {
        let sample = Sample::of_size(66_000);
        for size in [0, 1, 2, 255, 256, 257, 511, 512, 1000, 65_535, 65_536, 65_537, 66_000] {
            let set = fetch(&sample, size);
            let head = sample.head(size);
            assert_eq!(Frontier::read(&set, size).unwrap().head(), head, "{size}");
            for index in (0..size).step_by(997) {
                let proof = inclusion::prove(&set, index, size).unwrap();
                let leaf = sample.leaves[usize::try_from(index).unwrap()];
                inclusion::verify(&head, index, leaf, &proof).unwrap();
                let proof = consistency::prove(&set, index, size).unwrap();
                consistency::verify(&sample.head(index), &head, &proof).unwrap();
            }
        }
    }

    #[test]
    fn a_missing_or_narrow_tile_is_named() {
        let sample = Sample::of_size(300);
        let set = fetch(&sample, 290);
        assert_eq!(
            Frontier::read(&set, 300).unwrap_err(),
            ReadError::Reader(MissingTile { level: 0, index: 1 })
        );
        assert_eq!(
            inclusion::prove(&TileSet::default(), 0, 300).unwrap_err().to_string(),
            "the tile at level `0`, index `0` is missing or not wide enough"
        );
    }

    #[test]
    fn the_wider_of_two_tiles_is_kept() {
        let sample = Sample::of_size(20);
        let tile = |width| {
            let tile = Tile::new(TileRow::Hashes { level: 0 }, 0, width).unwrap();
            HashTile::read(tile, &sample.nodes).unwrap()
        };
        let mut set = TileSet::default();
        for width in [3, 20, 5] {
            set.insert(tile(width));
        }
        assert_eq!(Frontier::read(&set, 20).unwrap().head(), sample.head(20));
    }

    #[test]
    fn content_must_fit_the_path() {
        let tile: Tile = "tile/0/000.p/2".parse().unwrap();
        assert_eq!(HashTile::parse(tile, &[0; 63]), Err(TileError::Length { wanted: 64, found: 63 }));
        assert_eq!(HashTile::parse(tile, &[0; 96]), Err(TileError::Length { wanted: 64, found: 96 }));
        assert_eq!(HashTile::parse(tile, &[7; 64]).unwrap().to_bytes(), [7; 64]);
        let entries: Tile = "tile/entries/000.p/2".parse().unwrap();
        assert_eq!(HashTile::parse(entries, &[0; 64]), Err(TileError::OtherRow));
        let nodes = Sample::of_size(2).nodes;
        assert_eq!(HashTile::read(entries, &nodes), Err(HashTileError::Tile(TileError::OtherRow)));
    }
}
