//! The state of the law in use: what was kept last, opened again with the key it was kept with, else what is built in.

use jiff::Timestamp;
use proofmark_facts::{Keeping, NotADigest, Sha256};
use proofmark_law::{StateName, StateOfTheLaw};
use proofmark_text::{Text, text};
use proofmark_trust::{Note, OpenError, VerifierKey};
use schemars::JsonSchema;
use serde::Serialize;

use crate::error::ActionError;
use crate::ledger_line::LedgerLine;

/// The subject of every line about the state of the law: it belongs to the installation, not to a product.
pub(crate) const SUBJECT: &str = "installation/state-of-the-law";
/// The action that changes what is in use.
pub(crate) const USE: &str = "use-state-of-the-law";
/// The signed file, in a line.
pub(crate) const SIGNED_STATE: &str = "signed-state";
/// The key it was opened with, in a line.
pub(crate) const VERIFIER_KEY: &str = "verifier-key";
/// Used although an older state than the one before it.
pub(crate) const OLDER: &str = "older than the one before";
/// Used as the newest.
pub(crate) const NEWER: &str = "newest";
/// Back to what is built in.
pub(crate) const BUILT_IN: &str = "built in";

/// A state of the law, and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct StateInUse {
    /// The state.
    pub state: StateOfTheLaw,
    /// Where it comes from.
    pub origin: StateOrigin,
}

/// Where a state of the law comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum StateOrigin {
    /// The program was built with it.
    BuiltIn,
    /// It was kept here, signed.
    Signed {
        /// With this key.
        key: String,
        /// Since when it is kept.
        since: Timestamp,
        /// Who asked for it.
        by: String,
    },
}

/// One state that was ever in use here, or is known to the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct KnownState {
    /// Its name.
    pub name: StateName,
    /// Where it comes from.
    pub origin: StateOrigin,
    /// Whether it is in use now.
    pub in_use: bool,
}

/// The built-in state, in use.
pub fn built_in() -> StateInUse {
    StateInUse { state: StateOfTheLaw::embedded().clone(), origin: StateOrigin::BuiltIn }
}

/// What is in use: the state kept last, unless the program was built with a newer one since.
pub fn state_in_use(keeping: &dyn Keeping) -> Result<StateInUse, ActionError> {
    let lines = use_lines(keeping)?;
    let Some(last) = lines.last().filter(|line| line.document(SIGNED_STATE).is_some()) else {
        return Ok(built_in());
    };
    let kept = open_line(keeping, last)?;
    let asked_for = last.outcome.as_deref() == Some(OLDER);
    let newer = kept.state.as_of >= StateOfTheLaw::embedded().as_of;
    Ok(if newer || asked_for { kept } else { built_in() })
}

/// Every state the program was built with and every one that was kept here, in order of time.
pub fn known_states(keeping: Option<&dyn Keeping>) -> Result<Vec<KnownState>, ActionError> {
    let in_use = keeping.map_or_else(|| Ok(built_in()), state_in_use)?;
    let known = |one: &StateInUse| KnownState {
        name: one.state.name(),
        origin: one.origin.clone(),
        in_use: *one == in_use,
    };
    let built_in = StateOfTheLaw::history()
        .iter()
        .map(|state| StateInUse { state: state.clone(), origin: StateOrigin::BuiltIn });
    let mut all: Vec<KnownState> = built_in.map(|one| known(&one)).collect();
    if let Some(keeping) = keeping {
        for line in use_lines(keeping)?.iter().filter(|line| line.document(SIGNED_STATE).is_some()) {
            all.push(known(&open_line(keeping, line)?));
        }
    }
    Ok(all)
}

/// The key the last signed state was kept with: the one the installation has pinned.
pub(crate) fn pinned_key(keeping: &dyn Keeping) -> Result<Option<VerifierKey>, ActionError> {
    let lines = use_lines(keeping)?;
    let Some(last) = lines.iter().rev().find(|line| line.document(VERIFIER_KEY).is_some()) else {
        return Ok(None);
    };
    key_of(keeping, last).map(Some)
}

fn use_lines(keeping: &dyn Keeping) -> Result<Vec<LedgerLine>, ActionError> {
    let lines = keeping.lines_about(SUBJECT, keeping.ledger_size()?)?;
    let read = |bytes: &[u8]| LedgerLine::parse(bytes).map_err(|error| damaged(&error));
    let lines = lines.iter().map(|line| read(&line.bytes)).collect::<Result<Vec<_>, _>>()?;
    Ok(lines.into_iter().filter(|line| line.action == USE).collect())
}

fn open_line(keeping: &dyn Keeping, line: &LedgerLine) -> Result<StateInUse, ActionError> {
    let key = key_of(keeping, line)?;
    let note = document(keeping, line, SIGNED_STATE)?;
    let state = open_signed(&note, std::slice::from_ref(&key)).map_err(|(says, _)| damaged(&says))?;
    let origin = StateOrigin::Signed { key: key.to_string(), since: line.at, by: line.by.clone() };
    Ok(StateInUse { state, origin })
}

fn key_of(keeping: &dyn Keeping, line: &LedgerLine) -> Result<VerifierKey, ActionError> {
    let bytes = document(keeping, line, VERIFIER_KEY)?;
    let written = String::from_utf8(bytes).map_err(|error| damaged(&error))?;
    written.trim().parse().map_err(|error: proofmark_trust::VerifierKeyError| damaged(&error))
}

fn document(keeping: &dyn Keeping, line: &LedgerLine, role: &str) -> Result<Vec<u8>, ActionError> {
    let written = line.document(role).unwrap_or_default();
    let digest: Sha256 = written.parse().map_err(|_: NotADigest| damaged(&written))?;
    keeping.document(&digest)?.ok_or_else(|| damaged(&digest))
}

/// Opens a signed state with the keys that are known; the second value says that the signature is another key's.
pub(crate) fn open_signed(bytes: &[u8], known: &[VerifierKey]) -> Result<StateOfTheLaw, (Text, bool)> {
    let note = Note::parse(bytes)
        .map_err(|error| (text!("routes-state-not-signed", error = error.to_string()), false))?;
    let opened = note.open(known).map_err(|error| match error {
        OpenError::UnknownSigners(_) => {
            (text!("routes-state-signed-by-another", error = error.to_string()), true)
        }
        _ => (text!("routes-state-tampered", error = error.to_string()), false),
    })?;
    StateOfTheLaw::parse(opened.text())
        .map_err(|error| (text!("routes-state-unreadable", error = error.to_string()), false))
}

fn damaged(error: &dyn std::fmt::Display) -> ActionError {
    ActionError::Damaged(text!("routes-state-damaged", error = error.to_string()))
}
