//! Mageia: its advisories.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_MAGEIA: Feed = Feed {
    name: "osv-mageia",
    of: "Mageia",
    licence: "not stated where the data is documented; published by Mageia",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Mageia/",
    least_records: 5_300,
    ..EXPORT
};
