//! Revokes a token: one's own, or another's.

use proofmark_access::{Revoked, Right, TokenRecord};
use proofmark_facts::{ActorKind, SystemOfRecord};
use proofmark_text::text;

use super::errand::{Errand, there};
use super::refused::check;
use crate::error::ActionError;
use crate::record::kept_noun;

/// Revokes a token. One that was revoked already stays so.
pub fn revoke_token(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    id: &str,
) -> Result<(), ActionError> {
    let found = kept_noun::<TokenRecord>(store, operator, id)?;
    let own = found.as_ref().is_some_and(|kept| kept.noun.made_by == errand.by.name);
    if !(own && errand.by.kind == ActorKind::Person) {
        check(errand, Right::ManageTokens, operator, None)?;
    }
    let kept = there(found, || text!("access-no-token", token = id))?;
    if kept.noun.revoked.is_some() {
        return Ok(());
    }
    let revoked = Revoked { at: errand.at, by: errand.by.name.clone() };
    let after = TokenRecord { revoked: Some(revoked), ..kept.noun.clone() };
    errand.deed(operator, &format!("tokens:{id}"), "revoke-token").keep(store, vec![kept.replaced_by(&after)])
}
