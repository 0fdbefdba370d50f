//! The Linux kernel, as OSV.dev converts the records of the kernel's own CNA. Where the index knows no ecosystem `Linux`,
//! its records are kept and match nothing.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_LINUX: Feed = Feed {
    name: "osv-linux",
    of: "Linux",
    licence: "not stated where the data is documented; it is made of the records of the kernel's CNA",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Linux/",
    least_records: 26_000,
    ..EXPORT
};
