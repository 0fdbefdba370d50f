//! What lists are asked: the same words in a page's address and in the API.

use proofmark_access::seen;
use proofmark_facts::{
    ComponentQuery, ComponentRow, FindingOrder, FindingQuery, FindingRow, GateAnswer, Page, Placed,
    ProductOrder, ProductQuery, ProductRecord, ReleaseRecord,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::need_asked::NeedAsked;
use crate::call::Call;
use crate::refusal::Refusal;

/// How many entries a page of a list has unless it is asked otherwise, and at most.
const USUAL: usize = 50;
const MOST: usize = 200;

/// Which products.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct ProductsAsked {
    /// Words the name must hold.
    pub(crate) named: Option<String>,
    /// The release gate's answer.
    pub(crate) gate: Option<GateAnswer>,
    /// What it must need.
    pub(crate) needs: Option<NeedAsked>,
    /// In which order.
    pub(crate) order: Option<ProductOrder>,
    /// The `next` of the page before.
    pub(crate) after: Option<String>,
    /// How many at most: 50 unless said otherwise, 200 at most.
    pub(crate) limit: Option<usize>,
}

/// Which findings.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct FindingsAsked {
    /// One product's, by its id.
    pub(crate) product: Option<String>,
    /// One release's of it, by its version.
    pub(crate) release: Option<String>,
    /// One vulnerability's.
    pub(crate) vulnerability: Option<String>,
    /// Open (`true`) or closed ones.
    pub(crate) open: Option<bool>,
    /// Still to be resolved (`true`), or resolved.
    pub(crate) unresolved: Option<bool>,
    /// Listed as exploited somewhere in the world.
    pub(crate) exploited: Option<bool>,
    /// At least this score times ten.
    pub(crate) score_from: Option<i64>,
    /// In which order.
    pub(crate) order: Option<FindingOrder>,
    /// The `next` of the page before.
    pub(crate) after: Option<String>,
    /// How many at most: 50 unless said otherwise, 200 at most.
    pub(crate) limit: Option<usize>,
}

/// Which components.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct ComponentsAsked {
    /// One product's, by its id.
    pub(crate) product: Option<String>,
    /// One release's of it, by its version.
    pub(crate) release: Option<String>,
    /// What the name begins with, whatever its case.
    pub(crate) named: Option<String>,
    /// Only those the product itself names, or only the others.
    pub(crate) top_level: Option<bool>,
    /// The `next` of the page before.
    pub(crate) after: Option<String>,
    /// How many at most: 50 unless said otherwise, 200 at most.
    pub(crate) limit: Option<usize>,
}

/// Which releases, jobs or lines: simply the next ones.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct PageAsked {
    /// The `next` of the page before.
    pub(crate) after: Option<String>,
    /// How many at most: 50 unless said otherwise, 200 at most.
    pub(crate) limit: Option<usize>,
}

/// How many entries are meant.
pub(crate) fn limit(asked: Option<usize>) -> usize {
    asked.unwrap_or(USUAL).clamp(1, MOST)
}

/// A page of the products that may be seen.
pub(crate) fn products(call: &Call<'_>, asked: &ProductsAsked) -> Result<Page<ProductRecord>, Refusal> {
    let seen = seen(&call.actor(), call.operator());
    let query = ProductQuery {
        operator: call.operator(),
        seen: &seen,
        named: asked.named.as_deref(),
        gate: asked.gate,
        needs: asked.needs.map(|need| need.on(call.today())),
        order: asked.order.unwrap_or_default(),
        after: asked.after.as_deref(),
        limit: limit(asked.limit),
    };
    Ok(call.store.products(&query)?)
}

/// A page of a product's releases, the newest first.
pub(crate) fn releases(
    call: &Call<'_>,
    product: &str,
    asked: &PageAsked,
) -> Result<Page<ReleaseRecord>, Refusal> {
    let after = asked.after.as_deref();
    Ok(call.store.releases(call.operator(), product, after, limit(asked.limit))?)
}

/// A page of the findings that may be seen.
pub(crate) fn findings(call: &Call<'_>, asked: &FindingsAsked) -> Result<Page<Placed<FindingRow>>, Refusal> {
    let seen = seen(&call.actor(), call.operator());
    let query = FindingQuery {
        operator: call.operator(),
        seen: &seen,
        product: asked.product.as_deref(),
        release: asked.release.as_deref(),
        vulnerability: asked.vulnerability.as_deref(),
        open: asked.open,
        unresolved: asked.unresolved,
        exploited: asked.exploited,
        score_from: asked.score_from,
        order: asked.order.unwrap_or_default(),
        after: asked.after.as_deref(),
        limit: limit(asked.limit),
    };
    Ok(call.store.findings(&query)?)
}

/// A page of the components that may be seen.
pub(crate) fn components(
    call: &Call<'_>,
    asked: &ComponentsAsked,
) -> Result<Page<Placed<ComponentRow>>, Refusal> {
    let seen = seen(&call.actor(), call.operator());
    let query = ComponentQuery {
        operator: call.operator(),
        seen: &seen,
        product: asked.product.as_deref(),
        release: asked.release.as_deref(),
        named: asked.named.as_deref(),
        top_level: asked.top_level,
        after: asked.after.as_deref(),
        limit: limit(asked.limit),
    };
    Ok(call.store.components(&query)?)
}
