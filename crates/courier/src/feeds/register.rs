//! The register of feeds, each once.

use super::cisa_kev::CISA_KEV;
use super::csaf_cisa::CSAF_CISA;
use super::csaf_red_hat::CSAF_RED_HAT;
use super::csaf_suse::CSAF_SUSE;
use super::cve_records::CVE_RECORDS;
use super::epss::EPSS;
use super::eu_exploited::EU_EXPLOITED;
use super::euvd::EUVD;
use super::feed::Feed;
use super::nvd::NVD;
use super::osv_almalinux::OSV_ALMALINUX;
use super::osv_alpaquita::OSV_ALPAQUITA;
use super::osv_alpine::OSV_ALPINE;
use super::osv_bitnami::OSV_BITNAMI;
use super::osv_chainguard::OSV_CHAINGUARD;
use super::osv_cran::OSV_CRAN;
use super::osv_crates_io::OSV_CRATES_IO;
use super::osv_debian::OSV_DEBIAN;
use super::osv_git::OSV_GIT;
use super::osv_github_actions::OSV_GITHUB_ACTIONS;
use super::osv_go::OSV_GO;
use super::osv_hackage::OSV_HACKAGE;
use super::osv_hex::OSV_HEX;
use super::osv_julia::OSV_JULIA;
use super::osv_linux::OSV_LINUX;
use super::osv_mageia::OSV_MAGEIA;
use super::osv_maven::OSV_MAVEN;
use super::osv_minimos::OSV_MINIMOS;
use super::osv_npm::OSV_NPM;
use super::osv_nuget::OSV_NUGET;
use super::osv_opam::OSV_OPAM;
use super::osv_openeuler::OSV_OPENEULER;
use super::osv_opensuse::OSV_OPENSUSE;
use super::osv_oss_fuzz::OSV_OSS_FUZZ;
use super::osv_packagist::OSV_PACKAGIST;
use super::osv_pub::OSV_PUB;
use super::osv_pypi::OSV_PYPI;
use super::osv_red_hat::OSV_RED_HAT;
use super::osv_rocky_linux::OSV_ROCKY_LINUX;
use super::osv_rubygems::OSV_RUBYGEMS;
use super::osv_suse::OSV_SUSE;
use super::osv_swift::OSV_SWIFT;
use super::osv_ubuntu::OSV_UBUNTU;
use super::osv_wolfi::OSV_WOLFI;

/// Every feed there is: first what tells of exploitation, then what speaks of everything, then languages, then systems, then
/// what publishers say of their own products.
pub const FEEDS: &[&Feed] = &[
    &CISA_KEV,
    &EU_EXPLOITED,
    &EPSS,
    &CVE_RECORDS,
    &NVD,
    &EUVD,
    &OSV_NPM,
    &OSV_PYPI,
    &OSV_MAVEN,
    &OSV_NUGET,
    &OSV_RUBYGEMS,
    &OSV_PACKAGIST,
    &OSV_GO,
    &OSV_CRATES_IO,
    &OSV_HEX,
    &OSV_PUB,
    &OSV_HACKAGE,
    &OSV_CRAN,
    &OSV_OPAM,
    &OSV_GITHUB_ACTIONS,
    &OSV_SWIFT,
    &OSV_JULIA,
    &OSV_BITNAMI,
    &OSV_OSS_FUZZ,
    &OSV_GIT,
    &OSV_LINUX,
    &OSV_DEBIAN,
    &OSV_UBUNTU,
    &OSV_ALPINE,
    &OSV_ALMALINUX,
    &OSV_ROCKY_LINUX,
    &OSV_RED_HAT,
    &OSV_SUSE,
    &OSV_OPENSUSE,
    &OSV_OPENEULER,
    &OSV_MAGEIA,
    &OSV_WOLFI,
    &OSV_CHAINGUARD,
    &OSV_ALPAQUITA,
    &OSV_MINIMOS,
    &CSAF_RED_HAT,
    &CSAF_SUSE,
    &CSAF_CISA,
];

/// The feed of this name.
pub fn feed_named(name: &str) -> Option<&'static Feed<'static>> {
    FEEDS.iter().copied().find(|feed| feed.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::destination::Destination;

    #[test]
    fn every_feed_is_said_in_full() {
        for (place, feed) in FEEDS.iter().enumerate() {
            let name = feed.name;
            let fit = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            assert!(!name.is_empty() && name.bytes().all(fit), "{name}");
            assert!(
                FEEDS[..place].iter().all(|other| other.name != name && other.address != feed.address),
                "{name}"
            );
            assert!(![feed.of, feed.publisher, feed.licence].contains(&""), "{name}");
            assert!(
                feed.address.ends_with('/') && Destination::parse(feed.address).unwrap().is_secure(),
                "{name}"
            );
            assert!(Destination::parse(feed.documented).unwrap().is_secure(), "{name}");
            assert!(feed.every_hours > 0 && feed.stale_after_hours >= 2 * feed.every_hours, "{name}");
            assert!(feed.may_shrink_percent <= 10 && feed.unreadable_per_mille <= 10, "{name}");
            assert!(feed.most_bytes > 0 && feed.least_records > 0, "{name}");
            assert!(feed_named(name).is_some_and(|found| found.name == name));
        }
    }
}
