//! Closes an account, at once and by one person alone: whoever must be kept out cannot wait for a second signature.

use jiff::Timestamp;
use proofmark_access::{Account, AccountState, SessionSecret};
use proofmark_facts::SystemOfRecord;
use proofmark_text::text;

use super::answer_for::check_answers_for;
use super::errand::{Errand, about_account};
use super::forget_identity::has_secret;
use super::members::{INSTALLATION, check_administrator_left};
use super::open_session::SESSION;
use crate::error::ActionError;

/// Closes an account: its sessions end, its tokens are of no use.
pub fn disable_account(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    name: &str,
) -> Result<(), ActionError> {
    let kept = check_answers_for(store, errand, name)?;
    if kept.noun.state == AccountState::Disabled {
        return Err(ActionError::Moved(text!("access-not-active", account = name)));
    }
    for operator in &kept.noun.member_of {
        check_administrator_left(store, operator, name)?;
    }
    // Whoever never accepted their invitation had no sessions that could end, and was nobody who could have signed.
    let sessions_from = match kept.noun.state {
        AccountState::Invited => Timestamp::UNIX_EPOCH,
        AccountState::Active | AccountState::Disabled => kept.noun.sessions_end(errand.at),
    };
    let after = Account { state: AccountState::Disabled, sessions_from, ..kept.noun.clone() };
    let deed_about = about_account(name);
    errand.deed(INSTALLATION, &deed_about, "disable-account").keep(store, vec![kept.replaced_by(&after)])?;
    store.drop_passing(SESSION, &SessionSecret::keys_of(name))?;
    Ok(())
}

/// Opens an account again that was closed. What it may do is what it could before; an invitation that was never accepted is
/// one again.
pub fn enable_account(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    name: &str,
) -> Result<(), ActionError> {
    let kept = check_answers_for(store, errand, name)?;
    if kept.noun.state != AccountState::Disabled {
        return Err(ActionError::Moved(text!("access-not-disabled", account = name)));
    }
    let comes_in = !kept.noun.identities.is_empty() || has_secret(store, name)?;
    let after = Account {
        state: if comes_in { AccountState::Active } else { AccountState::Invited },
        sessions_from: kept.noun.sessions_end(errand.at),
        ..kept.noun.clone()
    };
    errand
        .deed(INSTALLATION, &about_account(name), "enable-account")
        .keep(store, vec![kept.replaced_by(&after)])
}
