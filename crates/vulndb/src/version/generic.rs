//! An order for versions of which nobody says how they are ordered: upstream releases, firmware, source archives.
//!
//! It is a guess, a good one (libversion, "Algorithm"), and [`super::Order::is_exact`] says so. Runs of digits and of
//! letters are compared one by one, everything else separates, and what is missing is zero. A word goes before the
//! release but for the words of later patches, and a single letter directly after a number is a letter release:
//! `1.0beta` is before `1.0`, `1.0.1`, `1.0patch1` and `1.0a` after it.

use std::cmp::Ordering;

use super::number;

/// The words of a later patch begin so.
const LATER: [&str; 4] = ["post", "patch", "pl", "errata"];

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Generic<'a>(&'a str);

/// Runs, at one place in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Run<'a> {
    Before(u8),
    Zero,
    Later(u8),
    Number(&'a str),
    Letter(u8),
}

impl<'a> Generic<'a> {
    /// Visible ASCII with a digit.
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let text = written.trim();
        let visible = |byte: u8| byte.is_ascii_graphic() && !b"(){}[]<>$".contains(&byte);
        let readable = text.bytes().any(|byte| byte.is_ascii_digit()) && text.bytes().all(visible);
        readable.then_some(Self(text))
    }

    pub(crate) fn compare(self, other: Self) -> Ordering {
        let (mut left, mut right) = (self.runs(), other.runs());
        loop {
            let (left, right) = (left.next(), right.next());
            if left.is_none() && right.is_none() {
                return Ordering::Equal;
            }
            let order = match (left.unwrap_or(Run::Zero), right.unwrap_or(Run::Zero)) {
                (Run::Number(left), Run::Number(right)) => number::compare(left, right),
                (left, right) => left.cmp(&right),
            };
            if order.is_ne() {
                return order;
            }
        }
    }

    fn runs(self) -> impl Iterator<Item = Run<'a>> {
        let (mut rest, mut after_number) = (self.0, false);
        std::iter::from_fn(move || {
            let from = rest.trim_start_matches(|first: char| !first.is_ascii_alphanumeric());
            let directly = after_number && from.len() == rest.len();
            after_number = from.starts_with(|first: char| first.is_ascii_digit());
            let belongs =
                |byte: u8| if after_number { byte.is_ascii_digit() } else { byte.is_ascii_alphabetic() };
            let end = from.bytes().position(|byte| !belongs(byte)).unwrap_or(from.len());
            let (run, following) = from.split_at(end);
            rest = following;
            let first = run.bytes().next()?.to_ascii_lowercase();
            let before_digit = following.starts_with(|next: char| next.is_ascii_digit());
            let starts_with =
                |word: &str| run.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
            Some(if after_number {
                if run.bytes().all(|digit| digit == b'0') { Run::Zero } else { Run::Number(run) }
            } else if LATER.iter().any(|word| starts_with(word)) {
                Run::Later(first)
            } else if directly && run.len() == 1 && !before_digit {
                Run::Letter(first)
            } else {
                Run::Before(first)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_letters_stand_on_either_side_of_the_release() {
        let chain = [
            "1.0alpha1",
            "1.0-beta1",
            "1.0rc1",
            "1.0rc2",
            "1.0",
            "1.0patch1",
            "1.0.1",
            "1.0.2",
            "1.0.10",
            "1.0.10a",
            "1.0.10b",
            "1.1-rc1",
            "1.1",
            "2015.5",
            "20200101",
        ];
        for (index, left) in chain.iter().enumerate() {
            for right in &chain[index + 1..] {
                let [read, other] = [left, right].map(|text| Generic::parse(text).unwrap());
                assert_eq!(read.compare(other), Ordering::Less, "{left} {right}");
            }
        }
        let [read, other] = ["1.0", "1_00"].map(|text| Generic::parse(text).unwrap());
        assert_eq!(read.compare(other), Ordering::Equal);
    }

    #[test]
    fn what_has_no_digit_is_no_version() {
        for junk in ["", "latest", "(devel)", "1 2", "${x1}"] {
            assert!(Generic::parse(junk).is_none(), "{junk}");
        }
    }
}
