//! Providers of identities and trusted workloads.

use proofmark_access::Secret;
use proofmark_actions::people::{
    Errand, Settled, identity_providers, keep_client_secret, pause_identity_provider,
    remove_identity_provider, revoke_workload, workloads,
};
use schemars::JsonSchema;
use serde::Deserialize;

use super::people::Because;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{PageAsked, ProviderAsked, Run, TrustAsked, add_provider, page_of, resume_provider, trust};
use crate::refusal::Refusal;

/// The secret a provider gave us.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SecretAsked {
    /// The secret. It is kept sealed and never shown again.
    client_secret: String,
}

/// The providers people come from.
pub(crate) fn list_providers(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PageAsked = call.query()?;
    let all = identity_providers(&*call.store)?;
    Ok(Answer::json(&page_of(all, &asked, Run::Rising, |one| one.id.clone())))
}

/// Adds a provider, or proposes it.
pub(crate) fn add_a_provider(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: ProviderAsked = call.json()?;
    Ok(Answer::json(&add_provider(call, &asked)?).status(201))
}

/// Keeps our secret at a provider.
pub(crate) fn keep_secret(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: SecretAsked = call.json()?;
    let actor = call.actor();
    let provider = call.name("provider").to_owned();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let secret = Secret::new(asked.client_secret);
    keep_client_secret(call.store, &errand, call.house.strongbox(), &provider, &secret)?;
    Ok(Answer::json(&true))
}

/// Takes nobody from a provider until it is taken up again.
pub(crate) fn pause_a_provider(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let provider = call.name("provider").to_owned();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    pause_identity_provider(call.store, &errand, &provider)?;
    Ok(Answer::json(&true))
}

/// Takes people from it again, or proposes to.
pub(crate) fn resume_a_provider(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: Because = call.json()?;
    let settled = resume_provider(call, &asked.because)?;
    let status = if settled == Settled::Done { 200 } else { 202 };
    Ok(Answer::json(&settled).status(status))
}

/// Takes nobody from a provider any more.
pub(crate) fn remove_provider(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let provider = call.name("provider").to_owned();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    remove_identity_provider(call.store, &errand, &provider)?;
    Ok(Answer::json(&true))
}

/// The workloads an operator trusts, or trusted.
pub(crate) fn list_workloads(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PageAsked = call.query()?;
    let actor = call.actor();
    let all = workloads(&*call.store, &call.errand(&actor), call.operator())?;
    Ok(Answer::json(&page_of(all, &asked, Run::Rising, |one| one.id.clone())))
}

/// Trusts a workload, or proposes it.
pub(crate) fn trust_a_workload(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: TrustAsked = call.json()?;
    Ok(Answer::json(&trust(call, asked)?).status(201))
}

/// Takes a trust back, at once.
pub(crate) fn revoke_a_workload(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (operator, id) = (call.operator().to_owned(), call.name("workload").to_owned());
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    revoke_workload(call.store, &errand, &operator, &id)?;
    Ok(Answer::json(&true))
}
