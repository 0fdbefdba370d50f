//! Packages of NuGet, by the advisories of GitHub, and malicious packages.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_NUGET: Feed = Feed {
    name: "osv-nuget",
    of: "NuGet",
    licence: "CC-BY-4.0 (GitHub Advisory Database), Apache-2.0 (OpenSSF malicious packages)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/NuGet/",
    least_records: 1_600,
    ..EXPORT
};
