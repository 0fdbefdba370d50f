//! Which order an ecosystem's versions have.

use std::cmp::Ordering;

use super::alpm::Alpm;
use super::apk::Apk;
use super::built::Built;
use super::composer::Composer;
use super::conan::Conan;
use super::dpkg::Dpkg;
use super::gem::Gem;
use super::generic::Generic;
use super::gentoo::Gentoo;
use super::github_action::GitHubAction;
use super::linux::Linux;
use super::maven::Maven;
use super::nuget::NuGet;
use super::number_list::NumberList;
use super::opam::Opam;
use super::openssl::OpenSsl;
use super::pep440::Pep440;
use super::perl::Perl;
use super::read_version::{Kind, Version};
use super::rpm::Rpm;
use super::semver::SemVer;
use super::{bitnami, go, npm, plain};

/// An order of the versions it can read. Comparing allocates nothing.
///
/// All are exact, as the ecosystem's own tools order, but for [`Order::Generic`]. The variants stand in the order
/// of their codes in the index file: new ones go to the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// Semantic Versioning 2.0.
    SemVer,
    /// node-semver.
    Npm,
    /// PEP 440.
    Pep440,
    /// Go modules and the Go toolchain.
    Go,
    /// Debian packages.
    Dpkg,
    /// RPM packages.
    Rpm,
    /// Bitnami packages.
    Bitnami,
    /// Maven artifacts.
    Maven,
    /// `NuGet` packages.
    NuGet,
    /// Ruby's gems.
    RubyGems,
    /// Composer packages, those of Packagist.
    Composer,
    /// Packages of Alpine and its like.
    Apk,
    /// Dart's packages.
    Pub,
    /// R packages.
    Cran,
    /// Haskell packages.
    Hackage,
    /// Conan recipes.
    Conan,
    /// Julia packages.
    Julia,
    /// OCaml's packages.
    Opam,
    /// Releases of GitHub Actions.
    GitHubActions,
    /// Arch Linux packages.
    Alpm,
    /// Gentoo's ebuilds.
    Gentoo,
    /// OpenSSL's releases.
    OpenSsl,
    /// Integers with dots.
    IntDot,
    /// Instants.
    DateTime,
    /// Texts by their bytes.
    Lexicographic,
    /// Upstream versions of which nobody says how they are ordered: a guess.
    Generic,
    /// Perl's modules.
    Perl,
    /// Linux kernels.
    Linux,
}

/// Every order, in the order of their codes in the index.
pub const ORDERS: [Order; 28] = [
    Order::SemVer,
    Order::Npm,
    Order::Pep440,
    Order::Go,
    Order::Dpkg,
    Order::Rpm,
    Order::Bitnami,
    Order::Maven,
    Order::NuGet,
    Order::RubyGems,
    Order::Composer,
    Order::Apk,
    Order::Pub,
    Order::Cran,
    Order::Hackage,
    Order::Conan,
    Order::Julia,
    Order::Opam,
    Order::GitHubActions,
    Order::Alpm,
    Order::Gentoo,
    Order::OpenSsl,
    Order::IntDot,
    Order::DateTime,
    Order::Lexicographic,
    Order::Generic,
    Order::Perl,
    Order::Linux,
];

impl Order {
    /// Reads a version; `None` for what has no place in this order.
    pub fn read(self, written: &str) -> Option<Version<'_>> {
        Some(Version(match self {
            Self::SemVer => Kind::SemVer(SemVer::parse(written)?),
            Self::Npm => Kind::SemVer(npm::parse(written)?),
            Self::Go => Kind::SemVer(go::parse(written)?),
            Self::Pep440 => Kind::Pep440(Pep440::parse(written)?),
            Self::Dpkg => Kind::Dpkg(Dpkg::parse(written)?),
            Self::Rpm => Kind::Rpm(Rpm::parse(written)?),
            Self::Bitnami => {
                let (version, revision) = bitnami::parse(written)?;
                Kind::Bitnami(version, revision)
            }
            Self::Maven => Kind::Maven(Maven::parse(written)?),
            Self::NuGet => Kind::NuGet(NuGet::parse(written)?),
            Self::RubyGems => Kind::Gem(Gem::parse(written)?),
            Self::Composer => Kind::Composer(Composer::parse(written)?),
            Self::Apk => Kind::Apk(Apk::parse(written)?),
            Self::Pub => Kind::Built(Built::parse_pub(written)?),
            Self::Julia => Kind::Built(Built::parse_julia(written)?),
            Self::Cran => Kind::NumberList(NumberList::parse_r(written)?),
            Self::Hackage => Kind::NumberList(NumberList::parse_haskell(written)?),
            Self::Conan => Kind::Conan(Conan::parse(written)?),
            Self::Opam => Kind::Opam(Opam::parse(written)?),
            Self::GitHubActions => Kind::GitHubAction(GitHubAction::parse(written)?),
            Self::Alpm => Kind::Alpm(Alpm::parse(written)?),
            Self::Gentoo => Kind::Gentoo(Gentoo::parse(written)?),
            Self::OpenSsl => Kind::OpenSsl(OpenSsl::parse(written)?),
            Self::IntDot => Kind::IntDot(plain::int_dot(written)?),
            Self::DateTime => Kind::DateTime(plain::instant(written)?),
            Self::Lexicographic => Kind::Text(written),
            Self::Generic => Kind::Generic(Generic::parse(written)?),
            Self::Perl => Kind::Perl(Perl::parse(written)?),
            Self::Linux => Kind::Linux(Linux::parse(written)?),
        }))
    }

    /// Compares two versions; `None` when either has no place in this order, or the ecosystem itself says nothing
    /// of the two (see [`Order::says_all`]).
    pub fn compare(self, left: &str, right: &str) -> Option<Ordering> {
        self.read(left)?.compare(self.read(right)?)
    }

    /// Whether the order is the ecosystem's own, so that what it says can be relied upon.
    pub fn is_exact(self) -> bool {
        self != Self::Generic
    }

    /// Whether it says something of every two versions it reads, and never contradicts itself. Conan goes in
    /// circles with words, a tag of a GitHub action may float over another, and Arch's releases decide
    /// nothing where only one version has one.
    pub fn says_all(self) -> bool {
        !matches!(self, Self::Conan | Self::GitHubActions | Self::Alpm)
    }

    /// The order's code in the index file.
    pub(crate) fn code(self) -> u8 {
        self as u8
    }

    /// The order with this code.
    pub(crate) fn of_code(code: u8) -> Option<Self> {
        ORDERS.get(usize::from(code)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_those_of_the_list() {
        for order in ORDERS {
            assert_eq!(Order::of_code(order.code()), Some(order));
        }
        assert_eq!(Order::of_code(28), None);
    }
}
