//! `proofmark purge` at a server: takes away there what nobody must keep, and says of everything else why it stays.

use proofmark_actions::ActionError;
use serde_json::json;

use super::printed::Printed;
use super::server::Reach;
use crate::exit::Exit;
use crate::record_cli::PurgeArgs;
use crate::session::Session;
use crate::show::columns;

/// Has the server purge, or look what a purge would take away.
pub(super) fn purge(args: &PurgeArgs, reach: &Reach<'_>, session: &Session) -> Result<Exit, ActionError> {
    let mut query = vec![("columns", columns().to_string())];
    let printed: Printed = if args.dry_run {
        query.extend(args.product.clone().map(|product| ("product", product)));
        reach()?.get(&["purge"], &query)?
    } else {
        reach()?.tell(&["purge"], &query, &json!({ "product": args.product }))?
    };
    printed.print(session, None)
}
