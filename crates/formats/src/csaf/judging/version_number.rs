//! The number of a document's version: whole (`3`), or semantic (`1.4.0`).

use std::cmp::Ordering;

/// A version (`/$defs/version_t`). Numbers may be of any length, so that they are kept as they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct VersionNumber<'d> {
    pub(super) major: &'d str,
    /// Minor version and patch, where the version is semantic.
    rest: Option<(&'d str, &'d str)>,
    pub(super) pre_release: Option<&'d str>,
    pub(super) build: Option<&'d str>,
}

impl<'d> VersionNumber<'d> {
    /// `None` where it is neither.
    pub(super) fn of(written: &'d str) -> Option<Self> {
        let (rest, build) = parted(written, '+');
        let (numbers, pre_release) = parted(rest, '-');
        let mut parts = numbers.split('.');
        let major = number(parts.next()?)?;
        let rest = match (parts.next(), parts.next(), parts.next()) {
            (None, None, None) => None,
            (Some(minor), Some(patch), None) => Some((number(minor)?, number(patch)?)),
            _ => return None,
        };
        let is_plain = pre_release.is_none() && build.is_none();
        (rest.is_some() || is_plain).then_some(Self { major, rest, pre_release, build })
    }

    pub(super) fn is_semantic(self) -> bool {
        self.rest.is_some()
    }

    /// The same version without what it is built from, which never tells versions apart.
    pub(super) fn without_build(self) -> Self {
        Self { build: None, ..self }
    }

    /// The same version as released.
    pub(super) fn released(self) -> Self {
        Self { pre_release: None, build: None, ..self }
    }

    /// Whether this major version is the other or the one behind it.
    pub(super) fn follows(self, before: Self) -> bool {
        by_number(self.major, before.major).is_le() || self.major == next(before.major)
    }

    /// Which comes first, as Semantic Versioning 2.0.0 section 11 has it.
    pub(super) fn compare(self, other: Self) -> Ordering {
        let numbers = |it: Self| it.rest.unwrap_or(("0", "0"));
        let ((minor, patch), (other_minor, other_patch)) = (numbers(self), numbers(other));
        by_number(self.major, other.major)
            .then_with(|| by_number(minor, other_minor))
            .then_with(|| by_number(patch, other_patch))
            .then_with(|| match (self.pre_release, other.pre_release) {
                (None, None) => Ordering::Equal,
                (None, Some(_)) => Ordering::Greater,
                (Some(_), None) => Ordering::Less,
                (Some(one), Some(other)) => pre_releases(one, other),
            })
    }
}

/// What stands before and behind a sign.
fn parted(written: &str, sign: char) -> (&str, Option<&str>) {
    written.split_once(sign).map_or((written, None), |(before, behind)| (before, Some(behind)))
}

/// A number without leading zeros.
fn number(written: &str) -> Option<&str> {
    let is_number = !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && (written == "0" || !written.starts_with('0'))).then_some(written)
}

fn by_number(one: &str, other: &str) -> Ordering {
    one.len().cmp(&other.len()).then_with(|| one.cmp(other))
}

/// The number behind this one.
fn next(number: &str) -> String {
    let nines = number.bytes().rev().take_while(|byte| *byte == b'9').count();
    let (kept, turned) = number.split_at(number.len() - nines);
    let zeros = "0".repeat(turned.len());
    match kept.as_bytes().split_last() {
        Some((last, first)) => format!("{}{}{zeros}", String::from_utf8_lossy(first), char::from(last + 1)),
        None => format!("1{zeros}"),
    }
}

fn pre_releases(one: &str, other: &str) -> Ordering {
    let (mut one, mut other) = (one.split('.'), other.split('.'));
    loop {
        return match (one.next(), other.next()) {
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(one), Some(other)) => {
                let order = match (number(one), number(other)) {
                    (Some(one), Some(other)) => by_number(one, other),
                    (Some(_), None) => Ordering::Less,
                    (None, Some(_)) => Ordering::Greater,
                    (None, None) => one.cmp(other),
                };
                if order.is_eq() {
                    continue;
                }
                order
            }
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(written: &str) -> VersionNumber<'_> {
        VersionNumber::of(written).unwrap()
    }

    #[test]
    fn versions_are_in_the_order_of_semantic_versioning() {
        let ordered = [
            "0",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "2.0.0",
            "2.1.0",
            "2.1.1",
            "9",
            "10",
            "99999999999999999999999999999",
            "100000000000000000000000000000",
        ];
        assert!(ordered.windows(2).all(|two| of(two[0]).compare(of(two[1])).is_lt()));
        assert!(of("1.0.0+a").compare(of("1.0.0+b")).is_eq());
    }

    #[test]
    fn what_follows_is_the_next_number_or_none_beyond() {
        for (version, before) in [
            ("1", "0"),
            ("10", "9"),
            ("1000", "999"),
            ("20", "19"),
            ("2.0.0", "1.9.9"),
            ("3", "3"),
            ("2", "3"),
        ] {
            assert!(of(version).follows(of(before)), "{version}");
        }
        assert!(!of("3").follows(of("1")) && !of("11").follows(of("9")));
    }

    #[test]
    fn what_is_no_version_is_none() {
        for wrong in ["", "1.0", "01", "1.0.0.0", "v1", "1-rc", "1+a", "1.02.0", "-1", "1. 0.0"] {
            assert_eq!(VersionNumber::of(wrong), None, "{wrong}");
        }
    }
}
