//! Packages of Hackage, by the Haskell security advisories.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_HACKAGE: Feed = Feed {
    name: "osv-hackage",
    of: "Hackage",
    licence: "CC0-1.0 (Haskell Security Advisories)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Hackage/",
    least_records: 28,
    ..EXPORT
};
