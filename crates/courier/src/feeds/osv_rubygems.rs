//! Packages of `RubyGems`, by the advisories of GitHub, and malicious packages.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_RUBYGEMS: Feed = Feed {
    name: "osv-rubygems",
    of: "RubyGems",
    licence: "CC-BY-4.0 (GitHub Advisory Database), Apache-2.0 (OpenSSF malicious packages)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/RubyGems/",
    least_records: 4_500,
    ..EXPORT
};
