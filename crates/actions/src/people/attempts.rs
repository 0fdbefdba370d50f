//! Attempts at signing in: counted before they are judged, and written down without letting strangers fill the ledger.
//!
//! The ledger gets a line for the first failure of an account from an address in a day, and one when the throttle
//! closes, and no more than sixty of both in an hour. What lies between is in the program's log alone, which is rotated; a throttled attempt is not judged at all.

use jiff::{SignedDuration, Timestamp};
use proofmark_access::{ADDRESS_KNOWN, Throttle, counts, known_address, pair_prefix};
use proofmark_facts::{Passing, SystemOfRecord};

use super::errand::Deed;
use super::members::INSTALLATION;
use super::sign_in_trouble::SignInTrouble;
use crate::error::ActionError;

/// What the counts are kept as.
const COUNT: &str = "sign-in-count";
/// What the addresses an account knows are kept as.
const KNOWN: &str = "known-address";
/// What is kept of a failure that stands in the ledger.
const FAILURE: &str = "sign-in-failure";
/// What the lines about failures are counted as.
const LINES: &str = "sign-in-lines";
/// Lines about failures in an hour, whoever tries and from wherever: nobody fills the ledger from outside.
const MOST_LINES: u64 = 60;
/// How long a line about a failure speaks for the failures after it.
const SPOKEN_FOR: SignedDuration = SignedDuration::from_hours(24);

/// An attempt: on which account, from where, when, and through which program.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attempt<'a> {
    /// The name that was typed, or what stands for it.
    pub(super) account: &'a str,
    /// Where it came from.
    pub(super) address: &'a str,
    /// When.
    pub(super) at: Timestamp,
    /// Through which program.
    pub(super) with: &'a str,
}

/// Counts the attempt, and refuses it where there were too many.
pub(super) fn count_attempt(
    store: &mut dyn SystemOfRecord,
    attempt: &Attempt<'_>,
) -> Result<(), SignInTrouble> {
    let known = store.passing(KNOWN, &known_address(attempt.account, attempt.address), attempt.at)?.is_some();
    for count in counts(attempt.account, attempt.address, known, attempt.at) {
        let number = store.count_passing(COUNT, &count.key, attempt.at, count.expires_at)?;
        let judged = count.judge(number);
        let Err(refusal) = judged.refusal() else { continue };
        let Throttle::Refused { retry_after_seconds, first } = judged else { continue };
        if first {
            note(store, attempt, "sign-in-throttled", "throttled")?;
        }
        return Err(SignInTrouble::Throttled { retry_after_seconds, says: refusal.says });
    }
    Ok(())
}

/// Writes down that an attempt failed, if none of its account and address is written down that speaks for it.
pub(super) fn note_failure(store: &mut dyn SystemOfRecord, attempt: &Attempt<'_>) -> Result<(), ActionError> {
    let key = known_address(attempt.account, attempt.address);
    let expires_at = attempt.at.checked_add(SPOKEN_FOR).unwrap_or(Timestamp::MAX);
    let spoken = Passing { kind: FAILURE.into(), key, content: "{}".into(), expires_at };
    if store.put_passing_once(&spoken, attempt.at)? {
        note(store, attempt, "sign-in", "failed")?;
    }
    Ok(())
}

/// Remembers the address, and forgives what was mistyped before.
pub(super) fn note_success(store: &mut dyn SystemOfRecord, attempt: &Attempt<'_>) -> Result<(), ActionError> {
    let expires_at = attempt.at.checked_add(ADDRESS_KNOWN).unwrap_or(Timestamp::MAX);
    let key = known_address(attempt.account, attempt.address);
    store.put_passing(&Passing { kind: KNOWN.into(), key, content: "{}".into(), expires_at })?;
    store.drop_passing(COUNT, &pair_prefix(attempt.account, attempt.address))?;
    Ok(())
}

/// One line. It names no account: what was typed may be a password in the wrong field, and there may be no such account.
fn note(
    store: &mut dyn SystemOfRecord,
    attempt: &Attempt<'_>,
    action: &str,
    outcome: &str,
) -> Result<(), ActionError> {
    let hour_over = attempt.at.checked_add(SignedDuration::from_hours(1)).unwrap_or(Timestamp::MAX);
    if store.count_passing(LINES, "all", attempt.at, hour_over)? > MOST_LINES {
        return Ok(());
    }
    let deed = Deed {
        by: "nobody",
        at: attempt.at,
        with: attempt.with,
        operator: INSTALLATION,
        about: "sign-in",
        action,
        outcome: Some(outcome),
    };
    deed.keep(store, vec![])
}
