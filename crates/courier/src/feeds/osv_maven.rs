//! Packages of Maven repositories, by the advisories of GitHub.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_MAVEN: Feed = Feed {
    name: "osv-maven",
    of: "Maven",
    licence: "CC-BY-4.0 (GitHub Advisory Database)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Maven/",
    least_records: 6_000,
    ..EXPORT
};
