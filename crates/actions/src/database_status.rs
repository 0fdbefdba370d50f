//! What a vulnerability database holds, as whoever asks for its status is told.

use jiff::Timestamp;
use proofmark_vulndb::{CoverageFacts, IndexFacts, SourceFacts};
use schemars::JsonSchema;
use serde::Serialize;

use crate::feeds::FeedStanding;

/// What a database holds, as `feeds status` and `feeds import` say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DatabaseStatus {
    /// Where it lies.
    pub path: String,
    /// The newest change among its records.
    pub as_of: Option<String>,
    /// Records.
    pub records: u64,
    /// Packages with at least one record.
    pub packages: u64,
    /// Vulnerabilities, each counted once however many records speak of it.
    pub vulnerabilities: u64,
    /// Of these, in a catalogue of those exploited somewhere, or said to be by a source.
    pub exploited: u64,
    /// Entries of catalogues of those exploited somewhere, whether or not a record speaks of them.
    pub listed: u64,
    /// Of the vulnerabilities, those it says of how likely they are exploited within thirty days (EPSS).
    pub predictions: u64,
    /// The day these predictions are of.
    pub scored_on: Option<String>,
    /// Its sources.
    pub sources: Vec<DatabaseSource>,
    /// Ecosystems, with the release of a distribution where it has any.
    pub covers: Vec<String>,
    /// Each feed a copy is kept of, and how it stands.
    pub feeds: Vec<FeedStanding>,
}

/// One source of a database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DatabaseSource {
    /// Its name.
    pub name: String,
    /// How many records came from it.
    pub records: u64,
    /// The newest change among them.
    pub newest: Option<String>,
}

impl DatabaseStatus {
    /// What the facts of the database at this path say, as known now.
    pub fn of(path: String, facts: IndexFacts, now: Timestamp) -> Self {
        let facts = facts.as_known_at(now);
        let day = |at: Timestamp| at.strftime("%Y-%m-%d").to_string();
        let source = |source: SourceFacts| DatabaseSource {
            name: source.name,
            records: source.records,
            newest: source.newest.map(day),
        };
        let cover = |cover: CoverageFacts| match cover.release {
            Some(release) => format!("{}:{release}", cover.ecosystem),
            None => cover.ecosystem,
        };
        Self {
            path,
            as_of: facts.as_of.map(day),
            records: facts.records,
            packages: facts.packages,
            vulnerabilities: facts.vulnerabilities,
            exploited: facts.exploited,
            listed: facts.listed,
            predictions: facts.predictions,
            scored_on: facts.scored_on.map(|day| day.to_string()),
            sources: facts.sources.into_iter().map(source).collect(),
            covers: facts.covers.into_iter().map(cover).collect(),
            feeds: Vec::new(),
        }
    }

    /// The same, with how each feed stands that a copy is kept of.
    #[must_use]
    pub fn with_feeds(self, feeds: Vec<FeedStanding>) -> Self {
        Self { feeds, ..self }
    }

    /// Whether a feed must be looked after.
    pub fn has_alarm(&self) -> bool {
        self.feeds.iter().any(|feed| !feed.alarms.is_empty())
    }
}
