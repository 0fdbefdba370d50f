//! `proofmark sbom`: which file does which of its commands.

use proofmark_actions::ActionError;

use super::sbom_generate::generate;
use crate::exit::Exit;
use crate::sbom_cli::SbomCommand;
use crate::session::Session;

/// Does what is asked.
pub(crate) fn sbom(command: &SbomCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        SbomCommand::Generate(args) => generate(args, session),
    }
}
