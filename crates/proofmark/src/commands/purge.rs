//! `proofmark purge`: takes away what nobody must keep, and says of everything else why it stays.

use proofmark_actions::{
    ActionError, ChangeOrder, PurgeOrder, operator_ids, purge as purge_action, seal_batch,
};
use proofmark_facts::{Actor, Keeping, Place, Problem};
use proofmark_text::{Text, text};
use proofmark_web::Exhibit;

use crate::exit::Exit;
use crate::record_cli::PurgeArgs;
use crate::session::{Session, WITH, user};

/// Purges, and seals what the ledger says of it.
pub(crate) fn purge(args: &PurgeArgs, session: &Session) -> Result<Exit, ActionError> {
    let home = session.home()?;
    let signer = home.signer()?;
    let mut store = home.store()?;
    let operator = operator(args.operator.as_deref(), &store)?;
    let by = Actor::local(&args.by.clone().unwrap_or_else(user));
    let state = home.state_in_use()?.state;
    let order = PurgeOrder {
        change: ChangeOrder { by: &by, with: WITH, at: session.now },
        operator: &operator,
        product: args.product.as_deref(),
        state: &state,
        only_look: args.dry_run,
    };
    let report = purge_action(&order, &mut store)?;
    if !args.dry_run {
        seal_batch(&mut store, &signer)?;
    }
    Ok(session.show(&Exhibit::Purge(&report, args.dry_run)))
}

/// The operator asked for; where there is only one, that one.
pub(super) fn operator(asked_for: Option<&str>, keeping: &dyn Keeping) -> Result<String, ActionError> {
    if let Some(operator) = asked_for {
        return Ok(operator.to_owned());
    }
    let mut ids = operator_ids(keeping)?;
    match (ids.pop(), ids.is_empty()) {
        (Some(only), true) => Ok(only),
        (None, _) => Err(refused(text!("record-no-operator"))),
        (last, _) => {
            ids.extend(last);
            let says = text!("record-which-operator", operators = ids.join(", "));
            Err(refused(says))
        }
    }
}

fn refused(says: Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::default(), says)])
}
