//! Tokens programs present, and the operators of the installation.

use jiff::Timestamp;
use proofmark_access::TokenRecord;
use proofmark_actions::people::{
    Errand, TokenOrder, add_operator as add_now, make_token, operators as operators_of, revoke_token,
    tokens as tokens_of,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::people::{DutyAsked, grants};
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{PageAsked, Run, page_of};
use crate::house::random;
use crate::link;
use crate::refusal::Refusal;

/// A token to be made.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TokenAsked {
    /// What it is for.
    name: String,
    /// What it may do: never more than whoever makes it.
    duties: Vec<DutyAsked>,
    /// When it stops being of use: within a year.
    expires_at: Timestamp,
}

/// A token that was made.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct TokenAnswer {
    /// What is kept of it.
    record: TokenRecord,
    /// The token, shown this once.
    token: String,
}

/// An operator to be added.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OperatorAsked {
    /// Its name as it writes it.
    name: String,
    /// The account of its first administrator, which is there already.
    administrator: String,
}

/// The operator's tokens: all for whoever manages them, else one's own.
pub(crate) fn list_tokens(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PageAsked = call.query()?;
    let actor = call.actor();
    let all = tokens_of(&*call.store, &call.errand(&actor), call.operator())?;
    Ok(Answer::json(&page_of(all, &asked, Run::Rising, |one| one.id.clone())))
}

/// Makes a token; only a person does, and it is shown this once.
pub(crate) fn issue_token(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: TokenAsked = call.json()?;
    let actor = call.actor();
    let operator = call.operator().to_owned();
    let order = TokenOrder {
        operator: &operator,
        owner: &actor.name,
        name: &asked.name,
        grants: grants(&operator, asked.duties),
        expires_at: asked.expires_at,
        random: random(call.house)?,
    };
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let made = make_token(call.store, &errand, &order)?;
    let answer = TokenAnswer { token: made.text.reveal().to_owned(), record: made.record };
    Ok(Answer::json(&answer).status(201).secret())
}

/// Revokes a token at once; one that was revoked stays so.
pub(crate) fn end_token(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (operator, token) = (call.operator().to_owned(), call.name("token").to_owned());
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    revoke_token(call.store, &errand, &operator, &token)?;
    let mut all = tokens_of(&*call.store, &errand, &operator)?;
    all.retain(|one| one.id == token);
    Ok(Answer::json(&all.pop()))
}

/// The operators whoever asks belongs to; all for whoever manages them.
pub(crate) fn list_operators(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PageAsked = call.query()?;
    let actor = call.actor();
    let all = operators_of(&*call.store, &call.errand(&actor))?;
    Ok(Answer::json(&page_of(all, &asked, Run::Rising, |one| one.id.clone())))
}

/// Adds an operator with its first administrator.
pub(crate) fn add_operator(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: OperatorAsked = call.json()?;
    let actor = call.actor();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let added = add_now(call.store, &errand, &asked.name, &asked.administrator)?;
    let place = link::path(&["api", "v1", "operators", &added.id, "people"]);
    Ok(Answer { location: Some(place), ..Answer::json(&added).status(201) })
}
