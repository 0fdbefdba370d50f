//! Proposals: what waits for a second person, approved, refused, taken back.

use proofmark_actions::people::{Errand, look_at_proposal, proposal_views, withdraw_proposal};
use proofmark_text::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{PageAsked, Run, Signature, key_at, page_of, sign, sign_all};
use crate::refusal::Refusal;

/// A second signature.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignatureAsked {
    /// Why: needed to refuse, kept where it is given to approve.
    #[serde(default)]
    because: String,
}

/// One signature under several proposals; each is signed for itself.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignaturesAsked {
    /// The proposals, 200 at most.
    proposals: Vec<String>,
    /// Approve them, or refuse them.
    approve: bool,
    /// Why: needed to refuse, kept where it is given to approve.
    #[serde(default)]
    because: String,
}

/// What came of each signature, in the order they were asked for.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct SignaturesAnswer {
    /// How many were signed.
    signed: usize,
    /// Each of them.
    results: Vec<SignatureResult>,
}

/// What came of one signature.
#[derive(Debug, Serialize, JsonSchema)]
struct SignatureResult {
    /// The proposal.
    proposal: String,
    /// Whether it was signed.
    signed: bool,
    /// Why not.
    #[serde(skip_serializing_if = "Option::is_none")]
    because: Option<Text>,
}

/// The operator's proposals that may be seen, the newest first, as they stand before whoever asks.
pub(crate) fn list_proposals(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PageAsked = call.query()?;
    let actor = call.actor();
    let all = proposal_views(&*call.store, &call.errand(&actor), call.operator())?;
    Ok(Answer::json(&page_of(all, &asked, Run::Falling, |one| {
        key_at(one.proposal.proposed_at, &one.proposal.id)
    })))
}

/// One proposal.
pub(crate) fn show_proposal(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let errand = call.errand(&actor);
    Ok(Answer::json(&look_at_proposal(&*call.store, &errand, call.operator(), call.name("proposal"))?))
}

/// Approves a proposal, and it is done with that.
pub(crate) fn approve_proposal(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: SignatureAsked = call.json()?;
    sign_one(call, &Signature::Approve(asked.because))
}

/// Refuses a proposal.
pub(crate) fn refuse_proposal(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: SignatureAsked = call.json()?;
    sign_one(call, &Signature::Refuse(asked.because))
}

fn sign_one(call: &mut Call<'_>, signature: &Signature) -> Result<Answer, Refusal> {
    let proposal = call.name("proposal").to_owned();
    sign(call, &proposal, signature)?;
    show_proposal(call)
}

/// Signs several proposals, each with a line of its own.
pub(crate) fn decide_proposals(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: SignaturesAsked = call.json()?;
    let signature =
        if asked.approve { Signature::Approve(asked.because) } else { Signature::Refuse(asked.because) };
    let all = sign_all(call, &asked.proposals, &signature)?;
    let results: Vec<SignatureResult> = all
        .into_iter()
        .map(|one| SignatureResult {
            proposal: one.proposal,
            signed: one.refused.is_none(),
            because: one.refused.map(|refusal| refusal.says),
        })
        .collect();
    let signed = results.iter().filter(|result| result.signed).count();
    Ok(Answer::json(&SignaturesAnswer { signed, results }))
}

/// Takes one's own proposal back.
pub(crate) fn take_proposal_back(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (operator, id) = (call.operator().to_owned(), call.name("proposal").to_owned());
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    withdraw_proposal(call.store, &errand, &operator, &id)?;
    show_proposal(call)
}
