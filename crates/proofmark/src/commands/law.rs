//! `proofmark law`: what can be asked of the law itself.

use proofmark_actions::ActionError;

use super::law_map::map;
use super::law_state;
use super::law_try::law_try;
use crate::exit::Exit;
use crate::law_cli::LawCommand;
use crate::session::Session;

/// Does what is asked.
pub(crate) fn law(command: &LawCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        LawCommand::Show { all } => law_state::show(*all, session)?,
        LawCommand::History => law_state::history(session)?,
        LawCommand::Diff { was, is, directories, on } => {
            law_state::diff((was, is), directories, *on, session)?;
        }
        LawCommand::Use(args) => law_state::take(args, session)?,
        LawCommand::Sign { file, out, by } => law_state::sign(file, out.as_deref(), by.clone(), session)?,
        LawCommand::Map(args) => return map(args, session),
        LawCommand::Try { paths } => return law_try(paths, session),
    }
    Ok(Exit::Yes)
}
