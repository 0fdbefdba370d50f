//! A security update that was made available (Article 13(9)).

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// One security update.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SecurityUpdate {
    /// Its name or number.
    pub update: String,
    /// The version it leads to.
    pub to_version: Option<String>,
    /// The day it was issued.
    pub issued_on: Option<Date>,
    /// Whether users can still get it.
    pub still_available: Option<bool>,
}
