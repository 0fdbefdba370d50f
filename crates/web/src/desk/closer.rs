//! Releases looked at closely: their component graphs and what was said of their findings, from the shelf where they lie
//! there.

use std::sync::Arc;

use proofmark_actions::{
    ActionError, KeptFindings, ReleaseChanges, ReleaseOrder, kept_findings, kept_graph, release_changes,
    release_since, shipped as shipped_as,
};
use proofmark_facts::{Artefact, ComponentGraph, ProductRecord, ReleaseRecord, Sha256, SystemOfRecord};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::refusal::Refusal;
use crate::shelf::Shelf;

/// Components plus dependencies that are held: some thirty MiB.
static GRAPHS: Shelf<ComponentGraph> = Shelf::carrying(60_000);

/// Findings that are held: some ten MiB.
static FINDINGS: Shelf<KeptFindings> = Shelf::carrying(10_000);

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
    Ok(graph_of(&order, &*call.store)?)
}

fn graph_of(
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
    GRAPHS.get(Sha256::of(known_by.as_bytes()), ComponentGraph::weight, read).map(Some)
}

/// What the release's last assessment said of its findings.
pub(crate) fn said(
    call: &Call<'_>,
    product: &ProductRecord,
    release: &ReleaseRecord,
) -> Result<Arc<KeptFindings>, Refusal> {
    let actor = call.actor();
    let order = ReleaseOrder { change: call.change(&actor), operator: call.operator(), product, release };
    let weigh = |said: &KeptFindings| said.findings.len() + said.unchecked.len() / 4;
    Ok(FINDINGS.get(release.assessment, weigh, || kept_findings(&order, &*call.store))?)
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
    let read = |order: &ReleaseOrder<'_>| graph_of(order, &*call.store);
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
