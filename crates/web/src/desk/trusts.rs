//! Whom to take people and programs from, as pages and programs ask it.

use std::collections::BTreeMap;

use jiff::Timestamp;
use proofmark_actions::people::{
    Errand, ProviderOrder, Settled, TrustOrder, add_identity_provider, resume_identity_provider,
    trust_workload,
};
use proofmark_facts::Grant;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::call::Call;
use crate::house::random;
use crate::refusal::Refusal;

/// A provider of identities people shall come from.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProviderAsked {
    /// Its name as people see it on the sign-in page.
    pub(crate) name: String,
    /// Whom its tokens are from, letter by letter as it names itself.
    pub(crate) issuer: String,
    /// What it calls us.
    pub(crate) client_id: String,
    /// Why, where a second person decides.
    #[serde(default)]
    pub(crate) because: String,
}

/// A workload that shall be trusted. Its tokens must be for the address this is asked at.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TrustAsked {
    /// What it is, in words.
    pub(crate) name: String,
    /// Whom its tokens are from.
    pub(crate) issuer: String,
    /// What its tokens must say, claim by claim: exactly, or with `*` at the end for any ending.
    pub(crate) conditions: BTreeMap<String, String>,
    /// What it may do.
    pub(crate) grants: Vec<Grant>,
    /// Until when; without it, until the trust is taken back.
    #[serde(default)]
    pub(crate) expires_at: Option<Timestamp>,
    /// Why, where a second person decides.
    #[serde(default)]
    pub(crate) because: String,
}

/// Adds a provider once it has answered: what cannot be reached, or names itself otherwise, lets nobody in.
pub(crate) fn add_provider(call: &mut Call<'_>, asked: &ProviderAsked) -> Result<Settled, Refusal> {
    let issuer = asked.issuer.trim();
    let issuers = call.house.issuers();
    issuers.check_address(issuer)?;
    issuers.discovery(issuer, call.now).map_err(as_input)?;
    let actor = call.actor();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let order = ProviderOrder {
        name: &asked.name,
        issuer,
        client_id: asked.client_id.trim(),
        because: &asked.because,
        random: random(call.house)?,
    };
    Ok(add_identity_provider(call.store, &errand, &order)?)
}

/// Has people come from the provider the path names again, or proposes it.
pub(crate) fn resume_provider(call: &mut Call<'_>, because: &str) -> Result<Settled, Refusal> {
    let actor = call.actor();
    let provider = call.name("provider").to_owned();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    Ok(resume_identity_provider(call.store, &errand, &provider, because, random(call.house)?)?)
}

/// Trusts a workload once its issuer has shown its keys.
pub(crate) fn trust(call: &mut Call<'_>, asked: TrustAsked) -> Result<Settled, Refusal> {
    let issuer = asked.issuer.trim();
    let issuers = call.house.issuers();
    issuers.check_address(issuer)?;
    issuers.keys(issuer, None, call.now).map_err(as_input)?;
    let actor = call.actor();
    let operator = call.operator().to_owned();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let order = TrustOrder {
        operator: &operator,
        name: &asked.name,
        issuer,
        audience: &call.asked.origin,
        conditions: asked.conditions,
        grants: asked.grants,
        expires_at: asked.expires_at,
        because: &asked.because,
        random: random(call.house)?,
    };
    Ok(trust_workload(call.store, &errand, order)?)
}

/// An issuer that was just typed and does not answer is the input's fault rather than the network's.
fn as_input(refusal: Refusal) -> Refusal {
    if refusal.status == 502 { Refusal { status: 422, retry_after: None, ..refusal } } else { refusal }
}
