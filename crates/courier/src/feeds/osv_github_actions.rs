//! Actions of GitHub, by the advisories of GitHub.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_GITHUB_ACTIONS: Feed = Feed {
    name: "osv-github-actions",
    of: "GitHub Actions",
    licence: "CC-BY-4.0 (GitHub Advisory Database)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/GitHub%20Actions/",
    least_records: 46,
    ..EXPORT
};
