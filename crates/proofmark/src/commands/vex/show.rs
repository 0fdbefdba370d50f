//! `proofmark vex show`: what a document states.

use std::path::Path;

use proofmark_actions::ActionError;
use proofmark_facts::VexDocument;
use proofmark_formats::{Limits, read_vex};

use crate::cli::Format;
use crate::directory::read_file;
use crate::exit::Exit;
use crate::session::{Session, show_problems};
use crate::show::{Page, vex_document};

/// Shows it.
pub(crate) fn show(file: &Path, session: &Session) -> Result<Exit, ActionError> {
    let ReadDocument { document, is_left_out } = read(file)?;
    match session.format {
        Format::Json => session.print_json(&document),
        Format::Text => {
            let mut page = Page::new();
            vex_document(&mut page, &document);
            session.print(&page.to_string());
        }
    }
    Ok(Exit::answer(!is_left_out))
}

/// A document that was read.
pub(super) struct ReadDocument {
    pub(super) document: VexDocument,
    /// Whether anything it says of a vulnerability is not among its statements.
    pub(super) is_left_out: bool,
}

/// The document; what is wrong with it, and what of it is not kept, is told.
pub(super) fn read(file: &Path) -> Result<ReadDocument, ActionError> {
    let bytes = read_file(file)?;
    let read = read_vex(&file.display().to_string(), &bytes, &Limits::default());
    let Some(document) = read.value else { return Err(ActionError::Refused(read.problems)) };
    // Even where talk is unwanted: what is lost is part of the answer.
    show_problems(&read.problems);
    let left_out = ["vex-versions-left-out", "vex-states-nothing-of"];
    let is_left_out = read.problems.iter().any(|problem| left_out.contains(&problem.says.id()));
    Ok(ReadDocument { document, is_left_out })
}
