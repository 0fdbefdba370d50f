//! What may be put on paper: characters whose only effect is to deceive or to break a reader are shown as
//! such.

use std::borrow::Cow;

/// The words as every renderer for people shows them.
///
/// Names of components and files come from strangers. Control characters, private-use characters (which mean
/// something else to each recipient, and which PDF/A-2a forbids, ISO 19005-2, 6.2.11.7.3) and the marks that
/// turn the reading direction around (with which a name can show other letters than it has) become `U+FFFD`.
/// Invisible breaks vanish, every kind of line end becomes a line feed, a tab becomes a space.
pub(crate) fn legible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|it| matches!(judge(it), Verdict::Keep)) {
        return Cow::Borrowed(text);
    }
    let unix = text.replace("\r\n", "\n");
    let mut out = String::with_capacity(unix.len());
    for it in unix.chars() {
        match judge(it) {
            Verdict::Keep => out.push(it),
            Verdict::Become(other) => out.push(other),
            Verdict::Vanish => {}
        }
    }
    Cow::Owned(out)
}

enum Verdict {
    Keep,
    Become(char),
    Vanish,
}

fn judge(it: char) -> Verdict {
    match it {
        '\n' => Verdict::Keep,
        '\t' => Verdict::Become(' '),
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Verdict::Become('\n'),
        // Soft hyphen, zero-width space, non-joiner, joiner and word joiner.
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' => Verdict::Vanish,
        '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2061}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{e000}'..='\u{f8ff}'
        | '\u{e0000}'..='\u{10ffff}' => Verdict::Become(char::REPLACEMENT_CHARACTER),
        _ if it.is_control() || u32::from(it) & 0xfffe == 0xfffe => {
            Verdict::Become(char::REPLACEMENT_CHARACTER)
        }
        _ => Verdict::Keep,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_show_other_letters_than_it_has() {
        assert_eq!(legible("gpj.\u{202e}exe"), "gpj.\u{fffd}exe");
        assert_eq!(legible("a\u{0}b\u{e001}c\u{fffe}"), "a\u{fffd}b\u{fffd}c\u{fffd}");
    }

    #[test]
    fn line_ends_become_line_feeds_and_invisible_breaks_vanish() {
        assert_eq!(legible("a\r\nb\rc\u{2028}d\te"), "a\nb\nc\nd e");
        assert_eq!(legible("co\u{ad}op\u{200b}er"), "cooper");
    }

    #[test]
    fn the_languages_of_the_union_stay_as_they_are() {
        let greek_bulgarian_polish = "Ευρωπαϊκή Ένωση, Европейски съюз, Zażółć gęślą jaźń";
        assert!(matches!(legible(greek_bulgarian_polish), Cow::Borrowed(_)));
    }
}
