//! Changes about people that two must stand behind: done at once as long as nobody else could sign, else proposed.

use proofmark_access::Act;
use proofmark_actions::ActionError;
use proofmark_actions::people::{Errand, ProposeOrder, do_alone, propose};

use crate::call::Call;
use crate::house::random;
use crate::refusal::Refusal;

/// Why it could not be done alone.
const NEEDS_SECOND: &str = "access-needs-second";

/// Does it, or proposes it; gives the proposal that waits, if it waits.
pub(crate) fn do_or_propose(call: &mut Call<'_>, act: Act, because: &str) -> Result<Option<String>, Refusal> {
    let actor = call.actor();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let operator = call.operator().to_owned();
    match do_alone(call.store, &errand, &operator, &act) {
        Ok(()) => return Ok(None),
        Err(ActionError::Forbidden(says)) if says.id() == NEEDS_SECOND => {}
        Err(error) => return Err(error.into()),
    }
    let order =
        ProposeOrder { operator: &operator, act, because, rests_on: &[], random: random(call.house)? };
    Ok(Some(propose(call.store, &errand, order)?.id))
}
