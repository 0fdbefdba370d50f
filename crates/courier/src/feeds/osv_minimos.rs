//! `MinimOS`: Minimus' advisories.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_MINIMOS: Feed = Feed {
    name: "osv-minimos",
    of: "MinimOS",
    licence: "not stated where the data is documented; published by Minimus",
    address: "https://storage.googleapis.com/osv-vulnerabilities/MinimOS/",
    least_records: 150_000,
    ..EXPORT
};
