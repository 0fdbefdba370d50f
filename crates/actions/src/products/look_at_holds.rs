//! Looks at the holds in force, each with the version its release is written over.

use proofmark_access::Right;
use proofmark_facts::{HoldRecord, Sha256, SystemOfRecord};
use proofmark_text::text;

use crate::error::ActionError;
use crate::products::change_order::ChangeOrder;
use crate::record::{kept_noun, kept_nouns};

/// The holds in force for the operator, in the order of their names, for whoever sees in the ledger that they were
/// placed.
pub fn look_at_holds(
    order: &ChangeOrder<'_>,
    operator: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<Vec<(HoldRecord, Sha256)>, ActionError> {
    order.demand(Right::SeeLedger, operator, None)?;
    let kept = kept_nouns::<HoldRecord>(keeping, operator)?;
    Ok(kept.into_iter().map(|kept| (kept.noun, kept.sha256)).collect())
}

/// One hold in force.
pub fn look_at_hold(
    order: &ChangeOrder<'_>,
    operator: &str,
    hold: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<(HoldRecord, Sha256), ActionError> {
    order.demand(Right::SeeLedger, operator, None)?;
    let kept = kept_noun::<HoldRecord>(keeping, operator, hold)?;
    let kept = kept.ok_or_else(|| ActionError::NotFound(text!("record-no-such-hold", name = hold)))?;
    Ok((kept.noun, kept.sha256))
}
