//! The ecosystems whose advisories we know how to ask for, by their names in the OSV schema.

use crate::version::Order;

/// An ecosystem of packages (OSV schema, "Defined ecosystems").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each is a name of the OSV schema, see `Ecosystem::name`")]
pub enum Ecosystem {
    AlmaLinux,
    Alpaquita,
    Alpine,
    Bioconductor,
    Bitnami,
    Chainguard,
    ConanCenter,
    Cran,
    CratesIo,
    Debian,
    GitHubActions,
    Go,
    Hackage,
    Hex,
    Julia,
    Linux,
    Mageia,
    Maven,
    MinimOs,
    Npm,
    NuGet,
    Opam,
    OpenEuler,
    OpenSuse,
    OssFuzz,
    Packagist,
    PhotonOs,
    Pub,
    PyPi,
    RedHat,
    RockyLinux,
    RubyGems,
    Suse,
    SwiftUrl,
    Ubuntu,
    Wolfi,
}

use Ecosystem as E;

/// Every ecosystem with its OSV name and the exact order of its versions, where we have one.
const REGISTER: [(Ecosystem, &str, Option<Order>); 36] = [
    (E::AlmaLinux, "AlmaLinux", Some(Order::Rpm)),
    (E::Alpaquita, "Alpaquita", Some(Order::Apk)),
    (E::Alpine, "Alpine", Some(Order::Apk)),
    (E::Bioconductor, "Bioconductor", Some(Order::Cran)),
    (E::Bitnami, "Bitnami", Some(Order::Bitnami)),
    (E::Chainguard, "Chainguard", Some(Order::Apk)),
    (E::ConanCenter, "ConanCenter", Some(Order::Conan)),
    (E::Cran, "CRAN", Some(Order::Cran)),
    (E::CratesIo, "crates.io", Some(Order::SemVer)),
    (E::Debian, "Debian", Some(Order::Dpkg)),
    (E::GitHubActions, "GitHub Actions", Some(Order::GitHubActions)),
    (E::Go, "Go", Some(Order::Go)),
    (E::Hackage, "Hackage", Some(Order::Hackage)),
    (E::Hex, "Hex", Some(Order::SemVer)),
    (E::Julia, "Julia", Some(Order::Julia)),
    (E::Linux, "Linux", Some(Order::Linux)),
    (E::Mageia, "Mageia", Some(Order::Rpm)),
    (E::Maven, "Maven", Some(Order::Maven)),
    (E::MinimOs, "MinimOS", Some(Order::Apk)),
    (E::Npm, "npm", Some(Order::Npm)),
    (E::NuGet, "NuGet", Some(Order::NuGet)),
    (E::Opam, "opam", Some(Order::Opam)),
    (E::OpenEuler, "openEuler", Some(Order::Rpm)),
    (E::OpenSuse, "openSUSE", Some(Order::Rpm)),
    // Tags of very many projects, each with its own habit: its ranges are of commits, its versions listed.
    (E::OssFuzz, "OSS-Fuzz", None),
    (E::Packagist, "Packagist", Some(Order::Composer)),
    (E::PhotonOs, "Photon OS", Some(Order::Rpm)),
    (E::Pub, "Pub", Some(Order::Pub)),
    (E::PyPi, "PyPI", Some(Order::Pep440)),
    (E::RedHat, "Red Hat", Some(Order::Rpm)),
    (E::RockyLinux, "Rocky Linux", Some(Order::Rpm)),
    (E::RubyGems, "RubyGems", Some(Order::RubyGems)),
    (E::Suse, "SUSE", Some(Order::Rpm)),
    (E::SwiftUrl, "SwiftURL", Some(Order::SemVer)),
    (E::Ubuntu, "Ubuntu", Some(Order::Dpkg)),
    (E::Wolfi, "Wolfi", Some(Order::Apk)),
];

impl Ecosystem {
    /// Splits an OSV ecosystem into the ecosystem and its suffix: `Debian:12`, `Alpine:v3.18`,
    /// `Ubuntu:22.04:LTS`. `None` for a name not in the register.
    pub fn parse(written: &str) -> Option<(Self, Option<&str>)> {
        let (name, suffix) = match written.split_once(':') {
            Some((name, suffix)) => (name, Some(suffix)),
            None => (written, None),
        };
        let &(ecosystem, ..) = REGISTER.iter().find(|(_, known, _)| *known == name)?;
        Some((ecosystem, suffix.filter(|suffix| !suffix.is_empty())))
    }

    /// Its name in the OSV schema.
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// The exact order of its versions; `None` where we have none and its ranges stay undetermined.
    pub fn order(self) -> Option<Order> {
        self.row().2
    }

    fn row(self) -> &'static (Self, &'static str, Option<Order>) {
        &REGISTER[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ecosystem_stands_at_its_own_place() {
        for (index, (ecosystem, name, _)) in REGISTER.iter().enumerate() {
            assert_eq!(*ecosystem as usize, index, "{name}");
            assert_eq!(Ecosystem::parse(name), Some((*ecosystem, None)));
        }
    }

    #[test]
    fn the_release_is_split_off() {
        assert_eq!(Ecosystem::parse("Debian:12"), Some((E::Debian, Some("12"))));
        assert_eq!(Ecosystem::parse("Ubuntu:22.04:LTS"), Some((E::Ubuntu, Some("22.04:LTS"))));
        assert_eq!(Ecosystem::parse("debian"), None);
    }
}
