//! What OSS-Fuzz found in C and C++ projects (4,026 records in August 2026).
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_OSS_FUZZ: Feed = Feed {
    name: "osv-oss-fuzz",
    of: "OSS-Fuzz",
    licence: "CC-BY-4.0 (OSS-Fuzz)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/OSS-Fuzz/",
    least_records: 4_000,
    ..EXPORT
};
