//! The clocks of Article 14 from a few instants, as `proofmark clocks` says them.

use jiff::Timestamp;
use proofmark_facts::{Country, Stream};
use proofmark_law::Clock;
use schemars::JsonSchema;
use serde::Serialize;

/// What `clocks` was asked, and the clocks.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ClockReport {
    /// Which kind of event.
    pub stream: Stream,
    /// When the operator became aware.
    pub aware_at: Timestamp,
    /// Whose coordinator is notified; `None`: not said, so no outer limit is counted.
    pub coordinator: Option<Country>,
    /// The instant the clocks were judged at.
    pub judged_at: Timestamp,
    /// The clocks.
    pub clocks: Vec<Clock>,
}
