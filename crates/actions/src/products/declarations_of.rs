//! Every declaration that was issued for a product's releases.

use proofmark_facts::{DeclarationRecord, Keeping, RecordKind};

use crate::error::ActionError;
use crate::record::noun_of;

/// How many records are read at a time.
const BATCH: usize = 500;

/// What was issued for each of the product's releases, in the order of their versions' letters.
pub(crate) fn declarations_of(
    operator: &str,
    product: &str,
    keeping: &dyn Keeping,
) -> Result<Vec<DeclarationRecord>, ActionError> {
    // A product's id holds no space, so that no other one's begins with it.
    let prefix = format!("{product} ");
    let mut after = prefix.clone();
    let mut found = Vec::new();
    loop {
        let records = keeping.records(operator, RecordKind::Declaration, &after, BATCH)?;
        let Some(last) = records.last() else { return Ok(found) };
        after.clone_from(&last.key.id);
        for record in &records {
            if !record.key.id.starts_with(&prefix) {
                return Ok(found);
            }
            found.push(noun_of::<DeclarationRecord>(record)?.noun);
        }
    }
}
