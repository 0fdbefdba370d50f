//! `proofmark hold`: places holds, lifts them, shows those in force.

use proofmark_actions::{
    ActionError, ChangeOrder, HoldOrder, Over, holds, place_hold, release_hold, seal_batch,
};
use proofmark_facts::Actor;
use proofmark_text::text;
use proofmark_web::Exhibit;

use super::purge::operator;
use crate::exit::Exit;
use crate::record_cli::HoldCommand;
use crate::session::{Session, WITH, user};

/// Does what is asked with the home's holds.
pub(crate) fn hold(command: &HoldCommand, session: &Session) -> Result<Exit, ActionError> {
    let home = session.home()?;
    let signer = home.signer()?;
    let mut store = home.store()?;
    let local = |by: &Option<String>| Actor::local(&by.clone().unwrap_or_else(user));
    match command {
        HoldCommand::Place { name, because, operator: asked, product, by } => {
            let (operator, by) = (operator(asked.as_deref(), &store)?, local(by));
            let change = ChangeOrder { by: &by, with: WITH, at: session.now };
            let order = HoldOrder { change, operator: &operator, product: product.as_deref(), name, because };
            let hold = place_hold(&order, &mut store)?;
            seal_batch(&mut store, &signer)?;
            session.say(&text!("record-hold-placed", name = &hold.id));
            session.show(&Exhibit::Holds(&[hold]));
        }
        HoldCommand::Release { name, operator: asked, by } => {
            let (operator, by) = (operator(asked.as_deref(), &store)?, local(by));
            let change = ChangeOrder { by: &by, with: WITH, at: session.now };
            let hold = release_hold(&change, &operator, name, Over::Anything, &mut store)?;
            seal_batch(&mut store, &signer)?;
            session.say(&text!("record-hold-released", name = &hold.id));
        }
        HoldCommand::List { operator: asked } => {
            let operator = operator(asked.as_deref(), &store)?;
            session.show(&Exhibit::Holds(&holds(&operator, &store)?));
        }
    }
    Ok(Exit::Yes)
}
