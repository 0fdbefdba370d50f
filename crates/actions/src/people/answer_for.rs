//! Whether whoever asks answers for an account as a whole: for the installation, or for every operator it belongs to.

use proofmark_access::{Account, Act, Right, may};
use proofmark_facts::SystemOfRecord;
use proofmark_text::text;

use super::errand::Errand;
use super::members::{INSTALLATION, account, member};
use super::refused::forbidden;
use crate::error::ActionError;
use crate::record::KeptNoun;

/// The account, if whoever asks manages people wherever it belongs to. To everybody else there is no such account.
pub(super) fn check_answers_for(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    name: &str,
) -> Result<KeptNoun<Account>, ActionError> {
    let manages = |operator: &str| may(errand.by, Right::ManagePeople, operator, None);
    if manages(INSTALLATION).is_ok() {
        return account(store, name);
    }
    let found = account(store, name);
    let hidden = || ActionError::NotFound(text!("access-no-account", account = name));
    let kept = found.map_err(|_| hidden())?;
    if !kept.noun.member_of.iter().any(|operator| manages(operator).is_ok()) {
        return Err(hidden());
    }
    for operator in &kept.noun.member_of {
        manages(operator).map_err(forbidden)?;
    }
    Ok(kept)
}

/// Whether whoever asks may do this to the account the act is about: take somebody in who belongs elsewhere, or weaken how
/// they sign in everywhere, only whoever answers for them. Else one operator's people would be another's to see, and
/// nobody of their own could let them out any more.
pub(super) fn check_reaches(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    act: &Act,
) -> Result<(), ActionError> {
    if let Act::ChangeGrants { account, .. } = act
        && member(store, operator, account).is_ok()
    {
        return Ok(());
    }
    act.accounts().into_iter().try_for_each(|name| check_answers_for(store, errand, name).map(drop))
}
