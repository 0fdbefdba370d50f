//! `proofmark sbom redact`: a component list fit for publication.

use std::path::PathBuf;

use proofmark_actions::{ActionError, PolicyFile, Removed, redact_sbom};
use proofmark_text::text;

use super::hand_out::{hand_out, heading};
use crate::directory::read_file;
use crate::exit::Exit;
use crate::sbom_redact_args::SbomRedactArgs;
use crate::session::{Session, show_problems};
use crate::write::check_not_read;

/// Redacts the list. What was taken out is said on standard error, or as JSON where the document goes to a file; never in it.
pub(crate) fn redact(args: &SbomRedactArgs, session: &Session) -> Result<Exit, ActionError> {
    if let Some(output) = &args.output {
        let inputs = std::iter::once(&args.file).chain(&args.policy);
        check_not_read(output, &inputs.map(PathBuf::as_path).collect::<Vec<_>>())?;
    }
    let policy = args.policy.as_ref().map(|path| -> Result<PolicyFile, ActionError> {
        Ok(PolicyFile { name: path.display().to_string(), bytes: read_file(path)? })
    });
    let file = args.file.display().to_string();
    let heading = heading(&file, session)?;
    let (document, report) = redact_sbom(&file, read_file(&args.file)?, policy.transpose()?, &heading)?;
    hand_out(&document, args.output.as_deref(), &report, session)?;
    if !session.quiet {
        show_problems(&report.notices);
        for one in &report.removed {
            say_removed(one, session);
        }
        session.say(&text!(
            "redact-done",
            components = report.components,
            to = report.to.as_str(),
            withheld = report.withheld,
            removed = report.removed.len()
        ));
    }
    Ok(Exit::Yes)
}

fn say_removed(one: &Removed, session: &Session) {
    let of = if one.of.is_empty() { text!("bill-the-document").to_string() } else { one.of.clone() };
    session.say(&match one.member.as_str() {
        "" => text!("redact-removed-whole", of = of, why = &one.why),
        member => text!("redact-removed", of = of, member = member, why = &one.why),
    });
}
