//! `proofmark check` at a server: hands over dossier and evidence, and shows the checklist as it was judged.

use proofmark_actions::{ActionError, HandedFor};

use super::beside::gather;
use super::form::Form;
use super::printed::Printed;
use super::server::Reach;
use crate::cli::CheckArgs;
use crate::commands::{in_directory, named};
use crate::exit::Exit;
use crate::session::Session;
use crate::show::columns;

/// Has the checklist judged and recorded, and answers whether the product may be passed on.
pub(super) fn check(args: &CheckArgs, reach: &Reach<'_>, session: &Session) -> Result<Exit, ActionError> {
    let mut form = Form::begin()?;
    gather(&args.directory, HandedFor::SupplierCheck, "", &mut form)?;
    let form = form.seal()?;
    let mut query = vec![("columns", columns().to_string())];
    query.extend(args.on.map(|on| ("on", on.to_string())));
    let done: Result<Printed, ActionError> = reach()?.hand_in(&["supplier-checks"], &query, &form);
    let mut printed = done.map_err(|error| named(error, &args.directory))?;
    printed.show_notices(session, |problem| in_directory(problem, &args.directory));
    printed.print(session, None)
}
