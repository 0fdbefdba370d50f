//! Ends every session of somebody else, at once and by one person alone: their account stays as it is, and they may sign in
//! again.

use proofmark_access::{Account, AccountState, SessionSecret};
use proofmark_facts::SystemOfRecord;
use proofmark_text::text;

use super::answer_for::check_answers_for;
use super::errand::{Errand, about_account};
use super::members::INSTALLATION;
use super::open_session::SESSION;
use crate::error::ActionError;

/// Ends the sessions of an account that is open.
pub fn end_sessions(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    name: &str,
) -> Result<(), ActionError> {
    let kept = check_answers_for(store, errand, name)?;
    if kept.noun.state != AccountState::Active {
        return Err(ActionError::Moved(text!("access-not-active", account = name)));
    }
    let after = Account { sessions_from: kept.noun.sessions_end(errand.at), ..kept.noun.clone() };
    let about = about_account(name);
    errand.deed(INSTALLATION, &about, "end-sessions").keep(store, vec![kept.replaced_by(&after)])?;
    store.drop_passing(SESSION, &SessionSecret::keys_of(name))?;
    Ok(())
}
