//! A session whose secret was replaced: what was on its way meanwhile arrives, and nothing later does.

use jiff::{SignedDuration, Timestamp};
use proofmark_access::{SESSION_LONGEST, SessionSecret};
use proofmark_facts::{Passing, SystemOfRecord};
use serde::{Deserialize, Serialize};

use super::open_session::SESSION;
use crate::error::ActionError;

/// How long a replaced secret still lets in: a second tab and what else the browser had sent before it learnt of the new
/// one. Who got hold of the old secret has no more of it than this.
pub const REPLACED_SECRET_STANDS: SignedDuration = SignedDuration::from_secs(10);

/// What the note is kept as.
const REPLACED: &str = "session-replaced";

/// The note that a secret was replaced, under the old one's key. It outlives the session: a late writer cannot make the old
/// secret good again.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Replaced {
    at: Timestamp,
    /// What the new session is kept under.
    by: String,
}

/// Notes that a secret is replaced; `false`: somebody else did so before.
pub(super) fn replace(
    store: &mut dyn SystemOfRecord,
    old: &SessionSecret,
    new: &SessionSecret,
    at: Timestamp,
) -> Result<bool, ActionError> {
    let note = written(&old.key(), &Replaced { at, by: new.key() }, at);
    Ok(store.put_passing_once(&note, at)?)
}

/// Whether a secret was replaced, and if so whether it lets in still.
pub(super) fn replaced(
    store: &dyn SystemOfRecord,
    secret: &SessionSecret,
    at: Timestamp,
) -> Result<Option<bool>, ActionError> {
    let Some(note) = note(store, &secret.key(), at)? else { return Ok(None) };
    let since = at.duration_since(note.at);
    Ok(Some(!since.is_negative() && since < REPLACED_SECRET_STANDS))
}

/// Ends the session of this key for good, and whichever came in its place: a request that had it before cannot write it
/// back, nor give it another secret. Says whether there was one.
pub(super) fn end_for_good(
    store: &mut dyn SystemOfRecord,
    key: &str,
    at: Timestamp,
) -> Result<bool, ActionError> {
    let (mut key, mut was_there) = (key.to_owned(), false);
    loop {
        let ended = Replaced { at: Timestamp::MIN, by: String::new() };
        let ended = written(&key, &ended, at);
        let successor = if store.put_passing_once(&ended, at)? { None } else { note(store, &key, at)? };
        store.put_passing(&ended)?;
        was_there |= store.take_passing(SESSION, &key, at)?.is_some();
        match successor.filter(|note| !note.by.is_empty()) {
            Some(note) => key = note.by,
            None => return Ok(was_there),
        }
    }
}

/// The key of what came in the place of the session of this key; empty: it was ended for good. `None`: it stands.
pub(super) fn successor(
    store: &dyn SystemOfRecord,
    key: &str,
    at: Timestamp,
) -> Result<Option<String>, ActionError> {
    Ok(note(store, key, at)?.map(|note| note.by))
}

fn written(key: &str, note: &Replaced, at: Timestamp) -> Passing {
    let content = serde_json::to_string(note).expect("a note becomes JSON");
    let end = at.checked_add(SESSION_LONGEST + SignedDuration::from_mins(1));
    let expires_at = end.unwrap_or(Timestamp::MAX);
    Passing { kind: REPLACED.into(), key: key.to_owned(), content, expires_at }
}

fn note(store: &dyn SystemOfRecord, key: &str, at: Timestamp) -> Result<Option<Replaced>, ActionError> {
    let found = store.passing(REPLACED, key, at)?;
    // A note that cannot be read is a secret that was replaced long ago.
    let read = |found: Passing| {
        serde_json::from_str(&found.content).unwrap_or(Replaced { at: Timestamp::MIN, by: String::new() })
    };
    Ok(found.map(read))
}
