//! `proofmark assess` at a server: hands in dossier and files, and shows the verdict.

use proofmark_actions::{ActionError, HandedFor};
use serde::Deserialize;

use super::beside::gather;
use super::form::Form;
use super::papers::write_papers;
use super::printed::Printed;
use super::server::Reach;
use crate::cli::{AssessArgs, Format};
use crate::commands::{in_directory, named};
use crate::exit::Exit;
use crate::session::Session;
use crate::show::columns;

/// What came of a submission, as far as the command shows it.
#[derive(Deserialize)]
struct Submitted {
    product: String,
    release: String,
    evidence: String,
    printed: Printed,
}

/// Hands in, shows what was noticed and the verdict, and answers with the gate.
pub(super) fn assess(args: &AssessArgs, reach: &Reach<'_>, session: &Session) -> Result<Exit, ActionError> {
    let mut form = Form::begin()?;
    gather(&args.directory, HandedFor::Assessment, "", &mut form)?;
    let form = form.seal()?;
    let server = reach()?;
    let mut query = vec![
        ("complete", true.to_string()),
        ("columns", columns().to_string()),
        ("all", args.all.to_string()),
    ];
    query.extend(args.on.map(|on| ("on", on.to_string())));
    let done: Result<Submitted, ActionError> = server.hand_in(&["submissions"], &query, &form);
    let mut done = done.map_err(|error| named(error, &args.directory))?;
    done.printed.show_notices(session, |problem| in_directory(problem, &args.directory));
    if let Some(out) = &args.out {
        let on: Vec<_> = args.on.iter().map(|on| ("on", on.to_string())).collect();
        write_papers(&server, (&done.product, &done.release), &on, out, session)?;
    }
    let kept = match session.format {
        Format::Json => Some(server.document(&done.product, &done.evidence)?),
        Format::Text => None,
    };
    done.printed.print(session, kept.as_deref())
}
