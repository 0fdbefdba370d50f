//! Packages of PyPI: its own advisory database (7,080 records in July 2026), those of GitHub, and malicious packages.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_PYPI: Feed = Feed {
    name: "osv-pypi",
    of: "PyPI",
    licence: "CC-BY-4.0 (PyPI Advisory Database, GitHub Advisory Database), Apache-2.0 (OpenSSF malicious packages)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/PyPI/",
    least_records: 7_000,
    ..EXPORT
};
