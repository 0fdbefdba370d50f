//! What came of asking the feeds.

use jiff::Timestamp;
use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

/// What came of asking the feeds.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SyncReport {
    /// Each feed that was asked, in the order of the register.
    pub feeds: Vec<SyncedFeed>,
    /// Whether the database was built anew.
    pub rebuilt: bool,
}

/// What came of asking a feed.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct SyncedFeed {
    /// Its name.
    pub name: String,
    /// What came of it.
    pub outcome: SyncOutcome,
    /// How many records its copy has now.
    pub records: Option<u64>,
    /// How many it had before.
    pub records_before: Option<u64>,
    /// What went wrong.
    pub trouble: Option<Text>,
    /// When its server may be asked again.
    pub not_before: Option<Timestamp>,
}

/// What came of asking a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SyncOutcome {
    /// The copy is what is published.
    Unchanged,
    /// The copy was replaced, or changed.
    Changed,
    /// It could not be fetched; the copy is the one before.
    Hindered,
    /// What was fetched is not fit; the copy is the one before.
    Refused,
    /// It was not asked: its server asked to be left alone for a time.
    Waiting,
}

impl SyncReport {
    /// Whether every feed that was asked is up to date.
    pub fn all_up_to_date(&self) -> bool {
        let fine = |feed: &SyncedFeed| matches!(feed.outcome, SyncOutcome::Unchanged | SyncOutcome::Changed);
        self.feeds.iter().all(fine)
    }
}
