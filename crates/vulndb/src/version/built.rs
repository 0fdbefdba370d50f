//! Orders in which the build takes part: of Dart's and Flutter's packages (Pub) and of Julia's.
//!
//! Both are Semantic Versioning but for this: a version with a build goes after the same one without, and builds
//! are compared as pre-releases are (`pub_semver`, "Build metadata"; Julia manual, "Version Number Literals",
//! and `isless` of `VersionNumber`). Julia's binary packages live by it: `1.2.13+1` is the second build.

use std::cmp::Ordering;

use super::number;
use super::semver::{SemVer, are_identifiers, compare_identifiers};

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Built<'a> {
    version: SemVer<'a>,
    build: &'a str,
}

impl<'a> Built<'a> {
    /// Pub's: three numbers. Identifiers Dart's `int.tryParse` takes for numbers though they are not plain digits
    /// (`0x1f`, `-5`) have no place.
    pub(crate) fn parse_pub(written: &'a str) -> Option<Self> {
        let version = Self::of(written.trim(), SemVer::parse)?;
        let [numbers, pre] = [version.version.numbers, version.version.pre[0]];
        let is_plain = |identifier: &str| !identifier.starts_with("0x") && !is_negative(identifier);
        let is_plain = |identifiers: &str| identifiers.split('.').all(is_plain);
        (numbers.split('.').count() == 3 && is_plain(pre) && is_plain(version.build)).then_some(version)
    }

    /// Julia's: one to three numbers, and a pre-release that begins with a letter needs no hyphen. Its literals
    /// `1.2.3-` and `1.2.3+` are bounds around versions and no versions.
    pub(crate) fn parse_julia(written: &'a str) -> Option<Self> {
        let version = Self::of(written.trim(), |text| {
            let text = text.strip_prefix(['v', 'V']).unwrap_or(text);
            let end = text.bytes().position(|byte| !byte.is_ascii_digit() && byte != b'.');
            let (numbers, pre) = text.split_at(end.unwrap_or(text.len()));
            let without_hyphen = pre.strip_prefix('-');
            let readable = numbers.split('.').all(number::is_number)
                && match without_hyphen {
                    Some(pre) => are_identifiers(pre),
                    None => pre.is_empty() || are_identifiers(pre),
                };
            readable.then_some(SemVer { numbers, pre: [without_hyphen.unwrap_or(pre), ""] })
        })?;
        (version.version.numbers.split('.').count() <= 3).then_some(version)
    }

    fn of(text: &'a str, parse: impl FnOnce(&'a str) -> Option<SemVer<'a>>) -> Option<Self> {
        let (version, build) = match text.split_once('+') {
            Some((version, build)) if are_identifiers(build) => (version, build),
            Some(_) => return None,
            None => (text, ""),
        };
        Some(Self { version: parse(version)?, build })
    }

    pub(crate) fn compare(self, other: Self) -> Ordering {
        self.version.compare(other.version).then_with(|| {
            match (self.build.is_empty(), other.build.is_empty()) {
                (false, false) => compare_identifiers(self.build.split('.'), other.build.split('.')),
                (left, right) => right.cmp(&left),
            }
        })
    }

    pub(crate) fn coarse(self) -> u64 {
        self.version.coarse()
    }
}

fn is_negative(identifier: &str) -> bool {
    identifier.strip_prefix('-').is_some_and(number::is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_goes_after_its_version_and_before_the_next() {
        let chain = [
            "1.0.0-pre",
            "1.0.0-pre+build",
            "1.0.0",
            "1.0.0+1",
            "1.0.0+2",
            "1.0.0+10",
            "1.0.0+a",
            "1.0.0+a.1",
            "1.0.1-0",
        ];
        let parse = [Built::parse_pub, Built::parse_julia];
        for pair in chain.windows(2) {
            for parse in parse {
                let [left, right] = [pair[0], pair[1]].map(|text| parse(text).unwrap());
                assert_eq!(left.compare(right), Ordering::Less, "{pair:?}");
            }
        }
    }

    #[test]
    fn each_has_its_own_spelling() {
        for junk in
            ["", "1", "1.2", "1.2.3.4", "1.2.3-", "1.2.3+", "1.2.3-0x1f", "1.2.3+-5", "1.2.3rc1", "any"]
        {
            assert!(Built::parse_pub(junk).is_none(), "{junk}");
        }
        for junk in ["", "1.2.3.4", "1.2.3-", "1.2.3+", "1.2.3+a..b", "main"] {
            assert!(Built::parse_julia(junk).is_none(), "{junk}");
        }
        let julia = |text| Built::parse_julia(text).unwrap();
        assert_eq!(julia("v1.2rc1").compare(julia("1.2.0-rc1")), Ordering::Equal);
        assert_eq!(julia("1.2.0-rc2").compare(julia("1.2")), Ordering::Less);
    }
}
