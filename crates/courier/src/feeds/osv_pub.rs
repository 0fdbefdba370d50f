//! Packages of pub.dev, by the advisories of GitHub.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_PUB: Feed = Feed {
    name: "osv-pub",
    of: "Pub",
    licence: "CC-BY-4.0 (GitHub Advisory Database)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Pub/",
    least_records: 10,
    ..EXPORT
};
