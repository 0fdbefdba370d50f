//! `proofmark sbom convert`: a component list in another format.

use proofmark_actions::{ActionError, convert_sbom};
use proofmark_text::text;

use super::hand_out::{heading, say_lost};
use crate::cli::Format;
use crate::directory::read_file;
use crate::exit::Exit;
use crate::sbom_convert_args::SbomConvertArgs;
use crate::session::{Session, cut_off, show_problems, to_standard_output};
use crate::write::{check_not_read, write_whole_by};

/// Converts the list.
pub(crate) fn convert(args: &SbomConvertArgs, session: &Session) -> Result<Exit, ActionError> {
    if let Some(output) = &args.output {
        check_not_read(output, &[&args.file])?;
    }
    let file = args.file.display().to_string();
    let heading = heading(&file, session)?;
    let conversion = convert_sbom(&file, read_file(&args.file)?, args.to.form(), &heading)?;
    let report = match &args.output {
        None => to_standard_output(|out| conversion.write_to(out)).map_err(|error| cut_off(&error))?,
        Some(output) => write_whole_by(output, |out| conversion.write_to(out))?,
    };
    if args.output.is_some() && session.format == Format::Json {
        session.print_json(&report);
    }
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
