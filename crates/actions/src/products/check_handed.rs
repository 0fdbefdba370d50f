//! Checks a supplied product from files that are handed over: the same check as beside a dossier on the disk.

use jiff::civil::Date;
use proofmark_access::Right;
use proofmark_facts::SystemOfRecord;
use proofmark_law::StateOfTheLaw;

use crate::error::ActionError;
use crate::products::handed_file::HandedFile;
use crate::products::handed_over::HandedOrder;
use crate::record_check::{CheckOrder, CheckResult, judge_check, keep_check};

/// Judges the checklist and, where there is one, keeps it with dossier and evidence and writes one line.
///
/// It does not seal: whoever serves many seals in batches.
pub fn check_handed(
    order: &HandedOrder<'_>,
    on: Date,
    files: &[HandedFile],
    state: &StateOfTheLaw,
    keeping: &mut dyn SystemOfRecord,
) -> Result<CheckResult, ActionError> {
    let asked = CheckOrder { by: &order.change.by.name, with: order.change.with, at: order.change.at, on };
    let judged = judge_check(&asked, &order.beside(files, keeping)?, state)?;
    let result = &judged.result;
    order.demand(Right::HandIn, &result.subject, (&result.operator, &result.product), keeping)?;
    if result.check.is_some() {
        keep_check(&asked, &judged, keeping)?;
    }
    Ok(judged.result)
}
