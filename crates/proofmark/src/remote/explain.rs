//! `proofmark explain WHAT DIR` at a server: something of the law, and where it applies to a product.

use std::path::Path;

use proofmark_actions::{ActionError, HandedFor};

use super::beside::gather;
use super::form::Form;
use super::printed::Printed;
use super::server::Reach;
use crate::cli::ExplainArgs;
use crate::commands::named;
use crate::exit::Exit;
use crate::session::Session;
use crate::show::columns;

/// Prints everything that goes by that name, with how it stands for the product. Nothing is kept.
pub(super) fn explain(
    args: &ExplainArgs,
    directory: &Path,
    reach: &Reach<'_>,
    session: &Session,
) -> Result<Exit, ActionError> {
    let mut form = Form::begin()?;
    gather(directory, HandedFor::Assessment, "", &mut form)?;
    let form = form.seal()?;
    let mut query = vec![("what", args.what.clone()), ("columns", columns().to_string())];
    query.extend(args.on.map(|on| ("on", on.to_string())));
    let done: Result<Printed, ActionError> = reach()?.hand_in(&["explanations"], &query, &form);
    done.map_err(|error| named_where_placed(error, directory))?.print(session, None)
}

/// Files by the directory the user named; what is wrong with the word that was asked for stands in no file.
fn named_where_placed(error: ActionError, directory: &Path) -> ActionError {
    match error {
        ActionError::Refused(problems) if problems.iter().any(|problem| problem.place.file.is_none()) => {
            ActionError::Refused(problems)
        }
        error => named(error, directory),
    }
}
