//! One of an operator's people, as the path names them.

use proofmark_actions::people::{Member, people};
use proofmark_text::text;

use crate::call::Call;
use crate::refusal::Refusal;

/// The person whose account the path names as `{account}`, if they are one of the operator's people.
pub(crate) fn member(call: &Call<'_>) -> Result<Member, Refusal> {
    let (actor, account) = (call.actor(), call.name("account"));
    let all = people(&*call.store, &call.errand(&actor), call.operator())?;
    let found = all.into_iter().find(|person| person.account == account);
    found.ok_or_else(|| Refusal::new(404, text!("access-no-account", account = account)))
}
