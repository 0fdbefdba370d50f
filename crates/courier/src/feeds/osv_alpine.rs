//! Alpine: its secdb, converted by OSV.dev.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_ALPINE: Feed = Feed {
    name: "osv-alpine",
    of: "Alpine",
    licence: "not stated where the data is documented; converted by OSV.dev from Alpine's secdb",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Alpine/",
    least_records: 4_000,
    ..EXPORT
};
