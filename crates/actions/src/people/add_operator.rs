//! Adds an operator to the installation, with its first administrator.

use proofmark_access::{Account, OperatorRecord, Right};
use proofmark_facts::{Duty, SystemOfRecord};

use super::errand::Errand;
use super::members::{INSTALLATION, account, membership, operator_to_be};
use super::refused::{check, refused_at};
use crate::error::ActionError;
use crate::record::{KeptNoun, new_noun};

/// The action's name in the ledger.
const ACTION: &str = "add-operator";

/// Adds an operator of this name, or gives one that the command line made its people. Its first administrator is an account that is there already.
pub fn add_operator(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    name: &str,
    administrator: &str,
) -> Result<OperatorRecord, ActionError> {
    check(errand, Right::ManageOperators, INSTALLATION, None)?;
    let operator = OperatorRecord::new(name, errand.at, &errand.by.name).map_err(refused_at("name"))?;
    let (operator, write) = operator_to_be(store, operator)?;
    let first: KeptNoun<Account> = account(store, administrator)?;
    let mut member = first.noun.clone();
    member.member_of.push(operator.id.clone());
    let mut records = vec![
        new_noun(&operator.id, &membership(&member.name, &operator.id, &[Duty::Administrator])),
        first.replaced_by(&member),
    ];
    records.extend(write);
    let about = format!("operators:{}", operator.id);
    errand.deed(INSTALLATION, &about, ACTION).keep(store, records)?;
    Ok(operator)
}
