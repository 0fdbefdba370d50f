//! Bitnami's order: Semantic Versioning, but `1.2.3-4` is the fourth rebuild of 1.2.3, not something before it.
//!
//! Read as Semantic Versioning, every fixed package would still look vulnerable (README of bitnami/go-version,
//! "the bigger the revision number, the newer the version").

use std::cmp::Ordering;

use super::number;
use super::semver::{SemVer, compare_numbers};

/// The version without its revision, and the revision.
pub(crate) fn parse(written: &str) -> Option<(SemVer<'_>, &str)> {
    let version = SemVer::parse(written)?;
    if number::is_number(version.pre[0]) {
        Some((SemVer { pre: ["", ""], ..version }, version.pre[0]))
    } else {
        Some((version, ""))
    }
}

/// A version without revision is its revision zero.
pub(crate) fn compare(left: (SemVer<'_>, &str), right: (SemVer<'_>, &str)) -> Ordering {
    left.0.compare(right.0).then_with(|| number::compare(left.1, right.1))
}

/// Whether the first is a rebuild of the second, which names no revision.
pub(crate) fn is_build_of(one: (SemVer<'_>, &str), of: (SemVer<'_>, &str)) -> bool {
    of.1.is_empty() && compare_numbers(one.0.numbers, of.0.numbers).is_eq() && one.0.compare(of.0).is_eq()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rebuild_goes_after_its_version_and_before_the_next() {
        let order = |left: &str, right: &str| compare(parse(left).unwrap(), parse(right).unwrap());
        assert_eq!(order("1.2.3-1", "1.2.3"), Ordering::Greater);
        assert_eq!(order("1.2.3-0", "1.2.3"), Ordering::Equal);
        assert_eq!(order("1.2.3-10", "1.2.3-9"), Ordering::Greater);
        assert_eq!(order("1.2.3-10", "1.2.4"), Ordering::Less);
        assert_eq!(order("1.2.3-rc1", "1.2.3"), Ordering::Less);
    }
}
