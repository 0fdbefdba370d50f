//! Somebody's own sessions: looked at, and ended one by one.

use std::collections::BTreeMap;

use jiff::Timestamp;
use proofmark_access::{Session, SessionSecret, Strength, session_id};
use proofmark_facts::{ActorKind, SystemOfRecord};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use super::errand::{Errand, about_account};
use super::members::{INSTALLATION, account};
use super::open_session::SESSION;
use super::replaced_session::{end_for_good, successor};
use crate::error::ActionError;

/// How many are read at once.
const BATCH: usize = 200;

/// The most secrets one session has had: a chain of them that is longer is none of ours.
const MOST_SECRETS: usize = 1000;

/// A session as its owner sees it. Where it came from is kept nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OwnSession {
    /// What it is ended by.
    pub id: String,
    /// When they signed in.
    pub began_at: Timestamp,
    /// When it was last used, to the minute.
    pub used_at: Timestamp,
    /// When it ends unless it is used.
    pub ends_at: Timestamp,
    /// How they signed in: `password`, `identity`, `two-factors` or `passkey`.
    pub signed_in_by: Strength,
    /// Whether it is the one that asks.
    pub this: bool,
}

/// The sessions of whoever asks that stand, the newest first.
pub fn sessions_of(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    this: &SessionSecret,
) -> Result<Vec<OwnSession>, ActionError> {
    let browsers = browsers(store, errand)?;
    let own = last_of(store, this.key(), errand.at)?;
    let seen = |(key, session): (String, Session)| OwnSession {
        id: session_id(&key),
        began_at: session.began_at,
        used_at: session.used_at,
        ends_at: session.ends_at(),
        signed_in_by: session.strength,
        this: key == own,
    };
    let mut sessions: Vec<OwnSession> = browsers.into_iter().map(seen).collect();
    sessions.sort_by(|one, other| (other.began_at, &other.id).cmp(&(one.began_at, &one.id)));
    Ok(sessions)
}

/// Ends one's own session of this id. Another's is none.
pub fn end_session(store: &mut dyn SystemOfRecord, errand: &Errand<'_>, id: &str) -> Result<(), ActionError> {
    let unknown = || ActionError::NotFound(text!("identity-session-unknown"));
    let browsers = browsers(&*store, errand)?;
    let key = browsers.into_keys().find(|key| session_id(key) == id).ok_or_else(unknown)?;
    if !end_with_former(store, &key, errand)? {
        return Err(unknown());
    }
    let about = about_account(&errand.by.name);
    errand.deed(INSTALLATION, &about, "end-session").keep(store, vec![])
}

/// Ends all of one's own sessions but this one; says how many. Where there is none, nothing was done.
pub fn end_other_sessions(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    this: &SessionSecret,
) -> Result<usize, ActionError> {
    let own = last_of(&*store, this.key(), errand.at)?;
    let mut ended = 0;
    for key in browsers(&*store, errand)?.into_keys().filter(|key| *key != own) {
        ended += usize::from(end_with_former(store, &key, errand)?);
    }
    if ended > 0 {
        let about = about_account(&errand.by.name);
        errand.deed(INSTALLATION, &about, "end-other-sessions").keep(store, vec![])?;
    }
    Ok(ended)
}

/// The sessions of whoever asks, each under the key it has now: one whose secret was just replaced is one still.
fn browsers(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
) -> Result<BTreeMap<String, Session>, ActionError> {
    if errand.by.kind != ActorKind::Person {
        return Err(ActionError::Forbidden(text!("access-in-person")));
    }
    let none_before = account(store, &errand.by.name)?.noun.sessions_from;
    let mut standing = BTreeMap::new();
    for (key, session) in kept(store, &errand.by.name, errand.at)? {
        let is_own = session.account == errand.by.name && session.stands(errand.at, none_before);
        if is_own && successor(store, &key, errand.at)?.is_none() {
            standing.insert(key, session);
        }
    }
    Ok(standing)
}

/// Everything that is kept of an account's sessions.
fn kept(
    store: &dyn SystemOfRecord,
    name: &str,
    at: Timestamp,
) -> Result<Vec<(String, Session)>, ActionError> {
    let (keys, mut after, mut all) = (SessionSecret::keys_of(name), String::new(), Vec::new());
    loop {
        let batch = store.passing_behind(SESSION, (&keys, &after), BATCH, at)?;
        let Some(last) = batch.last() else { return Ok(all) };
        last.key.clone_into(&mut after);
        let read = |thing: proofmark_facts::Passing| {
            Some((thing.key, serde_json::from_str::<Session>(&thing.content).ok()?))
        };
        all.extend(batch.into_iter().filter_map(read));
    }
}

/// The key a session has now that had this one.
fn last_of(store: &dyn SystemOfRecord, key: String, at: Timestamp) -> Result<String, ActionError> {
    let mut last = key;
    for _ in 0..MOST_SECRETS {
        match successor(store, &last, at)? {
            Some(next) if !next.is_empty() => last = next,
            _ => break,
        }
    }
    Ok(last)
}

/// Ends it, and the secrets it had before: one that was replaced a moment ago lets in for a while.
fn end_with_former(
    store: &mut dyn SystemOfRecord,
    key: &str,
    errand: &Errand<'_>,
) -> Result<bool, ActionError> {
    let mut was_there = false;
    for (former, _) in kept(&*store, &errand.by.name, errand.at)? {
        if former != key && last_of(&*store, former.clone(), errand.at)? == key {
            was_there |= end_for_good(store, &former, errand.at)?;
        }
    }
    Ok(end_for_good(store, key, errand.at)? || was_there)
}
