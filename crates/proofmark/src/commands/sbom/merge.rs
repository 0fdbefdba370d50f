//! `proofmark sbom merge`: the lists of parts in that of the product.

use std::path::PathBuf;

use proofmark_actions::{ActionError, merge_sboms};
use proofmark_text::text;

use super::hand_out::{hand_out, heading, say_lost};
use crate::directory::read_file;
use crate::exit::Exit;
use crate::sbom_merge_args::SbomMergeArgs;
use crate::session::{Session, show_problems};
use crate::write::check_not_read;

/// Merges the lists.
pub(crate) fn merge(args: &SbomMergeArgs, session: &Session) -> Result<Exit, ActionError> {
    if let Some(output) = &args.output {
        let inputs = std::iter::once(&args.product).chain(&args.parts);
        check_not_read(output, &inputs.map(PathBuf::as_path).collect::<Vec<_>>())?;
    }
    let product = args.product.display().to_string();
    let mut parts = Vec::with_capacity(args.parts.len());
    for part in &args.parts {
        parts.push((part.display().to_string(), read_file(part)?));
    }
    let heading = heading(&product, session)?;
    let (document, report) = merge_sboms((&product, read_file(&args.product)?), parts, &heading)?;
    hand_out(&document, args.output.as_deref(), &report, session)?;
    if !session.quiet {
        show_problems(&report.notices);
        for one in &report.conflicts {
            session.say(&text!(
                "bill-conflict",
                part = one.part.as_str(),
                component = one.component.as_str(),
                says = &one.says
            ));
        }
        say_lost(&report.not_carried, session);
        session.say(&text!("bill-merged", components = report.components, unified = report.unified));
    }
    Ok(Exit::Yes)
}
