//! Packages of Hex: the Erlang Ecosystem Foundation and the advisories of GitHub.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_HEX: Feed = Feed {
    name: "osv-hex",
    of: "Hex",
    licence: "CC-BY-4.0 (Erlang Ecosystem Foundation CNA, GitHub Advisory Database)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Hex/",
    least_records: 340,
    ..EXPORT
};
