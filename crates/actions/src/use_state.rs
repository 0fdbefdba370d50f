//! Takes a signed state of the law into use, or goes back to the one that is built in.

use jiff::Timestamp;
use proofmark_facts::{Keeping, Place, Problem, Sha256};
use proofmark_law::StateOfTheLaw;
use proofmark_text::{Text, text};
use proofmark_trust::{SignerKey, VerifierKey};

use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::{LineDocument, LineDraft};
use crate::seal::{seal, still_as_sealed};
use crate::state_in_use::{
    BUILT_IN, NEWER, OLDER, SIGNED_STATE, SUBJECT, StateInUse, USE, VERIFIER_KEY, open_signed, pinned_key,
    state_in_use,
};

/// Who takes which state into use, when, with which program.
#[derive(Debug, Clone, Copy)]
pub struct UseStateOrder<'a> {
    /// Who asks.
    pub by: &'a str,
    /// The program, with its version.
    pub with: &'a str,
    /// Now.
    pub at: Timestamp,
    /// The signed file; `None`: back to what is built in.
    pub signed: Option<&'a [u8]>,
    /// The key to believe; `None`: the one believed last time, and the installation's own.
    pub key: Option<&'a VerifierKey>,
    /// Take it although it is older than the one in use.
    pub older: bool,
}

/// Opens the file with a key that is believed, keeps file and key, and writes one line of the ledger.
///
/// A file that is not signed, was changed, is signed by somebody else, or is older than the one in use is refused.
pub fn use_state(
    order: &UseStateOrder<'_>,
    keeping: &mut dyn Keeping,
    signer: &SignerKey,
) -> Result<StateInUse, ActionError> {
    still_as_sealed(keeping, signer)?;
    let line = match order.signed {
        Some(bytes) => {
            let (state, key) = believed(order, bytes, keeping, signer)?;
            let back = is_older(order, &state, keeping)?;
            let key = key.to_string().into_bytes();
            let (note_digest, key_digest) = (Sha256::of(bytes), Sha256::of(&key));
            let named = vec![
                LineDocument::new(SIGNED_STATE, &note_digest),
                LineDocument::new(VERIFIER_KEY, &key_digest),
            ];
            let outcome = if back { OLDER } else { NEWER };
            keep(order, named, vec![(note_digest, bytes), (key_digest, &key)], outcome, keeping)?
        }
        None => keep(order, Vec::new(), Vec::new(), BUILT_IN, keeping)?,
    };
    seal(keeping, signer, line + 1)?;
    state_in_use(keeping)
}

/// The state, and the key that vouches for it.
fn believed(
    order: &UseStateOrder<'_>,
    bytes: &[u8],
    keeping: &dyn Keeping,
    signer: &SignerKey,
) -> Result<(StateOfTheLaw, VerifierKey), ActionError> {
    let known = match order.key {
        Some(key) => vec![key.clone()],
        None => pinned_key(keeping)?.into_iter().chain([signer.verifier_key().clone()]).collect(),
    };
    let mut refusal = None;
    // One key at a time: the line names the key that vouched.
    for key in known {
        match open_signed(bytes, std::slice::from_ref(&key)) {
            Ok(state) => return Ok((state, key)),
            Err((says, by_another)) => {
                if refusal.is_none() || !by_another {
                    refusal = Some(says);
                }
                if !by_another {
                    break;
                }
            }
        }
    }
    Err(refused(refusal.unwrap_or_else(|| text!("routes-state-no-key"))))
}

fn is_older(
    order: &UseStateOrder<'_>,
    state: &StateOfTheLaw,
    keeping: &dyn Keeping,
) -> Result<bool, ActionError> {
    let in_use = state_in_use(keeping)?.state;
    let back = state.as_of < in_use.as_of;
    if back && !order.older {
        let (as_of, in_use) = (state.as_of.to_string(), in_use.as_of.to_string());
        return Err(refused(text!("routes-state-older", as_of = as_of, in_use = in_use)));
    }
    Ok(back)
}

fn keep(
    order: &UseStateOrder<'_>,
    named: Vec<LineDocument>,
    documents: Vec<(Sha256, &[u8])>,
    outcome: &str,
    keeping: &mut dyn Keeping,
) -> Result<u64, ActionError> {
    let draft = LineDraft {
        subject: SUBJECT,
        at: order.at,
        by: order.by,
        action: USE,
        documents: named,
        outcome: Some(outcome),
        with: order.with,
    };
    Ok(Entry::of_documents(draft, "", documents).keep(keeping)?.index)
}

pub(crate) fn refused(says: Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::default(), says)])
}
