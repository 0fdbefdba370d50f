//! What lies ahead of a product as its last assessment saw it: days, cases, and how ready it is annex by annex.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::annex_part::AnnexPart;
use crate::case_standing::CaseStanding;
use crate::tally::ObligationTally;

/// What lies ahead of a product.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outlook {
    /// The days of the support period; `None`: it is another's to set, or nobody's.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub support: Option<SupportDays>,
    /// Since when the obligation that is late for longest is late.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub late_since: Option<Date>,
    /// The next day on which an obligation that is not met begins to bind.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub binds_next_on: Option<Date>,
    /// The declared cases, in the dossier's order; behind them those that are no longer declared.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub cases: Vec<CaseStanding>,
    /// How many obligations stand how, by the annex that asks them.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub readiness: BTreeMap<AnnexPart, ObligationTally>,
}

/// The days of a support period (Article 13(8)).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SupportDays {
    /// The day it runs from.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub runs_from: Option<Date>,
    /// The earliest last day the law lets it have: five years, or what the expected use allows instead.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub floor_ends_on: Option<Date>,
    /// The last day it must have to reflect the expected use too.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub required_ends_on: Option<Date>,
}
