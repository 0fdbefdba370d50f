//! openEuler: its advisories.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_OPENEULER: Feed = Feed {
    name: "osv-openeuler",
    of: "openEuler",
    licence: "not stated where the data is documented; published by openEuler",
    address: "https://storage.googleapis.com/osv-vulnerabilities/openEuler/",
    least_records: 7_800,
    ..EXPORT
};
