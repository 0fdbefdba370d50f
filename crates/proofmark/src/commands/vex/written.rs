//! A document on its way out, with what its format cannot hold.

use proofmark_actions::ActionError;
use proofmark_facts::{Place, Problem, VexDocument};
use proofmark_formats::{VexHeading, write_csaf_vex, write_cyclonedx_vex, write_openvex, write_spdx_vex};

use crate::exit::Exit;
use crate::session::{Session, WITH, show_problems};
use crate::vex_cli::{VexAs, VexWritten};
use crate::write::write_whole;

/// Writes the document where it is asked for: yes where every statement was written, no where one had to be left out.
pub(super) fn write(
    document: &VexDocument,
    asked: &VexWritten,
    session: &Session,
) -> Result<Exit, ActionError> {
    let heading = VexHeading { namespace: asked.namespace.as_deref(), written_at: session.now, tool: WITH };
    let write = match asked.format {
        VexAs::Openvex => write_openvex,
        VexAs::Csaf => write_csaf_vex,
        VexAs::Cyclonedx => write_cyclonedx_vex,
        VexAs::Spdx => write_spdx_vex,
    };
    let written = write(document, &heading);
    let problem = match written.text {
        Some(_) => Problem::warning,
        None => Problem::error,
    };
    let lost: Vec<Problem> = written.lost.into_iter().map(|says| problem(Place::default(), says)).collect();
    let Some(text) = written.text else { return Err(ActionError::Refused(lost)) };
    show_problems(&lost);
    match &asked.output {
        Some(path) => write_whole(path, text.as_bytes())?,
        None => session.hand_out(&text),
    }
    Ok(Exit::answer(written.left_out == 0))
}
