//! Ubuntu, as Canonical publishes it in OSV form.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_UBUNTU: Feed = Feed {
    name: "osv-ubuntu",
    of: "Ubuntu",
    licence: "CC-BY-SA-4.0 (Ubuntu)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Ubuntu/",
    least_records: 58_000,
    ..EXPORT
};
