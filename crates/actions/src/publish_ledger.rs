//! Publishes the ledger as static files (C2SP tlog-tiles): whoever has them can follow it without us.

use proofmark_facts::Keeping;
use proofmark_text::text;
use proofmark_trust::{EntryBundle, HashTile, SignerKey, Tile, TileRow};

use crate::attesting::shown_checkpoint;
use crate::error::ActionError;
use crate::seal::{KeptNodes, seal};

/// Where a published file goes: its path below the log's prefix, and its bytes.
pub type PublishFile<'a> = dyn FnMut(&str, &[u8]) -> Result<(), ActionError> + 'a;

/// Seals what was written, then hands out every tile and entry bundle below the checkpoint that others are shown, and that
/// checkpoint with the cosignatures of its witnesses; gives the size that was published.
///
/// It is the one `/ledger/checkpoint` serves: where nothing but attestations was written behind an attested checkpoint,
/// that one, so that what is published does not end in lines no witness has seen. The checkpoint comes last, so that a
/// reader never sees one whose tiles are not there yet.
pub fn publish_ledger(
    keeping: &mut dyn Keeping,
    signer: &SignerKey,
    publish: &mut PublishFile<'_>,
) -> Result<u64, ActionError> {
    let written = keeping.ledger_size()?;
    if written == 0 {
        return Ok(0);
    }
    seal(keeping, signer, written)?;
    let Some((size, checkpoint)) = shown_checkpoint(keeping)? else { return Ok(0) };
    for tile in Tile::between(0, size) {
        publish(&tile.to_string(), &tile_bytes(keeping, tile)?)?;
    }
    publish("checkpoint", checkpoint.to_string().as_bytes())?;
    Ok(size)
}

/// One tile's bytes, for whoever follows the ledger from afar; not found when the tree has not grown that far.
pub fn ledger_tile(keeping: &dyn Keeping, tile: Tile) -> Result<Vec<u8>, ActionError> {
    let size = keeping.ledger_size()?;
    let level = match tile.row() {
        TileRow::Hashes { level } => u32::from(level) * 8,
        TileRow::Entries => 0,
    };
    let filled = size.checked_shr(level).unwrap_or_default();
    let last =
        tile.index().checked_mul(u64::from(Tile::FULL_WIDTH)).map(|first| first + u64::from(tile.width()));
    if last.is_none_or(|last| last > filled) {
        return Err(ActionError::NotFound(text!(
            "actions-no-such-tile",
            tile = tile.to_string(),
            size = size
        )));
    }
    tile_bytes(keeping, tile)
}

fn tile_bytes(keeping: &dyn Keeping, tile: Tile) -> Result<Vec<u8>, ActionError> {
    match tile.row() {
        TileRow::Hashes { .. } => {
            let read = HashTile::read(tile, &KeptNodes(keeping)).map_err(|error| inconsistent(&error))?;
            Ok(read.to_bytes())
        }
        TileRow::Entries => entries(keeping, tile),
    }
}

fn entries(keeping: &dyn Keeping, tile: Tile) -> Result<Vec<u8>, ActionError> {
    let first = tile.index() * u64::from(Tile::FULL_WIDTH);
    let lines = keeping.lines(first, tile.width().into())?;
    let bundle = EntryBundle::new(lines.iter().map(|line| line.bytes.as_slice()).collect());
    bundle.map(|bundle| bundle.to_bytes()).map_err(|error| inconsistent(&error))
}

fn inconsistent(error: &dyn std::fmt::Display) -> ActionError {
    ActionError::Damaged(text!("actions-ledger-inconsistent", error = error.to_string()))
}
