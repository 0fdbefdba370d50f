//! Invites a person: makes their account and a link that works once.

use proofmark_access::{
    Account, AccountState, Act, LinkPurpose, LinkSecret, Membership, OneTimeLink, Proposal, Right,
    check_grants,
};
use proofmark_facts::{ActorKind, Grant, RecordWrite, SystemOfRecord};
use proofmark_text::text;

use super::alone::is_alone;
use super::errand::{Errand, about_account};
use super::links::put_link;
use super::members::{INSTALLATION, account_behind, check_operator, person_behind};
use super::propose::proposal_of;
use super::refused::{check, refused_at};
use super::register_passkey::no_program;
use crate::error::ActionError;
use crate::record::{kept_noun, new_noun};

/// The action's name in the ledger.
const ACTION: &str = "invite";

/// Whom to invite, to what.
#[derive(Debug)]
pub struct InviteOrder<'a> {
    /// The operator's id; empty: the installation.
    pub operator: &'a str,
    /// The name to sign in with.
    pub account: &'a str,
    /// The name as people write it.
    pub display_name: &'a str,
    /// Where mail reaches them.
    pub email: Option<&'a str>,
    /// What they shall be able to do.
    pub grants: Vec<Grant>,
    /// Random bytes: the link's secret.
    pub link: [u8; 32],
    /// Random bytes: the proposal's identification.
    pub proposal: [u8; 16],
}

/// An invitation.
#[derive(Debug)]
pub struct Invited {
    /// The link's secret half, for the invited person alone.
    pub link: LinkSecret,
    /// The account.
    pub account: String,
    /// What a second person must approve before they may do anything: the duties they were invited to.
    pub proposal: Option<String>,
}

/// Invites a person.
///
/// Duties are given by two people wherever there are two: then the account begins without any, and a proposal waits.
pub fn invite(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    order: &InviteOrder<'_>,
) -> Result<Invited, ActionError> {
    let operator = order.operator;
    check(errand, Right::ManagePeople, operator, None)?;
    check_operator(store, operator)?;
    let name = Account::check_name(order.account).map_err(refused_at("account"))?;
    Account::check_details(order.display_name, order.email).map_err(refused_at("display_name"))?;
    check_grants(&order.grants, operator).map_err(refused_at("grants"))?;
    if kept_noun::<Account>(store, INSTALLATION, &name)?.is_some() {
        return Err(refused_at("account")(text!("access-account-taken", account = &name).into()));
    }
    let account = Account {
        name: name.clone(),
        display_name: order.display_name.trim().to_owned(),
        email: order.email.map(str::to_owned),
        state: AccountState::Invited,
        made_at: errand.at,
        made_by: errand.by.name.clone(),
        member_of: vec![operator.to_owned()],
        identities: Vec::new(),
        same_person_as: None,
        same_person_since: None,
        link_holders: Vec::new(),
        sessions_from: errand.at,
    };
    let (membership, proposal) = duties(store, errand, order, &name)?;
    let mut records = vec![new_noun(INSTALLATION, &account), new_noun(operator, &membership)];
    records.extend(proposal.as_ref().map(|proposal| -> RecordWrite { new_noun(operator, proposal) }));
    errand.deed(operator, &about_account(&name), ACTION).keep(store, records)?;

    let link = put_invitation(store, errand, operator, &name, order.link)?;
    Ok(Invited { link, account: name, proposal: proposal.map(|proposal| proposal.id) })
}

/// What the new account begins with, and what a second person must approve.
fn duties(
    store: &dyn SystemOfRecord,
    errand: &Errand<'_>,
    order: &InviteOrder<'_>,
    name: &str,
) -> Result<(Membership, Option<Proposal>), ActionError> {
    let person = person_behind(store, order.operator, errand.by)?;
    if order.grants.is_empty() || is_alone(store, errand, order.operator)? {
        return Ok((Membership { account: name.to_owned(), grants: order.grants.clone() }, None));
    }
    let membership = Membership { account: name.to_owned(), grants: Vec::new() };
    let act = Act::ChangeGrants { account: name.to_owned(), grants: order.grants.clone() };
    let grounds = vec![new_noun(order.operator, &membership)];
    let because = text!("access-because-invited").to_string();
    let proposal = proposal_of(errand, act, &because, person, order.proposal, &grounds);
    Ok((membership, Some(proposal)))
}

/// A new invitation link for somebody who has not come yet; the ledger says that it was made.
pub fn invite_again(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    account: &str,
    random: [u8; 32],
) -> Result<LinkSecret, ActionError> {
    check(errand, Right::ManagePeople, operator, None)?;
    let kept = super::members::member(store, operator, account)?;
    no_program(errand)?;
    if kept.noun.state != AccountState::Invited {
        return Err(ActionError::Moved(text!("access-not-invited", account = account)));
    }
    errand.deed(operator, &about_account(account), "invite-again").keep(store, vec![])?;
    put_invitation(store, errand, operator, account, random)
}

/// Keeps an invitation. Whoever made it has it in hand; at an operator where nobody else could sign that does not count,
/// for nobody else could have made it.
fn put_invitation(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    operator: &str,
    account: &str,
    random: [u8; 32],
) -> Result<LinkSecret, ActionError> {
    let held_by = match errand.by.kind {
        ActorKind::Local => None,
        _ => Some(account_behind(store, operator, errand.by)?),
    };
    let alone_at = is_alone(store, errand, operator)?.then(|| operator.to_owned());
    let link = LinkSecret::new(random);
    let kept = OneTimeLink {
        purpose: LinkPurpose::Invitation,
        account: account.to_owned(),
        made_by: errand.by.name.clone(),
        made_at: errand.at,
        held_by,
        alone_at,
    };
    put_link(store, &link, &kept)?;
    Ok(link)
}
