//! `proofmark law`: what can be asked of the law itself.

use proofmark_actions::ActionError;

use super::law_map::map;
use super::law_try::law_try;
use crate::cli::LawCommand;
use crate::exit::Exit;
use crate::session::Session;

/// Does what is asked.
pub(crate) fn law(command: &LawCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        LawCommand::Map(args) => map(args, session),
        LawCommand::Try { paths } => law_try(paths, session),
    }
}
