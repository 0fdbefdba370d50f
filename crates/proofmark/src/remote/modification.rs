//! `proofmark modification` at a server: hands over both revisions, and shows the review.

use proofmark_actions::{ActionError, EARLIER_FOLDER, HandedFor, NEWER_FOLDER};
use proofmark_facts::Problem;

use super::beside::gather;
use super::form::Form;
use super::printed::Printed;
use super::server::Reach;
use crate::cli::ModificationArgs;
use crate::commands::in_directory;
use crate::exit::Exit;
use crate::session::Session;
use crate::show::columns;

/// Has the change reviewed and the review kept, and answers with what counts.
pub(super) fn modification(
    args: &ModificationArgs,
    reach: &Reach<'_>,
    session: &Session,
) -> Result<Exit, ActionError> {
    let mut form = Form::begin()?;
    gather(&args.earlier, HandedFor::Revision, EARLIER_FOLDER, &mut form)?;
    gather(&args.newer, HandedFor::Revision, NEWER_FOLDER, &mut form)?;
    let form = form.seal()?;
    let query = [("columns", columns().to_string())];
    let done: Result<Printed, ActionError> = reach()?.hand_in(&["modification-reviews"], &query, &form);
    let mut printed = done.map_err(|error| match error {
        ActionError::Refused(problems) => ActionError::Refused(
            problems.into_iter().map(|problem| in_its_directory(problem, args)).collect(),
        ),
        other => other,
    })?;
    printed.show_notices(session, |problem| in_its_directory(problem, args));
    printed.print(session, None)
}

/// Names a file by the directory it was handed over from.
fn in_its_directory(mut problem: Problem, args: &ModificationArgs) -> Problem {
    let file = problem.place.file.clone().unwrap_or_default();
    for (folder, directory) in [(EARLIER_FOLDER, &args.earlier), (NEWER_FOLDER, &args.newer)] {
        if let Some(name) = file.strip_prefix(folder) {
            problem.place.file = Some(name.to_owned());
            return in_directory(problem, directory);
        }
    }
    problem
}
