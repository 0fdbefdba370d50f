//! The ledger for everybody: the signed checkpoint, the key it is signed with, and the tiles of the tree
//! (C2SP tlog-tiles), so that outside witnesses and auditors can follow it.

use proofmark_actions::ledger_tile;
use proofmark_text::text;
use proofmark_trust::{Tile, TileRow};

use crate::answer::{Answer, Content, Keep};
use crate::call::Call;
use crate::refusal::Refusal;

const PLAIN: &str = "text/plain; charset=utf-8";

/// The last signed checkpoint.
pub(crate) fn checkpoint(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let latest = call.store.latest_checkpoint()?;
    let (_, note) = latest.ok_or_else(|| Refusal::new(404, text!("web-no-checkpoint")))?;
    let content = Content::Bytes { media: PLAIN, bytes: note.into_bytes(), name: None };
    Ok(Answer::of(content).keep(Keep::Shortly))
}

/// The key checkpoints are verified with.
pub(crate) fn ledger_key(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let key = format!("{}\n", call.house.signer().verifier_key());
    Ok(Answer::of(Content::Bytes { media: PLAIN, bytes: key.into_bytes(), name: None }))
}

/// A tile of hashes.
pub(crate) fn tile(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let path = format!("tile/{}", call.name("place"));
    read(call, &path, |row| matches!(row, TileRow::Hashes { .. }))
}

/// A bundle of lines.
pub(crate) fn entries(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let path = format!("tile/entries/{}", call.name("place"));
    read(call, &path, |row| row == TileRow::Entries)
}

fn read(call: &mut Call<'_>, path: &str, wanted: fn(TileRow) -> bool) -> Result<Answer, Refusal> {
    let tile: Option<Tile> = path.parse().ok().filter(|tile: &Tile| wanted(tile.row()));
    let tile = tile.ok_or_else(|| Refusal::new(404, text!("web-not-found")))?;
    let bytes = ledger_tile(call.store, tile)?;
    let content = Content::Bytes { media: "application/octet-stream", bytes, name: None };
    // A tile of this name never changes.
    let keep = if tile.row() == TileRow::Entries { Keep::Never } else { Keep::Forever };
    Ok(Answer::of(content).keep(keep))
}
