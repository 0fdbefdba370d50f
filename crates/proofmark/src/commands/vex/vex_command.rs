//! Which of them is asked for.

use proofmark_actions::ActionError;

use super::{convert, export, show};
use crate::exit::Exit;
use crate::session::Session;
use crate::vex_cli::VexCommand;

/// Does what is asked; nothing is kept.
pub(crate) fn vex(command: &VexCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        VexCommand::Export(args) => export::export(args, session),
        VexCommand::Convert(args) => convert::convert(args, session),
        VexCommand::Show { file } => show::show(file, session),
    }
}
