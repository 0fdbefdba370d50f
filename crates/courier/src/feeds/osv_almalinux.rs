//! `AlmaLinux`, as it publishes its errata in OSV form (5,680 records in August 2026).
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_ALMALINUX: Feed = Feed {
    name: "osv-almalinux",
    of: "AlmaLinux",
    licence: "MIT (AlmaLinux)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/AlmaLinux/",
    least_records: 5_500,
    ..EXPORT
};
