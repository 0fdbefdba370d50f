//! The enterprise behind the operator, in numbers: what its size class and a fine's upper limit are computed from.

use schemars::JsonSchema;
use serde::Serialize;

/// Headcount and money, in whole euros; `None` means not stated.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Enterprise {
    /// Whether the operator is an undertaking: whether it carries out an economic activity.
    pub undertaking: Option<bool>,
    /// Staff, in annual work units.
    pub staff: Option<u64>,
    /// Annual turnover, in euros.
    pub annual_turnover_eur: Option<u64>,
    /// Annual balance sheet total, in euros.
    pub balance_sheet_eur: Option<u64>,
    /// Whether these numbers include linked and partner enterprises.
    pub linked_enterprises_included: Option<bool>,
    /// Worldwide annual turnover of the preceding financial year, in euros (Article 64(2) to (4)).
    pub worldwide_turnover_eur: Option<u64>,
}
