//! `proofmark ledger` at a server: has it verified, and gives the key others verify with.

use proofmark_actions::ActionError;
use proofmark_text::text;
use proofmark_trust::VerifierKey;

use super::printed::Printed;
use super::server::Reach;
use crate::commands::{LISTED, print_key};
use crate::exit::Exit;
use crate::session::Session;
use crate::show::columns;

/// Has the server prove its store against its ledger.
pub(super) fn verify(reach: &Reach<'_>, session: &Session) -> Result<Exit, ActionError> {
    let query = [("columns", columns().to_string())];
    let printed: Printed = reach()?.get(&["ledger", "verification"], &query)?;
    printed.print(session, None)
}

/// Lists what others said about the server's ledger.
pub(super) fn attestations(reach: &Reach<'_>, session: &Session) -> Result<Exit, ActionError> {
    // As many as the command lists of a store here.
    let query = [("columns", columns().to_string()), ("limit", LISTED.to_string())];
    let printed: Printed = reach()?.of_installation(&["ledger", "attestations"], &query)?;
    printed.print(session, None)
}

/// Prints the key the server signs its ledger with.
pub(super) fn key(reach: &Reach<'_>, pem: bool, session: &Session) -> Result<Exit, ActionError> {
    let bytes = reach()?.file("/ledger/key")?;
    let key = String::from_utf8(bytes).ok().and_then(|line| line.trim().parse::<VerifierKey>().ok());
    let key = key.ok_or_else(|| ActionError::Hindered(text!("server-answer-unknown")))?;
    print_key(&key, pem, session);
    Ok(Exit::Yes)
}
