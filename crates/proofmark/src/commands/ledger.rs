//! `proofmark ledger`: verify it, hand out its key, publish it.

use std::path::Path;

use proofmark_actions::{ActionError, publish_ledger, verify_ledger};
use proofmark_text::text;
use proofmark_trust::{SignerKey, VerifierKey};
use proofmark_web::Exhibit;

use super::attesting::attesting;
use crate::cli::LedgerCommand;
use crate::exit::Exit;
use crate::session::Session;
use crate::write::write_whole;

/// Does what is asked with the home's ledger.
pub(crate) fn ledger(command: &LedgerCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        LedgerCommand::Key => {
            let signer = session.home()?.signer()?;
            print_key(signer.verifier_key(), session);
            Ok(Exit::Yes)
        }
        LedgerCommand::Verify => verify(session),
        LedgerCommand::Publish { directory } => publish(directory, session),
        LedgerCommand::Attesting(command) => attesting(command, session),
    }
}

/// Prints a key in both forms: as notes name it, and as other tools read it.
pub(crate) fn print_key(key: &VerifierKey, session: &Session) {
    session.print(&format!("{key}\n{}", key.public_key().to_pem()));
}

fn verify(session: &Session) -> Result<Exit, ActionError> {
    let home = session.home()?;
    if !home.has_store() {
        let path = home.path().display().to_string();
        return Err(ActionError::Hindered(text!("proofmark-nothing-to-verify", path = path)));
    }
    let signer = home.existing_signer()?;
    let key = signer.as_ref().map(SignerKey::verifier_key);
    let report = verify_ledger(&home.store()?, key, session.now)?;
    Ok(session.show(&Exhibit::Ledger(&report)))
}

fn publish(directory: &Path, session: &Session) -> Result<Exit, ActionError> {
    let mut store = session.home()?.store()?;
    let mut write = |path: &str, bytes: &[u8]| write_whole(&directory.join(path), bytes);
    let lines = publish_ledger(&mut store, &session.home()?.signer()?, &mut write)?;
    let directory = directory.display().to_string();
    session.say(&text!("proofmark-published", lines = lines, directory = directory));
    Ok(Exit::Yes)
}
