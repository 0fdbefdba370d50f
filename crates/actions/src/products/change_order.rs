//! Who asks for a change of the record, when, through which program.

use jiff::Timestamp;
use proofmark_access::{Right, may};
use proofmark_facts::Actor;

use crate::error::ActionError;

/// Who asks for a change of the record, when, through which program.
#[derive(Debug, Clone, Copy)]
pub struct ChangeOrder<'a> {
    /// Who asks.
    pub by: &'a Actor,
    /// The program, with its version.
    pub with: &'a str,
    /// Now.
    pub at: Timestamp,
}

impl ChangeOrder<'_> {
    /// Refuses whoever may not do this for the operator and the product (`None`: for all of them).
    pub(crate) fn demand(
        &self,
        right: Right,
        operator: &str,
        product: Option<&str>,
    ) -> Result<(), ActionError> {
        may(self.by, right, operator, product).map_err(|refusal| ActionError::Forbidden(refusal.says))
    }
}
