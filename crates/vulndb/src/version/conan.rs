//! The order of Conan's recipes (docs.conan.io, "Version and version ranges"; the class `Version`).
//!
//! Items between dots are numbers where they can be, and zeros at the end say nothing; a pre-release goes before
//! its version and a build after it. Numbers are compared with words as texts there, which is no order: `10` is
//! before `1a`, `1a` before `2` and `2` before `10`. So items are placed by the number they begin with, and
//! where Conan's own answer for two items is another one, [`Conan::compare`] gives none.

use std::cmp::Ordering;

use super::number;

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Conan<'a> {
    main: &'a str,
    pre: Option<&'a str>,
    build: Option<&'a str>,
}

impl<'a> Conan<'a> {
    /// Anything printable without blanks. Items Python's `int` takes for numbers though they are not plain digits
    /// (`1_0`, `+1`) have no place.
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let text = written.trim();
        let (rest, build) = match text.rsplit_once('+') {
            Some((rest, build)) => (rest, Some(build)),
            None => (text, None),
        };
        let (main, pre) = match rest.split_once('-') {
            Some((main, pre)) => (main, Some(pre)),
            None => (rest, None),
        };
        let readable = !main.is_empty()
            && text.bytes().all(|byte| byte.is_ascii_graphic())
            && [Some(main), pre, build].into_iter().flatten().flat_map(|part| part.split('.')).all(is_plain);
        readable.then_some(Self { main, pre, build })
    }

    /// The order; `None` where Conan puts the deciding items the other way round.
    pub(crate) fn compare(self, other: Self) -> Option<Ordering> {
        match compare_items(self.main, other.main)? {
            Ordering::Equal => {}
            unequal => return Some(unequal),
        }
        match (self.pre, other.pre) {
            (None, None) => {}
            (Some(left), Some(right)) => match compare_items(left, right)? {
                Ordering::Equal => {}
                unequal => return Some(unequal),
            },
            (left, right) => return Some(right.is_some().cmp(&left.is_some())),
        }
        match (self.build, other.build) {
            (Some(left), Some(right)) => compare_items(left, right),
            (left, right) => Some(left.is_some().cmp(&right.is_some())),
        }
    }

    /// A place for every version, to sort by.
    pub(crate) fn place(self, other: Self) -> Ordering {
        let optional = |left: Option<&str>, right: Option<&str>| match (left, right) {
            (Some(left), Some(right)) => place_items(left, right),
            (left, right) => left.is_some().cmp(&right.is_some()),
        };
        let before_release = match (self.pre, other.pre) {
            (Some(left), Some(right)) => place_items(left, right),
            (left, right) => right.is_some().cmp(&left.is_some()),
        };
        place_items(self.main, other.main)
            .then(before_release)
            .then_with(|| optional(self.build, other.build))
    }
}

fn is_plain(item: &str) -> bool {
    let unsigned = item.strip_prefix(['+', '-']).unwrap_or(item);
    let like_number = unsigned.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
    number::is_number(item) || unsigned.is_empty() || !like_number
}

/// The items without the zeros at the end.
fn items(text: &str) -> impl Iterator<Item = &str> {
    let is_zero = |item: &str| number::is_number(item) && number::at_most(item, 1) == 0;
    let mut kept = Some(text);
    while let Some(some) = kept {
        let (before, last) = match some.rsplit_once('.') {
            Some((before, last)) => (Some(before), last),
            None => (None, some),
        };
        if !is_zero(last) {
            break;
        }
        kept = before;
    }
    kept.into_iter().flat_map(|kept| kept.split('.'))
}

fn compare_items(left: &str, right: &str) -> Option<Ordering> {
    let (mut left, mut right) = (items(left), items(right));
    loop {
        let (left, right) = match (left.next(), right.next()) {
            (Some(left), Some(right)) => (left, right),
            (left, right) => return Some(left.is_some().cmp(&right.is_some())),
        };
        let placed = place_item(left, right);
        let conans = match (number::is_number(left), number::is_number(right)) {
            (true, true) => placed,
            (true, false) => canonical(left).cmp(right),
            (false, true) => left.cmp(canonical(right)),
            (false, false) => left.cmp(right),
        };
        match placed {
            _ if placed != conans => return None,
            Ordering::Equal => {}
            unequal => return Some(unequal),
        }
    }
}

fn place_items(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (items(left), items(right));
    loop {
        match (left.next(), right.next()) {
            (Some(left), Some(right)) => match place_item(left, right) {
                Ordering::Equal => {}
                unequal => return unequal,
            },
            (left, right) => return left.is_some().cmp(&right.is_some()),
        }
    }
}

/// Items that begin with a number by it and then by what follows it; others before or after, by their first byte.
fn place_item(left: &str, right: &str) -> Ordering {
    let kind = |item: &str| {
        item.bytes().next().map_or(-1, |first| match first {
            b'0'..=b'9' => 1,
            before if before < b'0' => 0,
            _ => 2,
        })
    };
    let (left_number, left_rest) = number::leading(left);
    let (right_number, right_rest) = number::leading(right);
    let words = !left_rest.is_empty() || !right_rest.is_empty();
    kind(left)
        .cmp(&kind(right))
        .then_with(|| number::compare(left_number, right_number))
        .then_with(|| left_rest.cmp(right_rest))
        // `01a` and `1a` are two words.
        .then_with(|| if words { left.cmp(right) } else { Ordering::Equal })
}

/// A number as Python prints it.
fn canonical(digits: &str) -> &str {
    let without_zeros = digits.trim_start_matches('0');
    if without_zeros.is_empty() { &digits[digits.len() - 1..] } else { without_zeros }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(left: &str, right: &str) -> Option<Ordering> {
        let [left, right] = [left, right].map(|text| Conan::parse(text).unwrap());
        if let Some(said) = left.compare(right) {
            assert_eq!(left.place(right), said);
        }
        left.compare(right)
    }

    #[test]
    fn letters_pre_releases_and_builds_are_in_order() {
        let chain = [
            "1.0.0-",
            "1.0-alpha.3",
            "1.0-alpha.22",
            "1.0-alpha.22+b1",
            "1.0",
            "1.0+b.3",
            "1.0+b.22",
            "1.1.1",
            "1.1.1a",
            "1.1.1k",
            "1.1.1za",
            "1.1.2",
            "1.2.11",
            "2023",
            "cci.20200203",
        ];
        for (index, left) in chain.iter().enumerate() {
            for right in &chain[index + 1..] {
                assert_eq!(order(left, right), Some(Ordering::Less), "{left} {right}");
            }
        }
        for (one, same) in [
            ("1", "1.0.0"),
            ("1-pre1", "1.0-pre1.0"),
            ("1+b1", "1.0+b1.0"),
            ("0", "0.0"),
            ("1+.0", "1+"),
            ("01", "1"),
        ] {
            assert_eq!(order(one, same), Some(Ordering::Equal), "{one} {same}");
        }
    }

    #[test]
    fn where_conan_goes_in_a_circle_nothing_is_said() {
        assert_eq!(order("1.2", "1.1a"), Some(Ordering::Greater));
        assert_eq!(order("1.10", "1.1a"), None);
        assert_eq!(order("1.10", "1.9a"), None);
        assert_eq!(order("1.9a", "1.10a"), None);
    }

    #[test]
    fn what_only_python_takes_for_a_number_is_not_read() {
        for junk in ["", "1_0", "1.+1+b", "1.0--1", "1 0", "[>1]é", "-1"] {
            assert!(Conan::parse(junk).is_none(), "{junk}");
        }
    }
}
