//! Operators in the record: each is the installation's to list, so its record is the installation's.

use jiff::Timestamp;
use proofmark_access::OperatorRecord;
use proofmark_facts::{Keeping, RecordKind, RecordWrite};

use crate::error::ActionError;
use crate::record::kept_noun::{kept_noun, noun_of, written};

/// Whose records operators are: the installation's.
/// Whose records those of the operators are.
pub(crate) const INSTALLATION: &str = "";

/// How many are read at a time.
const BATCH: usize = 500;

/// Writes the operator's record where there is none yet.
pub(crate) fn operator_if_new(
    keeping: &dyn Keeping,
    id: &str,
    name: &str,
    by: &str,
    at: Timestamp,
) -> Result<Option<RecordWrite>, ActionError> {
    if kept_noun::<OperatorRecord>(keeping, INSTALLATION, id)?.is_some() {
        return Ok(None);
    }
    let operator =
        OperatorRecord { id: id.to_owned(), name: name.to_owned(), added_at: at, added_by: by.to_owned() };
    Ok(Some(written(INSTALLATION, &operator, None)))
}

/// The ids of all operators, in their order.
pub fn operator_ids(keeping: &dyn Keeping) -> Result<Vec<String>, ActionError> {
    let mut ids: Vec<String> = Vec::new();
    loop {
        let after = ids.last().cloned().unwrap_or_default();
        let records = keeping.records(INSTALLATION, RecordKind::Operator, &after, BATCH)?;
        if records.is_empty() {
            return Ok(ids);
        }
        for record in &records {
            ids.push(noun_of::<OperatorRecord>(record)?.noun.id);
        }
    }
}
