//! A tile: the place of up to 256 consecutive hashes or entries, which is also its path (C2SP tlog-tiles).

use std::fmt;
use std::str::FromStr;

use crate::decimal;
use crate::node::Node;
use crate::tree_head::MAX_SIZE;

/// How many tree levels a tile spans: a full tile has `2^8` hashes, and its own hash stands in the level above.
pub(crate) const HEIGHT: u8 = 8;

/// How many tile levels the largest tree has.
const LEVELS: u8 = 8;

/// More characters than these no path has: `tile/entries/`, six groups of the index and `.p/255`.
const MAX_PATH_BYTES: usize = 64;

/// Which tile of a log, and how much of it is there: printed and read as its path, such as
/// `tile/0/x001/x234/067.p/8` or `tile/entries/x001/x234/067`.
///
/// A full tile never changes. A partial one, in which the tree ends, is named with its width, so it never changes either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tile {
    row: TileRow,
    index: u64,
    width: u16,
}

/// What a tile holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TileRow {
    /// Hashes: of leaves at level 0, of full tiles of the level below at the others.
    Hashes {
        /// The tile level, from 0 to 7.
        level: u8,
    },
    /// The entries themselves: a bundle of what hashes to the leaves of the level 0 tile with the same index.
    Entries,
}

impl TileRow {
    /// Which level of the tree has the nodes of this row.
    fn node_level(self) -> Option<u8> {
        match self {
            Self::Hashes { level } => level.checked_mul(HEIGHT),
            Self::Entries => Some(0),
        }
    }
}

impl Tile {
    /// How many hashes or entries a full tile has.
    pub const FULL_WIDTH: u16 = 1 << HEIGHT;

    /// The tile of this row and index, of which the first `width` places are filled.
    pub fn new(row: TileRow, index: u64, width: u16) -> Result<Self, TileError> {
        if !(1..=Self::FULL_WIDTH).contains(&width) {
            return Err(TileError::Width);
        }
        let level = row.node_level().ok_or(TileError::Beyond)?;
        // The last place tells: if the largest tree has it, then it has all of them.
        let first = index.checked_mul(Self::FULL_WIDTH.into()).ok_or(TileError::Beyond)?;
        let last = first.checked_add(u64::from(width) - 1).ok_or(TileError::Beyond)?;
        Node::new(level, last).ok_or(TileError::Beyond)?;
        Ok(Self { row, index, width })
    }

    /// The tiles that a log must publish when its tree grows from `old` leaves to `new`, full and partial; from 0, all
    /// tiles of the tree. Sizes beyond [`MAX_SIZE`] count as that.
    pub fn between(old: u64, new: u64) -> impl Iterator<Item = Self> {
        let hashes = (0..LEVELS).map(|level| TileRow::Hashes { level });
        hashes.chain([TileRow::Entries]).flat_map(move |row| {
            let filled = |size: u64| size.min(MAX_SIZE) >> row.node_level().unwrap_or_default();
            let (old, new) = (filled(old), filled(new));
            let full_width = u64::from(Self::FULL_WIDTH);
            let indexes = if old < new { old / full_width..new.div_ceil(full_width) } else { 0..0 };
            indexes.filter_map(move |index| {
                let width = u16::try_from((new - index * full_width).min(full_width)).ok()?;
                Self::new(row, index, width).ok()
            })
        })
    }

    /// What the tile holds.
    pub fn row(self) -> TileRow {
        self.row
    }

    /// The index of the tile within its row.
    pub fn index(self) -> u64 {
        self.index
    }

    /// How many places are filled, from 1 to 256.
    pub fn width(self) -> u16 {
        self.width
    }

    /// The tree's nodes at the places of the tile: those whose hashes it holds or whose leaves its entries are.
    pub fn nodes(self) -> impl Iterator<Item = Node> {
        let first = self.index * u64::from(Self::FULL_WIDTH);
        (0..u64::from(self.width)).filter_map(move |place| Node::new(self.row.node_level()?, first + place))
    }
}

impl fmt::Display for Tile {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.row {
            TileRow::Hashes { level } => write!(out, "tile/{level}/")?,
            TileRow::Entries => out.write_str("tile/entries/")?,
        }
        write_leading_groups(out, self.index / 1000)?;
        write!(out, "{:03}", self.index % 1000)?;
        if self.width < Self::FULL_WIDTH { write!(out, ".p/{}", self.width) } else { Ok(()) }
    }
}

fn write_leading_groups(out: &mut fmt::Formatter<'_>, thousands: u64) -> fmt::Result {
    if thousands == 0 {
        return Ok(());
    }
    write_leading_groups(out, thousands / 1000)?;
    write!(out, "x{:03}/", thousands % 1000)
}

/// Reads a path relative to the log's prefix.
impl FromStr for Tile {
    type Err = TileError;

    fn from_str(path: &str) -> Result<Self, TileError> {
        if path.len() > MAX_PATH_BYTES {
            return Err(TileError::Path);
        }
        let rest = path.strip_prefix("tile/").ok_or(TileError::Path)?;
        let (row, rest) = rest.split_once('/').ok_or(TileError::Path)?;
        let row = match row {
            "entries" => TileRow::Entries,
            level => TileRow::Hashes { level: parse_number(level)? },
        };
        let (groups, width) = match rest.split_once(".p/") {
            Some((groups, width)) => (groups, parse_number(width)?),
            None => (rest, Self::FULL_WIDTH),
        };
        let digits: String = groups.chars().filter(|character| !matches!(character, 'x' | '/')).collect();
        let tile = Self::new(row, digits.parse().map_err(|_| TileError::Path)?, width)?;
        // A tile has one path only, so whatever was read too generously above shows here.
        if tile.to_string() == path { Ok(tile) } else { Err(TileError::Path) }
    }
}

fn parse_number<N: TryFrom<u64>>(written: &str) -> Result<N, TileError> {
    decimal::parse(written).and_then(|number| N::try_from(number).ok()).ok_or(TileError::Path)
}

/// Why something is not a tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TileError {
    /// It is not written as the path of a tile.
    Path,
    /// The width is not between 1 and 256.
    Width,
    /// It lies beyond the largest tree.
    Beyond,
    /// It holds entries where hashes were wanted, or hashes where entries were.
    OtherRow,
    /// Its content does not have the length that its width asks for.
    Length {
        /// The length its width asks for, in bytes.
        wanted: usize,
        /// The length it has, in bytes.
        found: usize,
    },
}

impl fmt::Display for TileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path => out.write_str("the path of a tile is written like `tile/0/x001/234.p/8`"),
            Self::Width => write!(out, "a tile has between `1` and `{}` places", Tile::FULL_WIDTH),
            Self::Beyond => write!(out, "the tile lies beyond the largest tree, of `{MAX_SIZE}` leaves"),
            Self::OtherRow => {
                out.write_str("the tile holds entries where hashes were wanted, or hashes where entries were")
            }
            Self::Length { wanted, found } => {
                write!(out, "the tile has `{found}` bytes, but its width asks for `{wanted}`")
            }
        }
    }
}

impl std::error::Error for TileError {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn hashes(level: u8, index: u64, width: u16) -> Tile {
        Tile::new(TileRow::Hashes { level }, index, width).unwrap()
    }

    #[test]
    fn paths_are_those_of_the_specification() {
        assert_eq!(hashes(0, 1_234_067, 256).to_string(), "tile/0/x001/x234/067");
        assert_eq!(hashes(1, 0, 1).to_string(), "tile/1/000.p/1");
        assert_eq!(hashes(0, 999, 255).to_string(), "tile/0/999.p/255");
        assert_eq!(hashes(0, 1000, 8).to_string(), "tile/0/x001/000.p/8");
        assert_eq!(hashes(0, 1_000_000, 8).to_string(), "tile/0/x001/x000/000.p/8");
        let entries = Tile::new(TileRow::Entries, 1_234_067, 256).unwrap();
        assert_eq!(entries.to_string(), "tile/entries/x001/x234/067");
    }

    #[test]
    fn a_path_has_one_spelling_only() {
        for wrong in [
            "",
            "tile",
            "tile/0",
            "tile/0/",
            "/tile/0/000",
            "tile/0/0",
            "tile/0/0000",
            "tile/00/000",
            "tile/x/000",
            "tile/0/x000/001",
            "tile/0/001/001",
            "tile/0/x001/x001",
            "tile/0/x001001",
            "tile/0/x001//001",
            "tile/0/000.p/256",
            "tile/0/000.p/01",
            "tile/0/000.p/",
            "tile/0/000.p",
            "tile/0/000/",
            "tile/0/+00",
            "tile/0/../0",
            "tile/0/000.p/1.p/1",
            "tile/ENTRIES/000",
            "tile/0/x001/x001/x001/x001/x001/x001/x001/x001/x001/x001/x001/001",
        ] {
            assert_eq!(wrong.parse::<Tile>(), Err(TileError::Path), "{wrong}");
        }
        assert_eq!("tile/0/000.p/0".parse::<Tile>(), Err(TileError::Width));
        assert_eq!("tile/0/000.p/257".parse::<Tile>(), Err(TileError::Width));
        assert_eq!("tile/8/000.p/1".parse::<Tile>(), Err(TileError::Beyond));
        assert_eq!("tile/63/000.p/1".parse::<Tile>(), Err(TileError::Beyond));
    }

    #[test]
    fn no_tile_lies_beyond_the_largest_tree() {
        let new = |level, index, width| Tile::new(TileRow::Hashes { level }, index, width);
        assert!(new(7, 0, 127).is_ok());
        assert_eq!(new(7, 0, 128), Err(TileError::Beyond));
        assert_eq!(new(7, 1, 1), Err(TileError::Beyond));
        assert_eq!(new(255, 0, 1), Err(TileError::Beyond));
        assert!(new(0, MAX_SIZE / 256, 255).is_ok());
        assert_eq!(new(0, MAX_SIZE / 256, 256), Err(TileError::Beyond));
        assert_eq!(new(0, u64::MAX, 256), Err(TileError::Beyond));
        assert_eq!(new(0, 0, 0), Err(TileError::Width));
    }

    #[test]
    fn the_tiles_of_a_tree_of_70000_are_those_of_the_specification() {
        let count = |level, full: bool| {
            let wanted = |tile: &Tile| {
                tile.row() == TileRow::Hashes { level } && (tile.width() == Tile::FULL_WIDTH) == full
            };
            Tile::between(0, 70_000).filter(wanted).count()
        };
        assert_eq!([count(0, true), count(1, true), count(2, true)], [273, 1, 0]);
        assert_eq!([count(0, false), count(1, false), count(2, false)], [1, 1, 1]);
        for partial in ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1", "tile/entries/273.p/112"] {
            assert!(Tile::between(0, 70_000).any(|tile| tile.to_string() == partial), "{partial}");
        }
    }

    #[test]
    fn a_growing_tree_publishes_what_is_new() {
        let paths = |old, new| Tile::between(old, new).map(|tile| tile.to_string()).collect::<Vec<_>>();
        assert_eq!(paths(0, 0), Vec::<String>::new());
        assert_eq!(paths(5, 5), Vec::<String>::new());
        assert_eq!(paths(6, 5), Vec::<String>::new());
        assert_eq!(paths(0, 1), ["tile/0/000.p/1", "tile/entries/000.p/1"]);
        assert_eq!(paths(1, 256), ["tile/0/000", "tile/1/000.p/1", "tile/entries/000"]);
        assert_eq!(paths(256, 258), ["tile/0/001.p/2", "tile/entries/001.p/2"]);
        let last = Tile::between(MAX_SIZE - 1, u64::MAX).collect::<Vec<_>>();
        assert_eq!(last.len(), 2);
        assert_eq!(last[0].width(), 255);
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(level in 0u8..8, entries: bool, index: u64, width in 1u16..=256, shift in 0u32..64) {
            let row = if entries { TileRow::Entries } else { TileRow::Hashes { level } };
            if let Ok(tile) = Tile::new(row, index >> shift, width) {
                prop_assert_eq!(tile.to_string().parse(), Ok(tile));
            }
        }

        #[test]
        fn what_is_read_prints_as_it_was(path in "tile/(0|7|entries)/[x/0-2]{0,9}(\\.p/[0-9]{1,3})?") {
            if let Ok(tile) = path.parse::<Tile>() {
                prop_assert_eq!(tile.to_string(), path);
            }
        }
    }
}
