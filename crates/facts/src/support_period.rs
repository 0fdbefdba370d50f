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
    /// The expected use in months, where years are too coarse.
    pub expected_use_months: Option<u64>,
    /// Whether it is software that by its nature is used by subscription only.
    pub subscription_only: Option<bool>,
    /// How long a subscription lasts, in months.
    pub subscription_months: Option<u64>,
    /// Delegated acts that set a minimum, and whether they cover this product.
    pub act_minimums: Vec<ActMinimum>,
    /// Of a substantially modified version: the last day of the support period of the version it was made from.
    pub original_ends_on: Option<Date>,
    /// Of a substantially modified version: whether what the expected use was judged by is unchanged.
    pub use_factors_unchanged: Option<bool>,
    /// Whether the end, month and year at least, is stated at the time of purchase (Article 13(19)).
    pub end_stated_at_purchase: Option<bool>,
    /// Whether users can be shown a notice at the end (Article 13(19): where technically feasible).
    pub end_notice_feasible: Option<bool>,
    /// The day the notice was shown.
    pub end_notice_shown_on: Option<Date>,
    /// Older versions for which vulnerabilities are no longer remedied.
    pub older_versions: OlderVersions,
    /// Components whose own support has ended, or will end before the product's.
    pub components_without_support: Vec<ComponentWithoutSupport>,
    /// Whether the source code is to be released after the end (recital 61).
    pub releases_source_afterwards: Option<bool>,
}

/// A delegated act under Article 13(8), fourth subparagraph, and whether it covers the product.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ActMinimum {
    /// The act, as the state of the law names it.
    pub act: String,
    /// Whether it covers this product.
    pub covers_this_product: Option<bool>,
}

/// The conditions under which vulnerabilities need be remedied in the latest version only (Article 13(10)).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OlderVersions {
    /// Whether remediation stops for older versions.
    pub remediation_stopped: Option<bool>,
    /// Whether the upgrade to the latest version is free of charge.
    pub upgrade_free: Option<bool>,
    /// Whether the upgrade makes users buy hardware.
    pub forces_hardware_purchase: Option<bool>,
    /// Whether the upgrade makes users replace infrastructure.
    pub forces_infrastructure_replacement: Option<bool>,
    /// Whether it takes users' staff time, tests, or routine upgrades of what the product runs on: no extra cost.
    pub needs_ordinary_effort: Option<bool>,
    /// Whether paid support of older versions is offered.
    pub paid_support_offered: Option<bool>,
    /// Whether users of older versions are told that support of these has ended.
    pub users_told: Option<bool>,
}

impl OlderVersions {
    /// The conditions of Article 13(10): the key of each, what is stated, and the answer that fulfils it.
    pub fn conditions(&self) -> [(&'static str, Option<bool>, bool); 3] {
        [
            ("support_period.older_versions.upgrade_free", self.upgrade_free, true),
            ("support_period.older_versions.forces_hardware_purchase", self.forces_hardware_purchase, false),
            (
                "support_period.older_versions.forces_infrastructure_replacement",
                self.forces_infrastructure_replacement,
                false,
            ),
        ]
    }
}

/// A component that its own makers no longer support.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ComponentWithoutSupport {
    /// Which one.
    pub component: String,
    /// The last day its makers support it.
    pub supported_until: Option<Date>,
    /// What is done about it.
    pub remedy: Option<Remedy>,
}

/// What a manufacturer does about a component without support.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Remedy {
    /// Another component takes its place.
    Replaced,
    /// The manufacturer patches it.
    PatchedByUs,
    /// Its vulnerabilities are mitigated in the product.
    Mitigated,
    /// Nothing.
    None,
}
