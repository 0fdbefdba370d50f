//! The order of Maven's artifacts (maven.apache.org, POM reference, "Version Order Specification";
//! `org.apache.maven.artifact.versioning.ComparableVersion`).
//!
//! A version is a list of numbers and words. A hyphen, and every change between digits and letters, opens a
//! list in the list, which goes on to the end; zeros and empty words before such a list and at the end are trimmed
//! away. A word with its number (`rc-1`, `rc1`) is one item. Known words stand at known places around the
//! release, others after it, and at one place a number goes after a list, a list after a word.

use std::cmp::Ordering;

use super::coarse;
use super::maven_items::{Item, Items, MOST_ITEMS, Word, most_items};
use super::number;

/// The longest version Maven reads, in bytes (`MAX_VERSION_LENGTH`).
const LONGEST_BYTES: usize = 256;
/// As many items as nearly all versions have: less room is sooner made.
const FEW_ITEMS: usize = 16;

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Maven<'a>(&'a str);

impl<'a> Maven<'a> {
    /// Every text of visible ASCII that begins with a letter or digit and has a digit. Maven orders any text; a
    /// property that was not filled in (`${revision}`) or a word (`LATEST`) is no version all the same.
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let text = written.trim();
        let visible = |byte: u8| byte.is_ascii_graphic() && !b"${}()[],".contains(&byte);
        let readable = text.len() <= LONGEST_BYTES
            && text.starts_with(|first: char| first.is_ascii_alphanumeric())
            && text.bytes().any(|byte| byte.is_ascii_digit())
            && text.bytes().all(visible)
            && most_items(text) <= MOST_ITEMS;
        readable.then_some(Self(text))
    }

    pub(crate) fn compare(self, other: Self) -> Ordering {
        if most_items(self.0).max(most_items(other.0)) <= FEW_ITEMS {
            self.compare_in::<FEW_ITEMS>(other)
        } else {
            self.compare_in::<MOST_ITEMS>(other)
        }
    }

    fn compare_in<const ROOM: usize>(self, other: Self) -> Ordering {
        let (left, right) = (Items::<ROOM>::of(self.0), Items::<ROOM>::of(other.0));
        compare_lists(left.as_slice(), right.as_slice())
    }

    /// The numbers it begins with; a list or a word there goes before every further number.
    pub(crate) fn coarse(self) -> u64 {
        let end = self.0.bytes().position(|byte| !byte.is_ascii_digit() && byte != b'.');
        coarse::of_numbers(&self.0[..end.unwrap_or(self.0.len())])
    }
}

/// Lists are compared item by item, and an item with nothing where the other has none.
fn compare_lists(mut left: &[Item<'_>], mut right: &[Item<'_>]) -> Ordering {
    loop {
        let order = match (left.split_first(), right.split_first()) {
            (None, None) => return Ordering::Equal,
            (Some(_), None) => return compare_to_nothing(left),
            (None, Some(_)) => return compare_to_nothing(right).reverse(),
            (Some((Item::List, left)), Some((Item::List, right))) => return compare_lists(left, right),
            // A list is the last of its list, so what decides with the other's item stands before the rest of it.
            (Some((Item::List, list)), Some((&item, rest))) => {
                return compare_list(list, item).then_with(|| compare_to_nothing(rest).reverse());
            }
            (Some((&item, rest)), Some((Item::List, list))) => {
                return compare_list(list, item).reverse().then_with(|| compare_to_nothing(rest));
            }
            (Some((&one, left_rest)), Some((&other, right_rest))) => {
                (left, right) = (left_rest, right_rest);
                compare_items(one, other)
            }
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// All that is left of a list, with nothing.
fn compare_to_nothing(list: &[Item<'_>]) -> Ordering {
    list.iter().map(|item| item.compare_to_nothing()).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

/// A list with an item that is none.
fn compare_list(list: &[Item<'_>], item: Item<'_>) -> Ordering {
    match (list.split_first(), item) {
        (_, Item::Number(_)) => Ordering::Less,
        (None, item) => item.compare_to_nothing().reverse(),
        (Some((Item::List, list)), item) => compare_list(list, item),
        (Some((&first, rest)), item) => compare_items(first, item).then_with(|| compare_to_nothing(rest)),
    }
}

/// Two items, neither of them a list.
fn compare_items(left: Item<'_>, right: Item<'_>) -> Ordering {
    match (left, right) {
        (Item::Number(left), Item::Number(right)) => number::compare(left, right),
        (Item::Number(_), _) => Ordering::Greater,
        (_, Item::Number(_)) => Ordering::Less,
        (Item::Word(left), Item::Word(right)) => left.compare(right),
        (Item::Combination(left, left_digits), Item::Combination(right, right_digits)) => {
            left.compare(right).then_with(|| number::compare(left_digits, right_digits))
        }
        (Item::Combination(word, digits), Item::Word(other)) => compare_with_word(word, digits, other),
        (Item::Word(other), Item::Combination(word, digits)) => {
            compare_with_word(word, digits, other).reverse()
        }
        (Item::List, _) | (_, Item::List) => Ordering::Equal,
    }
}

/// `rc1` goes after `rc`; `ga1` after `ga`, but `ga0` is `ga`.
fn compare_with_word(word: Word<'_>, digits: &str, other: Word<'_>) -> Ordering {
    word.compare(other)
        .then_with(|| if word.is_release() { number::compare(digits, "") } else { Ordering::Greater })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(left: &str, right: &str) -> Ordering {
        Maven::parse(left).unwrap().compare(Maven::parse(right).unwrap())
    }

    #[test]
    fn words_stand_around_the_release() {
        let chain = [
            "1-alpha-1",
            "1-alpha2",
            "1-beta-1",
            "1-m3",
            "1-rc",
            "1-cr2",
            "1-SNAPSHOT",
            "1",
            "1-sp",
            "1-sp-1",
            "1-abc",
            "1-jre8",
            "1-xyz",
            "1-1",
            "1-2",
            "1.0.1",
            "1.0.10",
            "1.1-alpha",
            "1.1.Final-redhat-1",
            "2.0-rc1",
            "2.0",
            "2.0.1-klm",
            "2.0.1-lmn",
            "2.0.1-123",
            "20040616",
            "20190126.230843",
            "1234567890.12345",
        ];
        for (index, left) in chain.iter().enumerate() {
            for right in &chain[index + 1..] {
                assert_eq!(order(left, right), Ordering::Less, "{left} {right}");
            }
        }
    }

    #[test]
    fn what_is_trimmed_says_nothing() {
        for (one, same) in [
            ("1", "1.0.0"),
            ("1", "1-0"),
            ("1", "1.ga"),
            ("1.0.0.Final", "1"),
            ("1.0.RELEASE", "1.0"),
            ("1-foo", "1.0.0-foo.0.0"),
            ("1.0.0x", "1-x"),
            ("1a1", "1-alpha-1"),
            ("1cr", "1rc"),
            ("1MILESTONE3", "1m3"),
            ("0.0.0-0.0.0", "0"),
            ("01.002", "1.2"),
            ("1.x", "1-x"),
        ] {
            assert_eq!(order(one, same), Ordering::Equal, "{one} {same}");
        }
    }

    #[test]
    fn what_is_no_version_is_not_read() {
        let long = "1.".repeat(200);
        for junk in
            ["", "LATEST", "${revision}", "[1.0,2.0)", "1 0", "-1", "é1", "unspecified", long.as_str()]
        {
            assert!(Maven::parse(junk).is_none(), "{junk}");
        }
    }
}
