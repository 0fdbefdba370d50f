//! Alpaquita Linux: `BellSoft`'s advisories.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_ALPAQUITA: Feed = Feed {
    name: "osv-alpaquita",
    of: "Alpaquita",
    licence: "not stated where the data is documented; published by BellSoft",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Alpaquita/",
    least_records: 14_000,
    ..EXPORT
};
