//! Does a sensitive act alone, as long as nobody else could give the second signature.

use proofmark_access::Act;
use proofmark_facts::{ActorKind, SystemOfRecord};
use proofmark_text::text;

use super::alone::is_alone_for;
use super::answer_for::check_reaches;
use super::carry_out::writes_of;
use super::errand::Errand;
use super::members::check_operator;
use super::refused::check;
use super::register_passkey::in_person;
use crate::error::ActionError;

/// Changes duties, trusts a workload, adds a provider of identities or forgets a lost second factor, alone.
///
/// Where a second person could sign, it is refused with the hint to propose it. Decisions on findings are always
/// proposed: to dismiss one alone is what the two are there to prevent. So are declarations of conformity, on the machine
/// itself too: an issued one names both who proposed and who approved it.
pub fn do_alone(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    act: &Act,
) -> Result<(), ActionError> {
    check(errand, act.proposed_with(), operator, act.product())?;
    check_operator(store, operator)?;
    check_reaches(store, errand, operator, act)?;
    let needs_second = || ActionError::Forbidden(text!("access-needs-second", act = act.name()));
    if matches!(act, Act::IssueDeclaration { .. }) {
        return Err(needs_second());
    }
    let local = errand.by.kind == ActorKind::Local;
    if !local {
        in_person(errand)?;
        let about_product = matches!(act, Act::DecideFinding { .. });
        if about_product || !is_alone_for(store, errand, operator, act)? {
            return Err(needs_second());
        }
    }
    let writes = writes_of(store, operator, act, errand.at)?;
    let mut deed = errand.deed(operator, "people", act.word());
    deed.outcome = Some("alone");
    deed.keep(store, writes)
}
