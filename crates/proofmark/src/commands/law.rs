//! `proofmark law`: what the law room knows, asked without a product.

use proofmark_actions::ActionError;

use super::law_map::map;
use crate::cli::LawCommand;
use crate::exit::Exit;
use crate::session::Session;

/// Does what is asked.
pub(crate) fn law(command: &LawCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        LawCommand::Map(args) => map(args, session),
    }
}
