//! Archives a product, or takes it back among those at work. Nothing of it goes.

use proofmark_access::Right;
use proofmark_facts::{ProductRecord, SystemOfRecord};

use crate::again_when_moved::again_when_moved;
use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::LineDraft;
use crate::products::change_order::ChangeOrder;
use crate::products::keep_files::no_such_product;
use crate::products::rescan::jobs_of_product;
use crate::record::{kept_noun, written};

/// Sets whether the product is archived; `false`: it was so already, and no line is written.
pub fn archive_product(
    order: &ChangeOrder<'_>,
    operator: &str,
    product: &str,
    archived: bool,
    keeping: &mut dyn SystemOfRecord,
) -> Result<bool, ActionError> {
    order.demand(Right::KeepDossier, operator, Some(product))?;
    again_when_moved(|| {
        let kept = kept_noun::<ProductRecord>(keeping, operator, product)?
            .ok_or_else(|| no_such_product(product))?;
        if kept.noun.archived == archived {
            return Ok(false);
        }
        let after = ProductRecord { archived, ..kept.noun };
        let line = LineDraft {
            subject: &after.subject,
            at: order.at,
            by: &order.by.name,
            action: if archived { "archive-product" } else { "unarchive-product" },
            documents: Vec::new(),
            outcome: None,
            with: order.with,
        };
        let mut entry = Entry::of_documents(line, operator, Vec::new());
        entry.records.push(written(operator, &after, Some(kept.sha256)));
        if !archived {
            // Of what was published meanwhile nobody asked.
            entry.jobs = jobs_of_product(operator, product, order.at, keeping)?;
        }
        entry.keep(keeping)?;
        Ok(true)
    })
}
