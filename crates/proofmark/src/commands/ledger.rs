//! `proofmark ledger`: verify it, hand out its key, publish it.

use std::path::Path;

use proofmark_actions::{ActionError, publish_ledger, verify_ledger};
use proofmark_text::text;
use proofmark_trust::{SignerKey, VerifierKey};
use proofmark_web::Exhibit;
use serde::Serialize;

use super::attesting::attesting;
use crate::cli::{Format, LedgerCommand};
use crate::exit::Exit;
use crate::session::{Session, insist};
use crate::write::write_whole;

/// Does what is asked with the home's ledger.
pub(crate) fn ledger(command: &LedgerCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        LedgerCommand::Key { pem } => {
            let home = session.home()?;
            let was_there = home.existing_signer()?.is_some();
            let signer = home.signer()?;
            if !was_there {
                // A key nobody asked to have made, perhaps in a home that was not meant: whoever hands it on must know.
                insist(&text!("proofmark-key-made", path = home.key_path().display().to_string()));
            }
            print_key(signer.verifier_key(), *pem, session);
            Ok(Exit::Yes)
        }
        LedgerCommand::Verify => verify(session),
        LedgerCommand::Publish { directory } => publish(directory, session),
        LedgerCommand::Attesting(command) => attesting(command, session),
    }
}

/// A key in both forms: as notes name it and every `--key` takes it, and as other tools read it.
#[derive(Serialize)]
struct KeyInBothForms {
    key: String,
    pem: String,
}

/// Prints a key: in words in the one form asked for, so that what is printed can be handed on as it is.
pub(crate) fn print_key(key: &VerifierKey, as_pem: bool, session: &Session) {
    let forms = KeyInBothForms { key: key.to_string(), pem: key.public_key().to_pem() };
    match session.format {
        Format::Json => session.print_json(&forms),
        Format::Text if as_pem => session.print(&forms.pem),
        Format::Text => session.print(&format!("{}\n", forms.key)),
    }
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
