//! Opens a session for somebody who proved who they are.

use jiff::{SignedDuration, Timestamp};
use proofmark_access::{Account, SESSION_LONGEST, Session, SessionSecret, Strength, rights_digest};
use proofmark_facts::{Passing, RecordWrite, SystemOfRecord};

use super::errand::{Deed, about_account};
use super::members::{INSTALLATION, grants_of};
use crate::error::ActionError;

/// What sessions are kept as.
pub(super) const SESSION: &str = "session";

/// Opens a session and writes the line that says so, with the records that changed on the way.
pub(super) fn open_session(
    store: &mut dyn SystemOfRecord,
    account: &Account,
    strength: Strength,
    records: Vec<RecordWrite>,
    (at, with, random): (Timestamp, &str, [u8; 32]),
) -> Result<SessionSecret, ActionError> {
    let rights = rights_digest(&grants_of(store, account)?);
    let outcome = match strength {
        Strength::Password => "password",
        Strength::Identity => "identity",
        Strength::TwoFactors => "two-factors",
        Strength::Passkey => "passkey",
    };
    let about = about_account(&account.name);
    let deed = Deed {
        by: &account.name,
        at,
        with,
        operator: INSTALLATION,
        about: &about,
        action: "sign-in",
        outcome: Some(outcome),
    };
    deed.keep(store, records)?;
    let session = Session {
        account: account.name.clone(),
        began_at: at,
        used_at: at,
        strength,
        rights,
        opened_under: Some(account.sessions_from).filter(|from| *from > at),
    };
    let secret = SessionSecret::new(&account.name, random);
    put_session(store, &secret, &session)?;
    Ok(secret)
}

/// Keeps a session.
pub(super) fn put_session(
    store: &mut dyn SystemOfRecord,
    secret: &SessionSecret,
    session: &Session,
) -> Result<(), ActionError> {
    let content = serde_json::to_string(session).expect("a session becomes JSON");
    // Kept a little longer than it stands, so that its end is decided in one place.
    let end = session.began_at.checked_add(SESSION_LONGEST + SignedDuration::from_mins(1));
    let expires_at = end.unwrap_or(Timestamp::MAX);
    store.put_passing(&Passing { kind: SESSION.into(), key: secret.key(), content, expires_at })?;
    Ok(())
}
