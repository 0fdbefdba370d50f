//! Trusts a workload: programs of a CI system that show its identity tokens need no secret of ours.

use std::collections::BTreeMap;

use jiff::Timestamp;
use proofmark_access::{Act, Right, Workload};
use proofmark_facts::{Grant, SystemOfRecord, slug};
use proofmark_text::text;

use super::do_or_propose::{Settled, do_or_propose};
use super::errand::Errand;
use super::members::check_products_there;
use super::propose::ProposeOrder;
use super::refused::{check, refused_at};
use crate::error::ActionError;
use crate::record::{KeptNoun, kept_noun};

/// A workload that shall be trusted.
#[derive(Debug, Clone)]
pub struct TrustOrder<'a> {
    /// The operator's id.
    pub operator: &'a str,
    /// What it is, in words.
    pub name: &'a str,
    /// Whom its tokens are from.
    pub issuer: &'a str,
    /// For whom its tokens must be: the address of this installation.
    pub audience: &'a str,
    /// What its tokens must say, claim by claim.
    pub conditions: BTreeMap<String, String>,
    /// What it may do.
    pub grants: Vec<Grant>,
    /// Until when.
    pub expires_at: Option<Timestamp>,
    /// Why, for the second person.
    pub because: &'a str,
    /// Random bytes: the proposal's identification.
    pub random: [u8; 16],
}

/// Trusts the workload, or proposes it where a second person can sign. One that is trusted is not changed by it.
pub fn trust_workload(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    order: TrustOrder<'_>,
) -> Result<Settled, ActionError> {
    check(errand, Right::ManageTokens, order.operator, None)?;
    if order.expires_at.is_some_and(|end| end <= errand.at) {
        return Err(refused_at("expires_at")(text!("identity-workload-past").into()));
    }
    let name = order.name.trim();
    let workload = Workload {
        id: slug(name, ""),
        name: name.to_owned(),
        issuer: order.issuer.trim().to_owned(),
        audience: order.audience.to_owned(),
        conditions: order.conditions,
        grants: order.grants,
        trusted_at: errand.at,
        trusted_by: errand.by.name.clone(),
        expires_at: order.expires_at,
        revoked: None,
    };
    workload.check().map_err(refused_at("workload"))?;
    check_products_there(store, order.operator, &workload.grants)?;
    let kept: Option<KeptNoun<Workload>> = kept_noun(store, order.operator, &workload.id)?;
    if kept.is_some_and(|kept| kept.noun.stands(errand.at).is_ok()) {
        return Err(refused_at("name")(text!("identity-workload-there", workload = name).into()));
    }
    let act = Act::TrustWorkload { workload };
    let proposed = ProposeOrder {
        operator: order.operator,
        act,
        because: order.because,
        rests_on: &[],
        random: order.random,
    };
    do_or_propose(store, errand, proposed)
}
