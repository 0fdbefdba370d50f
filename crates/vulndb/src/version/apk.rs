//! The order of packages of Alpine and the distributions made with apk: Wolfi, Chainguard, Alpaquita, `MinimOS`
//! (apk-package(5), "pkgver"): `number{.number}…{letter}{_suffix{number}}…{~hash}{-rN}`.
//!
//! Part after part is compared. A further number goes after a letter, a letter after a suffix such as `_p` or
//! `_git`, that after the release itself, and `_alpha`, `_beta`, `_pre` and `_rc` before it. A number with a
//! leading zero, but for the first, is compared as text, as Gentoo does. Two builds that differ by their commit
//! only are in the order of the commits' digits: apk's rule, which says nothing of their age. What that page
//! does not allow has no place; older apk ordered it too, each version in its own way.

use std::cmp::Ordering;

use super::coarse;
use super::number;

/// The suffixes in their order; the first four go before the release.
const SUFFIXES: [&str; 9] = ["alpha", "beta", "pre", "rc", "cvs", "svn", "git", "hg", "p"];
/// How many suffixes go before the release.
const BEFORE_RELEASE: usize = 4;

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Apk<'a> {
    numbers: &'a str,
    letter: &'a str,
    /// With their underscores.
    suffixes: &'a str,
    hash: Option<&'a str>,
    revision: Option<&'a str>,
}

/// The parts of a version: at one place, an earlier one goes before a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part<'a> {
    EarlySuffix(usize),
    End,
    Revision(&'a str),
    Hash(&'a str),
    SuffixNumber(&'a str),
    LateSuffix(usize),
    Letter(&'a str),
    Number(&'a str),
    FirstNumber(&'a str),
}

impl<'a> Apk<'a> {
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let text = written.trim();
        let (text, revision) = match text.split_once('-') {
            Some((text, revision)) => {
                (text, Some(revision.strip_prefix('r').filter(|digits| number::is_number(digits))?))
            }
            None => (text, None),
        };
        let (text, hash) = match text.split_once('~') {
            Some((text, hash)) => (text, Some(hash)),
            None => (text, None),
        };
        let (text, suffixes) = text.split_at(text.find('_').unwrap_or(text.len()));
        let numbers = text.trim_end_matches(|last: char| last.is_ascii_lowercase());
        let letter = &text[numbers.len()..];
        let hexadecimal = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        let readable = numbers.split('.').all(number::is_number)
            && letter.len() <= 1
            && suffixes.split('_').skip(1).all(|suffix| suffix_rank(suffix).is_some())
            && hash.is_none_or(|hash| !hash.is_empty() && hash.bytes().all(hexadecimal));
        readable.then_some(Self { numbers, letter, suffixes, hash, revision })
    }

    pub(crate) fn compare(self, other: Self) -> Ordering {
        let (mut left, mut right) = (self.parts(), other.parts());
        loop {
            let order = match (left.next().unwrap_or(Part::End), right.next().unwrap_or(Part::End)) {
                (Part::End, Part::End) => return Ordering::Equal,
                (Part::Number(left), Part::Number(right)) => {
                    let as_text = left.starts_with('0') || right.starts_with('0');
                    if as_text { left.cmp(right) } else { number::compare(left, right) }
                }
                (Part::FirstNumber(left), Part::FirstNumber(right))
                | (Part::SuffixNumber(left), Part::SuffixNumber(right))
                | (Part::Revision(left), Part::Revision(right)) => number::compare(left, right),
                (left, right) => left.cmp(&right),
            };
            if order.is_ne() {
                return order;
            }
        }
    }

    /// Numbers up to the first with a leading zero, which is compared as text.
    pub(crate) fn coarse(self) -> u64 {
        let mut first = true;
        let by_value = |number: &&str| std::mem::take(&mut first) || !number.starts_with('0');
        coarse::of_list(self.numbers.split('.').take_while(by_value))
    }

    fn parts(self) -> impl Iterator<Item = Part<'a>> {
        let mut numbers = self.numbers.split('.');
        let first = numbers.next().map(Part::FirstNumber);
        let letter = Some(self.letter).filter(|letter| !letter.is_empty()).map(Part::Letter);
        let suffixes = self.suffixes.split('_').skip(1).flat_map(|suffix| {
            let (rank, digits) = suffix_rank(suffix).unwrap_or_default();
            let part = if rank < BEFORE_RELEASE { Part::EarlySuffix(rank) } else { Part::LateSuffix(rank) };
            [Some(part), Some(digits).filter(|digits| !digits.is_empty()).map(Part::SuffixNumber)]
        });
        first
            .into_iter()
            .chain(numbers.map(Part::Number))
            .chain(letter)
            .chain(suffixes.flatten())
            .chain(self.hash.map(Part::Hash))
            .chain(self.revision.map(Part::Revision))
    }
}

/// The place of a suffix among its kind, and its number.
fn suffix_rank(suffix: &str) -> Option<(usize, &str)> {
    let word = suffix.trim_end_matches(|last: char| last.is_ascii_digit());
    let rank = SUFFIXES.iter().position(|known| *known == word)?;
    Some((rank, &suffix[word.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(left: &str, right: &str) -> Ordering {
        Apk::parse(left).unwrap().compare(Apk::parse(right).unwrap())
    }

    #[test]
    fn suffixes_stand_on_either_side_of_the_release() {
        let chain = [
            "1.2_alpha_pre2",
            "1.2_alpha",
            "1.2_alpha1",
            "1.2_beta",
            "1.2_pre2",
            "1.2_rc1",
            "1.2_rc1-r3",
            "1.2",
            "1.2-r0",
            "1.2-r2",
            "1.2-r10",
            "1.2~0a1b",
            "1.2_cvs",
            "1.2_svn1",
            "1.2_git20200101",
            "1.2_hg1",
            "1.2_p1",
            "1.2_p10-r0",
            "1.2a",
            "1.2b_p1",
            "1.2.0",
            "1.2.1",
            "1.10",
            "2",
        ];
        for (index, left) in chain.iter().enumerate() {
            for right in &chain[index + 1..] {
                assert_eq!(order(left, right), Ordering::Less, "{left} {right}");
            }
        }
    }

    #[test]
    fn a_leading_zero_makes_a_fraction_but_in_the_first_number() {
        assert_eq!(order("1.01", "1.1"), Ordering::Less);
        assert_eq!(order("1.05", "1.1"), Ordering::Less);
        assert_eq!(order("1.0", "1.00"), Ordering::Less);
        assert_eq!(order("01.2", "1.2"), Ordering::Equal);
        assert_eq!(order("1-r1", "1-r01"), Ordering::Equal);
    }

    #[test]
    fn what_apk_does_not_allow_is_not_read() {
        for junk in [
            "",
            "1.",
            "1..0",
            ".1",
            "a1",
            "1ab",
            "1A",
            "1.2_blah",
            "1.2-r",
            "1.2-1",
            "1.2-r1-r2",
            "1.2~",
            "1.2~G",
            "1a2",
            "1.2_",
            "1_p1a",
            "1_p1.2",
            "1-r1_p1",
        ] {
            assert!(Apk::parse(junk).is_none(), "{junk}");
        }
    }
}
