//! Packages of npm: the reviewed advisories of GitHub, and reports of malicious packages (`MAL-`), of which there are
//! many more.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_NPM: Feed = Feed {
    name: "osv-npm",
    of: "npm",
    licence: "CC-BY-4.0 (GitHub Advisory Database), Apache-2.0 (OpenSSF malicious packages)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/npm/",
    least_records: 195_000,
    ..EXPORT
};
