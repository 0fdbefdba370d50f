//! Seals the ledger at a size: a signed checkpoint, and proofs that lines are under it.

use proofmark_facts::{KeepError, Keeping};
use proofmark_text::text;
use proofmark_trust::{
    Checkpoint, Frontier, Hash, HashReader, Node, Note, Proof, SignerKey, VerifierKey, inclusion,
};

use crate::changed_node::why_not_as_sealed;
use crate::error::ActionError;

/// The signed checkpoint of the ledger's first `size` lines, kept and given. The log's name is its key's.
///
/// What was sealed before must still be so: a rewritten ledger, or another key, is refused rather than signed over.
pub(crate) fn seal(keeping: &mut dyn Keeping, signer: &SignerKey, size: u64) -> Result<Note, ActionError> {
    let note = signed(keeping, signer, size)?;
    keeping.keep_checkpoint(size, &note.to_string())?;
    Ok(note)
}

/// The same checkpoint, kept by nobody: an Ed25519 signature over the same tree is the same every time (RFC 8032).
pub(crate) fn signed(keeping: &dyn Keeping, signer: &SignerKey, size: u64) -> Result<Note, ActionError> {
    still_as_sealed(keeping, signer)?;
    let frontier = Frontier::read(&KeptNodes(keeping), size).map_err(unreadable)?;
    let origin = signer.verifier_key().name().as_str();
    let checkpoint = Checkpoint::new(origin, frontier.head()).map_err(|error| unsealable(&error))?;
    checkpoint.sign(&[signer]).map_err(|error| unsealable(&error))
}

/// Refuses a ledger that was rewritten since it was sealed, or sealed with another key. Asked before anything is kept.
///
/// What is remembered beside the key counts like what the database has: whoever took all checkpoints away and rewrote the
/// lines must not have that signed.
pub(crate) fn still_as_sealed(keeping: &dyn Keeping, signer: &SignerKey) -> Result<(), ActionError> {
    // In this order: what is sealed meanwhile reaches the database first.
    let remembered = keeping.remembered_checkpoint()?;
    let latest = keeping.latest_checkpoint()?;
    if let Some((size, note)) = &latest {
        leads_to(keeping, signer, *size, note)?;
    }
    match remembered.filter(|remembered| Some(remembered) != latest.as_ref()) {
        Some((size, _)) if size > keeping.ledger_size()? => {
            Err(ActionError::Damaged(text!("record-seal-lost", size = size.to_string())))
        }
        Some((size, note)) => leads_to(keeping, signer, size, &note),
        None => Ok(()),
    }
}

/// Whether the first lines are the ones that were sealed so.
fn leads_to(keeping: &dyn Keeping, signer: &SignerKey, size: u64, note: &str) -> Result<(), ActionError> {
    let checkpoint = open_checkpoint(note, signer.verifier_key()).map_err(|error| {
        let size = size.to_string();
        ActionError::Damaged(text!("actions-ledger-checkpoint-unreadable", size = size, error = error))
    })?;
    let frontier = Frontier::read(&KeptNodes(keeping), size).map_err(unreadable)?;
    if *checkpoint.head() == frontier.head() {
        return Ok(());
    }
    Err(ActionError::Damaged(why_not_as_sealed(keeping, checkpoint.head())?))
}

/// A kept checkpoint, if this key signed it as the log of its name.
pub(crate) fn open_checkpoint(note: &str, key: &VerifierKey) -> Result<Checkpoint, String> {
    let note = Note::parse(note.as_bytes()).map_err(|error| error.to_string())?;
    Checkpoint::open(&note, key.name().as_str(), std::slice::from_ref(key)).map_err(|error| error.to_string())
}

/// The proof that the line at this place is among the checkpoint's first `size` lines.
pub(crate) fn prove(
    keeping: &dyn Keeping,
    index: u64,
    size: u64,
    checkpoint: &Note,
) -> Result<Proof, ActionError> {
    let path = inclusion::prove(&KeptNodes(keeping), index, size).map_err(unreadable)?;
    Proof::new(index, path, checkpoint.clone()).map_err(|error| unsealable(&error))
}

/// The stored nodes, as the tree asks for them.
pub(crate) struct KeptNodes<'a>(pub(crate) &'a dyn Keeping);

impl HashReader for KeptNodes<'_> {
    type Error = KeepError;

    fn read(&self, node: Node) -> Result<Hash, KeepError> {
        self.0.node(node.level(), node.index()).map(Hash::from_bytes)
    }
}

/// What the tree could not read of itself.
pub(crate) fn unreadable(error: proofmark_trust::ReadError<KeepError>) -> ActionError {
    match error {
        proofmark_trust::ReadError::Reader(error) => error.into(),
        other => ActionError::Damaged(text!("actions-ledger-inconsistent", error = other.to_string())),
    }
}

/// Only a key whose name no log can have brings this about.
fn unsealable(error: &dyn std::fmt::Display) -> ActionError {
    ActionError::Damaged(text!("actions-ledger-inconsistent", error = error.to_string()))
}
