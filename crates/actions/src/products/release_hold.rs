//! Releases a hold: what it kept may go when nothing else keeps it.

use proofmark_access::Right;
use proofmark_facts::{HoldRecord, SystemOfRecord};
use proofmark_text::text;

use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::LineDraft;
use crate::over::Over;
use crate::products::change_order::ChangeOrder;
use crate::products::place_hold::hold_subject;
use crate::record::kept_noun;

/// Takes the hold out of the record; the ledger tells of both, its placing and its release.
pub fn release_hold(
    order: &ChangeOrder<'_>,
    operator: &str,
    hold: &str,
    over: Over,
    keeping: &mut dyn SystemOfRecord,
) -> Result<HoldRecord, ActionError> {
    let kept = kept_noun::<HoldRecord>(keeping, operator, hold)?;
    order.demand(Right::Hold, operator, kept.as_ref().and_then(|kept| kept.noun.product.as_deref()))?;
    let Some(kept) = kept else {
        return Err(ActionError::NotFound(text!("record-no-such-hold", name = hold)));
    };
    over.check(Some(kept.sha256))?;
    let subject = hold_subject(operator, kept.noun.product.as_deref(), keeping)?;
    let line = LineDraft {
        subject: &subject,
        at: order.at,
        by: &order.by.name,
        action: "release-hold",
        documents: Vec::new(),
        outcome: None,
        with: order.with,
    };
    let mut entry = Entry::of_documents(line, operator, Vec::new());
    entry.records.push(kept.taken_away());
    entry.keep(keeping)?;
    Ok(kept.noun)
}
