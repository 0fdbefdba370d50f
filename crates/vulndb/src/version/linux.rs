//! The order of Linux kernels, as kernel.org numbers them: `6.6.31`, before it `6.6-rc7`, and before that `6.5.13`.
//!
//! Whoever builds a kernel puts a name of their own behind the number (`CONFIG_LOCALVERSION`, `-yocto-standard`, `+git`): it
//! says nothing of the order. A third number that is missing is zero: 6.6 is released as such.

use std::cmp::Ordering;

use super::coarse;
use super::number;
use super::semver::compare_numbers;

/// The most numbers there were: `2.6.16.62`.
const MOST_NUMBERS: usize = 4;

/// A kernel's version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Linux<'a> {
    numbers: &'a str,
    /// The number of the release candidate; a release has none.
    candidate: Option<&'a str>,
}

impl<'a> Linux<'a> {
    /// Two to four numbers, a release candidate, and whatever stands behind a hyphen, a plus, a tilde or an underscore.
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let written = written.trim();
        let written = written.strip_prefix('v').unwrap_or(written);
        let end =
            written.bytes().position(|byte| !byte.is_ascii_digit() && byte != b'.').unwrap_or(written.len());
        let (numbers, rest) = written.split_at(end);
        let mut count = 0;
        for part in numbers.split('.') {
            count += 1;
            if !number::is_number(part) || count > MOST_NUMBERS {
                return None;
            }
        }
        let is_sound = rest.is_empty() || rest.starts_with(['-', '+', '~', '_']);
        if count < 2 || !is_sound {
            return None;
        }
        let candidate = rest.strip_prefix("-rc").map(|rest| number::leading(rest).0);
        Some(Self { numbers, candidate: candidate.filter(|digits| !digits.is_empty()) })
    }

    /// By number; a candidate goes before its release.
    pub(crate) fn compare(self, other: Self) -> Ordering {
        compare_numbers(self.numbers, other.numbers).then_with(|| match (self.candidate, other.candidate) {
            (None, None) => Ordering::Equal,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(one), Some(other)) => number::compare(one, other),
        })
    }

    /// The key of its numbers.
    pub(crate) fn coarse(self) -> u64 {
        coarse::of_numbers(self.numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn candidates_go_first_and_names_of_builders_say_nothing() {
        let order =
            |left: &str, right: &str| Linux::parse(left).unwrap().compare(Linux::parse(right).unwrap());
        for pair in ["6.5.13", "6.6-rc1", "6.6-rc7", "6.6-rc10", "6.6", "6.6.9", "6.6.31", "6.10"].windows(2)
        {
            assert_eq!(order(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
        for same in ["6.6.0", "v6.6", "6.6-yocto-standard", "6.6+git999", "6.6_custom", "6.6-rt"] {
            assert_eq!(order("6.6", same), Ordering::Equal, "{same}");
        }
        assert_eq!(order("6.6.31-rc1-dirty", "6.6.31"), Ordering::Less);
        for none in
            ["", "6", "657b306a7bdf", "486218c11e8d", "6.6.1a", "6..6", "6.6.", ".6", "next", "1.2.3.4.5"]
        {
            assert!(Linux::parse(none).is_none(), "{none}");
        }
    }
}
