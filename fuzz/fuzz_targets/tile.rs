//! Reads a path and a content as a tile: what is accepted must print as it was.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_trust::{EntryBundle, HashTile, Tile, TileRow};

fuzz_target!(|input: (&str, &[u8])| {
    let (path, content) = input;
    let Ok(tile) = path.parse::<Tile>() else { return };
    assert_eq!(tile.to_string(), path);
    assert_eq!(tile.nodes().count(), usize::from(tile.width()));
    match tile.row() {
        TileRow::Hashes { .. } => {
            if let Ok(read) = HashTile::parse(tile, content) {
                assert_eq!(read.to_bytes(), content);
            }
        }
        TileRow::Entries => {
            if let Ok(read) = EntryBundle::parse(tile, content) {
                assert_eq!(read.to_bytes(), content);
            }
        }
    }
});
