//! Purging: what would go and what stays, or doing it.

use proofmark_actions::{ChangeOrder, PurgeOrder, PurgeReport, purge as purge_now};

use crate::call::Call;
use crate::refusal::Refusal;

/// Purges one product's things, or all of the operator's; `only_look` takes nothing away.
pub(crate) fn purge(
    call: &mut Call<'_>,
    product: Option<&str>,
    only_look: bool,
) -> Result<PurgeReport, Refusal> {
    let actor = call.actor();
    let state = call.house.state_in_use(&*call.store)?.state;
    let operator = call.operator().to_owned();
    let order = PurgeOrder {
        change: ChangeOrder { by: &actor, with: call.house.program(), at: call.now },
        operator: &operator,
        product,
        state: &state,
        only_look,
    };
    Ok(purge_now(&order, call.store)?)
}
