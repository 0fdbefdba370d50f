//! Repositories of software of no package registry, C and C++ above all, by ranges of commits (111,561 records in the archive of
//! October 2026). The folder is one the export makes up: it holds the records that name repositories and no package, most of
//! them converted from CVE records and the NVD.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_GIT: Feed = Feed {
    name: "osv-git",
    of: "GIT",
    licence: "not stated where the data is documented; most of it converted by OSV.dev from CVE records and the NVD",
    address: "https://storage.googleapis.com/osv-vulnerabilities/GIT/",
    least_records: 90_000,
    ..EXPORT
};
