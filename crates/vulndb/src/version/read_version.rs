//! A version read by an order, and how two of them compare.

use std::cmp::Ordering;

use jiff::Timestamp;

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
use super::rpm::Rpm;
use super::semver::{SemVer, compare_numbers};
use super::{bitnami, coarse, plain};

/// A version read once, to be compared often.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a>(pub(super) Kind<'a>);

#[derive(Debug, Clone, Copy)]
pub(super) enum Kind<'a> {
    SemVer(SemVer<'a>),
    Pep440(Pep440<'a>),
    Dpkg(Dpkg<'a>),
    Rpm(Rpm<'a>),
    Bitnami(SemVer<'a>, &'a str),
    Maven(Maven<'a>),
    NuGet(NuGet<'a>),
    Gem(Gem<'a>),
    Composer(Composer<'a>),
    Apk(Apk<'a>),
    Built(Built<'a>),
    NumberList(NumberList<'a>),
    Conan(Conan<'a>),
    Opam(Opam<'a>),
    GitHubAction(GitHubAction<'a>),
    Alpm(Alpm<'a>),
    Gentoo(Gentoo<'a>),
    OpenSsl(OpenSsl<'a>),
    IntDot(&'a str),
    DateTime(Timestamp),
    Text(&'a str),
    Generic(Generic<'a>),
    Perl(Perl<'a>),
    Linux(Linux<'a>),
}

impl Version<'_> {
    /// Compares with a version of the same order; `None` with one of another, and where the ecosystem itself says
    /// nothing of the two.
    pub fn compare(self, other: Version<'_>) -> Option<Ordering> {
        match (self.0, other.0) {
            (Kind::Conan(left), Kind::Conan(right)) => left.compare(right),
            (Kind::GitHubAction(left), Kind::GitHubAction(right)) => left.compare(right),
            (Kind::Alpm(left), Kind::Alpm(right)) => Some(left.compare(right)),
            _ => self.place(other),
        }
    }

    /// Compares places to sort by: says something of every two versions of one order, never in a circle, and
    /// nothing else than [`Version::compare`] where that says which comes first.
    pub(crate) fn place(self, other: Version<'_>) -> Option<Ordering> {
        Some(match (self.0, other.0) {
            (Kind::SemVer(left), Kind::SemVer(right)) => left.compare(right),
            (Kind::Pep440(left), Kind::Pep440(right)) => left.compare(right),
            (Kind::Dpkg(left), Kind::Dpkg(right)) => left.compare(right),
            (Kind::Rpm(left), Kind::Rpm(right)) => left.compare(right),
            (Kind::Bitnami(left, left_revision), Kind::Bitnami(right, right_revision)) => {
                bitnami::compare((left, left_revision), (right, right_revision))
            }
            (Kind::Maven(left), Kind::Maven(right)) => left.compare(right),
            (Kind::NuGet(left), Kind::NuGet(right)) => left.compare(right),
            (Kind::Gem(left), Kind::Gem(right)) => left.compare(right),
            (Kind::Composer(left), Kind::Composer(right)) => left.compare(right),
            (Kind::Apk(left), Kind::Apk(right)) => left.compare(right),
            (Kind::Built(left), Kind::Built(right)) => left.compare(right),
            (Kind::NumberList(left), Kind::NumberList(right)) => left.compare(right),
            (Kind::Conan(left), Kind::Conan(right)) => left.place(right),
            (Kind::Opam(left), Kind::Opam(right)) => left.compare(right),
            (Kind::GitHubAction(left), Kind::GitHubAction(right)) => left.place(right),
            (Kind::Alpm(left), Kind::Alpm(right)) => left.place(right),
            (Kind::Gentoo(left), Kind::Gentoo(right)) => left.compare(right),
            (Kind::OpenSsl(left), Kind::OpenSsl(right)) => left.compare(right),
            (Kind::IntDot(left), Kind::IntDot(right)) => compare_numbers(left, right),
            (Kind::DateTime(left), Kind::DateTime(right)) => left.cmp(&right),
            (Kind::Text(left), Kind::Text(right)) => left.cmp(right),
            (Kind::Generic(left), Kind::Generic(right)) => left.compare(right),
            (Kind::Perl(left), Kind::Perl(right)) => left.compare(right),
            (Kind::Linux(left), Kind::Linux(right)) => left.compare(right),
            _ => return None,
        })
    }

    /// Whether this is a build of the other: the same version, or a local version (PEP 440) or a rebuild
    /// (Bitnami) of it where the other names none. What is said of a version is said of its builds.
    pub fn is_build_of(self, other: Version<'_>) -> bool {
        match (self.0, other.0) {
            (Kind::Pep440(one), Kind::Pep440(of)) if one.is_build_of(of) => true,
            (Kind::Bitnami(one, revision), Kind::Bitnami(of, of_revision))
                if bitnami::is_build_of((one, revision), (of, of_revision)) =>
            {
                true
            }
            _ => self.compare(other) == Some(Ordering::Equal),
        }
    }

    /// A key that never contradicts the order: of two versions, the lesser has the lesser or the same key, and two
    /// of which nothing is said have the same.
    pub fn coarse(self) -> u64 {
        match self.0 {
            Kind::SemVer(version) | Kind::Bitnami(version, _) => version.coarse(),
            Kind::Pep440(version) => version.coarse(),
            Kind::Dpkg(version) => version.coarse(),
            Kind::Rpm(version) => version.coarse(),
            Kind::Maven(version) => version.coarse(),
            Kind::NuGet(version) => version.coarse(),
            Kind::Gem(version) => version.coarse(),
            Kind::Composer(version) => version.coarse(),
            Kind::Apk(version) => version.coarse(),
            Kind::Built(version) => version.coarse(),
            Kind::NumberList(version) => version.coarse(),
            Kind::Opam(version) => version.coarse(),
            Kind::GitHubAction(version) => version.coarse(),
            Kind::Alpm(version) => version.coarse(),
            Kind::Gentoo(version) => version.coarse(),
            Kind::OpenSsl(version) => version.coarse(),
            Kind::IntDot(numbers) => coarse::of_numbers(numbers),
            Kind::DateTime(instant) => plain::instant_key(instant),
            Kind::Text(text) => plain::text_key(text),
            Kind::Perl(version) => version.coarse(),
            Kind::Linux(version) => version.coarse(),
            // Nothing a number says at the beginning holds for all of them.
            Kind::Conan(_) | Kind::Generic(_) => 0,
        }
    }
}
