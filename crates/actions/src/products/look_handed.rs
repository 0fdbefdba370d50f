//! Looks at a release from files that are handed over: the assessment as it would be, with nothing kept.

use jiff::civil::Date;
use proofmark_access::Right;
use proofmark_facts::SystemOfRecord;
use proofmark_law::StateOfTheLaw;

use crate::assess::{Assessed, look};
use crate::conclusion::AssessOrder;
use crate::error::ActionError;
use crate::products::assess_files::OpenKeptSources;
use crate::products::handed_file::HandedFile;
use crate::products::handed_over::HandedOrder;

/// The assessment of these files on this day: no document, no line of the ledger.
pub fn look_handed(
    order: &HandedOrder<'_>,
    as_of: Date,
    files: &[HandedFile],
    open_sources: &OpenKeptSources<'_>,
    state: &StateOfTheLaw,
    keeping: &dyn SystemOfRecord,
) -> Result<Assessed, ActionError> {
    order.change.demand(Right::SeePortfolio, order.operator, None)?;
    let beside = order.beside(files, keeping)?;
    let asked =
        AssessOrder { by: &order.change.by.name, with: order.change.with, at: order.change.at, as_of };
    let open = |advisories: &[String]| open_sources(advisories, &beside);
    look(&asked, &beside, &open, state)
}
