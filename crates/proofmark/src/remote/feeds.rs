//! `proofmark feeds status` at a server: what its vulnerability database holds, and how its feeds stand.

use proofmark_actions::ActionError;

use super::printed::Printed;
use super::server::Reach;
use crate::exit::Exit;
use crate::session::Session;
use crate::show::columns;

/// Says what the server's database holds.
pub(super) fn status(reach: &Reach<'_>, session: &Session) -> Result<Exit, ActionError> {
    let query = [("columns", columns().to_string())];
    let printed: Printed = reach()?.get(&["database"], &query)?;
    printed.print(session, None)
}
