//! Packages of opam, by the OCaml security advisories.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_OPAM: Feed = Feed {
    name: "osv-opam",
    of: "opam",
    licence: "CC0-1.0 (OCaml Security Advisories)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/opam/",
    least_records: 29,
    ..EXPORT
};
