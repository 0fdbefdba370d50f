//! Holds, and purging what neither law nor hold keeps.

use proofmark_actions::{
    ChangeOrder, HoldOrder, look_at_hold, look_at_holds, place_hold as place_now, release_hold as release_now,
};
use proofmark_facts::{HoldRecord, Sha256};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{over, over_version, purge as purge_now};
use crate::link;
use crate::refusal::Refusal;

/// A hold in force.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct HoldView {
    /// The hold.
    #[serde(flatten)]
    hold: HoldRecord,
    /// Its version, for `If-Match`.
    version: Sha256,
}

/// A hold to be placed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct HoldAsked {
    /// What it is called: a file number, a matter.
    name: String,
    /// Why.
    because: String,
    /// The product's id; absent: everything of the operator's.
    #[serde(default)]
    product: Option<String>,
}

/// Whose things.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PurgeAsked {
    /// One product's, by its id; absent: all of the operator's.
    #[serde(default)]
    product: Option<String>,
}

/// The holds in force.
pub(crate) fn list_holds(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let all = look_at_holds(&call.change(&actor), call.operator(), &*call.store)?;
    let all: Vec<HoldView> = all.into_iter().map(|(hold, version)| HoldView { hold, version }).collect();
    Ok(Answer::json(&all))
}

/// One hold in force.
pub(crate) fn show_hold(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (hold, version) =
        look_at_hold(&call.change(&actor), call.operator(), call.name("hold"), &*call.store)?;
    Ok(Answer::json(&HoldView { hold, version }).version(version.to_string()))
}

/// Places a hold.
pub(crate) fn place_hold(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: HoldAsked = call.json()?;
    let actor = call.actor();
    let operator = call.operator().to_owned();
    let order = HoldOrder {
        change: ChangeOrder { by: &actor, with: call.house.program(), at: call.now },
        operator: &operator,
        product: asked.product.as_deref(),
        name: &asked.name,
        because: &asked.because,
    };
    let hold = place_now(&order, call.store)?;
    let place = link::path(&["api", "v1", "operators", &operator, "holds", &hold.id]);
    Ok(Answer { location: Some(place), ..Answer::json(&hold).status(201) })
}

/// Lifts the hold that was seen.
pub(crate) fn release_hold(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let over = over(call)?;
    let actor = call.actor();
    let (operator, hold) = (call.operator().to_owned(), call.name("hold").to_owned());
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    let released = over_version(release_now(&order, &operator, &hold, over, call.store))?;
    Ok(Answer::json(&released))
}

/// What a purge would take away, and why everything else stays.
pub(crate) fn look_at_purge(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PurgeAsked = call.query()?;
    Ok(Answer::json(&purge_now(call, asked.product.as_deref(), true)?))
}

/// Purges what neither law nor hold keeps; everything else is named with what keeps it.
pub(crate) fn purge(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let asked: PurgeAsked = call.json()?;
    Ok(Answer::json(&purge_now(call, asked.product.as_deref(), false)?))
}
