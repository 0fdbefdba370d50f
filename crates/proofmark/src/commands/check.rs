//! `proofmark check`: the checklist of an importer or a distributor, judged and recorded.

use proofmark_actions::{ActionError, CheckOrder, record_check};
use proofmark_web::Exhibit;

use crate::cli::CheckArgs;
use crate::commands::assess::{in_directory, named};
use crate::directory::Directory;
use crate::exit::Exit;
use crate::session::{Session, WITH, show_problems, user};

/// Judges the checklist, records it, and answers whether the product may be passed on.
pub(crate) fn check(args: &CheckArgs, session: &Session) -> Result<Exit, ActionError> {
    let directory = Directory::open(&args.directory)?;
    let by = args.by.clone().unwrap_or_else(user);
    let on = args.on.unwrap_or_else(|| session.today());
    let order = CheckOrder { by: &by, with: WITH, at: session.now, on };
    let home = session.home()?;
    let open_keeping = || home.signer().and_then(|signer| Ok((home.store()?, signer)));
    let state = home.state_in_use()?.state;
    let done = record_check(&order, &directory, &state, open_keeping);
    let result = done.map_err(|error| named(error, &args.directory))?;
    if !session.quiet {
        let notices = result.notices.iter().cloned();
        let notices = notices.map(|problem| in_directory(problem, &args.directory));
        show_problems(&notices.collect::<Vec<_>>());
    }
    Ok(session.show(&Exhibit::SupplierCheck(&result)))
}
