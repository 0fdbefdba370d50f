//! Signs out: here, or everywhere.

use jiff::Timestamp;
use proofmark_access::{Account, Session, SessionSecret};
use proofmark_facts::SystemOfRecord;

use super::errand::{Deed, about_account};
use super::members::{INSTALLATION, account};
use super::open_session::SESSION;
use super::replaced_session::end_for_good;
use crate::error::ActionError;

/// Ends the session, and the one that has just come in its place. One that has ended already is nothing to be said.
pub fn sign_out(
    store: &mut dyn SystemOfRecord,
    session: &SessionSecret,
    at: Timestamp,
    with: &str,
) -> Result<(), ActionError> {
    let Some(passing) = store.take_passing(SESSION, &session.key(), at)? else { return Ok(()) };
    end_for_good(store, &session.key(), at)?;
    let Ok(ended) = serde_json::from_str::<Session>(&passing.content) else { return Ok(()) };
    deed(&ended.account, &about_account(&ended.account), at, with, "sign-out").keep(store, vec![])
}

/// Ends every session of an account: its owner's wish.
pub fn sign_out_everywhere(
    store: &mut dyn SystemOfRecord,
    name: &str,
    at: Timestamp,
    with: &str,
) -> Result<(), ActionError> {
    let kept = account(store, name)?;
    let after = Account { sessions_from: kept.noun.sessions_end(at), ..kept.noun.clone() };
    let about = about_account(name);
    deed(name, &about, at, with, "sign-out-everywhere").keep(store, vec![kept.replaced_by(&after)])?;
    store.drop_passing(SESSION, &SessionSecret::keys_of(name))?;
    Ok(())
}

fn deed<'a>(by: &'a str, about: &'a str, at: Timestamp, with: &'a str, action: &'a str) -> Deed<'a> {
    Deed { by, at, with, operator: INSTALLATION, about, action, outcome: None }
}
