//! Chainguard: its advisories of packages and images.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_CHAINGUARD: Feed = Feed {
    name: "osv-chainguard",
    of: "Chainguard",
    licence: "not stated where the data is documented; published by Chainguard",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Chainguard/",
    least_records: 1_000_000,
    ..EXPORT
};
