//! What changed from one release to another: gate, components, findings, dossier.

use std::sync::Arc;

use proofmark_facts::{
    ComponentGraph, GateAnswer, Place, Problem, ReleaseRecord, Sha256, SystemOfRecord, release_id,
};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::error::ActionError;
use crate::kept_decisions::decisions_on;
use crate::products::{DossierRevision, KeyChange, dossier_diff, dossier_history, dossier_revision};
use crate::record::kept_noun;
use crate::releases::component_turns::{ComponentTurns, component_turns};
use crate::releases::finding_turns::{FindingTurns, finding_turns, package_of};
use crate::releases::listed::Listed;
use crate::releases::release_order::ReleaseOrder;

/// How many releases are read at a time.
const BATCH: usize = 100;

/// What changed from an earlier release to this one.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ReleaseChanges {
    /// The product's id.
    pub product: String,
    /// The release.
    pub release: String,
    /// The release it is laid beside: the one asked for, else the one that was handed in last before it.
    pub since: String,
    /// The gate then and now, each as it is known today.
    pub gate: GateTurn,
    /// The dossier each was last assessed from.
    pub dossier: DossierTurn,
    /// The components; absent where one of the two has no component list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub components: Option<ComponentTurns>,
    /// The findings.
    pub findings: FindingTurns,
}

/// The gate's answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GateTurn {
    /// Of the earlier release.
    pub before: GateAnswer,
    /// Of this one.
    pub after: GateAnswer,
}

/// The dossier's revisions.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DossierTurn {
    /// The number of the revision the earlier release was last assessed from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<u64>,
    /// The number of the one this release was last assessed from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<u64>,
    /// The keys that differ.
    pub changes: Listed<KeyChange>,
}

/// Gives a release's component graph, from wherever it is held.
pub type ReadGraph<'a> = dyn Fn(&ReleaseOrder<'_>) -> Result<Option<Arc<ComponentGraph>>, ActionError> + 'a;

/// The release this one is laid beside: the one asked for, else the one that was handed in last before it; `None`: this one
/// was the first.
///
/// Releases follow each other in the order in which they were first handed in and assessed (`ReleaseRecord::number`), not
/// by their versions, which nobody promises to count upwards, nor by their days on the market, which may not have come.
pub fn release_since(
    order: &ReleaseOrder<'_>,
    asked: Option<&str>,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<ReleaseRecord>, ActionError> {
    order.demand()?;
    let (product, release) = (&order.product.id, order.release);
    if let Some(asked) = asked {
        if asked == release.version {
            let says = text!("pictures-same-release", release = asked);
            return Err(ActionError::Refused(vec![Problem::error(Place::at("since"), says)]));
        }
        let kept = kept_noun::<ReleaseRecord>(keeping, order.operator, &release_id(product, asked))?;
        let none = || ActionError::NotFound(text!("record-no-such-release", version = asked));
        return Ok(Some(kept.ok_or_else(none)?.noun));
    }
    let mut after: Option<String> = None;
    loop {
        let page = keeping.releases(order.operator, product, after.as_deref(), BATCH)?;
        let before = page.items.into_iter().filter(|one| one.number < release.number);
        if let Some(before) = before.max_by_key(|one| one.number) {
            return Ok(Some(before));
        }
        match page.next {
            Some(next) => after = Some(next),
            None => return Ok(None),
        }
    }
}

/// Lays the release beside the earlier one.
pub fn release_changes(
    order: &ReleaseOrder<'_>,
    since: &ReleaseRecord,
    read_graph: &ReadGraph<'_>,
    keeping: &dyn SystemOfRecord,
) -> Result<ReleaseChanges, ActionError> {
    order.demand()?;
    let release = order.release;
    let (earlier, newer) = (read_graph(&order.of(since))?, read_graph(order)?);
    let components = earlier.as_deref().zip(newer.as_deref());
    let rows =
        |release: &ReleaseRecord| keeping.findings_of(order.operator, &order.product.id, &release.version);
    let packages: std::collections::BTreeSet<String> = newer
        .iter()
        .flat_map(|graph| &graph.sbom().components)
        .map(|component| package_of(&component.called()))
        .collect();
    let decisions = decisions_on(keeping, order.operator, &order.product.id)?;
    let findings =
        finding_turns(&rows(since)?, &rows(release)?, &decisions, since.created_at, &|package: &str| {
            packages.contains(package)
        });
    Ok(ReleaseChanges {
        product: order.product.id.clone(),
        release: release.version.clone(),
        since: since.version.clone(),
        gate: GateTurn { before: since.gate, after: release.gate },
        dossier: dossier_turn(order, since, keeping)?,
        components: components.map(|(earlier, newer)| component_turns(earlier, newer)),
        findings,
    })
}

fn dossier_turn(
    order: &ReleaseOrder<'_>,
    since: &ReleaseRecord,
    keeping: &dyn SystemOfRecord,
) -> Result<DossierTurn, ActionError> {
    let (operator, product) = (order.operator, order.product.id.as_str());
    let history = dossier_history(&order.change, operator, product, keeping)?;
    let number = |digest: &Sha256| {
        let of = |revision: &&DossierRevision| revision.sha256 == *digest;
        history.iter().rev().find(of).map(|revision| revision.number)
    };
    let text = |digest: &Sha256| dossier_revision(&order.change, operator, product, digest, keeping);
    let changes = if since.dossier == order.release.dossier {
        Vec::new()
    } else {
        dossier_diff(&text(&since.dossier)?, &text(&order.release.dossier)?)
    };
    Ok(DossierTurn {
        before: number(&since.dossier),
        after: number(&order.release.dossier),
        changes: Listed::of(changes),
    })
}
