//! openSUSE, as SUSE publishes its updates in OSV form. The licence is said at <https://www.suse.com/support/security/csaf/>,
//! of the same data in another form.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_OPENSUSE: Feed = Feed {
    name: "osv-opensuse",
    of: "openSUSE",
    licence: "CC-BY-4.0 (SUSE)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/openSUSE/",
    least_records: 12_500,
    ..EXPORT
};
