//! The order of Composer's packages, Packagist's: versions are normalised (getcomposer.org, "Versions and
//! constraints"; `Composer\Semver\VersionParser::normalize`), then compared as PHP's `version_compare` does.
//!
//! Normalised are four numbers or a date, then a stability with its numbers, then `-dev`; `1.x-dev` stands after
//! every `1.`. Where one version goes on, a number or a patch (`p`) goes after the shorter one and a
//! stability before it. A branch (`dev-main`) has no place, as in Composer, where none is before or after it.

use std::cmp::Ordering;

use super::coarse;
use super::number;

/// What `x` in the name of a branch of versions stands for: after every number in use.
const EVERY: &str = "9999999";
/// The most digits the first number of a version has that is no date.
const MOST_DIGITS: usize = 5;
/// How many numbers a normalised version has.
const NUMBERS: usize = 4;

/// The words for a stability, longer ones first where one begins another.
const WORDS: [(&str, Stability); 8] = [
    ("stable", Stability::Stable),
    ("beta", Stability::Beta),
    ("b", Stability::Beta),
    ("rc", Stability::Candidate),
    ("alpha", Stability::Alpha),
    ("a", Stability::Alpha),
    ("patch", Stability::Patch),
    ("pl", Stability::Patch),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stability {
    Stable,
    Alpha,
    Beta,
    Candidate,
    Patch,
}

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Composer<'a> {
    numbers: &'a str,
    /// What stands for the numbers up to the fourth that are not written; none is added to a date.
    missing: Option<&'a str>,
    stability: Stability,
    counts: &'a str,
    dev: bool,
}

/// The parts of a normalised version, at one place in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part<'a> {
    Dev,
    Alpha,
    Beta,
    Candidate,
    End,
    Number(&'a str),
    Patch,
}

impl<'a> Composer<'a> {
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let text = without_flag(written.trim());
        let text = match text.split_once('+') {
            Some((text, build)) if !build.is_empty() && !build.contains(char::is_whitespace) => text,
            Some(_) => return None,
            None => text,
        };
        let text = text.strip_prefix(['v', 'V']).unwrap_or(text);
        Self::parse_branch(text).or_else(|| Self::parse_numbers(text))
    }

    /// `2.x-dev` and `2.1.x-dev`.
    fn parse_branch(text: &'a str) -> Option<Self> {
        let name = without_word(text, "dev")?;
        let name = name.strip_suffix(['.', '-']).unwrap_or(name);
        let is_any = |part: &str| matches!(part, "x" | "X" | "*");
        let (first, rest) = name.split_once('.')?;
        let readable = number::is_number(first)
            && rest.split('.').all(|part| number::is_number(part) || is_any(part))
            && rest.split('.').any(is_any)
            && rest.split('.').count() < NUMBERS;
        let (stability, counts) = (Stability::Stable, "");
        readable.then_some(Self { numbers: name, missing: Some(EVERY), stability, counts, dev: true })
    }

    /// Numbers or a date, with their modifiers.
    fn parse_numbers(text: &'a str) -> Option<Self> {
        let belongs = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b':' | b'-');
        let end = text.bytes().position(|byte| !belongs(byte)).unwrap_or(text.len());
        let numbers = text[..end].trim_end_matches(['.', '-']);
        let (stability, counts, dev) = modifiers(&text[numbers.len()..])?;
        let is_version = numbers.split('.').all(number::is_number)
            && numbers.split('.').count() <= NUMBERS
            && number::leading(numbers).0.len() <= MOST_DIGITS;
        let missing = is_version.then_some("0");
        (is_version || is_date(numbers)).then_some(Self { numbers, missing, stability, counts, dev })
    }

    pub(crate) fn compare(self, other: Self) -> Ordering {
        let (mut left, mut right) = (self.parts(), other.parts());
        loop {
            let order = match (left.next().unwrap_or(Part::End), right.next().unwrap_or(Part::End)) {
                (Part::End, Part::End) => return Ordering::Equal,
                (Part::Number(left), Part::Number(right)) => number::compare(left, right),
                (left, right) => left.cmp(&right),
            };
            if order.is_ne() {
                return order;
            }
        }
    }

    /// A patch of a date goes after every longer date, so it fills what is left.
    pub(crate) fn coarse(self) -> u64 {
        if self.missing.is_none() && self.stability == Stability::Patch {
            coarse::of_list_and_more(self.numbers())
        } else {
            coarse::of_list(self.numbers())
        }
    }

    fn numbers(self) -> impl Iterator<Item = &'a str> {
        let any = |part| if matches!(part, "x" | "X" | "*") { EVERY } else { part };
        let written = self.numbers.split(['.', ':', '-']).map(any);
        let missing = self.missing.into_iter().flat_map(std::iter::repeat);
        let count = if self.missing.is_some() { NUMBERS } else { usize::MAX };
        written.chain(missing).take(count)
    }

    fn parts(self) -> impl Iterator<Item = Part<'a>> {
        let word = match self.stability {
            Stability::Stable => None,
            Stability::Alpha => Some(Part::Alpha),
            Stability::Beta => Some(Part::Beta),
            Stability::Candidate => Some(Part::Candidate),
            Stability::Patch => Some(Part::Patch),
        };
        let counts = self.counts.split(['.', '-']).filter(|count| !count.is_empty()).map(Part::Number);
        let dev = self.dev.then_some(Part::Dev);
        self.numbers().map(Part::Number).chain(word).chain(counts).chain(dev)
    }
}

/// Takes off a stability flag, `1.0@beta`, which says what is wanted and not what is there.
fn without_flag(text: &str) -> &str {
    match text.rsplit_once('@') {
        Some((version, flag))
            if ["stable", "rc", "beta", "alpha", "dev"]
                .iter()
                .any(|known| flag.eq_ignore_ascii_case(known)) =>
        {
            version
        }
        _ => text,
    }
}

/// The stability, its numbers and whether `dev` follows; `None` if anything else does.
fn modifiers(text: &str) -> Option<(Stability, &str, bool)> {
    let (text, dev) = match without_word(text, "dev") {
        Some(before) => (before.strip_suffix(['.', '-']).unwrap_or(before), true),
        None => (text, false),
    };
    let text = text.strip_prefix(['.', '_', '-']).unwrap_or(text);
    let starts_with = |word: &str| text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
    let found = WORDS.iter().chain(&[("p", Stability::Patch)]).find(|(word, _)| starts_with(word));
    let Some(&(word, stability)) = found else {
        return text.is_empty().then_some((Stability::Stable, "", dev));
    };
    let counts = &text[word.len()..];
    let unseparated = counts.strip_prefix(['.', '-']).unwrap_or(counts);
    let readable = counts.is_empty() || unseparated.split(['.', '-']).all(number::is_number);
    // Composer leaves out everything after the word `stable`, its numbers and `dev` included.
    Some(if stability == Stability::Stable { (stability, "", false) } else { (stability, counts, dev) })
        .filter(|_| readable)
}

fn without_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let head = text.len().checked_sub(word.len())?;
    text.get(head..).filter(|tail| tail.eq_ignore_ascii_case(word)).map(|_| &text[..head])
}

/// Four digits, one to six times two, and up to three more, with or without separators: `2010-01-02`,
/// `20100102-203040`.
fn is_date(text: &str) -> bool {
    let is_separated = |text: &str| text.starts_with(['.', ':', '-']);
    let digits = |text: &str, count: usize| {
        text.len() >= count && text.bytes().take(count).all(|byte| byte.is_ascii_digit())
    };
    if !digits(text, 4) {
        return false;
    }
    let mut rest = &text[4..];
    for _ in 0..6 {
        let group = if is_separated(rest) { &rest[1..] } else { rest };
        if !digits(group, 2) {
            return false;
        }
        rest = &group[2..];
        let last = if is_separated(rest) { &rest[1..] } else { rest };
        if rest.is_empty() || (last.len() <= 3 && number::is_number(last)) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(left: &str, right: &str) -> Ordering {
        Composer::parse(left).unwrap().compare(Composer::parse(right).unwrap())
    }

    #[test]
    fn stabilities_stand_on_either_side_of_the_release() {
        let chain = [
            "1.0-dev",
            "1.0-alpha-dev",
            "1.0a1",
            "1.0-alpha2",
            "1.0b1-dev",
            "1.0b1",
            "1.0beta2",
            "1.0beta2.1",
            "1.0RC1",
            "1.0rc2",
            "1.0",
            "1.0pl1",
            "1.0-p2",
            "1.0.0.1",
            "1.0.x-dev",
            "1.1",
            "1.x-dev",
            "2.0",
            "2010-01-02",
            "2010-01-02-p1",
        ];
        for (index, left) in chain.iter().enumerate() {
            for right in &chain[index + 1..] {
                assert_eq!(order(left, right), Ordering::Less, "{left} {right}");
            }
        }
    }

    #[test]
    fn every_spelling_composer_normalises_is_the_same_version() {
        for (spelt, normal) in [
            ("v1", "1.0.0.0"),
            ("1.0+build.5", "1.0"),
            ("1.0@beta", "1.0"),
            ("1.0-stable", "1.0"),
            ("1.0.", "1.0"),
            ("1.0_b2", "1.0-beta2"),
            ("1.0-beta.2", "1.0beta2"),
            ("1.25.0-beta2.1", "1.25.0-b.2.1"),
            ("1.0PL1", "1.0-patch1"),
            ("20100102", "20100102"),
            ("1.2.X-dev", "1.2.*-dev"),
        ] {
            assert_eq!(order(spelt, normal), Ordering::Equal, "{spelt} is {normal}");
        }
    }

    #[test]
    fn branches_and_what_composer_does_not_read_have_no_place() {
        for junk in [
            "",
            "dev-main",
            "master",
            "1.0-2",
            "1.0.0.0.0",
            "123456789012345678901",
            "1.0-foo",
            "1.x",
            "x-dev",
            "main-dev",
            "1.0 2",
            "1.2.3.#",
            "1.0+",
            "2010-1-2",
            "~1.0",
            "1.0betaRC",
        ] {
            assert!(Composer::parse(junk).is_none(), "{junk}");
        }
    }
}
