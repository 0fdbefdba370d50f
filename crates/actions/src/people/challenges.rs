//! Challenges to authenticators: each is answered once, within minutes.

use jiff::Timestamp;
use proofmark_access::Challenge;
use proofmark_facts::{Passing, SystemOfRecord};

use crate::error::ActionError;

/// What a challenge is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Registering a passkey.
    Register,
    /// Signing in.
    SignIn,
}

/// Keeps a challenge; for registering, with the account that asked.
pub(super) fn put_challenge(
    store: &mut dyn SystemOfRecord,
    challenge: &Challenge,
    purpose: Purpose,
    account: &str,
    at: Timestamp,
) -> Result<(), ActionError> {
    let expires_at = at.checked_add(Challenge::lasts()).unwrap_or(Timestamp::MAX);
    let content = serde_json::to_string(account).expect("a name becomes JSON");
    store.put_passing(&Passing { kind: kind(purpose).into(), key: challenge.key(), content, expires_at })?;
    Ok(())
}

/// Takes a challenge away and gives the account that asked; `None`: it was never given, or is used up.
pub(super) fn take_challenge(
    store: &mut dyn SystemOfRecord,
    challenge: &Challenge,
    purpose: Purpose,
    at: Timestamp,
) -> Result<Option<String>, ActionError> {
    let taken = store.take_passing(kind(purpose), &challenge.key(), at)?;
    Ok(taken.and_then(|passing| serde_json::from_str(&passing.content).ok()))
}

fn kind(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Register => "challenge-register",
        Purpose::SignIn => "challenge-sign-in",
    }
}
