//! The ledger for everybody: the signed checkpoint, the key it is signed with, and the tiles of the tree
//! (C2SP tlog-tiles), so that outside witnesses and auditors can follow it.

use proofmark_actions::{LedgerLine, ledger_tile, prove_growth, prove_line, shown_checkpoint};
use proofmark_text::text;
use proofmark_trust::{Tile, TileRow};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Content, Keep};
use crate::call::Call;
use crate::desk::{PageAsked, lines_of, own_line, page_line};
use crate::limit::limit;
use crate::refusal::Refusal;

const PLAIN: &str = "text/plain; charset=utf-8";

/// The last signed checkpoint, with the cosignatures of witnesses.
pub(crate) fn checkpoint(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let latest = shown_checkpoint(&*call.store)?;
    let (_, note) = latest.ok_or_else(|| Refusal::new(404, text!("web-no-checkpoint")))?;
    let content = Content::Bytes { media: PLAIN, bytes: note.to_string().into_bytes(), name: None };
    Ok(Answer::of(content).keep(Keep::Shortly))
}

/// The key checkpoints are verified with.
#[expect(clippy::unnecessary_wraps, reason = "every handler has this shape")]
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
    let tile = tile.ok_or_else(|| Refusal::new(404, text!("web-no-such-thing")))?;
    let bytes = ledger_tile(call.store, tile)?;
    let content = Content::Bytes { media: "application/octet-stream", bytes, name: None };
    // A tile of this name never changes.
    let keep = if tile.row() == TileRow::Entries { Keep::Never } else { Keep::Forever };
    Ok(Answer::of(content).keep(keep))
}

/// Between which sizes.
#[derive(Debug, Deserialize, JsonSchema)]
pub(crate) struct GrowthAsked {
    /// The earlier size.
    from: u64,
    /// The later size.
    to: u64,
}

/// That the ledger only grew.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Growth {
    /// The earlier size.
    from: u64,
    /// The later size.
    to: u64,
    /// The consistency proof (RFC 9162 section 2.1.4): hashes in base64.
    proof: Vec<String>,
}

/// Proves that the ledger at one size is the beginning of the ledger at another.
pub(crate) fn consistency(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let GrowthAsked { from, to } = call.query()?;
    let proof = prove_growth(&*call.store, from, to)?;
    let proof = proof.iter().map(proofmark_trust::Hash::to_base64).collect();
    Ok(Answer::json(&Growth { from, to, proof }))
}

/// Lines of the ledger with their places.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct LinesShown {
    /// The lines, newest first.
    items: Vec<LineShown>,
    /// What to ask the next page with; `null`: there is none.
    next: Option<String>,
}

/// A line with its place.
#[derive(Debug, Serialize, JsonSchema)]
struct LineShown {
    /// Its index in the whole ledger.
    index: u64,
    /// The line.
    line: LedgerLine,
}

/// The operator's lines, newest first.
pub(crate) fn lines(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PageAsked = call.query()?;
    let size = call.store.ledger_size()?;
    let before = asked.after.as_deref().map_or(Ok(size), page_line)?;
    let (lines, next) = lines_of(&*call.store, call.operator(), before.min(size), limit(asked.limit))?;
    let items =
        lines.into_iter().map(|placed| LineShown { index: placed.index, line: placed.line }).collect();
    Ok(Answer::json(&LinesShown { items, next: next.map(|next| next.to_string()) }))
}

/// The proof that a line of the operator's is under the last signed checkpoint (C2SP tlog-proof).
pub(crate) fn proof(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let index = own_line(call)?;
    let proof = prove_line(&*call.store, index)?.to_string();
    Ok(Answer::json(&proof))
}
