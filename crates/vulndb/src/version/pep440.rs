//! The order of Python versions (PEP 440; packaging.python.org, "Version specifiers").
//!
//! Every spelling PEP 440 normalises is read. What it does not read (`LegacyVersion` of old) has no place in
//! the order: an invented one would put every misspelt version before the first release.

use std::cmp::Ordering;

use super::coarse;
use super::number;
use super::semver::compare_numbers;

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pep440<'a> {
    epoch: &'a str,
    release: &'a str,
    pre: Option<(Stage, &'a str)>,
    post: Option<&'a str>,
    dev: Option<&'a str>,
    local: Option<&'a str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Alpha,
    Beta,
    Candidate,
}

/// The words for a stage, longer ones first where one begins another.
const STAGES: [(&str, Stage); 8] = [
    ("alpha", Stage::Alpha),
    ("a", Stage::Alpha),
    ("beta", Stage::Beta),
    ("b", Stage::Beta),
    ("preview", Stage::Candidate),
    ("pre", Stage::Candidate),
    ("c", Stage::Candidate),
    ("rc", Stage::Candidate),
];

impl<'a> Pep440<'a> {
    /// Appendix B of PEP 440, part by part.
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        if is_plain(written) {
            return Some(Self { epoch: "", release: written, pre: None, post: None, dev: None, local: None });
        }
        let text = written.trim();
        let text = text.strip_prefix(['v', 'V']).unwrap_or(text);
        let (text, local) = match text.split_once('+') {
            Some((text, local)) => (text, Some(local)),
            None => (text, None),
        };
        let (epoch, text) = match text.split_once('!') {
            Some((epoch, text)) if number::is_number(epoch) => (epoch, text),
            Some(_) => return None,
            None => ("", text),
        };
        let (release, text) = release(text)?;
        let (pre, text) = match STAGES.iter().find_map(|&(word, stage)| Some((stage, part(text, word)?))) {
            Some((stage, (count, text))) => (Some((stage, count)), text),
            None => (None, text),
        };
        let (post, text) = post(text);
        let (dev, text) = part(text, "dev").map_or((None, text), |(count, text)| (Some(count), text));
        let readable = text.is_empty() && local.is_none_or(is_local);
        readable.then_some(Self { epoch, release, pre, post, dev, local })
    }

    pub(crate) fn compare(self, other: Self) -> Ordering {
        self.compare_public(other).then_with(|| compare_local(self.local, other.local))
    }

    /// The order without local versions.
    fn compare_public(self, other: Self) -> Ordering {
        number::compare(self.epoch, other.epoch)
            .then_with(|| compare_numbers(self.release, other.release))
            .then_with(|| self.compare_pre(other))
            .then_with(|| compare_present_last(self.post, other.post))
            .then_with(|| compare_dev(self.dev, other.dev))
    }

    /// Whether this is the other version built locally: `2.0.1+cu118` of `2.0.1`. A specifier without a local
    /// version covers every local version of it.
    pub(crate) fn is_build_of(self, other: Self) -> bool {
        other.local.is_none() && self.compare_public(other).is_eq()
    }

    /// A development release of the release itself goes before all its pre-releases; no pre-release after.
    fn compare_pre(self, other: Self) -> Ordering {
        let rank = |version: Self| match (version.pre, version.post, version.dev) {
            (None, None, Some(_)) => 0,
            (Some(_), ..) => 1,
            (None, ..) => 2,
        };
        rank(self).cmp(&rank(other)).then_with(|| match (self.pre, other.pre) {
            (Some((left, left_count)), Some((right, right_count))) => {
                left.cmp(&right).then_with(|| number::compare(left_count, right_count))
            }
            _ => Ordering::Equal,
        })
    }

    pub(crate) fn coarse(self) -> u64 {
        coarse::of_epoch_and_numbers(self.epoch, self.release)
    }
}

/// Whether it is numbers with a dot between each two, as most are: then nothing else is to be looked for.
fn is_plain(written: &str) -> bool {
    let mut after_digit = false;
    written.bytes().all(|byte| {
        let is_in_place = byte.is_ascii_digit() || byte == b'.' && after_digit;
        after_digit = byte.is_ascii_digit();
        is_in_place
    }) && after_digit
}

/// The dotted numbers at the start, and the rest.
fn release(text: &str) -> Option<(&str, &str)> {
    let mut end = number::leading(text).0.len();
    if end == 0 {
        return None;
    }
    while let Some(next) = text[end..].strip_prefix('.') {
        let digits = number::leading(next).0.len();
        if digits == 0 {
            break;
        }
        end += 1 + digits;
    }
    Some(text.split_at(end))
}

/// A word with its separators and number: `.beta-2` gives `2`, `beta` gives an empty number, which is zero.
fn part<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let text = without_separator(text);
    let head = text.get(..word.len()).filter(|head| head.eq_ignore_ascii_case(word))?;
    Some(number::leading(without_separator(&text[head.len()..])))
}

fn without_separator(text: &str) -> &str {
    text.strip_prefix(['-', '_', '.']).unwrap_or(text)
}

/// A post-release, spelt out or implicit: `1.0-1` is `1.0.post1`.
fn post(text: &str) -> (Option<&str>, &str) {
    if let Some((count, rest)) = text.strip_prefix('-').map(number::leading).filter(|(n, _)| !n.is_empty()) {
        return (Some(count), rest);
    }
    match ["post", "rev", "r"].iter().find_map(|word| part(text, word)) {
        Some((count, rest)) => (Some(count), rest),
        None => (None, text),
    }
}

fn is_local(local: &str) -> bool {
    local
        .split(['-', '_', '.'])
        .all(|segment| !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// None goes first; numbers by value.
fn compare_present_last(left: Option<&str>, right: Option<&str>) -> Ordering {
    match (left, right) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some(left), Some(right)) => number::compare(left, right),
    }
}

/// A development release goes before what it develops.
fn compare_dev(left: Option<&str>, right: Option<&str>) -> Ordering {
    match (left, right) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(left), Some(right)) => number::compare(left, right),
    }
}

/// Segments: words before numbers, numbers by value, fewer segments before more, no local version first.
fn compare_local(left: Option<&str>, right: Option<&str>) -> Ordering {
    let (Some(left), Some(right)) = (left, right) else {
        return left.is_some().cmp(&right.is_some());
    };
    let (mut left, mut right) = (left.split(['-', '_', '.']), right.split(['-', '_', '.']));
    loop {
        let (left, right) = match (left.next(), right.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(left), Some(right)) => (left, right),
        };
        let order = match (number::is_number(left), number::is_number(right)) {
            (true, true) => number::compare(left, right),
            (true, false) => Ordering::Greater,
            (false, true) => Ordering::Less,
            (false, false) => compare_ignoring_case(left, right),
        };
        if order.is_ne() {
            return order;
        }
    }
}

fn compare_ignoring_case(left: &str, right: &str) -> Ordering {
    let lower = |byte: u8| byte.to_ascii_lowercase();
    left.bytes().map(lower).cmp(right.bytes().map(lower))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(left: &str, right: &str) -> Ordering {
        Pep440::parse(left).unwrap().compare(Pep440::parse(right).unwrap())
    }

    #[test]
    fn the_chain_of_pep_440_is_in_order() {
        let chain = [
            "1.dev0",
            "1.0.dev456",
            "1.0a1",
            "1.0a2.dev456",
            "1.0a12.dev456",
            "1.0a12",
            "1.0b1.dev456",
            "1.0b2",
            "1.0b2.post345.dev456",
            "1.0b2.post345",
            "1.0rc1.dev456",
            "1.0rc1",
            "1.0",
            "1.0+abc.5",
            "1.0+abc.7",
            "1.0+5",
            "1.0.post456.dev34",
            "1.0.post456",
            "1.0.15",
            "1.1.dev1",
            "1!0.1",
        ];
        for pair in chain.windows(2).skip(1) {
            assert_eq!(order(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
        assert_eq!(order("1.dev0", "1.0.dev0"), Ordering::Equal);
    }

    #[test]
    fn every_spelling_pep_440_normalises_is_the_same_version() {
        for (spelt, normal) in [
            ("1.1RC1", "1.1rc1"),
            ("00001", "1"),
            ("1.1.a1", "1.1a1"),
            ("1.1-a-1", "1.1a1"),
            ("1.1alpha1", "1.1a1"),
            ("1.1preview2", "1.1rc2"),
            ("1.2a", "1.2a0"),
            ("1.2.post", "1.2.post0"),
            ("1.0-r4", "1.0.post4"),
            ("1.0-1", "1.0.post1"),
            ("1.2.dev", "1.2.dev0"),
            ("1.0+ubuntu-1", "1.0+ubuntu.1"),
            ("v1.0", "1.0"),
            (" 1.0\n", "1.0"),
            ("0!1.0", "1.0"),
            ("1.0+ABC", "1.0+abc"),
            ("1.0a.", "1.0a0"),
        ] {
            assert_eq!(order(spelt, normal), Ordering::Equal, "{spelt} is {normal}");
        }
    }

    #[test]
    fn a_local_build_is_a_build_of_its_version_only() {
        let is_build = |one, of| Pep440::parse(one).unwrap().is_build_of(Pep440::parse(of).unwrap());
        assert!(is_build("2.0.1+cu118", "2.0.1"));
        assert!(!is_build("2.0.1+cu118", "2.0.1+cu117"));
        assert!(!is_build("2.0.1.post1", "2.0.1"));
    }

    #[test]
    fn what_pep_440_does_not_read_is_not_read() {
        for junk in [
            "",
            "abc",
            "1.0-bulbasaur",
            "5.4.0]]",
            "1.0+",
            "1.0+a..b",
            "1!",
            "!1",
            "1.0.dev1.post1",
            "é",
            "1é",
        ] {
            assert!(Pep440::parse(junk).is_none(), "{junk}");
        }
    }
}
