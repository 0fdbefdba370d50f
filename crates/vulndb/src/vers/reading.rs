//! Reads a range ("How to parse and validate VERS"), with the place of everything that is wrong.

use std::ops::Range;

use proofmark_facts::{Place, Problem, Read};
use proofmark_text::{Text, text};

use super::comparator::Comparator;
use super::constraint::Constraint;
use super::percent::{self, Fault};
use super::range::{Held, VersRange};
use super::sequence::{Disorder, Sequence};
use super::vers_type;
use crate::version::Order;

/// The longest range read, in bytes.
const LONGEST_BYTES: usize = 65_536;
/// The most constraints read.
const MOST_CONSTRAINTS: usize = 4_096;
/// The most problems said; who has more has read enough.
const MOST_PROBLEMS: usize = 64;

/// The reserved type of ranges that are wrong whatever they say (VERS specification, 5.3.2.1).
const RESERVED_INVALID: &str = "invalid";

/// How strictly a range is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// In the one spelling of the specification.
    Canonical,
    /// In every spelling with one meaning.
    Loose,
}

impl VersRange {
    /// Reads a range as the specification asks: every deviation from its one spelling, disorder included, is an
    /// error with its place.
    pub fn read(text: &str) -> Read<Self> {
        read(text, Manner::Canonical)
    }

    /// Reads a range as it is met: disorder, needless constraints and spellings that have one meaning are warnings.
    pub fn read_loosely(text: &str) -> Read<Self> {
        read(text, Manner::Loose)
    }
}

fn read(text: &str, manner: Manner) -> Read<VersRange> {
    let whole = || Place::bytes(0..text.len());
    if text.len() > LONGEST_BYTES {
        return Read::refused(Problem::error(whole(), text!("vulndb-vers-too-long", limit = LONGEST_BYTES)));
    }
    let blanks = |character: char| character.is_whitespace() || character.is_control();
    if let Some((at, found)) = text.char_indices().find(|(_, character)| blanks(*character)) {
        let place = Place::bytes(at..at + found.len_utf8());
        return Read::refused(Problem::error(place, text!("vulndb-vers-whitespace")));
    }
    let Some((kind, constraints)) = text.strip_prefix("vers:").and_then(|rest| rest.split_once('/')) else {
        return Read::refused(Problem::error(whole(), text!("vulndb-vers-form")));
    };
    let mut reader = Reader { manner, problems: Vec::new() };
    let kind_place = 5..5 + kind.len();
    let Some(kind) = reader.kind(kind, &kind_place) else {
        return Read { value: None, problems: reader.problems };
    };
    let start = kind_place.end + 1;
    let value = reader.range(&kind, constraints, start, &kind_place);
    reader.problems.truncate(MOST_PROBLEMS);
    match value {
        Some(value) => Read::with(value, reader.problems),
        None => Read { value: None, problems: reader.problems },
    }
}

struct Reader {
    manner: Manner,
    problems: Vec<Problem>,
}

impl Reader {
    fn error(&mut self, place: Range<usize>, says: Text) {
        self.problems.push(Problem::error(Place::bytes(place), says));
    }

    /// An error in the canonical manner, a warning in the loose one.
    fn deviation(&mut self, place: Range<usize>, says: Text) {
        let weigh = match self.manner {
            Manner::Canonical => Problem::error,
            Manner::Loose => Problem::warning,
        };
        self.problems.push(weigh(Place::bytes(place), says));
    }

    /// The type in lower case, if it is one.
    fn kind(&mut self, kind: &str, place: &Range<usize>) -> Option<String> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-';
        if !kind.starts_with(|first: char| first.is_ascii_alphabetic()) || !kind.bytes().all(allowed) {
            self.error(place.clone(), text!("vulndb-vers-type", kind = kind));
            return None;
        }
        let lower = kind.to_ascii_lowercase();
        if lower == RESERVED_INVALID {
            self.error(place.clone(), text!("vulndb-vers-type-invalid"));
            return None;
        }
        if lower != kind {
            self.deviation(place.clone(), text!("vulndb-vers-type-case", kind = kind, lower = &lower));
        }
        if !matches!(lower.as_str(), "all" | "none") && vers_type::order(&lower).is_none() {
            let says = text!("vulndb-vers-type-unknown", kind = &lower);
            self.problems.push(Problem::warning(Place::bytes(place.clone()), says));
        }
        Some(lower)
    }

    fn range(
        &mut self,
        kind: &str,
        constraints: &str,
        start: usize,
        kind_place: &Range<usize>,
    ) -> Option<VersRange> {
        let all = start..start + constraints.len();
        if constraints == "*" {
            let held = if kind == "none" { Held::Nothing } else { Held::Every };
            return Some(VersRange { kind: kind.to_owned(), held });
        }
        if matches!(kind, "all" | "none") {
            self.error(kind_place.clone(), text!("vulndb-vers-asterisk-only", kind = kind));
            return None;
        }
        if constraints.is_empty() {
            self.error(all, text!("vulndb-vers-empty"));
            return None;
        }
        if constraints.split('|').count() > MOST_CONSTRAINTS {
            self.error(all, text!("vulndb-vers-too-many", limit = MOST_CONSTRAINTS));
            return None;
        }
        let mut read = Vec::new();
        let mut places = Vec::new();
        let mut at = start;
        for written in constraints.split('|') {
            let place = at..at + written.len();
            at = place.end + 1;
            if let Some(constraint) = self.constraint(kind, written, &place) {
                read.push(constraint);
                places.push(place);
            }
        }
        let order = vers_type::order(kind);
        self.unreadable(&read, &places, kind, order);
        for (number, disorder) in Sequence::of(&read, order).disorder() {
            let version = &read[number].version;
            let says = match disorder {
                Disorder::Unsorted => text!("vulndb-vers-unsorted", version = version),
                Disorder::Duplicate => text!("vulndb-vers-duplicate", version = version),
                Disorder::Needless => text!("vulndb-vers-needless", version = version),
            };
            self.deviation(places[number].clone(), says);
        }
        Some(VersRange::of(kind, &read))
    }

    /// One constraint; `None` where it is none.
    fn constraint(&mut self, kind: &str, written: &str, place: &Range<usize>) -> Option<Constraint> {
        if written.is_empty() {
            self.error(place.clone(), text!("vulndb-vers-pipe"));
            return None;
        }
        if written == "*" {
            self.error(place.clone(), text!("vulndb-vers-asterisk-alone"));
            return None;
        }
        let (comparator, encoded) = Comparator::split(written);
        if encoded.is_empty() {
            self.error(place.clone(), text!("vulndb-vers-version-missing", comparator = comparator.sign()));
            return None;
        }
        let version_start = place.start + written.len() - encoded.len();
        if let Some(at) = encoded.find(['>', '<', '=', '!', '*']) {
            let at = version_start + at;
            self.error(
                at..at + 1,
                text!("vulndb-vers-sign", sign = &encoded[at - version_start..=at - version_start]),
            );
            return None;
        }
        let (version, faults) = percent::decode(encoded);
        let mut readable = true;
        for fault in faults {
            let (place, says, fatal) = match fault {
                Fault::Invalid(place) => (place, text!("vulndb-vers-percent"), true),
                Fault::Unprintable(place) => (place, text!("vulndb-vers-unprintable"), true),
                Fault::LowerCase(place) => (place, text!("vulndb-vers-percent-case"), false),
            };
            let place = version_start + place.start..version_start + place.end;
            readable &= !fatal;
            if fatal { self.error(place, says) } else { self.deviation(place, says) }
        }
        // The colons of an instant are its own and never encoded (VERS types, `datetime`).
        if kind == "datetime" && encoded.to_ascii_uppercase().contains("%3A") {
            self.deviation(place.clone(), text!("vulndb-vers-datetime-colon"));
        }
        readable.then_some(Constraint { comparator, version })
    }

    /// Versions that have no place in the order of their type.
    fn unreadable(&mut self, read: &[Constraint], places: &[Range<usize>], kind: &str, order: Option<Order>) {
        let Some(order) = order else { return };
        for (constraint, place) in read.iter().zip(places) {
            if order.read(&constraint.version).is_some() {
                continue;
            }
            let says = text!("vulndb-vers-unreadable", version = &constraint.version, kind = kind);
            if order == Order::DateTime {
                self.error(place.clone(), says);
            } else {
                self.problems.push(Problem::warning(Place::bytes(place.clone()), says));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys of the problems, each with the text it is about.
    fn problems(text: &str) -> Vec<(String, &str)> {
        let read = read(text, Manner::Canonical);
        let said = read
            .problems
            .iter()
            .map(|problem| (problem.says.id().to_owned(), &text[problem.place.bytes.clone().unwrap()]));
        said.collect()
    }

    #[test]
    fn everything_wrong_is_said_with_its_place() {
        for (text, key, at) in [
            ("npm/1.0.0", "vulndb-vers-form", "npm/1.0.0"),
            ("vers:npm", "vulndb-vers-form", "vers:npm"),
            ("vers:npm/>=1.0.0| <2.0.0", "vulndb-vers-whitespace", " "),
            ("vers:/1.0", "vulndb-vers-type", ""),
            ("vers:1npm/1.0.0", "vulndb-vers-type", "1npm"),
            ("vers:NPM/1.0.0", "vulndb-vers-type-case", "NPM"),
            ("vers:invalid/1.0.0", "vulndb-vers-type-invalid", "invalid"),
            ("vers:example/1.0.0", "vulndb-vers-type-unknown", "example"),
            ("vers:npm/", "vulndb-vers-empty", ""),
            ("vers:npm/|1.0.0", "vulndb-vers-pipe", ""),
            ("vers:npm/>=1.0.0||<2.0.0", "vulndb-vers-pipe", ""),
            ("vers:npm/>=1.0.0|<", "vulndb-vers-version-missing", "<"),
            ("vers:npm/=1.0.0", "vulndb-vers-sign", "="),
            ("vers:npm/1.0.0|*", "vulndb-vers-asterisk-alone", "*"),
            ("vers:all/1.0.0", "vulndb-vers-asterisk-only", "all"),
            ("vers:npm/>=2.0.0|<1.0.0", "vulndb-vers-unsorted", "<1.0.0"),
            ("vers:npm/1.0.0|!=v1.0.0", "vulndb-vers-duplicate", "!=v1.0.0"),
            ("vers:npm/>=1.0.0|>2.0.0", "vulndb-vers-needless", ">2.0.0"),
            ("vers:npm/1.0.0|<2.0.0", "vulndb-vers-needless", "<2.0.0"),
            ("vers:npm/>1.0.0|2.0.0|<3.0.0", "vulndb-vers-needless", "2.0.0"),
            ("vers:npm/1.0%2G0", "vulndb-vers-percent", "%2G"),
            ("vers:deb/1%2b1", "vulndb-vers-percent-case", "%2b"),
            ("vers:npm/é", "vulndb-vers-unprintable", "é"),
            ("vers:npm/<latest", "vulndb-vers-unreadable", "<latest"),
            (
                "vers:datetime/2024-01-01T00%3A00%3A00Z",
                "vulndb-vers-datetime-colon",
                "2024-01-01T00%3A00%3A00Z",
            ),
            ("vers:datetime/2024-01-01t00:00:00z", "vulndb-vers-unreadable", "2024-01-01t00:00:00z"),
        ] {
            let said = problems(text);
            assert!(said.first().is_some_and(|first| *first == (key.to_owned(), at)), "{text}: {said:?}");
        }
    }

    #[test]
    fn what_is_long_is_refused() {
        let long = format!("vers:npm/{}", "1.0.0|".repeat(5_000));
        assert_eq!(problems(&long)[0].0, "vulndb-vers-too-many");
        assert_eq!(problems(&"v".repeat(70_000))[0].0, "vulndb-vers-too-long");
    }

    #[test]
    fn a_range_is_written_as_it_is_read() {
        for text in [
            "vers:npm/>=1.0.0|<2.0.0",
            "vers:npm/*",
            "vers:none/*",
            "vers:deb/<1:3.0~rc1+dfsg-1",
            "vers:lexicographic/1%2A0%20b",
            "vers:datetime/>=2024-01-01T00:00:00Z",
        ] {
            let read = read(text, Manner::Canonical);
            assert_eq!(read.problems, [], "{text}");
            assert_eq!(read.value.unwrap().to_string(), text);
        }
    }
}
