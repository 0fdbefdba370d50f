//! A dossier of another operator: whose it says it is, where it was handed in, and what to do about it.

use proofmark_access::OperatorRecord;
use proofmark_facts::{Place, Problem, SystemOfRecord};
use proofmark_text::text;

use crate::error::ActionError;
use crate::record::{INSTALLATION, kept_noun};

/// The refusal of a dossier that names another operator than the one it was handed in for.
pub(crate) fn another_operators(
    keeping: &dyn SystemOfRecord,
    operator: &str,
    named: &str,
) -> Result<ActionError, ActionError> {
    let kept = kept_noun::<OperatorRecord>(keeping, INSTALLATION, operator)?;
    let own = kept.map_or_else(|| operator.to_owned(), |kept| kept.noun.name);
    let says = text!("record-dossier-of-another-operator", name = named, own = own);
    let place = Place { file: Some("proofmark.toml".into()), ..Place::at("operator.name") };
    Ok(ActionError::Refused(vec![Problem::error(place, says)]))
}
