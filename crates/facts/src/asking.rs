//! What lists ask of whoever keeps things: products, releases, components and findings, page by page.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::keep_error::KeepError;
use crate::product_need::ProductNeed;
use crate::product_record::{GateAnswer, ProductRecord};
use crate::release_record::ReleaseRecord;
use crate::rows::{ComponentRow, FindingRow};
use crate::tally::FindingTally;

/// Which of an operator's products somebody may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// All of them.
    All,
    /// These, by id.
    These(Vec<String>),
}

/// A page of a list. The next one begins after the last entry of this one, whatever was written meanwhile.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Page<T> {
    /// The entries.
    pub items: Vec<T>,
    /// What to ask the next page with; `None`: there is none.
    pub next: Option<String>,
}

/// How products are listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ProductOrder {
    /// By name.
    #[default]
    Name,
    /// What needs somebody first: closed gates, then the worst open findings.
    Urgency,
    /// The support period that ends first.
    SupportEnd,
}

/// Which products.
#[derive(Debug, Clone)]
pub struct ProductQuery<'a> {
    /// The operator's id.
    pub operator: &'a str,
    /// Which of them the asker may see.
    pub seen: &'a Seen,
    /// Words the name must hold.
    pub named: Option<&'a str>,
    /// The gate's answer.
    pub gate: Option<GateAnswer>,
    /// What it must need.
    pub needs: Option<ProductNeed>,
    /// In which order.
    pub order: ProductOrder,
    /// The `next` of the page before.
    pub after: Option<&'a str>,
    /// How many at most.
    pub limit: usize,
}

/// How findings are listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FindingOrder {
    /// The severest first.
    #[default]
    Severity,
    /// The likeliest to be exploited first (EPSS).
    Epss,
    /// The newest first.
    Newest,
}

/// Which findings. Only those of each product's releases the filters name.
#[derive(Debug, Clone)]
pub struct FindingQuery<'a> {
    /// The operator's id.
    pub operator: &'a str,
    /// Which products the asker may see.
    pub seen: &'a Seen,
    /// One product.
    pub product: Option<&'a str>,
    /// One release of it.
    pub release: Option<&'a str>,
    /// One vulnerability.
    pub vulnerability: Option<&'a str>,
    /// Open (`true`) or closed ones.
    pub open: Option<bool>,
    /// Still to be resolved, or resolved.
    pub unresolved: Option<bool>,
    /// Listed as exploited somewhere.
    pub exploited: Option<bool>,
    /// At least this score times ten.
    pub score_from: Option<i64>,
    /// What else the list is narrowed by.
    pub narrowed: FindingFilter<'a>,
    /// In which order.
    pub order: FindingOrder,
    /// The `next` of the page before.
    pub after: Option<&'a str>,
    /// How many at most.
    pub limit: usize,
}

/// What a list of findings is narrowed by beside what it is looked up by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FindingFilter<'a> {
    /// One vulnerability by any of its identifiers, whatever the case of its letters.
    pub identified: Option<&'a str>,
    /// Words the component, the vulnerability or one of its other identifiers must hold, each in one of them, whatever
    /// their case.
    pub holding: Option<&'a str>,
    /// A version in which it is fixed is known, or none is.
    pub fixable: Option<bool>,
    /// First found then or earlier.
    pub opened_until: Option<Timestamp>,
    /// First found then or later.
    pub opened_from: Option<Timestamp>,
}

/// A row with the release it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Placed<T> {
    /// The product's id.
    pub product: String,
    /// The release's version.
    pub release: String,
    /// The row.
    #[serde(flatten)]
    pub row: T,
}

/// Which components.
#[derive(Debug, Clone)]
pub struct ComponentQuery<'a> {
    /// The operator's id.
    pub operator: &'a str,
    /// Which products the asker may see.
    pub seen: &'a Seen,
    /// One product.
    pub product: Option<&'a str>,
    /// One release of it.
    pub release: Option<&'a str>,
    /// What the name begins with, whatever its case.
    pub named: Option<&'a str>,
    /// Only those the product itself names, or only the others.
    pub top_level: Option<bool>,
    /// The `next` of the page before.
    pub after: Option<&'a str>,
    /// How many at most.
    pub limit: usize,
}

/// What lists and searches ask. Nothing of another operator is ever in an answer.
pub trait Asking {
    /// A page of products.
    fn products(&self, query: &ProductQuery<'_>) -> Result<Page<ProductRecord>, KeepError>;

    /// A page of a product's releases, the newest first.
    fn releases(
        &self,
        operator: &str,
        product: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<ReleaseRecord>, KeepError>;

    /// A page of components.
    fn components(&self, query: &ComponentQuery<'_>) -> Result<Page<Placed<ComponentRow>>, KeepError>;

    /// A page of findings. One that is not full though there is a next one says that so many findings were passed over
    /// without enough that fit: asking on goes on behind them.
    fn findings(&self, query: &FindingQuery<'_>) -> Result<Page<Placed<FindingRow>>, KeepError>;

    /// All rows of findings of one release, in the order of component and vulnerability.
    fn findings_of(&self, operator: &str, product: &str, release: &str)
    -> Result<Vec<FindingRow>, KeepError>;

    /// All rows of components of one release, in the order of their places.
    fn components_of(
        &self,
        operator: &str,
        product: &str,
        release: &str,
    ) -> Result<Vec<ComponentRow>, KeepError>;

    /// Products and versions of all releases with a component of such a package, or asked by such a word. Each package and word of
    /// the operator is asked for once, however many releases have it: a package URL that all versions of the package share
    /// ([`crate::Purl::advised_package`]), a word as [`crate::ComponentRow::asked`] has it, or `unknown` for components whose words
    /// nobody kept.
    fn releases_with(
        &self,
        operator: &str,
        is_such: &mut dyn FnMut(&str) -> bool,
    ) -> Result<Vec<(String, String)>, KeepError>;

    /// Products and versions of all releases with an open finding of a vulnerability that has such an identifier, its own or
    /// another. Each identifier of the operator's findings is asked for once, in small letters. Where very many findings are
    /// meant, every release with an open finding.
    fn releases_knowing(
        &self,
        operator: &str,
        is_such: &mut dyn FnMut(&str) -> bool,
    ) -> Result<Vec<(String, String)>, KeepError>;

    /// What all products of an operator add up to: by gate, and open findings of their latest releases.
    fn portfolio(&self, operator: &str, seen: &Seen) -> Result<Portfolio, KeepError>;
}

/// What an operator's products add up to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Portfolio {
    /// How many products.
    pub products: u64,
    /// With an open gate.
    pub gates_open: u64,
    /// With a closed gate.
    pub gates_closed: u64,
    /// Never assessed.
    pub unassessed: u64,
    /// Obligations that bind already and are not met.
    pub obligations_late: u64,
    /// Open findings of the releases last assessed.
    pub findings: FindingTally,
}
