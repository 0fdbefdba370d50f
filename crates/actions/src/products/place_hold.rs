//! Places a hold: nothing of a product, or of all of an operator's, may be purged while a proceeding needs it.

use proofmark_access::Right;
use proofmark_facts::{HoldRecord, ProductRecord, SystemOfRecord, slug};
use proofmark_text::text;

use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::LineDraft;
use crate::products::change_order::ChangeOrder;
use crate::products::keep_files::{no_such_product, refused};
use crate::record::{kept_noun, written};

/// The longest name and the longest reason, in bytes.
const LONGEST_NAME: usize = 200;
const LONGEST_REASON: usize = 10_000;

/// What is held, and why.
#[derive(Debug, Clone, Copy)]
pub struct HoldOrder<'a> {
    /// Who asks.
    pub change: ChangeOrder<'a>,
    /// The operator's id.
    pub operator: &'a str,
    /// The product's id; `None`: everything of the operator's.
    pub product: Option<&'a str>,
    /// What the hold is called: a file number, a matter.
    pub name: &'a str,
    /// Why.
    pub because: &'a str,
}

/// Keeps the hold and writes one line of the ledger.
pub fn place_hold(
    order: &HoldOrder<'_>,
    keeping: &mut dyn SystemOfRecord,
) -> Result<HoldRecord, ActionError> {
    order.change.demand(Right::Hold, order.operator, order.product)?;
    if order.name.trim().is_empty() || order.name.len() > LONGEST_NAME {
        return Err(refused(text!("record-hold-name", most = LONGEST_NAME)));
    }
    if order.because.trim().is_empty() || order.because.len() > LONGEST_REASON {
        return Err(refused(text!("record-hold-reason", most = LONGEST_REASON)));
    }
    let subject = hold_subject(order.operator, order.product, keeping)?;
    let hold = HoldRecord {
        id: slug(order.name, ""),
        product: order.product.map(str::to_owned),
        because: order.because.trim().to_owned(),
        placed_by: order.change.by.name.clone(),
        placed_at: order.change.at,
    };
    if kept_noun::<HoldRecord>(keeping, order.operator, &hold.id)?.is_some() {
        return Err(refused(text!("record-hold-there", name = &hold.id)));
    }
    let line = LineDraft {
        subject: &subject,
        at: order.change.at,
        by: &order.change.by.name,
        action: "place-hold",
        documents: Vec::new(),
        outcome: None,
        with: order.change.with,
    };
    let mut entry = Entry::of_documents(line, order.operator, Vec::new());
    entry.records.push(written(order.operator, &hold, None));
    entry.keep(keeping)?;
    Ok(hold)
}

/// Whom a hold's lines are about: the product, or everything the operator keeps here.
pub(crate) fn hold_subject(
    operator: &str,
    product: Option<&str>,
    keeping: &dyn SystemOfRecord,
) -> Result<String, ActionError> {
    let Some(product) = product else { return Ok(format!("{operator}/record")) };
    let kept = kept_noun::<ProductRecord>(keeping, operator, product)?;
    Ok(kept.ok_or_else(|| no_such_product(product))?.noun.subject)
}
