//! How much there is to read of a release: asked before anything of it is read.

use proofmark_facts::{Sha256, SystemOfRecord};

use crate::error::ActionError;
use crate::releases::release_order::ReleaseOrder;

/// How many bytes the release's component list has; none: it came without one.
pub fn list_weight(order: &ReleaseOrder<'_>, keeping: &dyn SystemOfRecord) -> Result<u64, ActionError> {
    order.demand()?;
    order.release.sboms.last().map_or(Ok(0), |list| size_of(order, &list.sha256, keeping))
}

/// How many bytes the release's last assessment has.
pub fn said_weight(order: &ReleaseOrder<'_>, keeping: &dyn SystemOfRecord) -> Result<u64, ActionError> {
    order.demand()?;
    size_of(order, &order.release.assessment, keeping)
}

fn size_of(
    order: &ReleaseOrder<'_>,
    digest: &Sha256,
    keeping: &dyn SystemOfRecord,
) -> Result<u64, ActionError> {
    Ok(keeping.documents_size(order.operator, &[*digest])?)
}
