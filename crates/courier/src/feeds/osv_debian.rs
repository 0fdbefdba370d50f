//! Debian: its advisories (`DSA-`, `DLA-`) and its tracker (`DEBIAN-CVE-`), converted by OSV.dev.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_DEBIAN: Feed = Feed {
    name: "osv-debian",
    of: "Debian",
    licence: "not stated where the data is documented; converted by OSV.dev from the Debian security tracker",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Debian/",
    least_records: 60_000,
    ..EXPORT
};
