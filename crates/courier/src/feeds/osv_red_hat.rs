//! Red Hat, as it publishes its errata in OSV form. The licence is said at <https://access.redhat.com/security/data>.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_RED_HAT: Feed = Feed {
    name: "osv-red-hat",
    of: "Red Hat",
    licence: "CC-BY-4.0 (Red Hat)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Red%20Hat/",
    least_records: 20_000,
    ..EXPORT
};
