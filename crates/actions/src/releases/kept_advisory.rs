//! Reads an advisory among a product's own files, where it keeps the text of one.

use proofmark_facts::{Advisory, SystemOfRecord};
use proofmark_formats::Limits;

use crate::advisory_reading::read_advisory;
use crate::error::ActionError;
use crate::releases::release_order::ReleaseOrder;

/// The advisory of this identifier, if the product keeps it under a file of its name; the installation's database keeps no
/// texts.
pub fn kept_advisory(
    order: &ReleaseOrder<'_>,
    id: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<Advisory>, ActionError> {
    order.demand()?;
    let file = format!("{id}.json");
    let is = |path: &String| path.rsplit('/').next() == Some(file.as_str());
    let Some((_, digest)) = order.product.files.iter().find(|(path, _)| is(path)) else { return Ok(None) };
    let Some(bytes) = keeping.document_of(order.operator, digest)? else { return Ok(None) };
    let read = read_advisory(&bytes, &Limits::default());
    Ok(read.filter(|advisory| advisory.id == id))
}
