//! `proofmark vex convert`: a document in another format.

use proofmark_actions::ActionError;

use super::show::read;
use super::written::write;
use crate::exit::Exit;
use crate::session::Session;
use crate::vex_cli::VexConvertArgs;
use crate::write::check_not_read;

/// Reads the document and writes it; what could not be carried is told.
pub(crate) fn convert(args: &VexConvertArgs, session: &Session) -> Result<Exit, ActionError> {
    if let Some(output) = &args.written.output {
        check_not_read(output, &[&args.file])?;
    }
    let read = read(&args.file)?;
    let written = write(&read.document, &args.written, session)?;
    Ok(if read.is_left_out { Exit::No } else { written })
}
