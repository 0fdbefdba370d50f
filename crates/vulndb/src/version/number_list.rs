//! Lists of numbers, compared one by one: of two that begin alike, the shorter one comes first.
//!
//! The order of R packages (`numeric_version`, "Comparison"; CRAN and Bioconductor), where a hyphen separates as a
//! dot does, and of Haskell packages (Haskell Package Versioning Policy, "Decision procedure"; Cabal's
//! `Distribution.Version`), where only a dot does. Neither knows pre-releases, and neither holds `1.0` and `1.0.0`
//! to be the same. What is not a list of numbers has no place: not `1.0-rc1`, not Cabal's former tags.

use std::cmp::Ordering;

use super::coarse;
use super::number;

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NumberList<'a>(&'a str);

impl<'a> NumberList<'a> {
    /// Numbers separated by dots and hyphens.
    pub(crate) fn parse_r(written: &'a str) -> Option<Self> {
        Self::of(written.trim(), &['.', '-'])
    }

    /// Numbers separated by dots.
    pub(crate) fn parse_haskell(written: &'a str) -> Option<Self> {
        Self::of(written.trim(), &['.'])
    }

    fn of(text: &'a str, separators: &[char]) -> Option<Self> {
        text.split(separators).all(number::is_number).then_some(Self(text))
    }

    pub(crate) fn compare(self, other: Self) -> Ordering {
        let (mut left, mut right) = (self.numbers(), other.numbers());
        loop {
            match (left.next(), right.next()) {
                (Some(left), Some(right)) => match number::compare(left, right) {
                    Ordering::Equal => {}
                    unequal => return unequal,
                },
                (left, right) => return left.is_some().cmp(&right.is_some()),
            }
        }
    }

    pub(crate) fn coarse(self) -> u64 {
        coarse::of_list(self.numbers())
    }

    fn numbers(self) -> impl Iterator<Item = &'a str> {
        self.0.split(['.', '-'])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_goes_after_the_list_it_begins_with() {
        let order =
            |left, right| NumberList::parse_r(left).unwrap().compare(NumberList::parse_r(right).unwrap());
        assert_eq!(order("0.1-0", "0.01.0"), Ordering::Equal);
        assert_eq!(order("0.1.0", "0.1.0.0"), Ordering::Less);
        assert_eq!(order("0.9", "0.75"), Ordering::Less);
        assert_eq!(order("3.7-10", "3.7.9"), Ordering::Greater);
    }

    #[test]
    fn what_is_no_list_of_numbers_is_not_read() {
        for junk in ["", ".", "1.", "1..0", "1.0a", "1.0-rc1", "v1.0", "-1", "1_0"] {
            assert!(NumberList::parse_r(junk).is_none(), "{junk}");
        }
        assert!(NumberList::parse_haskell("1.0-1").is_none());
        assert!(NumberList::parse_haskell("1.0.1.2").is_some());
    }
}
