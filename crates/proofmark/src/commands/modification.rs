//! `proofmark modification`: whether what changed between two revisions is a substantial modification.

use proofmark_actions::{
    ActionError, ReviewOrder, Revision, determine_modification, is_determined, propose_modification,
    read_revision,
};
use proofmark_facts::Problem;
use proofmark_law::StateOfTheLaw;
use proofmark_web::Exhibit;

use super::assess::{in_directory, named};
use crate::cli::ModificationArgs;
use crate::directory::Directory;
use crate::exit::Exit;
use crate::session::{Session, WITH, show_problems, user};

/// Reviews the change, keeps the proposal or the declared decision, and answers with what counts.
pub(crate) fn modification(args: &ModificationArgs, session: &Session) -> Result<Exit, ActionError> {
    let home = session.home()?;
    let state = home.state_in_use()?.state;
    let (earlier, newer) = both(args, &state)?;
    let by = args.by.clone().unwrap_or_else(user);
    let order = ReviewOrder { by: &by, with: WITH, at: session.now };
    // The key first: where it is damaged or gone, nothing may be kept.
    let open_keeping = || home.signer().and_then(|signer| Ok((home.store()?, signer)));
    let done = if is_determined(&newer) {
        determine_modification(&order, &earlier, &newer, &state, open_keeping)
    } else {
        propose_modification(&order, &earlier, &newer, &state, open_keeping)
    };
    let review = done.map_err(|error| named(error, &args.newer))?;
    if !session.quiet {
        let of_earlier = earlier.notices.iter().map(|problem| in_directory(problem.clone(), &args.earlier));
        let of_newer = newer.notices.iter().chain(&review.notices);
        let of_newer = of_newer.map(|problem| in_directory(problem.clone(), &args.newer));
        show_problems(&of_earlier.chain(of_newer).collect::<Vec<Problem>>());
    }
    Ok(session.show(&Exhibit::Modification(&review)))
}

/// Both revisions; what is wrong with either is told at once, each problem in its own directory.
fn both(args: &ModificationArgs, state: &StateOfTheLaw) -> Result<(Revision, Revision), ActionError> {
    let read = |path: &std::path::PathBuf| {
        let directory = Directory::open(path)?;
        read_revision(&directory, state).map_err(|error| named(error, path))
    };
    match (read(&args.earlier), read(&args.newer)) {
        (Ok(earlier), Ok(newer)) => Ok((earlier, newer)),
        (Err(ActionError::Refused(mut problems)), Err(ActionError::Refused(more))) => {
            problems.extend(more);
            Err(ActionError::Refused(problems))
        }
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}
