//! Which order an ecosystem's versions have, and how two of them compare.

use std::cmp::Ordering;

use super::dpkg::Dpkg;
use super::pep440::Pep440;
use super::rpm::Rpm;
use super::semver::SemVer;
use super::{bitnami, go, npm};

/// An exact, total order of the versions it can read. Comparing allocates nothing.
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
}

/// Every order, in the order of their codes in the index.
pub const ORDERS: [Order; 7] =
    [Order::SemVer, Order::Npm, Order::Pep440, Order::Go, Order::Dpkg, Order::Rpm, Order::Bitnami];

/// A version read once, to be compared often.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a>(Kind<'a>);

#[derive(Debug, Clone, Copy)]
enum Kind<'a> {
    SemVer(SemVer<'a>),
    Pep440(Pep440<'a>),
    Dpkg(Dpkg<'a>),
    Rpm(Rpm<'a>),
    Bitnami(SemVer<'a>, &'a str),
}

impl Order {
    /// Reads a version; `None` for what has no place in this order.
    pub fn read(self, written: &str) -> Option<Version<'_>> {
        let kind = match self {
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
        };
        Some(Version(kind))
    }

    /// Compares two versions; `None` when either has no place in this order.
    pub fn compare(self, left: &str, right: &str) -> Option<Ordering> {
        self.read(left)?.compare(self.read(right)?)
    }

    /// The order's code in the index file.
    pub(crate) fn code(self) -> u8 {
        match self {
            Self::SemVer => 0,
            Self::Npm => 1,
            Self::Pep440 => 2,
            Self::Go => 3,
            Self::Dpkg => 4,
            Self::Rpm => 5,
            Self::Bitnami => 6,
        }
    }

    /// The order with this code.
    pub(crate) fn of_code(code: u8) -> Option<Self> {
        ORDERS.get(usize::from(code)).copied()
    }
}

impl Version<'_> {
    /// Compares with a version of the same order; `None` with one of another.
    pub fn compare(self, other: Version<'_>) -> Option<Ordering> {
        Some(match (self.0, other.0) {
            (Kind::SemVer(left), Kind::SemVer(right)) => left.compare(right),
            (Kind::Pep440(left), Kind::Pep440(right)) => left.compare(right),
            (Kind::Dpkg(left), Kind::Dpkg(right)) => left.compare(right),
            (Kind::Rpm(left), Kind::Rpm(right)) => left.compare(right),
            (Kind::Bitnami(left, left_revision), Kind::Bitnami(right, right_revision)) => {
                bitnami::compare((left, left_revision), (right, right_revision))
            }
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

    /// A key that never contradicts the order: of two versions, the lesser has the lesser or the same key.
    pub fn coarse(self) -> u64 {
        match self.0 {
            Kind::SemVer(version) | Kind::Bitnami(version, _) => version.coarse(),
            Kind::Pep440(version) => version.coarse(),
            Kind::Dpkg(version) => version.coarse(),
            Kind::Rpm(version) => version.coarse(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Texts near to versions of every order, with small numbers so that ties and near misses are common.
    fn version() -> impl Strategy<Value = String> {
        let part = prop_oneof![
            4 => "[0-3]{1,2}", 2 => "[.+~^:!_-]", 2 => "\\.", 1 => "(a|b|rc|post|dev|alpha|beta|el8|v|A)",
            1 => "-[0-2]", 1 => "[0-9]{19,30}",
        ];
        proptest::collection::vec(part, 1..9).prop_map(|parts| parts.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn every_order_is_total_and_its_keys_agree(texts in proptest::collection::vec(version(), 3)) {
            for order in ORDERS {
                let read: Vec<Version<'_>> = texts.iter().filter_map(|text| order.read(text)).collect();
                for &one in &read {
                    prop_assert_eq!(one.compare(one), Some(Ordering::Equal));
                    for &other in &read {
                        let compared = one.compare(other).unwrap();
                        prop_assert_eq!(other.compare(one), Some(compared.reverse()));
                        if compared.is_lt() {
                            prop_assert!(one.coarse() <= other.coarse());
                        }
                        if compared.is_eq() {
                            prop_assert_eq!(one.coarse(), other.coarse());
                            prop_assert!(one.is_build_of(other));
                        }
                    }
                }
                if let &[a, b, c] = read.as_slice()
                    && a.compare(b).unwrap().is_le() && b.compare(c).unwrap().is_le() {
                    prop_assert!(a.compare(c).unwrap().is_le(), "{:?} {:?}", order, texts);
                }
            }
        }

        #[test]
        fn no_text_makes_a_reader_panic(text in "\\PC{0,40}") {
            for order in ORDERS {
                let _ = order.read(&text).map(Version::coarse);
            }
        }
    }

    #[test]
    fn the_codes_are_those_of_the_list() {
        for order in ORDERS {
            assert_eq!(Order::of_code(order.code()), Some(order));
        }
        assert_eq!(Order::of_code(7), None);
    }
}
