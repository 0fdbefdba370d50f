//! `proofmark sbom convert`: a component list in another format.

use proofmark_actions::{ActionError, convert_sbom};
use proofmark_text::text;

use super::hand_out::{hand_out, heading, say_lost};
use crate::directory::read_file;
use crate::exit::Exit;
use crate::sbom_convert_args::SbomConvertArgs;
use crate::session::{Session, show_problems};
use crate::write::check_not_read;

/// Converts the list.
pub(crate) fn convert(args: &SbomConvertArgs, session: &Session) -> Result<Exit, ActionError> {
    if let Some(output) = &args.output {
        check_not_read(output, &[&args.file])?;
    }
    let file = args.file.display().to_string();
    let (document, report) =
        convert_sbom(&file, read_file(&args.file)?, args.to.form(), &heading(&file, session)?)?;
    hand_out(&document, args.output.as_deref(), &report, session)?;
    if !session.quiet {
        show_problems(&report.notices);
        say_lost(&report.not_carried, session);
        session.say(&text!(
            "bill-converted",
            from = report.from.as_str(),
            to = report.to.as_str(),
            components = report.components,
            lost = report.not_carried.len()
        ));
    }
    Ok(Exit::Yes)
}
