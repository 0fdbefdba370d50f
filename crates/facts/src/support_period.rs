//! The support period: how long vulnerabilities are handled (Article 13(8)).

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// The declared support period and why it is that long.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct SupportPeriod {
    /// Last day of the support period. A month alone is read as its last day.
    pub ends_on: Option<Date>,
    /// How long users are expected to use the product, in years.
    pub expected_use_years: Option<u32>,
    /// The reasoning (Article 13(8) second subparagraph), in words.
    pub rationale: Option<String>,
    /// The record behind the reasoning, as a file.
    pub record: Option<String>,
    /// What technical security support is offered (Annex II point 7).
    pub offers: Option<String>,
}
