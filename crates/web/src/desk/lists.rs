//! What lists are asked: the same words in a page's address and in the API.

use jiff::Span;
use proofmark_access::seen;
use proofmark_facts::{
    ComponentQuery, ComponentRow, FindingFilter, FindingOrder, FindingQuery, FindingRow, GateAnswer, Page,
    Placed, ProductOrder, ProductQuery, ProductRecord, ReleaseRecord,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::need_asked::NeedAsked;
use super::score_asked::ScoreAsked;
use crate::call::Call;
use crate::limit::{Limit, limit};
use crate::refusal::Refusal;

/// Letters of a search that are looked at.
const LONGEST_WORDS: usize = 200;

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
    pub(crate) limit: Option<Limit>,
}

/// Which findings.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct FindingsAsked {
    /// One product's, by its id.
    pub(crate) product: Option<String>,
    /// One release's of it, by its version.
    pub(crate) release: Option<String>,
    /// One vulnerability's, by any of its identifiers.
    pub(crate) vulnerability: Option<String>,
    /// Open (`true`) or closed ones.
    pub(crate) open: Option<bool>,
    /// Still to be resolved (`true`), or resolved.
    pub(crate) unresolved: Option<bool>,
    /// Listed as exploited somewhere in the world.
    pub(crate) exploited: Option<bool>,
    /// At least this CVSS score, from 0.0 to 10.0.
    pub(crate) score_from: Option<ScoreAsked>,
    /// Words the component, the vulnerability or another identifier of it must hold, whatever their case; a whole
    /// identifier is looked up as such.
    pub(crate) q: Option<String>,
    /// A version in which it is fixed is known (`true`), or none is.
    pub(crate) fixable: Option<bool>,
    /// First found so many days ago or earlier.
    pub(crate) older_than: Option<u16>,
    /// First found so many days ago or later.
    pub(crate) newer_than: Option<u16>,
    /// In which order.
    pub(crate) order: Option<FindingOrder>,
    /// The `next` of the page before.
    pub(crate) after: Option<String>,
    /// How many at most: 50 unless said otherwise, 200 at most.
    pub(crate) limit: Option<Limit>,
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
    pub(crate) limit: Option<Limit>,
}

/// Which releases, jobs or lines: simply the next ones.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(crate) struct PageAsked {
    /// The `next` of the page before.
    pub(crate) after: Option<String>,
    /// How many at most: 50 unless said otherwise, 200 at most.
    pub(crate) limit: Option<Limit>,
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
    let words: Option<String> =
        asked.q.as_deref().map(|words| words.trim().chars().take(LONGEST_WORDS).collect());
    let words = words.as_deref().filter(|words| !words.is_empty());
    // A whole identifier is looked up, also where the finding is listed under another one of its vulnerability.
    let identifier = words.filter(|words| is_identifier(words));
    let ago = |days: Option<u16>| {
        days.and_then(|days| call.now.checked_sub(Span::new().hours(24 * i64::from(days))).ok())
    };
    let query = FindingQuery {
        operator: call.operator(),
        seen: &seen,
        product: asked.product.as_deref(),
        release: asked.release.as_deref(),
        vulnerability: None,
        open: asked.open,
        unresolved: asked.unresolved,
        exploited: asked.exploited,
        score_from: asked.score_from.map(ScoreAsked::tenths),
        narrowed: FindingFilter {
            identified: asked.vulnerability.as_deref().or(identifier),
            holding: words.filter(|_| identifier.is_none()),
            fixable: asked.fixable,
            opened_until: ago(asked.older_than),
            opened_from: ago(asked.newer_than),
        },
        order: asked.order.unwrap_or_default(),
        after: asked.after.as_deref(),
        limit: limit(asked.limit),
    };
    Ok(call.store.findings(&query)?)
}

/// Whether these words are a whole identifier of a vulnerability.
fn is_identifier(words: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = words.split('-').collect();
    match parts.as_slice() {
        [source, year, number] if source.eq_ignore_ascii_case("cve") => {
            digits(year) && number.len() >= 4 && digits(number)
        }
        [source, rest @ ..] if source.eq_ignore_ascii_case("ghsa") && rest.len() == 3 => {
            rest.iter().all(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        }
        _ => false,
    }
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

#[cfg(test)]
mod tests {
    use super::is_identifier;

    #[test]
    fn whole_identifiers_are_told_from_words() {
        for whole in ["CVE-2026-1234", "cve-2023-44487", "GHSA-m425-mq94-257g"] {
            assert!(is_identifier(whole), "{whole}");
        }
        for words in ["CVE", "CVE-2026", "CVE-2026-12", "GHSA-m425", "left-pad", "cve-2026-1234 x", "é-1-2"]
        {
            assert!(!is_identifier(words), "{words}");
        }
    }
}
