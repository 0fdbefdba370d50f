//! A container of a CVE record: what the numbering authority says, or an enricher.

use jiff::Timestamp;
use proofmark_facts::{AffectedProduct, ClaimState, RecordClaim};
use serde::Deserialize;

use super::metric::{Metric, rated};
use super::product::Product;
use crate::instants::instant_of;
use crate::json::{List, Words};

/// The `cna` container, or one of `adp`.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
pub(super) struct Container<'a> {
    #[serde(borrow)]
    provider_metadata: Option<Provider<'a>>,
    #[serde(borrow)]
    title: Option<Words<'a>>,
    #[serde(default, borrow)]
    descriptions: List<Description<'a>>,
    #[serde(default, borrow)]
    rejected_reasons: List<Description<'a>>,
    #[serde(default, borrow)]
    replaced_by: List<Words<'a>>,
    #[serde(default, borrow)]
    affected: List<Product<'a>>,
    #[serde(default, borrow)]
    metrics: List<Metric<'a>>,
    #[serde(default, borrow)]
    problem_types: List<ProblemType<'a>>,
    #[serde(default, borrow)]
    references: List<Reference<'a>>,
    #[serde(default, borrow)]
    tags: List<Words<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Provider<'a> {
    #[serde(borrow)]
    short_name: Option<Words<'a>>,
    #[serde(borrow)]
    date_updated: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct Description<'a> {
    #[serde(borrow)]
    lang: Option<Words<'a>>,
    #[serde(borrow)]
    value: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct ProblemType<'a> {
    #[serde(default, borrow)]
    descriptions: List<Weakness<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Weakness<'a> {
    #[serde(borrow)]
    cwe_id: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct Reference<'a> {
    #[serde(borrow)]
    url: Option<Words<'a>>,
}

/// What a container says, by where it goes.
pub(super) struct Said {
    pub(super) claim: RecordClaim,
    pub(super) products: Vec<AffectedProduct>,
    pub(super) summary: Option<String>,
    pub(super) details: Option<String>,
    pub(super) replaced_by: Vec<String>,
    pub(super) references: Vec<String>,
}

impl Container<'_> {
    /// Everything it says; whoever it is of, where it does not name itself, is `else_by`.
    pub(super) fn said(self, else_by: &str) -> Said {
        let provider = self.provider_metadata;
        let name = provider.as_ref().and_then(|provider| provider.short_name.as_deref());
        let source = name.filter(|name| !name.trim().is_empty()).unwrap_or(else_by).to_owned();
        let modified_at: Option<Timestamp> =
            provider.as_ref().and_then(|provider| instant_of(provider.date_updated.as_deref()?));
        let tags: Vec<String> = self.tags.0.into_iter().map(Words::into_string).collect();
        // A tag of the schema, or of an authority that marked disputes before there was one (`x_…`).
        let is_disputed = |tag: &String| tag.trim_start_matches("x_").eq_ignore_ascii_case("disputed");
        let disputed = tags.iter().any(is_disputed);
        let rated = rated(self.metrics);
        let mut weaknesses: Vec<String> = Vec::new();
        let named = self.problem_types.0.into_iter().flat_map(|kind| kind.descriptions.0);
        for weakness in named.filter_map(|weakness| weakness.cwe_id.map(Words::into_string)) {
            if !weaknesses.contains(&weakness) {
                weaknesses.push(weakness);
            }
        }
        let details = english(self.descriptions).or_else(|| english(self.rejected_reasons));
        let first_line =
            || details.as_deref()?.lines().find(|line| !line.trim().is_empty()).map(str::to_owned);
        let summary = self.title.map(Words::into_string).filter(|title| !title.trim().is_empty());
        Said {
            products: self.affected.0.into_iter().map(|product| product.into_product(&source)).collect(),
            summary: summary.or_else(first_line),
            details,
            replaced_by: self.replaced_by.0.into_iter().map(Words::into_string).collect(),
            references: self
                .references
                .0
                .into_iter()
                .filter_map(|it| it.url.map(Words::into_string))
                .collect(),
            claim: RecordClaim {
                source,
                state: if disputed { ClaimState::Disputed } else { ClaimState::Published },
                published_at: None,
                modified_at,
                ended_at: None,
                severities: rated.severities,
                severity_word: rated.word,
                exploited: rated.exploited,
                ssvc: rated.ssvc,
                weaknesses,
                tags,
            },
        }
    }
}

impl Said {
    /// Whether an enricher adds anything to what is claimed; one that only adds references does not.
    pub(super) fn claims_something(&self) -> bool {
        let claim = &self.claim;
        !(claim.severities.is_empty()
            && claim.severity_word.is_none()
            && claim.exploited.is_none()
            && claim.ssvc.is_none()
            && claim.weaknesses.is_empty()
            && claim.tags.is_empty())
    }
}

/// The first text in English, else the first.
fn english(descriptions: List<Description<'_>>) -> Option<String> {
    let is_english = |one: &Description<'_>| {
        one.lang.as_deref().is_some_and(|lang| lang.to_ascii_lowercase().starts_with("en"))
    };
    let mut all = descriptions.0;
    let place = all.iter().position(is_english).unwrap_or_default();
    if all.is_empty() { None } else { all.swap_remove(place).value.map(Words::into_string) }
}
