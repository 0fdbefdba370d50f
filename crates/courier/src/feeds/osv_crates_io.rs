//! Packages of crates.io: `RustSec` (1,206 records in August 2026) and the advisories of GitHub.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_CRATES_IO: Feed = Feed {
    name: "osv-crates-io",
    of: "crates.io",
    licence: "CC0-1.0 (RustSec Advisory Database), CC-BY-4.0 (GitHub Advisory Database)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/crates.io/",
    least_records: 1_200,
    ..EXPORT
};
