//! `proofmark hold` at a server: places holds, lifts them, shows those in force.

use proofmark_actions::ActionError;
use proofmark_text::text;
use serde::Deserialize;
use serde_json::json;

use super::printed::Printed;
use super::server::Reach;
use crate::exit::Exit;
use crate::record_cli::HoldCommand;
use crate::session::Session;
use crate::show::columns;

/// The name a server keeps a hold under.
#[derive(Deserialize)]
struct Named {
    id: String,
}

/// Does what is asked with the holds at the server.
pub(super) fn hold(command: &HoldCommand, reach: &Reach<'_>, session: &Session) -> Result<Exit, ActionError> {
    let query = [("columns", columns().to_string())];
    match command {
        HoldCommand::Place { name, because, product, .. } => {
            let said = json!({ "name": name, "because": because, "product": product });
            let printed: Printed = reach()?.tell(&["holds"], &query, &said)?;
            let [Named { id }] = printed.read()?;
            session.say(&text!("record-hold-placed", name = id));
            printed.print(session, None)
        }
        HoldCommand::Release { name, .. } => {
            let Named { id } = reach()?.take_away(&["holds", name])?;
            session.say(&text!("record-hold-released", name = id));
            Ok(Exit::Yes)
        }
        HoldCommand::List { .. } => {
            let printed: Printed = reach()?.get(&["holds"], &query)?;
            printed.print(session, None)
        }
    }
}
