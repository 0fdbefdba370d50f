//! Julia: its security advisories.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_JULIA: Feed = Feed {
    name: "osv-julia",
    of: "Julia",
    licence: "not stated where the data is documented; published by JuliaLang",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Julia/",
    least_records: 1_400,
    ..EXPORT
};
