//! Decisions on findings that are kept beside the dossier's own.

use proofmark_facts::{DecisionRecord, Dossier, Keeping, RecordKind, VulnerabilityDecision};

use crate::error::ActionError;
use crate::record::{named_product, noun_of};
use crate::subject::{operator_of, subject};

/// How many are read at a time.
const BATCH: usize = 500;

/// Every decision kept for the dossier's product.
pub(crate) fn kept_decisions(
    dossier: &Dossier,
    keeping: &dyn Keeping,
) -> Result<Vec<VulnerabilityDecision>, ActionError> {
    let subject = subject(&dossier.operator.name, &dossier.product.name);
    let operator = operator_of(&subject);
    let product = named_product(keeping, operator, &subject, &dossier.product.name)?;
    if product.kept.is_none() {
        return Ok(Vec::new());
    }
    let decisions = decisions_on(keeping, operator, &product.id)?;
    Ok(decisions.iter().map(DecisionRecord::to_declared).collect())
}

/// The decisions on a product's findings, in the order of vulnerability and component.
pub(crate) fn decisions_on(
    keeping: &dyn Keeping,
    operator: &str,
    product: &str,
) -> Result<Vec<DecisionRecord>, ActionError> {
    let prefix = format!("{product} ");
    let mut after = prefix.clone();
    let mut decisions = Vec::new();
    loop {
        let records = keeping.records(operator, RecordKind::Decision, &after, BATCH)?;
        let Some(last) = records.last() else { return Ok(decisions) };
        after.clone_from(&last.key.id);
        for record in &records {
            if !record.key.id.starts_with(&prefix) {
                return Ok(decisions);
            }
            decisions.push(noun_of::<DecisionRecord>(record)?.noun);
        }
    }
}
