//! The order of OpenSSL's releases (openssl.org, "Release Strategy"): up to 1.1.1 letters name the patch releases,
//! `z` is followed by `za`; since 3.0 Semantic Versioning. `-alpha1`, `-beta2` and `-pre3` go before the release.

use std::cmp::Ordering;

use super::coarse;
use super::number;
use super::semver::{compare_identifiers, compare_numbers};

/// The words of what goes before a release, in their order.
const EARLY: [&str; 4] = ["alpha", "beta", "dev", "pre"];

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OpenSsl<'a> {
    numbers: &'a str,
    letters: &'a str,
    /// The word and the number of a pre-release.
    early: Option<(&'a str, &'a str)>,
}

impl<'a> OpenSsl<'a> {
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let text = written.trim();
        let (text, early) = match text.split_once('-') {
            Some((text, early)) => {
                let word = early.trim_end_matches(|last: char| last.is_ascii_digit());
                (text, Some((EARLY.into_iter().find(|known| *known == word)?, &early[word.len()..])))
            }
            None => (text, None),
        };
        let numbers = text.trim_end_matches(|last: char| last.is_ascii_lowercase());
        let letters = &text[numbers.len()..];
        let readable = numbers.split('.').count() == 3 && numbers.split('.').all(number::is_number);
        readable.then_some(Self { numbers, letters, early })
    }

    pub(crate) fn compare(self, other: Self) -> Ordering {
        compare_numbers(self.numbers, other.numbers).then_with(|| self.letters.cmp(other.letters)).then_with(
            || match (self.early, other.early) {
                (Some(left), Some(right)) => {
                    compare_identifiers([left.0, left.1].into_iter(), [right.0, right.1].into_iter())
                }
                (left, right) => right.is_some().cmp(&left.is_some()),
            },
        )
    }

    pub(crate) fn coarse(self) -> u64 {
        coarse::of_numbers(self.numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_name_patch_releases() {
        let chain = [
            "0.9.8",
            "0.9.8a",
            "0.9.8z",
            "0.9.8za",
            "0.9.8zh",
            "1.0.1-beta1",
            "1.0.1",
            "1.0.1f",
            "1.0.1m",
            "1.0.2a",
            "1.1.1",
            "3.0.0-alpha2",
            "3.0.0-alpha10",
            "3.0.0-beta1",
            "3.0.0",
            "3.0.10",
        ];
        for (index, left) in chain.iter().enumerate() {
            for right in &chain[index + 1..] {
                let [read, other] = [left, right].map(|text| OpenSsl::parse(text).unwrap());
                assert_eq!(read.compare(other), Ordering::Less, "{left} {right}");
            }
        }
        for junk in ["", "1.0", "1.0.0.0", "1.0.0A", "1.0.0-fips", "1.0.0-", "fips-2.0"] {
            assert!(OpenSsl::parse(junk).is_none(), "{junk}");
        }
    }
}
