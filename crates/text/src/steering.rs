//! Signs that steer instead of saying: what turns the direction of writing, breaks lines, moves a cursor or cannot be seen.
//!
//! Names of people, components and advisories come from strangers. With such a sign a name shows other letters than it has,
//! turns its neighbours around, or tells a terminal what to do. Whoever shows foreign words shows the sign instead.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Whether a letter steers instead of saying.
///
/// Line feed and tab do not: they are layout every page has. The two joiners (U+200C, U+200D) do not: Persian, the
/// languages of India and emoji cannot be written without them. Sources: Unicode Standard Annex 9 (bidirectional
/// algorithm), Unicode Technical Report 36 sections 2.5 and 3.
pub fn steers(letter: char) -> bool {
    match letter {
        '\n' | '\t' => false,
        // Soft hyphen, the marks, embeddings, overrides and isolates of direction, separators, what has no width.
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => true,
        letter => letter.is_control(),
    }
}

/// The words with every steering sign shown by its number: `gpj.[U+202E]exe`. A line's end of two signs becomes a line feed.
pub fn signs_shown(words: &str) -> Cow<'_, str> {
    if !words.chars().any(steers) {
        return Cow::Borrowed(words);
    }
    let mut shown = String::with_capacity(words.len() + 16);
    for letter in words.replace("\r\n", "\n").chars() {
        if steers(letter) {
            push_sign(&mut shown, letter);
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

/// Shows one sign by its number.
pub fn push_sign(shown: &mut String, sign: char) {
    write!(shown, "[U+{:04X}]", u32::from(sign)).expect("a string takes every word");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_shown_by_its_number() {
        assert_eq!(signs_shown("gpj.\u{202e}exe"), "gpj.[U+202E]exe");
        assert_eq!(
            signs_shown("a\u{0}b\rc\r\nd\u{1b}[2J\u{9b}e"),
            "a[U+0000]b[U+000D]c\nd[U+001B][2J[U+009B]e"
        );
        for sign in "\u{61c}\u{200e}\u{200f}\u{202a}\u{2066}\u{2069}\u{feff}\u{e0041}\u{ad}".chars() {
            assert!(steers(sign), "{sign:?}");
        }
    }

    #[test]
    fn what_people_write_stays_as_it_is() {
        let written = "Größe, Łódź, Ελλάδα, София, שלום, سلام, می\u{200c}خواهم, 👩\u{200d}💻, a\tb\nc, 1\u{202f}000\u{a0}%";
        assert!(matches!(signs_shown(&written.replace('\u{202f}', " ")), Cow::Borrowed(_)));
        assert!(!steers('\u{202f}'), "a narrow space is a space");
    }
}
