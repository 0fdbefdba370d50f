//! The search: products, releases, findings, components and cases by what was typed into one box.

use proofmark_access::seen;
use proofmark_facts::{
    ComponentRow, FindingRow, FoundRelease, Page, Placed, PlacedCase, ProductRecord, SearchQuery,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::lists::{FindingsAsked, ProductsAsked, findings, products};
use super::overview::{CasesAsked, cases};
use crate::call::Call;
use crate::limit::{Limit, limit};
use crate::refusal::Refusal;

/// The longest search, in letters.
const LONGEST: usize = 200;

/// What is searched for.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct SearchAsked {
    /// Any part of a component's, product's or case's name; a package URL; a vulnerability's identifier; what a
    /// release's version begins with. At most 200 letters count.
    pub(crate) q: String,
    /// The `next` of the page of components before.
    pub(crate) after: Option<String>,
    /// How many of each kind at most: 50 unless said otherwise, 200 at most.
    pub(crate) limit: Option<Limit>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub(crate) struct Found {
    /// Products whose name holds the words.
    pub(crate) products: Page<ProductRecord>,
    /// Releases whose version begins so.
    pub(crate) releases: Vec<FoundRelease>,
    /// Cases whose name or identifier holds the words.
    pub(crate) cases: Page<PlacedCase>,
    /// Findings of the vulnerability that has this identifier, whichever of its identifiers they are listed under.
    pub(crate) findings: Page<Placed<FindingRow>>,
    /// Components whose name holds the words, or of this package URL.
    pub(crate) components: Page<Placed<ComponentRow>>,
}

impl Found {
    /// Whether there is nothing at all.
    pub(crate) fn is_nothing(&self) -> bool {
        self.products.items.is_empty()
            && self.releases.is_empty()
            && self.cases.items.is_empty()
            && self.findings.items.is_empty()
            && self.components.items.is_empty()
    }
}

/// What was typed, as it is searched for.
pub(crate) fn words_of(asked: &SearchAsked) -> String {
    asked.q.trim().chars().take(LONGEST).collect()
}

/// Everything that fits, among what may be seen; `None` where nothing was typed.
pub(crate) fn search(call: &Call<'_>, asked: &SearchAsked) -> Result<Option<Found>, Refusal> {
    let words = words_of(asked);
    if words.is_empty() {
        return Ok(None);
    }
    let seen = seen(&call.actor(), call.operator());
    let named = Some(words.clone());
    let most = asked.limit;
    let of_product = ProductsAsked { named: named.clone(), limit: most, ..ProductsAsked::default() };
    let of_case = CasesAsked { named, limit: most, ..CasesAsked::default() };
    let after = asked.after.as_deref();
    let query = SearchQuery {
        operator: call.operator(),
        seen: &seen,
        words: &words,
        after,
        limit: limit(asked.limit),
    };
    Ok(Some(Found {
        products: products(call, &of_product)?,
        releases: call.store.releases_named(&SearchQuery { after: None, ..query })?,
        cases: cases(call, &of_case)?,
        findings: of_identifier(call, &words, most)?,
        components: call.store.components_holding(&query)?,
    }))
}

fn of_identifier(
    call: &Call<'_>,
    words: &str,
    limit: Option<Limit>,
) -> Result<Page<Placed<FindingRow>>, Refusal> {
    if words.len() < 5 || words.contains(' ') {
        return Ok(Page { items: Vec::new(), next: None });
    }
    let vulnerability = Some(words.to_owned());
    findings(call, &FindingsAsked { vulnerability, limit, ..FindingsAsked::default() })
}
