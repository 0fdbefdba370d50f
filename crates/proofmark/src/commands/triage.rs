//! `proofmark triage`: what rules would do with findings, and what is due. Nothing is kept.

use proofmark_actions::{ActionError, AssessOrder, default_targets, due, preview_triage};

use super::assess::named;
use crate::cli::Format;
use crate::directory::Directory;
use crate::exit::Exit;
use crate::session::{Session, WITH, user};
use crate::show;
use crate::sources::open_sources;
use crate::triage_cli::{DueArgs, TriageArgs, TriageCommand};

/// Answers what is asked.
pub(crate) fn triage(command: &TriageCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        TriageCommand::Preview(args) => preview(args, session),
        TriageCommand::Due(args) => what_is_due(args, session),
        TriageCommand::Defaults => {
            session.hand_out(default_targets());
            Ok(Exit::Yes)
        }
    }
}

fn preview(args: &TriageArgs, session: &Session) -> Result<Exit, ActionError> {
    let directory = Directory::open(&args.directory)?;
    let by = user();
    let order = order(args, &by, session);
    let home = session.home()?;
    let open = |advisories: &[String]| open_sources(home, args.db.as_deref(), &directory, advisories);
    let state = home.state_in_use()?.state;
    let preview =
        preview_triage(&order, &directory, &open, &state).map_err(|error| named(error, &args.directory))?;
    match session.format {
        Format::Json => session.print_json(&preview),
        Format::Text => session.print(&show::triage_preview(&preview)),
    }
    Ok(Exit::Yes)
}

/// No where something is late.
fn what_is_due(args: &DueArgs, session: &Session) -> Result<Exit, ActionError> {
    let release = &args.release;
    let directory = Directory::open(&release.directory)?;
    let by = user();
    let order = order(release, &by, session);
    let home = session.home()?;
    let open = |advisories: &[String]| open_sources(home, release.db.as_deref(), &directory, advisories);
    let state = home.state_in_use()?.state;
    let report = due(&order, args.within, &directory, &open, &state)
        .map_err(|error| named(error, &release.directory))?;
    match session.format {
        Format::Json => session.print_json(&report),
        Format::Text => session.print(&show::due(&report)),
    }
    Ok(Exit::answer(report.breached == 0))
}

fn order<'a>(args: &TriageArgs, by: &'a str, session: &Session) -> AssessOrder<'a> {
    let as_of = args.on.unwrap_or_else(|| session.today());
    AssessOrder { by, with: WITH, at: session.now, as_of }
}
