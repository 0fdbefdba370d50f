//! Looks at a product from its kept files: the assessment as it would be now, with nothing kept.

use proofmark_access::Right;
use proofmark_facts::SystemOfRecord;
use proofmark_law::StateOfTheLaw;

use crate::assess::Assessed;
use crate::conclusion::{AssessOrder, conclude, read_inputs};
use crate::error::ActionError;
use crate::kept_decisions::kept_decisions;
use crate::products::assess_files::OpenKeptSources;
use crate::products::assess_kept::{KeptOrder, files_of};
use crate::products::kept_files::KeptFiles;

/// The assessment of a product, or of one of its releases as it was handed in: no document, no line of the ledger.
pub fn look_kept(
    order: &KeptOrder<'_>,
    open_sources: &OpenKeptSources<'_>,
    state: &StateOfTheLaw,
    keeping: &dyn SystemOfRecord,
) -> Result<Assessed, ActionError> {
    order.change.demand(Right::SeeProduct, order.operator, Some(order.product))?;
    let (meant, kept) = files_of(order, keeping)?;
    let files = KeptFiles::new(keeping, order.operator, &kept, &[]);
    let mut inputs = read_inputs(&files, state, &meant)?;
    let sources = open_sources(&inputs.dossier.advisories, &files)?;
    inputs.decisions = kept_decisions(&inputs.dossier, keeping)?;
    let asked = AssessOrder {
        by: &order.change.by.name,
        with: order.change.with,
        at: order.change.at,
        as_of: order.as_of,
    };
    let assessment = conclude(&asked, &inputs, &sources, state);
    let bytes = assessment.to_bytes();
    Ok(Assessed::of(assessment, bytes, inputs))
}
