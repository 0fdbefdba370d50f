//! The records of ENISA's European vulnerability database (EUVD).
//!
//! The interface is documented at <https://euvd.enisa.europa.eu/apidoc> (source: the repository `enisaeu/euvd-docs-public`): a search
//! gives pages of at most a hundred records from page 0 on, and can be bounded by the days (`YYYY-MM-DD`) records were
//! updated on; whether those days are included is not said, so windows overlap by one. It had some 401,600 records in October 2026:
//! a first copy is over four thousand requests, with a second between two of them more than an hour, and later copies
//! are of what was updated since.
//!
//! Beside it there is `dump/cve-euvd-mapping` (`euvd_id,cve_id`, 384,000 lines in October 2026). It says no more than the
//! aliases of the records do, and is not fetched.

use jiff::civil::date;

use super::feed::{Feed, Layout};
use super::update_search::UpdateSearch;

pub(super) const EUVD: Feed = Feed {
    name: "euvd",
    of: "EUVD",
    publisher: "ENISA",
    licence: "not stated where the data is documented",
    address: "https://euvdservices.enisa.europa.eu/api/",
    documented: "https://euvd.enisa.europa.eu/apidoc",
    layout: Layout::UpdateSearch(UpdateSearch {
        name: "search",
        first_day: date(1990, 1, 1),
        page: 100,
        most_in_window: 10_000,
    }),
    every_hours: 12,
    stale_after_hours: 96,
    least_records: 350_000,
    may_shrink_percent: 1,
    unreadable_per_mille: 5,
    most_bytes: 32 << 20,
    pause_milliseconds: 1_000,
};
