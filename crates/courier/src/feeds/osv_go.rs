//! Modules of Go: the Go vulnerability database (4,291 records in August 2026) and the advisories of GitHub.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_GO: Feed = Feed {
    name: "osv-go",
    of: "Go",
    licence: "CC-BY-4.0 (Go Vulnerability Database, GitHub Advisory Database)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Go/",
    least_records: 4_000,
    ..EXPORT
};
