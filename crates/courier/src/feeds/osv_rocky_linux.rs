//! Rocky Linux, as it publishes its errata in OSV form.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_ROCKY_LINUX: Feed = Feed {
    name: "osv-rocky-linux",
    of: "Rocky Linux",
    licence: "BSD (Rocky Linux)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Rocky%20Linux/",
    least_records: 3_800,
    ..EXPORT
};
