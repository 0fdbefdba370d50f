//! A bundle of entries: the ledger's lines themselves, up to 256 of them (C2SP tlog-tiles, "Log entries").

use std::fmt;

use crate::hash::Hash;
use crate::tile::{Tile, TileError, TileRow};

/// Consecutive entries of a log, published beside the tile with their leaf hashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryBundle<'a>(Vec<&'a [u8]>);

impl<'a> EntryBundle<'a> {
    /// The bundle of these entries. There must be 1 to 256 of at most 65535 bytes each.
    pub fn new(entries: Vec<&'a [u8]>) -> Result<Self, EntryBundleError> {
        if entries.is_empty() || entries.len() > usize::from(Tile::FULL_WIDTH) {
            return Err(EntryBundleError::Tile(TileError::Width));
        }
        match entries.iter().position(|entry| u16::try_from(entry.len()).is_err()) {
            Some(entry) => Err(EntryBundleError::TooLong { entry, bytes: entries[entry].len() }),
            None => Ok(Self(entries)),
        }
    }

    /// Reads the content of this tile. The entries are right only if their leaf hashes are those of the tree.
    pub fn parse(tile: Tile, bytes: &'a [u8]) -> Result<Self, EntryBundleError> {
        if tile.row() != TileRow::Entries {
            return Err(EntryBundleError::Tile(TileError::OtherRow));
        }
        let mut entries = Vec::with_capacity(tile.width().into());
        let mut rest = bytes;
        for entry in 0..usize::from(tile.width()) {
            let cut_off = EntryBundleError::CutOff { entry };
            let (length, after) = rest.split_first_chunk().ok_or(cut_off)?;
            let (content, after) =
                after.split_at_checked(u16::from_be_bytes(*length).into()).ok_or(cut_off)?;
            entries.push(content);
            rest = after;
        }
        if !rest.is_empty() {
            return Err(EntryBundleError::Surplus { bytes: rest.len() });
        }
        Ok(Self(entries))
    }

    /// The content as it is published: before each entry its length as two bytes, the higher first.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.0.iter().map(|entry| 2 + entry.len()).sum());
        for entry in &self.0 {
            let [.., high, low] = entry.len().to_be_bytes();
            bytes.extend([high, low]);
            bytes.extend_from_slice(entry);
        }
        bytes
    }

    /// The entries in their order.
    pub fn entries(&self) -> &[&'a [u8]] {
        &self.0
    }

    /// The leaf hashes of the entries, to compare with the tile of level 0.
    pub fn leaves(&self) -> impl Iterator<Item = Hash> {
        self.0.iter().map(|entry| Hash::of_leaf(entry))
    }
}

/// Why something is not a bundle of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryBundleError {
    /// The tile is not one of entries, or there are not between 1 and 256 of them.
    Tile(TileError),
    /// The content ends within an entry or before it.
    CutOff {
        /// Which entry, counted from 0 within the bundle.
        entry: usize,
    },
    /// The content goes on after the last entry.
    Surplus {
        /// By how many bytes.
        bytes: usize,
    },
    /// An entry is longer than 65535 bytes.
    TooLong {
        /// Which entry, counted from 0 within the bundle.
        entry: usize,
        /// Its length in bytes.
        bytes: usize,
    },
}

impl fmt::Display for EntryBundleError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tile(error) => error.fmt(out),
            Self::CutOff { entry } => write!(out, "the bundle of entries is cut off at entry `{entry}`"),
            Self::Surplus { bytes } => {
                write!(out, "the bundle of entries goes on for `{bytes}` bytes after its last entry")
            }
            Self::TooLong { entry, bytes } => {
                write!(out, "entry `{entry}` has `{bytes}` bytes, but an entry has at most `{}`", u16::MAX)
            }
        }
    }
}

impl std::error::Error for EntryBundleError {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tile(width: u16) -> Tile {
        Tile::new(TileRow::Entries, 0, width).unwrap()
    }

    #[test]
    fn a_bundle_is_written_as_lengths_and_entries() {
        let long = [7; 258];
        let bundle = EntryBundle::new(vec![b"ab", b"", &long]).unwrap();
        let bytes = bundle.to_bytes();
        assert_eq!(bytes[..9], [0, 2, b'a', b'b', 0, 0, 1, 2, 7]);
        assert_eq!(EntryBundle::parse(tile(3), &bytes), Ok(bundle.clone()));
        assert_eq!(bundle.entries()[0], b"ab");
        assert_eq!(bundle.leaves().nth(1), Some(Hash::of_leaf(b"")));
    }

    #[test]
    fn each_refusal_says_what_is_wrong() {
        let cut_off = |entry| Err(EntryBundleError::CutOff { entry });
        assert_eq!(EntryBundle::parse(tile(1), &[]), cut_off(0));
        assert_eq!(EntryBundle::parse(tile(1), &[0]), cut_off(0));
        assert_eq!(EntryBundle::parse(tile(2), &[0, 1, 7, 0, 2, 7]), cut_off(1));
        assert_eq!(EntryBundle::parse(tile(2), &[0, 1, 7]), cut_off(1));
        let surplus = EntryBundle::parse(tile(1), &[0, 1, 7, 0, 0]);
        assert_eq!(surplus, Err(EntryBundleError::Surplus { bytes: 2 }));
        let hashes = Tile::new(TileRow::Hashes { level: 0 }, 0, 1).unwrap();
        let other = EntryBundle::parse(hashes, &[0, 0]);
        assert_eq!(other, Err(EntryBundleError::Tile(TileError::OtherRow)));
        let none = EntryBundle::new(Vec::new());
        assert_eq!(none, Err(EntryBundleError::Tile(TileError::Width)));
        assert!(EntryBundle::new(vec![b""; 256]).is_ok());
        assert!(EntryBundle::new(vec![b""; 257]).is_err());
        let long = vec![0; 65_536];
        assert!(EntryBundle::new(vec![&long[1..]]).is_ok());
        let too_long = EntryBundle::new(vec![b"", &long]);
        assert_eq!(too_long, Err(EntryBundleError::TooLong { entry: 1, bytes: 65_536 }));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..300), 1..20)) {
            let bundle = EntryBundle::new(entries.iter().map(Vec::as_slice).collect()).unwrap();
            let width = u16::try_from(entries.len()).unwrap();
            let bytes = bundle.to_bytes();
            prop_assert_eq!(EntryBundle::parse(tile(width), &bytes), Ok(bundle));
        }

        #[test]
        fn what_is_read_prints_as_it_was(width in 1u16..5, bytes in prop::collection::vec(0u8..4, 0..20)) {
            if let Ok(bundle) = EntryBundle::parse(tile(width), &bytes) {
                prop_assert_eq!(bundle.to_bytes(), bytes);
            }
        }
    }
}
