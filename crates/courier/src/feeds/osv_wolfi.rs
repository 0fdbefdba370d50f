//! Wolfi: Chainguard's advisories of its packages.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_WOLFI: Feed = Feed {
    name: "osv-wolfi",
    of: "Wolfi",
    licence: "not stated where the data is documented; published by Chainguard",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Wolfi/",
    least_records: 280_000,
    ..EXPORT
};
