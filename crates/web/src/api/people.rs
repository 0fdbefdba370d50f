//! People: who may do what, invited, let out, given other duties.

use proofmark_access::Act;
use proofmark_actions::people::{
    Errand, InviteOrder, confirm_person, disable_account, enable_account, invite, invite_again,
    make_reset_link, people as people_of, same_person_with,
};
use proofmark_facts::{Duty, Grant};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{PageAsked, Run, do_or_propose, member, page_of};
use crate::house::random;
use crate::link;
use crate::refusal::Refusal;

/// A duty, for all products of the operator or for some.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DutyAsked {
    /// The duty.
    duty: Duty,
    /// The products' ids; absent: all of the operator's.
    #[serde(default)]
    products: Option<Vec<String>>,
}

/// Somebody to be invited.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct InvitationAsked {
    /// The name to sign in with.
    account: String,
    /// The name as people write it.
    display_name: String,
    /// Where mail reaches them.
    #[serde(default)]
    email: Option<String>,
    /// What they shall be able to do.
    #[serde(default)]
    duties: Vec<DutyAsked>,
}

/// A link for one person, shown this once.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct LinkAnswer {
    /// The account it is for.
    account: String,
    /// The link: whoever has it can use it, once.
    link: String,
    /// The proposal a second person must approve before the account can do anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    proposal: Option<String>,
}

/// Other duties for somebody.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DutiesAsked {
    /// What they may do from then on: all of it.
    duties: Vec<DutyAsked>,
    /// Why.
    because: String,
}

/// Why something is asked for.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Because {
    /// Why.
    pub(super) because: String,
}

/// Another account of the same person.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SamePersonAsked {
    /// The other account.
    other: String,
    /// Why.
    because: String,
}

/// Whose account it is.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConfirmationAsked {
    /// The ways into the account that its owner names as theirs, by their `id` among the person's `ways_in`. Every other
    /// one of these goes.
    keeps: Vec<String>,
}

/// What came of something that may need a second person.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct DoneOrProposed {
    /// Whether it was done.
    done: bool,
    /// The proposal that waits for a second person, where it was not.
    #[serde(skip_serializing_if = "Option::is_none")]
    proposal: Option<String>,
}

/// The operator's people.
pub(crate) fn list_people(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PageAsked = call.query()?;
    let actor = call.actor();
    let all = people_of(&*call.store, &call.errand(&actor), call.operator())?;
    Ok(Answer::json(&page_of(all, &asked, Run::Rising, |one| one.account.clone())))
}

/// Invites somebody; the link is shown this once.
pub(crate) fn invite_a_person(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: InvitationAsked = call.json()?;
    let actor = call.actor();
    let operator = call.operator().to_owned();
    let order = InviteOrder {
        operator: &operator,
        account: &asked.account,
        display_name: &asked.display_name,
        email: asked.email.as_deref().filter(|email| !email.is_empty()),
        grants: grants(&operator, asked.duties),
        link: random(call.house)?,
        proposal: random(call.house)?,
    };
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let invited = invite(call.store, &errand, &order)?;
    let link = link_text(call, "invitation", invited.link.to_text().reveal());
    Ok(one_link(invited.account, link, invited.proposal))
}

/// A new link for somebody who has not come yet.
pub(crate) fn invite_a_person_again(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (operator, account) = (call.operator().to_owned(), call.name("account").to_owned());
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let secret = invite_again(call.store, &errand, &operator, &account, random(call.house)?)?;
    let link = link_text(call, "invitation", secret.to_text().reveal());
    Ok(one_link(account, link, None))
}

/// A link with which somebody chooses a new password.
pub(crate) fn reset_a_password(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let account = member(call)?.account;
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let secret = make_reset_link(call.store, &errand, &account, random(call.house)?)?;
    let link = link_text(call, "reset", secret.to_text().reveal());
    Ok(one_link(account, link, None))
}

/// Closes an account at once: whoever must be kept out cannot wait for a second signature.
pub(crate) fn disable_a_person(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let account = member(call)?.account;
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    disable_account(call.store, &errand, &account)?;
    Ok(Answer::json(&member(call)?))
}

/// Opens an account again.
pub(crate) fn enable_a_person(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let account = member(call)?.account;
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    enable_account(call.store, &errand, &account)?;
    Ok(Answer::json(&member(call)?))
}

/// Says that two accounts are one person's, or proposes it.
pub(crate) fn say_same_person(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: SamePersonAsked = call.json()?;
    let act = Act::FlagSamePerson { account: member(call)?.account, other: asked.other };
    done_or_proposed(call, act, &asked.because)
}

/// Takes back that an account is the same person's as others, or proposes it.
pub(crate) fn take_same_person_back(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: Because = call.json()?;
    let account = member(call)?.account;
    let others = same_person_with(&*call.store, &account)?;
    done_or_proposed(call, Act::PartSamePerson { account, others }, &asked.because)
}

/// Confirms that an account is in its owner's hands, whoever else had the link into it.
pub(crate) fn confirm_account(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: ConfirmationAsked = call.json()?;
    let actor = call.actor();
    let (operator, account) = (call.operator().to_owned(), call.name("account").to_owned());
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    confirm_person(call.store, &errand, &operator, &account, &asked.keeps)?;
    Ok(Answer::json(&member(call)?))
}

/// Changes what somebody may do, or proposes it where a second person could sign.
pub(crate) fn change_duties(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: DutiesAsked = call.json()?;
    let grants = grants(call.operator(), asked.duties);
    let act = Act::ChangeGrants { account: call.name("account").to_owned(), grants };
    done_or_proposed(call, act, &asked.because)
}

/// Takes away somebody's lost second factor, or proposes it.
pub(crate) fn forget_second_factor(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: Because = call.json()?;
    let act = Act::ForgetSecondFactor { account: member(call)?.account };
    done_or_proposed(call, act, &asked.because)
}

fn done_or_proposed(call: &mut Call<'_>, act: Act, because: &str) -> Result<Answer, Refusal> {
    let proposal = do_or_propose(call, act, because)?;
    let (done, status) = (proposal.is_none(), if proposal.is_none() { 200 } else { 202 });
    Ok(Answer::json(&DoneOrProposed { done, proposal }).status(status))
}

fn one_link(account: String, link: String, proposal: Option<String>) -> Answer {
    Answer::json(&LinkAnswer { account, link, proposal }).status(201).secret()
}

fn link_text(call: &Call<'_>, what: &str, secret: &str) -> String {
    format!("{}{}", call.asked.origin, link::path(&[what, secret]))
}

/// The duties as grants of this operator.
pub(super) fn grants(operator: &str, duties: Vec<DutyAsked>) -> Vec<Grant> {
    let grant = |DutyAsked { duty, products }| Grant { operator: operator.to_owned(), duty, products };
    duties.into_iter().map(grant).collect()
}
