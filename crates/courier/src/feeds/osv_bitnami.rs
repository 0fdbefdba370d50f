//! Applications that Bitnami packs (7,444 records in August 2026).
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_BITNAMI: Feed = Feed {
    name: "osv-bitnami",
    of: "Bitnami",
    licence: "Apache-2.0 (Bitnami Vulnerability Database)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Bitnami/",
    least_records: 7_000,
    ..EXPORT
};
