//! Signs a state of the law with the installation's key, so that a company can publish its own.

use jiff::Timestamp;
use proofmark_facts::{Keeping, Sha256};
use proofmark_law::StateOfTheLaw;
use proofmark_text::text;
use proofmark_trust::{Note, SignerKey};

use crate::entry::Entry;
use crate::error::ActionError;
use crate::ledger_line::{LineDocument, LineDraft};
use crate::seal::{seal, still_as_sealed};
use crate::state_in_use::{SIGNED_STATE, SUBJECT};
use crate::use_state::refused;

/// The action's name in the ledger.
const ACTION: &str = "sign-state-of-the-law";

/// Who signs, when, with which program.
#[derive(Debug, Clone, Copy)]
pub struct SignStateOrder<'a> {
    /// Who asks.
    pub by: &'a str,
    /// The program, with its version.
    pub with: &'a str,
    /// Now.
    pub at: Timestamp,
}

/// The signed file (C2SP signed-note); the file must be a state of the law. Writes one line of the ledger.
pub fn sign_state(
    order: &SignStateOrder<'_>,
    file: &[u8],
    keeping: &mut dyn Keeping,
    signer: &SignerKey,
) -> Result<String, ActionError> {
    let unreadable =
        |error: &dyn std::fmt::Display| refused(text!("routes-state-unreadable", error = error.to_string()));
    let written = str::from_utf8(file).map_err(|error| unreadable(&error))?;
    StateOfTheLaw::parse(written).map_err(|error| unreadable(&error))?;
    let note = Note::sign(written, &[signer]).map_err(|error| unreadable(&error))?.to_string();
    let digest = Sha256::of(note.as_bytes());
    let draft = LineDraft {
        subject: SUBJECT,
        at: order.at,
        by: order.by,
        action: ACTION,
        documents: vec![LineDocument::new(SIGNED_STATE, &digest)],
        outcome: None,
        with: order.with,
    };
    let documents = vec![(digest, note.as_bytes())];
    still_as_sealed(keeping, signer)?;
    let line = Entry::of_documents(draft, "", documents).keep(keeping)?;
    seal(keeping, signer, line.index + 1)?;
    Ok(note)
}
