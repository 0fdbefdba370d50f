//! Packages of Swift, by the advisories of GitHub.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_SWIFT: Feed = Feed {
    name: "osv-swift",
    of: "SwiftURL",
    licence: "CC-BY-4.0 (GitHub Advisory Database)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/SwiftURL/",
    least_records: 50,
    ..EXPORT
};
