//! The order of Arch Linux packages (vercmp(8); PKGBUILD(5), "pkgver", "pkgrel" and "epoch").
//!
//! Runs of digits and letters in turn, each with the length of the separator before it: a longer separator goes
//! after a shorter one, digits after letters, and letters that directly follow go before the end, so that
//! `1.0a` is before `1.0` but `1.0.a` after it. Releases are compared where both name one; where one does not,
//! vercmp takes the two for the same, which makes it no order among versions with and without a release:
//! [`Alpm::place`] puts the one without first.

use std::cmp::Ordering;

use super::coarse;
use super::number;

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Alpm<'a> {
    epoch: &'a str,
    version: &'a str,
    release: Option<&'a str>,
}

impl<'a> Alpm<'a> {
    /// Letters, digits and separators, beginning and ending with a letter or digit: a separator at the end leads
    /// vercmp in a circle (`1.1`, `1.`, `1..a`).
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let text = written.trim();
        let (digits, rest) = number::leading(text);
        let (epoch, rest) = match rest.strip_prefix(':') {
            Some(rest) => (digits, rest),
            None => ("0", text),
        };
        let (version, release) = match rest.rsplit_once('-') {
            Some((version, release)) => (version, Some(release)),
            None => (rest, None),
        };
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._+~@".contains(&byte);
        let readable = |text: &str| {
            let ends = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
            ends(text.as_bytes().first()) && ends(text.as_bytes().last()) && text.bytes().all(allowed)
        };
        (readable(version) && release.is_none_or(readable)).then_some(Self { epoch, version, release })
    }

    /// As vercmp says: a release one of them does not name decides nothing.
    pub(crate) fn compare(self, other: Self) -> Ordering {
        match (self.release, other.release) {
            (Some(_), Some(_)) | (None, None) => self.place(other),
            _ => self.compare_version(other),
        }
    }

    /// A place for every version, to sort by.
    pub(crate) fn place(self, other: Self) -> Ordering {
        self.compare_version(other).then_with(|| match (self.release, other.release) {
            (Some(left), Some(right)) => compare_part(left, right),
            (left, right) => left.is_some().cmp(&right.is_some()),
        })
    }

    fn compare_version(self, other: Self) -> Ordering {
        number::compare(self.epoch, other.epoch).then_with(|| compare_part(self.version, other.version))
    }

    pub(crate) fn coarse(self) -> u64 {
        coarse::of_epoch_and_number(self.epoch, number::leading(self.version).0)
    }
}

/// Compares run by run.
fn compare_part(mut left: &str, mut right: &str) -> Ordering {
    while !left.is_empty() || !right.is_empty() {
        let ((left_run, left_rest), (right_run, right_rest)) = (Run::take(left), Run::take(right));
        match left_run.compare(right_run) {
            Ordering::Equal => (left, right) = (left_rest, right_rest),
            unequal => return unequal,
        }
    }
    Ordering::Equal
}

/// A run of digits or letters, and how long the separator before it is.
#[derive(Debug, Clone, Copy)]
struct Run<'a> {
    separator: usize,
    text: &'a str,
}

impl<'a> Run<'a> {
    fn take(text: &'a str) -> (Self, &'a str) {
        let separator = text.bytes().position(|byte| byte.is_ascii_alphanumeric()).unwrap_or(text.len());
        let from = &text[separator..];
        let digits = from.starts_with(|first: char| first.is_ascii_digit());
        let belongs = |byte: u8| if digits { byte.is_ascii_digit() } else { byte.is_ascii_alphabetic() };
        let end = from.bytes().position(|byte| !belongs(byte)).unwrap_or(from.len());
        let (text, rest) = from.split_at(end);
        (Self { separator, text }, rest)
    }

    fn compare(self, other: Self) -> Ordering {
        let digits = |run: Self| run.text.starts_with(|first: char| first.is_ascii_digit());
        let place = |run: Self| match (run.separator, run.text.is_empty(), digits(run)) {
            (0, true, _) => (1, 0, false),
            (0, false, false) => (0, 0, false),
            (separator, _, digits) => (2, separator, digits),
        };
        place(self).cmp(&place(other)).then_with(|| {
            if digits(self) { number::compare(self.text, other.text) } else { self.text.cmp(other.text) }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(left: &str, right: &str) -> Ordering {
        Alpm::parse(left).unwrap().compare(Alpm::parse(right).unwrap())
    }

    #[test]
    fn letters_stand_on_either_side_of_the_release() {
        let chain = [
            "1.0a-1",
            "1.0alpha-1",
            "1.0b-1",
            "1.0beta-1",
            "1.0rc-1",
            "1.0-1",
            "1.0-1.1",
            "1.0-2",
            "1.0.a-1",
            "1.0.b-1",
            "1.0.1-1",
            "1.0..a-1",
            "1.1-1",
            "10-1",
            "1:0.1-1",
        ];
        for (index, left) in chain.iter().enumerate() {
            for right in &chain[index + 1..] {
                assert_eq!(order(left, right), Ordering::Less, "{left} {right}");
            }
        }
    }

    #[test]
    fn a_release_only_one_names_decides_nothing() {
        assert_eq!(order("1.5-1", "1.5"), Ordering::Equal);
        assert_eq!(order("0:1.5", "1.5-3"), Ordering::Equal);
        assert_eq!(order("1.5-1", "1.5-2"), Ordering::Less);
        assert_eq!(order("1.5_1", "1.5.1"), Ordering::Equal);
    }

    #[test]
    fn what_is_no_package_version_is_not_read() {
        for junk in ["", "1.", ".1", "1.0-", "-1", "1:", "1 0", "1.0/2", "latest:1", "é"] {
            assert!(Alpm::parse(junk).is_none(), "{junk}");
        }
    }
}
