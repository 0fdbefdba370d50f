//! Says that an account is in its owner's hands, whoever else had the link into it.

use proofmark_access::{Account, Right};
use proofmark_facts::SystemOfRecord;
use proofmark_text::text;

use super::errand::{Errand, about_account};
use super::members::{INSTALLATION, member, person_behind, person_of};
use super::one_person::{holders_that_count, one_person_without};
use super::refused::check;
use super::register_passkey::no_program;
use crate::error::ActionError;

/// Confirms that whoever signs in to the account is who it was made for, and nobody else. Who had the link says it of
/// nobody, and nobody says it of themself.
pub fn confirm_person(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    name: &str,
) -> Result<(), ActionError> {
    check(errand, Right::ApprovePeople, operator, None)?;
    let kept = member(store, operator, name)?;
    no_program(errand)?;
    if holders_that_count(store, operator, &kept.noun, errand.at)?.is_empty() {
        return Err(ActionError::Moved(text!("desk-nothing-to-confirm", account = name)));
    }
    let by = person_behind(store, operator, errand.by)?;
    let others = one_person_without(store, operator, errand.at, name)?;
    let own = others.may_be(&by, kept.noun.person());
    let mut after: Account = kept.noun.clone();
    for holder in after.link_holders.iter_mut().filter(|holder| holder.counts_at(operator)) {
        if !own && !others.may_be(&by, &person_of(store, &holder.account)?) {
            holder.settled_at.push(operator.to_owned());
        }
    }
    if after.link_holders == kept.noun.link_holders {
        return Err(ActionError::Forbidden(text!("desk-not-yours-to-confirm", account = name)));
    }
    errand
        .deed(INSTALLATION, &about_account(name), "confirm-person")
        .keep(store, vec![kept.replaced_by(&after)])
}
