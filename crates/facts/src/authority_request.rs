//! What a market surveillance authority asked or ordered, by when, and when it was answered.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// One request or order. The Regulation sets no number of days: each comes with its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AuthorityRequest {
    /// The obligation it calls on, as `art13-22` or `art53`.
    pub obligation: String,
    /// The authority.
    pub authority: Option<String>,
    /// The day it came.
    pub received_on: Option<Date>,
    /// The last day for the answer, as the authority set it.
    pub due_on: Option<Date>,
    /// The day it was answered, or what was ordered was done.
    pub answered_on: Option<Date>,
}
