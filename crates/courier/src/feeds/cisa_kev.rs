//! The catalogue of vulnerabilities that are known to be exploited, kept by the CISA (US).
//!
//! Address and schema: <https://www.cisa.gov/known-exploited-vulnerabilities-catalog>; the catalogue is under CC0 and is
//! mirrored at `cisagov/kev-data`. It had 1,404 entries in August 2025 and grows on working days; entries are hardly ever
//! taken out.

use super::feed::{Feed, Layout};
use super::feed_file::FeedFile;

pub(super) const CISA_KEV: Feed = Feed {
    name: "cisa-kev",
    of: "CISA KEV",
    publisher: "CISA",
    licence: "CC0-1.0",
    address: "https://www.cisa.gov/sites/default/files/feeds/",
    documented: "https://www.cisa.gov/known-exploited-vulnerabilities-catalog",
    layout: Layout::Files(|_| vec![FeedFile::named("known_exploited_vulnerabilities.json")]),
    every_hours: 6,
    stale_after_hours: 48,
    least_records: 1_400,
    may_shrink_percent: 2,
    // A catalogue is one document: an entry that cannot be read is a change of its form.
    unreadable_per_mille: 0,
    most_bytes: 64 << 20,
    pause_milliseconds: 1_000,
};
