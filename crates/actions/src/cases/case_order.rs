//! Which case something is asked of, by whom.

use proofmark_access::Right;
use proofmark_facts::{CaseRecord, Place, Problem, SystemOfRecord};
use proofmark_text::{Text, text};

use crate::error::ActionError;
use crate::products::ChangeOrder;
use crate::record::{KeptNoun, kept_noun};

/// Which case something is asked of, by whom.
#[derive(Debug, Clone, Copy)]
pub struct CaseOrder<'a> {
    /// Who asks.
    pub change: ChangeOrder<'a>,
    /// The operator's id.
    pub operator: &'a str,
    /// The case's id.
    pub case: &'a str,
}

impl CaseOrder<'_> {
    /// The case, for whoever may do this with every product it concerns; as long as none is named, with all of them.
    pub(super) fn case_for(
        &self,
        right: Right,
        keeping: &dyn SystemOfRecord,
    ) -> Result<KeptNoun<CaseRecord>, ActionError> {
        let kept = kept_noun::<CaseRecord>(keeping, self.operator, self.case)?;
        // Whoever may not see a case does not learn that there is one.
        let none = || ActionError::NotFound(text!("cases-no-such-case", case = self.case));
        let kept = kept.ok_or_else(none)?;
        if self.demand(right, &kept.noun).is_err() && self.demand(Right::SeeCases, &kept.noun).is_err() {
            return Err(none());
        }
        self.demand(right, &kept.noun)?;
        Ok(kept)
    }

    /// Refuses whoever may not do this with every product the case concerns.
    pub(super) fn demand(&self, right: Right, case: &CaseRecord) -> Result<(), ActionError> {
        let affected = case.affected();
        if affected.is_empty() {
            return self.change.demand(right, self.operator, None);
        }
        affected.iter().try_for_each(|(product, _)| self.change.demand(right, self.operator, Some(product)))
    }
}

/// What a case's lines in the ledger are about. They name no more of it than its number.
pub(super) fn case_subject(operator: &str, case: &str) -> String {
    format!("{operator}/cases:{case}")
}

/// Refuses what stands in this field.
pub(super) fn refused(field: &str, says: Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::at(field), says)])
}
