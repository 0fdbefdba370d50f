//! A publisher of CSAF documents somebody added: kept beside the copy of its documents, and a feed like the others.

use jiff::Timestamp;
use proofmark_actions::FeedCopy;
use proofmark_courier::{Feed, Layout};
use serde::{Deserialize, Serialize};

use crate::provider_name::is_provider_name;

/// A publisher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Provider {
    /// What its feed is called.
    pub(crate) feed: String,
    /// Where its metadata lie.
    pub(crate) metadata: String,
    /// Its name, as its metadata say it.
    pub(crate) publisher: String,
    /// The address that stands for it.
    pub(crate) namespace: String,
    /// The role it takes.
    pub(crate) role: String,
    /// The fingerprints of the keys somebody accepted as its own, sorted.
    pub(crate) keys: Vec<String>,
    /// When it was added.
    pub(crate) added_at: Timestamp,
}

impl Provider {
    /// It as a feed. How many documents such a one has nobody knows beforehand, so only their shrinking is an alarm.
    pub(crate) fn feed(&self) -> Feed<'_> {
        terms(&self.feed, &self.publisher, &self.metadata)
    }
}

/// What a copy of a publisher's documents must be like where nobody added the publisher: where nothing is fetched.
pub(super) fn feed_of_copy(copy: &FeedCopy) -> Option<Feed<'_>> {
    let origin = copy.csaf.as_ref().filter(|_| is_provider_name(&copy.feed))?;
    Some(terms(&copy.feed, &origin.publisher, &copy.address))
}

fn terms<'f>(name: &'f str, publisher: &'f str, metadata: &'f str) -> Feed<'f> {
    Feed {
        name,
        of: "CSAF",
        publisher,
        licence: "as its publisher says",
        address: metadata,
        documented: metadata,
        layout: Layout::CsafProvider,
        every_hours: 12,
        stale_after_hours: 72,
        least_records: 1,
        may_shrink_percent: 5,
        unreadable_per_mille: 10,
        most_bytes: 128 << 20,
        pause_milliseconds: 100,
    }
}
