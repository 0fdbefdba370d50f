//! Packages of CRAN, by the R Consortium.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_CRAN: Feed = Feed {
    name: "osv-cran",
    of: "CRAN",
    licence: "Apache-2.0 (R Consortium Advisory Database)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/CRAN/",
    least_records: 11,
    ..EXPORT
};
