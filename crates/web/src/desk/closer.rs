//! Releases looked at closely: their component graphs and what was said of their findings, read once for all who
//! look at the same time.

use std::sync::Arc;

use proofmark_actions::{
    ActionError, KeptFindings, ReleaseChanges, ReleaseOrder, kept_findings, kept_graph, list_weight,
    release_changes, release_since, said_weight, shipped as shipped_as,
};
use proofmark_facts::{
    Artefact, ComponentGraph, FindingRow, ProductRecord, ReleaseRecord, Sha256, SystemOfRecord,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::costs::{LIST_COSTS, ROW_COSTS, SAID_COSTS};
use crate::call::Call;
use crate::refusal::Refusal;
use crate::turn::Turn;

/// Beside which release.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct ChangesAsked {
    /// The version of the release to lay it beside; the one handed in last before it unless said otherwise.
    pub(crate) since: Option<String>,
}

/// The release's component graph; `None`: it came without a component list.
pub(crate) fn graph(
    call: &Call<'_>,
    product: &ProductRecord,
    release: &ReleaseRecord,
) -> Result<Option<Arc<ComponentGraph>>, Refusal> {
    let actor = call.actor();
    let order = ReleaseOrder { change: call.change(&actor), operator: call.operator(), product, release };
    Ok(graph_of(call.turn, &order, &*call.store)?)
}

fn graph_of(
    turn: &Turn,
    order: &ReleaseOrder<'_>,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<Arc<ComponentGraph>>, ActionError> {
    let Some(receipt) = order.release.sboms.last() else { return Ok(None) };
    // Some lists are read by their name and by the product's, so these belong to what it is known by.
    let known_by = format!("{} {}\n{}", receipt.sha256, receipt.name, order.product.name);
    let read = || {
        let says = || ActionError::NotFound(proofmark_text::text!("pictures-no-list"));
        kept_graph(order, keeping)?.ok_or_else(says)
    };
    let cost = || Ok(list_weight(order, keeping)? * LIST_COSTS);
    let holds = |graph: &ComponentGraph| Some(graph.bytes() as u64);
    turn.read(("graph", Sha256::of(known_by.as_bytes())), cost, holds, read).map(Some)
}

/// What the release's last assessment said of its findings.
pub(crate) fn said(
    call: &Call<'_>,
    product: &ProductRecord,
    release: &ReleaseRecord,
) -> Result<Arc<KeptFindings>, Refusal> {
    let actor = call.actor();
    let order = ReleaseOrder { change: call.change(&actor), operator: call.operator(), product, release };
    let read = || kept_findings(&order, &*call.store);
    let cost = || Ok(said_weight(&order, &*call.store)? * SAID_COSTS);
    let holds = |said: &KeptFindings| Some((said.findings.len() * 3072 + said.unchecked.len() * 320) as u64);
    Ok(call.turn.read(("said", release.assessment), cost, holds, read)?)
}

/// All rows of the release's findings, open and closed.
pub(crate) fn rows(
    call: &Call<'_>,
    product: &ProductRecord,
    release: &ReleaseRecord,
) -> Result<Vec<FindingRow>, Refusal> {
    call.turn.take_room(release.finding_rows.count * ROW_COSTS)?;
    Ok(call.store.findings_of(call.operator(), &product.id, &release.version)?)
}

/// What changed since the release asked for, or the one before; `None`: there is none before.
pub(crate) fn changes(
    call: &Call<'_>,
    product: &ProductRecord,
    release: &ReleaseRecord,
    asked: &ChangesAsked,
) -> Result<Option<ReleaseChanges>, Refusal> {
    let actor = call.actor();
    let order = ReleaseOrder { change: call.change(&actor), operator: call.operator(), product, release };
    let since = asked.since.as_deref().filter(|since| !since.is_empty());
    let Some(since) = release_since(&order, since, &*call.store)? else { return Ok(None) };
    let lists = list_weight(&order.of(&since), &*call.store)? + list_weight(&order, &*call.store)?;
    let rows = (release.finding_rows.count + since.finding_rows.count) * 3 * ROW_COSTS;
    call.turn.reserve(lists * LIST_COSTS + rows)?;
    call.turn.take_room(rows)?;
    let read = |order: &ReleaseOrder<'_>| graph_of(call.turn, order, &*call.store);
    Ok(Some(release_changes(&order, &since, &read, &*call.store)?))
}

/// What is shipped as the release.
pub(crate) fn shipped(
    call: &Call<'_>,
    product: &ProductRecord,
    release: &ReleaseRecord,
) -> Result<Vec<Artefact>, Refusal> {
    let actor = call.actor();
    let order = ReleaseOrder { change: call.change(&actor), operator: call.operator(), product, release };
    Ok(shipped_as(&order, &*call.store)?)
}
