//! Sets up the installation: its first administrator, by a link that works once.

use jiff::Timestamp;
use proofmark_access::{
    Account, AccountCredential, AccountState, Credential, LinkPurpose, LinkSecret, NewPassword, OneTimeLink,
    OperatorRecord, Secret,
};
use proofmark_facts::{Duty, RecordKind, SystemOfRecord};
use proofmark_text::text;

use super::errand::{Deed, about_account};
use super::links::{drop_links, look_at_link, put_link, take_link};
use super::members::{INSTALLATION, membership, operator_to_be};
use super::refused::refused_at;
use crate::error::ActionError;
use crate::record::new_noun;

/// The action's name in the ledger.
const ACTION: &str = "set-up";

/// Who the first administrator is.
#[derive(Debug)]
pub struct SetUpOrder<'a> {
    /// The last part of the link.
    pub link: &'a str,
    /// The name to sign in with.
    pub account: &'a str,
    /// The name as people write it.
    pub display_name: &'a str,
    /// Where mail reaches them.
    pub email: Option<&'a str>,
    /// Their password.
    pub password: Secret,
    /// The first operator, if it is added at once, and what the first administrator does for it.
    pub operator: Option<(&'a str, Vec<Duty>)>,
    /// Now.
    pub at: Timestamp,
    /// The program, with its version.
    pub with: &'a str,
    /// Random bytes: the password's salt.
    pub salt: [u8; 16],
}

/// Whether the installation has no account yet.
pub fn is_unset(store: &dyn SystemOfRecord) -> Result<bool, ActionError> {
    Ok(store.records(INSTALLATION, RecordKind::Account, "", 1)?.is_empty())
}

/// A new set-up link, in the place of any earlier one; `None`: there is an account already.
pub fn make_set_up_link(
    store: &mut dyn SystemOfRecord,
    at: Timestamp,
    random: [u8; 32],
) -> Result<Option<LinkSecret>, ActionError> {
    if !is_unset(store)? {
        return Ok(None);
    }
    drop_links(store, LinkPurpose::SetUp)?;
    let secret = LinkSecret::new(random);
    let link = OneTimeLink {
        purpose: LinkPurpose::SetUp,
        account: String::new(),
        made_by: "local".into(),
        made_at: at,
        held_by: None,
        alone_at: None,
    };
    put_link(store, &secret, &link)?;
    Ok(Some(secret))
}

/// Makes the first administrator, and the first operator where one is named; one that the command line made becomes theirs.
pub fn set_up(store: &mut dyn SystemOfRecord, order: SetUpOrder<'_>) -> Result<Account, ActionError> {
    look_at_link(store, order.link, LinkPurpose::SetUp, order.at)?;
    if !is_unset(store)? {
        return Err(ActionError::Forbidden(text!("access-set-up-done")));
    }
    let name = Account::check_name(order.account).map_err(refused_at("account"))?;
    Account::check_details(order.display_name, order.email).map_err(refused_at("display_name"))?;
    let names = [name.as_str(), order.display_name, order.email.unwrap_or_default()];
    let password = NewPassword::accept(order.password, &names).map_err(refused_at("password"))?;
    let operator = order.operator.map(|(operator, duties)| {
        OperatorRecord::new(operator, order.at, &name).map(|record| (record, duties))
    });
    let operator = operator.transpose().map_err(refused_at("operator"))?;
    let operator = match operator {
        Some((wanted, duties)) => Some((operator_to_be(store, wanted)?, duties)),
        None => None,
    };

    let mut account = Account {
        name: name.clone(),
        display_name: order.display_name.trim().to_owned(),
        email: order.email.map(str::to_owned),
        state: AccountState::Active,
        made_at: order.at,
        made_by: name.clone(),
        member_of: vec![INSTALLATION.to_owned()],
        identities: Vec::new(),
        same_person_as: None,
        same_person_since: None,
        link_holders: Vec::new(),
        sessions_from: order.at,
    };
    let mut records = vec![new_noun(INSTALLATION, &membership(&name, INSTALLATION, &[Duty::Administrator]))];
    if let Some(((operator, write), duties)) = operator {
        records.push(new_noun(&operator.id, &membership(&name, &operator.id, &duties)));
        records.extend(write);
        account.member_of.push(operator.id);
    }
    let credential =
        AccountCredential { password: Some(password.hash(order.salt)), ..AccountCredential::none(&name) };
    records.push(new_noun(INSTALLATION, &account));
    records.push(new_noun(INSTALLATION, &Credential::Account(credential)));

    let link = take_link(store, order.link, LinkPurpose::SetUp, order.at)?;
    let about = about_account(&name);
    let deed = Deed {
        by: &name,
        at: order.at,
        with: order.with,
        operator: INSTALLATION,
        about: &about,
        action: ACTION,
        outcome: None,
    };
    if let Err(error) = deed.keep(store, records) {
        // Nothing was kept, so the link must go on working.
        link.put_back(store)?;
        return Err(error);
    }
    Ok(account)
}
