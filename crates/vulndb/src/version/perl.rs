//! The order of Perl's modules (`version`, "Decimal Versions" and "Dotted-Decimal Versions"; perlmodinstall).
//!
//! A decimal version is read in groups of three digits, so that `1.5` is `v1.500` and after `1.45`; an underscore in it
//! marks a trial release and is left out. With a `v` or two dots the numbers stand for themselves.

use std::cmp::Ordering;

use super::coarse;
use super::number;

/// The most digits of one number; `version` reads no greater ones alike everywhere.
const MOST_DIGITS: usize = 9;

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Perl<'a> {
    first: &'a str,
    /// What follows the first dot.
    rest: &'a str,
    dotted: bool,
}

impl<'a> Perl<'a> {
    /// Strict forms, and one underscore in decimal ones; those in dotted ones mean different things to different
    /// releases of `version`.
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let text = written.trim();
        let (text, marked) = match text.strip_prefix('v') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let (first, rest) = text.split_once('.').unwrap_or((text, ""));
        let dotted = marked || rest.contains('.');
        let is_short = |digits: &str| number::is_number(digits) && digits.len() <= MOST_DIGITS;
        let readable = is_short(first)
            && if !text.contains('.') {
                true
            } else if dotted {
                rest.split('.').all(is_short)
            } else {
                rest.split('_').all(number::is_number) && rest.split('_').count() <= 2
            };
        readable.then_some(Self { first, rest, dotted })
    }

    pub(crate) fn compare(self, other: Self) -> Ordering {
        let (mut left, mut right) = (self.numbers(), other.numbers());
        loop {
            match (left.next(), right.next()) {
                (None, None) => return Ordering::Equal,
                (left, right) => match left.unwrap_or(0).cmp(&right.unwrap_or(0)) {
                    Ordering::Equal => {}
                    unequal => return unequal,
                },
            }
        }
    }

    pub(crate) fn coarse(self) -> u64 {
        coarse::of_numbers(self.first)
    }

    fn numbers(self) -> impl Iterator<Item = u64> {
        let value = |digits| number::at_most(digits, u64::MAX);
        let stated = self.rest.split('.').filter(move |_| self.dotted).map(value);
        let mut digits = self.rest.bytes().filter(|byte| *byte != b'_').map(|digit| u64::from(digit - b'0'));
        let groups = std::iter::from_fn(move || {
            let first = digits.next()? * 100;
            Some(first + digits.next().unwrap_or(0) * 10 + digits.next().unwrap_or(0))
        });
        std::iter::once(value(self.first)).chain(stated).chain(groups.take(if self.dotted {
            0
        } else {
            usize::MAX
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(left: &str, right: &str) -> Ordering {
        Perl::parse(left).unwrap().compare(Perl::parse(right).unwrap())
    }

    #[test]
    fn a_decimal_version_is_read_in_threes() {
        for pair in
            ["1.0", "1.00_01", "1.002003", "v1.2.4", "v1.10", "1.3", "1.45", "1.5", "v1.1000", "2", "10.1.1"]
                .windows(2)
        {
            assert_eq!(order(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
        for (one, same) in
            [("1.002003", "v1.2.3"), ("1.5", "1.500"), ("1", "1.0"), ("1.02_03", "1.0203"), ("v1.2", "1.2.0")]
        {
            assert_eq!(order(one, same), Ordering::Equal, "{one} {same}");
        }
    }

    #[test]
    fn what_is_no_perl_version_is_not_read() {
        for junk in [
            "",
            "v",
            "1.",
            ".5",
            "1.2.3_4",
            "1.2-TRIAL",
            "1__0",
            "1.0_1_1",
            "1.2.",
            "undef",
            "1.0_",
            "99999999999",
        ] {
            assert!(Perl::parse(junk).is_none(), "{junk}");
        }
    }
}
