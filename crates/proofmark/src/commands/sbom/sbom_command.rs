//! Which of them is asked for.

use proofmark_actions::ActionError;

use super::{check, convert, diff, generate, merge, redact};
use crate::exit::Exit;
use crate::sbom_cli::SbomCommand;
use crate::session::Session;

/// Does what is asked; nothing is kept.
pub(crate) fn sbom(command: &SbomCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        SbomCommand::Convert(args) => convert::convert(args, session),
        SbomCommand::Merge(args) => merge::merge(args, session),
        SbomCommand::Redact(args) => redact::redact(args, session),
        SbomCommand::Generate(args) => generate::generate(args, session),
        SbomCommand::Check(args) => check::check(args, session),
        SbomCommand::Diff(args) => diff::diff(args, session),
    }
}
