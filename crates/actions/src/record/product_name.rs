//! What a product is called in the record: the slug of its name, and something more where another one has that already.

use proofmark_facts::{Keeping, ProductRecord, slug};
use proofmark_text::text;

use crate::error::ActionError;
use crate::record::kept_noun::{KeptNoun, kept_noun};

/// Names that are tried before giving up: two products whose subjects end alike are one in four milliards.
const MOST_NAMES: usize = 8;

/// A product's id, and its record if it is kept already.
#[derive(Debug, Clone)]
pub(crate) struct NamedProduct {
    pub(crate) id: String,
    pub(crate) kept: Option<KeptNoun<ProductRecord>>,
}

/// Finds the product of this subject, or the id a new one gets.
pub(crate) fn named_product(
    keeping: &dyn Keeping,
    operator: &str,
    subject: &str,
    name: &str,
) -> Result<NamedProduct, ActionError> {
    let plain = slug(name, "");
    let digits = subject.rsplit('/').next().unwrap_or_default();
    let names = (0..MOST_NAMES).map(|turn| match turn {
        0 => plain.clone(),
        1 => format!("{plain}-{digits}"),
        turn => format!("{plain}-{digits}-{turn}"),
    });
    for id in names {
        match kept_noun::<ProductRecord>(keeping, operator, &id)? {
            Some(kept) if kept.noun.subject != subject => {}
            kept => return Ok(NamedProduct { id, kept }),
        }
    }
    Err(ActionError::Damaged(text!("record-no-name-left", name = name)))
}
