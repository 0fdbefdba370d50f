//! `proofmark vex export`: what the makers state of a release.

use proofmark_actions::{ActionError, AssessOrder, look, vex_statements};

use super::written::write;
use crate::commands::named;
use crate::directory::Directory;
use crate::exit::Exit;
use crate::session::{Session, WITH, user};
use crate::sources::open_sources;
use crate::vex_cli::VexExportArgs;

/// Looks at the release as an assessment would, and writes what follows; the ledger is not touched.
pub(crate) fn export(args: &VexExportArgs, session: &Session) -> Result<Exit, ActionError> {
    let directory = Directory::open(&args.directory)?;
    let by = user();
    let as_of = args.on.unwrap_or_else(|| session.today());
    let order = AssessOrder { by: &by, with: WITH, at: session.now, as_of };
    let home = session.home()?;
    let open = |advisories: &[String]| open_sources(home, args.db.as_deref(), &directory, advisories);
    let looked = look(&order, &directory, &open, &home.state_in_use()?.state)
        .map_err(|error| named(error, &args.directory))?;
    write(&vex_statements(&looked, args.undecided), &args.written, session)
}
