//! The items of a Maven version, read and trimmed.

use std::cmp::Ordering;

use super::number;

/// The most items read; they stand on the stack while two versions are compared. A commit written out in full
/// makes about thirty.
pub(super) const MOST_ITEMS: usize = 96;

/// The words before and after the release, which has the place of the empty one.
const WORDS: [&str; 7] = ["alpha", "beta", "milestone", "rc", "snapshot", "", "sp"];
/// The place of the release among the words.
const RELEASE: usize = 5;

/// How many items a text can have at most: each hyphen, and each change between digits and others, makes an item
/// and a list, each dot an item.
pub(super) fn most_items(text: &str) -> usize {
    let bytes = text.as_bytes();
    let of_separators: usize = bytes
        .iter()
        .map(|byte| match byte {
            b'.' => 1,
            b'-' => 2,
            _ => 0,
        })
        .sum();
    let changes =
        bytes.windows(2).filter(|pair| pair[0].is_ascii_digit() != pair[1].is_ascii_digit()).count();
    of_separators + 2 * changes + 2
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item<'a> {
    /// Digits; none is zero.
    Number(&'a str),
    Word(Word<'a>),
    /// A word and its number.
    Combination(Word<'a>, &'a str),
    /// All that follows is a list in the list.
    List,
}

/// A word, by its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word<'a> {
    place: usize,
    /// Empty but for a word Maven does not know.
    unknown: &'a str,
}

impl<'a> Word<'a> {
    fn of(text: &'a str, before_digit: bool) -> Self {
        let is = |word: &str| text.eq_ignore_ascii_case(word);
        let short = ["a", "b", "m"].iter().position(|word| before_digit && is(word));
        let known = short.or_else(|| WORDS.iter().position(|word| is(word)));
        let place = known.or_else(|| is("cr").then_some(3));
        let place =
            place.or_else(|| ["ga", "final", "release"].iter().any(|word| is(word)).then_some(RELEASE));
        match place {
            Some(place) => Self { place, unknown: "" },
            None => Self { place: WORDS.len(), unknown: text },
        }
    }

    pub(super) fn compare(self, other: Self) -> Ordering {
        let lower = |byte: u8| byte.to_ascii_lowercase();
        self.place
            .cmp(&other.place)
            .then_with(|| self.unknown.bytes().map(lower).cmp(other.unknown.bytes().map(lower)))
    }

    pub(super) fn compare_to_nothing(self) -> Ordering {
        self.place.cmp(&RELEASE)
    }

    pub(super) fn is_release(self) -> bool {
        self.place == RELEASE
    }
}

impl Item<'_> {
    fn is_word(self) -> bool {
        matches!(self, Self::Word(_) | Self::Combination(..))
    }

    pub(super) fn compare_to_nothing(self) -> Ordering {
        match self {
            Self::Number(digits) => number::compare(digits, ""),
            Self::Word(word) => word.compare_to_nothing(),
            Self::Combination(word, digits) => {
                word.compare_to_nothing().then_with(|| number::compare(digits, ""))
            }
            Self::List => Ordering::Equal,
        }
    }
}

/// The items of a version on the stack, so that comparing allocates nothing, with room for so many.
pub(super) struct Items<'a, const ROOM: usize> {
    items: [Item<'a>; ROOM],
    count: usize,
}

impl<'a, const ROOM: usize> Items<'a, ROOM> {
    /// Reads and trims.
    pub(super) fn of(text: &'a str) -> Self {
        let mut items = Self { items: [Item::List; ROOM], count: 0 };
        items.read(text);
        items.trim();
        items
    }

    pub(super) fn as_slice(&self) -> &[Item<'a>] {
        &self.items[..self.count]
    }

    fn push(&mut self, item: Item<'a>) {
        // Who asks makes room for as many as there can be.
        if let Some(place) = self.items.get_mut(self.count) {
            *place = item;
            self.count += 1;
        }
    }

    /// Opens a list in the list, unless the list so far is empty.
    fn open(&mut self) {
        if self.count > 0 && self.items[self.count - 1] != Item::List {
            self.push(Item::List);
        }
    }

    fn read(&mut self, text: &'a str) {
        let bytes = text.as_bytes();
        let (mut start, mut digits, mut combined) = (0, false, false);
        for (at, &byte) in bytes.iter().enumerate() {
            match byte {
                b'.' => {
                    self.push(item(&text[start..at], digits, combined));
                    (start, combined) = (at + 1, false);
                }
                b'-' => {
                    let before_digit = bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
                    if at > start && !digits && before_digit {
                        combined = true;
                        continue;
                    }
                    self.push(item(&text[start..at], digits, combined));
                    (start, combined) = (at + 1, false);
                    self.open();
                }
                b'0'..=b'9' => {
                    if !digits && at > start {
                        combined = true;
                        self.open();
                    }
                    digits = true;
                }
                _ => {
                    if digits && at > start {
                        self.push(item(&text[start..at], true, combined));
                        (start, combined) = (at, false);
                        self.open();
                    }
                    digits = false;
                }
            }
        }
        if start < text.len() {
            if !digits {
                self.open();
            }
            self.push(item(&text[start..], digits, combined));
        }
    }

    /// Takes out, from the end of each list and the innermost first, what says nothing at the end of a list or
    /// before a word; a list that holds a list alone is that list.
    fn trim(&mut self) {
        let mut kept = self.count;
        let end = self.count;
        // The items of the list at hand that are kept, in `kept..end`, up to the list in it.
        let mut of_list = 0;
        for at in (0..self.count).rev() {
            let next = self.items[kept..end].first().copied();
            let after_next = self.items[kept..end].get(1).copied();
            match self.items[at] {
                Item::List => {
                    if of_list == 1 && next == Some(Item::List) {
                        kept += 1;
                    }
                    if of_list == 0 {
                        // The list is empty and goes, as the last of the one around it.
                        continue;
                    }
                    kept -= 1;
                    self.items[kept] = Item::List;
                    of_list = 1;
                }
                item => {
                    let says_nothing =
                        matches!(item, Item::Number(digits) if number::compare(digits, "").is_eq());
                    let before_word = matches!(next, Some(Item::Word(_)))
                        || next == Some(Item::List) && after_next.is_some_and(Item::is_word);
                    if says_nothing && (of_list == 0 || before_word) {
                        continue;
                    }
                    kept -= 1;
                    self.items[kept] = item;
                    of_list += 1;
                }
            }
        }
        if of_list == 1 && self.items[kept..end].first() == Some(&Item::List) {
            kept += 1;
        }
        self.items.copy_within(kept..end, 0);
        self.count = end - kept;
    }
}

/// One item; nothing between two separators is zero.
fn item(text: &str, digits: bool, combined: bool) -> Item<'_> {
    if text.is_empty() || (digits && !combined) {
        return Item::Number(text);
    }
    if !combined {
        return Item::Word(Word::of(text, false));
    }
    let word = text.trim_end_matches(|last: char| last.is_ascii_digit());
    let digits = &text[word.len()..];
    Item::Combination(Word::of(word.strip_suffix('-').unwrap_or(word), true), digits)
}
