//! Reads the component list that counts for a release, with how its components hang together.

use proofmark_facts::{ComponentGraph, SystemOfRecord};
use proofmark_text::text;

use crate::component_list::read_list;
use crate::error::ActionError;
use crate::releases::release_order::ReleaseOrder;

/// The graph of the release's component list; `None`: it came without one. Its digest is that of the last of
/// `ReleaseRecord::sboms`, so whoever keeps the graph may know it by that.
pub fn kept_graph(
    order: &ReleaseOrder<'_>,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<ComponentGraph>, ActionError> {
    order.demand()?;
    let Some(receipt) = order.release.sboms.last() else { return Ok(None) };
    let damaged = || ActionError::Damaged(text!("pictures-list-unreadable", name = &receipt.name));
    let bytes = keeping.document_of(order.operator, &receipt.sha256)?.ok_or_else(damaged)?;
    // What was wrong with it was said when it was handed in; it was taken, so it can be read.
    let read = read_list(&receipt.name, &bytes, &order.product.name);
    // The graph is made beside the list, not beside its file too.
    drop(bytes);
    Ok(Some(ComponentGraph::of(read.value.ok_or_else(damaged)?)))
}
