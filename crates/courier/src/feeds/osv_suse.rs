//! SUSE, as it publishes its updates in OSV form. The licence is said at <https://www.suse.com/support/security/csaf/>, of
//! the same data in another form.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_SUSE: Feed = Feed {
    name: "osv-suse",
    of: "SUSE",
    licence: "CC-BY-4.0 (SUSE)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/SUSE/",
    least_records: 20_000,
    ..EXPORT
};
