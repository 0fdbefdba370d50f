//! What concerns the record as a whole, handed to the file of its command.

use proofmark_actions::ActionError;

use super::doctor::doctor;
use super::hold::hold;
use super::moving::{backup, export, import};
use super::purge::purge;
use crate::exit::Exit;
use crate::record_cli::RecordCommand;
use crate::session::Session;

/// Does what is asked with the whole record.
pub(crate) fn record(command: &RecordCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        RecordCommand::Backup { directory, with_key } => backup(directory, *with_key, session),
        RecordCommand::Export { directory } => export(directory, session),
        RecordCommand::Restore { directory, key, without_key }
        | RecordCommand::Import { directory, key, without_key } => {
            import(directory, key.as_deref(), *without_key, session)
        }
        RecordCommand::Doctor { full } => doctor(*full, session),
        RecordCommand::Purge(args) => purge(args, session),
        RecordCommand::Hold(command) => hold(command, session),
    }
}
