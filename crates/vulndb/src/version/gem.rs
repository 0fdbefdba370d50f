//! The order of Ruby's gems (`Gem::Version`, "Segments" and `<=>`).
//!
//! Runs of digits and runs of letters in turn; a hyphen reads as `.pre.`. Zeros before the first word and at the
//! end say nothing, a word goes before every number, and what is missing is zero, so that `1.0.a` is before `1`.

use std::cmp::Ordering;

use super::coarse;
use super::number;

/// How the platforms of gems begin: processors and systems (`Gem::Platform`).
const PLATFORMS: [&str; 18] = [
    "x86",
    "x64",
    "i386",
    "i686",
    "arm",
    "aarch64",
    "universal",
    "ppc",
    "powerpc",
    "s390",
    "riscv64",
    "java",
    "jruby",
    "mswin",
    "mingw",
    "linux",
    "darwin",
    "dalvik",
];

/// A version, borrowed from its text, without the zeros that say nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gem<'a> {
    /// The numbers before the first word.
    numbers: &'a str,
    /// The first word and all after it.
    rest: &'a str,
}

#[derive(Debug, Clone, Copy)]
enum Segment<'a> {
    Word(&'a str),
    Number(&'a str),
}

impl<'a> Gem<'a> {
    /// A little wider than `Gem::Version.correct?`, which wants a dot between `1` and `beta`: the segments are
    /// the same. An empty text, which Ruby takes for zero, is no version. A platform behind the version, as in the
    /// names of gems' files, is none of it: `1.13.8-x86_64-linux` is 1.13.8 and nothing before it.
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let text = without_platform(written.trim());
        let (head, tail) = match text.split_once('-') {
            Some((head, tail)) => (head, Some(tail)),
            None => (text, None),
        };
        let alphanumeric = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric());
        let hyphenated =
            |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let readable = text.starts_with(|first: char| first.is_ascii_digit())
            && head.split('.').all(alphanumeric)
            && tail.is_none_or(|tail| tail.split('.').all(hyphenated));
        if !readable {
            return None;
        }
        let words = text.bytes().position(|byte| byte.is_ascii_alphabetic() || byte == b'-');
        let (numbers, rest) = text.split_at(words.unwrap_or(text.len()));
        Some(Self { numbers: without_zeros(numbers), rest: without_zeros(rest) })
    }

    pub(crate) fn compare(self, other: Self) -> Ordering {
        let (mut left, mut right) = (self.segments(), other.segments());
        loop {
            let (left, right) = (left.next(), right.next());
            if left.is_none() && right.is_none() {
                return Ordering::Equal;
            }
            let zero = Segment::Number("");
            let order = match (left.unwrap_or(zero), right.unwrap_or(zero)) {
                (Segment::Number(left), Segment::Number(right)) => number::compare(left, right),
                (Segment::Word(left), Segment::Word(right)) => left.cmp(right),
                (Segment::Word(_), Segment::Number(_)) => Ordering::Less,
                (Segment::Number(_), Segment::Word(_)) => Ordering::Greater,
            };
            if order.is_ne() {
                return order;
            }
        }
    }

    pub(crate) fn coarse(self) -> u64 {
        coarse::of_list(self.numbers.split('.').filter(|part| !part.is_empty()))
    }

    fn segments(self) -> impl Iterator<Item = Segment<'a>> {
        segments(self.numbers).chain(segments(self.rest))
    }
}

/// The version before the platform, if one follows it.
fn without_platform(text: &str) -> &str {
    match text.split_once('-') {
        Some((version, rest)) if PLATFORMS.iter().any(|known| rest.starts_with(known)) => version,
        _ => text,
    }
}

fn segments(mut text: &str) -> impl Iterator<Item = Segment<'_>> {
    std::iter::from_fn(move || {
        text = text.trim_start_matches('.');
        if let Some(after) = text.strip_prefix('-') {
            text = after;
            return Some(Segment::Word("pre"));
        }
        let digits = text.starts_with(|first: char| first.is_ascii_digit());
        let belongs = |byte: u8| if digits { byte.is_ascii_digit() } else { byte.is_ascii_alphabetic() };
        let end = text.bytes().position(|byte| !belongs(byte)).unwrap_or(text.len());
        let (segment, after) = text.split_at(end);
        text = after;
        Some(segment)
            .filter(|segment| !segment.is_empty())
            .map(|segment| if digits { Segment::Number(segment) } else { Segment::Word(segment) })
    })
}

/// Takes off the segments at the end that are zero.
fn without_zeros(mut text: &str) -> &str {
    loop {
        text = text.trim_end_matches('.');
        let without_digits = text.trim_end_matches(|last: char| last.is_ascii_digit());
        let digits = &text[without_digits.len()..];
        if digits.is_empty() || digits.bytes().any(|digit| digit != b'0') {
            return text;
        }
        text = without_digits;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(left: &str, right: &str) -> Ordering {
        Gem::parse(left).unwrap().compare(Gem::parse(right).unwrap())
    }

    #[test]
    fn words_go_before_numbers_and_zeros_say_nothing() {
        for pair in [
            "1.0.a.2",
            "1.0.b1",
            "1.0.pre",
            "1.0.rc1",
            "1.0",
            "1.0.1",
            "1.2.4.beta",
            "1.2.4",
            "1.3.0",
            "3.2",
            "3.10",
        ]
        .windows(2)
        {
            assert_eq!(order(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
        for (one, same) in [
            ("1.0", "1"),
            ("1.0.a2", "1.0.a.2"),
            ("1.a", "1.0.0.a"),
            ("1.a.0", "1.a"),
            ("1-beta", "1.pre.beta"),
            ("0", "0.0"),
            ("1beta", "1.beta"),
            ("1.13.8-x86_64-linux", "1.13.8"),
            ("1.13.8-java", "1.13.8"),
            ("1.13.8-arm64-darwin-22", "1.13.8"),
        ] {
            assert_eq!(order(one, same), Ordering::Equal, "{one} {same}");
        }
    }

    #[test]
    fn what_is_no_gem_version_is_not_read() {
        for junk in ["", "v1", "1..0", "1.", "1.0-", "1.0-.a", "1.0-a_b", "junk", "1.0\n2.0", "1 0"] {
            assert!(Gem::parse(junk).is_none(), "{junk}");
        }
    }
}
