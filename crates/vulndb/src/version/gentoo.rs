//! The order of Gentoo's ebuilds (Package Manager Specification, "Version Comparison").

use std::cmp::Ordering;

use super::coarse;
use super::number;

/// The suffixes in their order; the release itself stands before the last.
const SUFFIXES: [&str; 5] = ["alpha", "beta", "pre", "rc", "p"];
/// The place of a release without suffix.
const RELEASE: usize = 4;

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gentoo<'a> {
    numbers: &'a str,
    letter: &'a str,
    suffixes: &'a str,
    revision: &'a str,
}

impl<'a> Gentoo<'a> {
    /// Section "Version Specifications": numbers, a letter, suffixes, a revision.
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let text = written.trim();
        let (text, revision) = match text.split_once('-') {
            Some((text, revision)) => {
                (text, revision.strip_prefix('r').filter(|part| number::is_number(part))?)
            }
            None => (text, ""),
        };
        let (text, suffixes) = text.split_at(text.find('_').unwrap_or(text.len()));
        let numbers = text.trim_end_matches(|last: char| last.is_ascii_lowercase());
        let letter = &text[numbers.len()..];
        let readable = numbers.split('.').all(number::is_number)
            && letter.len() <= 1
            && suffixes.split('_').skip(1).all(|suffix| rank(suffix).is_some());
        readable.then_some(Self { numbers, letter, suffixes, revision })
    }

    pub(crate) fn compare(self, other: Self) -> Ordering {
        compare_numbers(self.numbers, other.numbers)
            .then_with(|| self.letter.cmp(other.letter))
            .then_with(|| compare_suffixes(self.suffixes, other.suffixes))
            .then_with(|| number::compare(self.revision, other.revision))
    }

    /// Numbers up to the first with a leading zero, which is compared as text.
    pub(crate) fn coarse(self) -> u64 {
        let mut first = true;
        let by_value = |number: &&str| std::mem::take(&mut first) || !number.starts_with('0');
        coarse::of_list(self.numbers.split('.').take_while(by_value))
    }
}

/// Numbers with a leading zero, but for the first, are fractions: compared as text without the zeros at the end.
fn compare_numbers(left: &str, right: &str) -> Ordering {
    let (mut lefts, mut rights, mut first) = (left.split('.'), right.split('.'), true);
    loop {
        let (left, right) = match (lefts.next(), rights.next()) {
            (Some(left), Some(right)) => (left, right),
            (left, right) => return left.is_some().cmp(&right.is_some()),
        };
        let as_text = !first && (left.starts_with('0') || right.starts_with('0'));
        first = false;
        let order = if as_text {
            left.trim_end_matches('0').cmp(right.trim_end_matches('0'))
        } else {
            number::compare(left, right)
        };
        if order.is_ne() {
            return order;
        }
    }
}

fn compare_suffixes(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (left.split('_').skip(1), right.split('_').skip(1));
    loop {
        let (left, right) = (left.next(), right.next());
        if left.is_none() && right.is_none() {
            return Ordering::Equal;
        }
        let ((left, left_digits), (right, right_digits)) = (placed(left), placed(right));
        let order = left.cmp(&right).then_with(|| number::compare(left_digits, right_digits));
        if order.is_ne() {
            return order;
        }
    }
}

/// The place of a suffix, or of none, and its number.
fn placed(suffix: Option<&str>) -> (usize, &str) {
    match suffix.and_then(rank) {
        Some((rank, digits)) => (if rank == RELEASE { RELEASE + 1 } else { rank }, digits),
        None => (RELEASE, ""),
    }
}

fn rank(suffix: &str) -> Option<(usize, &str)> {
    let word = suffix.trim_end_matches(|last: char| last.is_ascii_digit());
    Some((SUFFIXES.iter().position(|known| *known == word)?, &suffix[word.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(left: &str, right: &str) -> Ordering {
        Gentoo::parse(left).unwrap().compare(Gentoo::parse(right).unwrap())
    }

    #[test]
    fn the_parts_are_in_order() {
        let chain = [
            "1_alpha", "1_alpha1", "1_beta3", "1_pre2", "1_rc3", "1", "1-r1", "1_p1", "1b", "1b_p1", "1.0",
            "1.0-r1", "1.0b", "1.0.0", "1.01", "1.05", "1.1", "1.10", "5",
        ];
        for (index, left) in chain.iter().enumerate() {
            for right in &chain[index + 1..] {
                assert_eq!(order(left, right), Ordering::Less, "{left} {right}");
            }
        }
        assert_eq!(order("1.0-r0", "1.0"), Ordering::Equal);
        assert_eq!(order("1.010", "1.01"), Ordering::Equal);
    }

    #[test]
    fn what_is_no_ebuild_version_is_not_read() {
        for junk in ["", "a", "1.", "1ab", "1_foo", "1-1", "1-r", "1_p1a"] {
            assert!(Gentoo::parse(junk).is_none(), "{junk}");
        }
    }
}
