//! Packages of Packagist, by the advisories of GitHub and of Drupal.
//! Licences: as listed at <https://google.github.io/osv.dev/data/>.

use super::feed::Feed;
use super::osv::EXPORT;

pub(super) const OSV_PACKAGIST: Feed = Feed {
    name: "osv-packagist",
    of: "Packagist",
    licence: "CC-BY-4.0 (GitHub Advisory Database), MIT (Drupal Advisory Database)",
    address: "https://storage.googleapis.com/osv-vulnerabilities/Packagist/",
    least_records: 6_100,
    ..EXPORT
};
