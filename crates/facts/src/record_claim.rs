//! What one container of a record says of its vulnerability, as it is written: not yet scored.

use jiff::Timestamp;

use crate::severity::SeverityVector;
use crate::source_claim::{ClaimState, ExploitedStatement, SsvcDecision};

/// The claim of one source inside a record that holds several (a CVE record: its numbering authority, and enrichers).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RecordClaim {
    /// Who says it.
    pub source: String,
    /// Whether it still does.
    pub state: ClaimState,
    /// When it first did.
    pub published_at: Option<Timestamp>,
    /// When it last changed.
    pub modified_at: Option<Timestamp>,
    /// When it was taken back.
    pub ended_at: Option<Timestamp>,
    /// How bad it says it is.
    pub severities: Vec<SeverityVector>,
    /// Its word for how bad, where it has no vector.
    pub severity_word: Option<String>,
    /// That it is exploited somewhere.
    pub exploited: Option<ExploitedStatement>,
    /// Its decision points.
    pub ssvc: Option<SsvcDecision>,
    /// The weaknesses behind it.
    pub weaknesses: Vec<String>,
    /// Marks on the record.
    pub tags: Vec<String>,
}
