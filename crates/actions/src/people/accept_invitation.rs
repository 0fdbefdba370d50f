//! Accepts an invitation with a password of one's own.

use jiff::Timestamp;
use proofmark_access::{
    Account, AccountCredential, AccountState, Credential, LinkHolder, LinkPurpose, NewPassword, OneTimeLink,
    Secret,
};
use proofmark_facts::SystemOfRecord;
use proofmark_text::text;

use super::errand::{Deed, about_account};
use super::links::{look_at_link, take_link};
use super::members::{INSTALLATION, account};
use super::refused::refused_at;
use crate::error::ActionError;
use crate::record::{KeptNoun, instead, kept_noun};

/// The action's name in the ledger.
const ACTION: &str = "accept-invitation";

/// Whose invitation a link is; it is not used up by looking.
pub fn invited_by_link(
    store: &dyn SystemOfRecord,
    link: &str,
    at: Timestamp,
) -> Result<Account, ActionError> {
    let link = look_at_link(store, link, LinkPurpose::Invitation, at)?;
    let invited = account(store, &link.account)?;
    if invited.noun.state != AccountState::Invited {
        return Err(ActionError::NotFound(text!("access-no-link")));
    }
    Ok(invited.noun)
}

/// The invited account once its owner has come in by this link.
pub(super) fn come_in(invited: &Account, link: &OneTimeLink, at: Timestamp) -> Account {
    let settled_at: Vec<String> = link.alone_at.iter().cloned().collect();
    let holder = link.held_by.clone().map(|account| LinkHolder { account, at, settled_at });
    Account {
        state: AccountState::Active,
        sessions_from: invited.sessions_end(at),
        link_holders: holder.into_iter().collect(),
        ..invited.clone()
    }
}

/// Accepts an invitation. The account may sign in from then on.
pub fn accept_invitation(
    store: &mut dyn SystemOfRecord,
    link: &str,
    password: Secret,
    at: Timestamp,
    with: &str,
    salt: [u8; 16],
) -> Result<Account, ActionError> {
    let invited = invited_by_link(store, link, at)?;
    let names = [invited.name.as_str(), &invited.display_name, invited.email.as_deref().unwrap_or_default()];
    let password = NewPassword::accept(password, &names).map_err(refused_at("password"))?;
    let credential: Option<KeptNoun<Credential>> =
        kept_noun(store, INSTALLATION, &Credential::of_account(&invited.name))?;
    let made =
        AccountCredential { password: Some(password.hash(salt)), ..AccountCredential::none(&invited.name) };

    let taken = take_link(store, link, LinkPurpose::Invitation, at)?;
    let before = account(store, &taken.link.account)?;
    let after = come_in(&before.noun, &taken.link, at);
    let records = vec![
        before.replaced_by(&after),
        instead(INSTALLATION, credential.as_ref(), &Credential::Account(made)),
    ];
    let about = about_account(&after.name);
    let operator = after.member_of.first().map_or(INSTALLATION, String::as_str);
    let deed = Deed { by: &after.name, at, with, operator, about: &about, action: ACTION, outcome: None };
    if let Err(error) = deed.keep(store, records) {
        taken.put_back(store)?;
        return Err(error);
    }
    Ok(after)
}
