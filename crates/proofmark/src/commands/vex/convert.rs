//! `proofmark vex convert`: a document in another format.

use proofmark_actions::ActionError;

use super::show::read;
use super::written::write;
use crate::exit::Exit;
use crate::session::Session;
use crate::vex_cli::VexConvertArgs;

/// Reads the document and writes it; what could not be carried is told.
pub(crate) fn convert(args: &VexConvertArgs, session: &Session) -> Result<Exit, ActionError> {
    write(&read(&args.file)?, &args.written, session)
}
