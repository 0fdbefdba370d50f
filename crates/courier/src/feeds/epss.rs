//! How likely vulnerabilities are exploited within thirty days (EPSS), as FIRST publishes it each day.
//!
//! That there is a file of all scores each day is said at <https://www.first.org/epss/faq>. Its address is the one that many
//! programs in use fetch it from: the host of Empirical Security, which computes the scores (the older one,
//! `epss.cyentia.com`, redirects there). It had about 326,000 rows in 2026. Under which terms it may be handed on is not
//! said there: ask FIRST.

use super::feed::{Feed, Layout};
use super::feed_file::FeedFile;

pub(super) const EPSS: Feed = Feed {
    name: "epss",
    of: "EPSS",
    publisher: "FIRST",
    licence: "not stated where the data is documented",
    address: "https://epss.empiricalsecurity.com/",
    documented: "https://www.first.org/epss/faq",
    layout: Layout::Files(|_| vec![FeedFile::named("epss_scores-current.csv.gz")]),
    every_hours: 24,
    stale_after_hours: 72,
    least_records: 250_000,
    may_shrink_percent: 5,
    unreadable_per_mille: 1,
    most_bytes: 256 << 20,
    pause_milliseconds: 1_000,
};
