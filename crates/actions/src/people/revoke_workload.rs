//! No longer trusts a workload: at once, by one person.

use proofmark_access::{Revoked, Right, Workload};
use proofmark_facts::SystemOfRecord;
use proofmark_text::text;

use super::errand::{Errand, there};
use super::refused::check;
use crate::error::ActionError;
use crate::record::kept_noun;

/// Takes the trust back.
pub fn revoke_workload(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    id: &str,
) -> Result<(), ActionError> {
    check(errand, Right::ManageTokens, operator, None)?;
    let kept = there(kept_noun::<Workload>(store, operator, id)?, || text!("access-workload-unknown"))?;
    let revoked = Revoked { at: errand.at, by: errand.by.name.clone() };
    let after = Workload { revoked: Some(revoked), ..kept.noun.clone() };
    errand
        .deed(operator, &format!("workloads:{id}"), "revoke-workload")
        .keep(store, vec![kept.replaced_by(&after)])
}
