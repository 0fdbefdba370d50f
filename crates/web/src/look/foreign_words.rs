//! Foreign words on a page: signs that steer are shown by their number, and what is written from right to left cannot turn
//! what stands beside it around.
//!
//! This is done once, on the finished page, so that no page can forget it. Which words are foreign only their letters say by
//! then: our own sentences hold neither such signs nor letters written from right to left. Everything is escaped already,
//! and a tag is never opened or closed here but `<bdi>`, always around what stands between two tags.

use maud::{Markup, PreEscaped};
use proofmark_text::{push_sign, steers};

/// Elements that hold words but no markup: there, invisible isolates stand for `<bdi>`.
const PLAIN: [&str; 3] = ["title", "option", "svg"];

/// Elements whose content is nobody's to change: what is edited goes back as it came; scripts and styles are our own.
const AS_IT_IS: [&str; 3] = ["textarea", "script", "style"];

/// First strong isolate and its end (Unicode Standard Annex 9 section 2.4).
const ISOLATE: [&str; 2] = ["\u{2068}", "\u{2069}"];

/// How words between two tags are written.
#[derive(Clone, Copy, PartialEq)]
enum Manner {
    /// With `<bdi>`.
    Marked,
    /// With isolates.
    Plain,
    /// As references, so that the value stays what it is.
    AsItIs,
    /// Somebody isolated them already.
    Isolated,
}

/// The page with its foreign words in their place.
pub(crate) fn foreign_words(page: Markup) -> Markup {
    if !page.0.chars().any(|letter| steers(letter) || is_from_right(letter)) {
        return page;
    }
    let mut written = String::with_capacity(page.0.len() + 256);
    let mut rest = page.0.as_str();
    let mut inside: Option<(&str, usize, Manner)> = None;
    while let Some(start) = rest.find('<') {
        let (words, tag) = rest.split_at(start);
        push_words(&mut written, words, inside.map_or(Manner::Marked, |(_, _, manner)| manner));
        // Attributes hold no `>`: it is escaped in them.
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        push_tag(&mut written, tag);
        inside = after_tag(tag, inside);
        rest = after;
    }
    push_words(&mut written, rest, Manner::Marked);
    PreEscaped(written)
}

/// A tag: what is read in its attributes is shown, what is sent back or looked up stays what it is.
fn push_tag(written: &mut String, tag: &str) {
    if !tag.contains(steers) {
        written.push_str(tag);
        return;
    }
    for (number, part) in tag.split('"').enumerate() {
        if number > 0 {
            written.push('"');
        }
        let name = written.trim_end_matches('"').trim_end_matches('=');
        let name = name.rsplit(' ').next().unwrap_or_default();
        let kept = name == "value" || name.starts_with("data-");
        push_signs(written, part, if kept { Manner::AsItIs } else { Manner::Plain });
    }
}

/// Words between two tags.
fn push_words(written: &mut String, mut words: &str, manner: Manner) {
    let isolates = matches!(manner, Manner::Marked | Manner::Plain);
    while isolates && let Some((start, end)) = run_from_right(words) {
        push_signs(written, &words[..start], manner);
        let isolate = if manner == Manner::Marked { ["<bdi>", "</bdi>"] } else { ISOLATE };
        written.push_str(isolate[0]);
        push_signs(written, &words[start..end], manner);
        written.push_str(isolate[1]);
        words = &words[end..];
    }
    push_signs(written, words, manner);
}

fn push_signs(written: &mut String, words: &str, manner: Manner) {
    let mut letters = words.chars().peekable();
    while let Some(letter) = letters.next() {
        let ends_a_line = letter == '\r' && letters.peek() == Some(&'\n');
        match letter {
            letter if ends_a_line || !steers(letter) => written.push(letter),
            // No reference stands for it (HTML section 13.2.5.80).
            '\0' => written.push(char::REPLACEMENT_CHARACTER),
            sign if manner == Manner::AsItIs => {
                written.extend(["&#x", &format!("{:X}", u32::from(sign)), ";"]);
            }
            sign => push_sign(written, sign),
        }
    }
}

/// The first stretch from a letter written from right to left to the last before one written from left to right: what
/// stands between two such stretches keeps its place.
fn run_from_right(words: &str) -> Option<(usize, usize)> {
    let start = words.find(is_from_right)?;
    let mut end = start;
    for (at, letter) in words[start..].char_indices() {
        if is_from_right(letter) {
            end = start + at + letter.len_utf8();
        } else if letter.is_alphabetic() || letter == '&' {
            // A reference is a sign of ours; its letters must not be torn apart.
            break;
        }
    }
    Some((start, end))
}

/// Whether a letter is written from right to left (`Bidi_Class` R and AL, by their blocks).
fn is_from_right(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
        && !steers(letter)
}

fn after_tag<'t>(tag: &'t str, inside: Option<(&'t str, usize, Manner)>) -> Option<(&'t str, usize, Manner)> {
    let closes = tag.starts_with("</");
    let name = tag.trim_start_matches(['<', '/']);
    let name = name.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
    match inside {
        Some((within, depth, manner)) if within == name && closes => {
            Some((within, depth - 1, manner)).filter(|(_, depth, _)| *depth > 0)
        }
        Some((within, depth, manner)) if within == name => Some((within, depth + 1, manner)),
        Some(inside) => Some(inside),
        None if closes => None,
        None => manner_in(name).map(|manner| (name, 1, manner)),
    }
}

/// How words in this element are written, where it is not as everywhere.
fn manner_in(element: &str) -> Option<Manner> {
    if element == "bdi" {
        Some(Manner::Isolated)
    } else if PLAIN.contains(&element) {
        Some(Manner::Plain)
    } else {
        AS_IT_IS.contains(&element).then_some(Manner::AsItIs)
    }
}

#[cfg(test)]
mod tests {
    use maud::html;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_sign_that_turns_direction_is_shown_and_turns_nothing() {
        let name = "gpj.\u{202e}exe\u{0}\r";
        let page = html! {
            title { (name) }
            p title=(name) { "by " (name) }
            input value=(name) data-name=(name);
            textarea { (name) }
        };
        assert_eq!(
            foreign_words(page).0,
            "<title>gpj.[U+202E]exe\u{fffd}[U+000D]</title>\
             <p title=\"gpj.[U+202E]exe\u{fffd}[U+000D]\">by gpj.[U+202E]exe\u{fffd}[U+000D]</p>\
             <input value=\"gpj.&#x202E;exe\u{fffd}&#xD;\" data-name=\"gpj.&#x202E;exe\u{fffd}&#xD;\">\
             <textarea>gpj.&#x202E;exe\u{fffd}&#xD;</textarea>"
        );
    }

    #[test]
    fn what_is_written_from_right_to_left_is_isolated() {
        let page = html! {
            p { "by " ("שלום עולם") " (3) and " ("سلام") " 1.0 <" }
            bdi { "שלום" }
            option { "שלום" }
        };
        assert_eq!(
            foreign_words(page).0,
            "<p>by <bdi>שלום עולם</bdi> (3) and <bdi>سلام</bdi> 1.0 &lt;</p><bdi>שלום</bdi>\
             <option>\u{2068}שלום\u{2069}</option>"
        );
    }

    #[test]
    fn our_own_sentences_hold_nothing_foreign() {
        for language in proofmark_text::Language::ALL {
            for key in proofmark_text::messages() {
                let said = proofmark_text::Text::told(&key.id, key.pattern, None).in_language(language);
                assert!(!said.chars().any(|letter| steers(letter) || is_from_right(letter)), "{said}");
            }
        }
    }

    proptest! {
        /// Whatever was written: nothing but `<bdi>` is added to the markup, and no sign that steers is left but our own
        /// isolates, each closed.
        #[test]
        fn nothing_foreign_gets_through(words in "[<>&\"a1 \u{202e}\u{2066}\u{200f}\u{0}\ré\u{5d0}\u{645}]{0,40}") {
            let page = html! {
                title { (words) } p title=(words) { (words) b { (words) } } option value=(words) { (words) }
            };
            let tags = |page: &str| page.replace("<bdi>", "").replace("</bdi>", "").matches('<').count();
            let before = tags(&page.0);
            let shown = foreign_words(page).0;
            prop_assert_eq!(tags(&shown), before);
            prop_assert_eq!(shown.matches("<bdi>").count(), shown.matches("</bdi>").count());
            let signs = shown.chars().filter(|letter| steers(*letter) && !ISOLATE.concat().contains(*letter));
            prop_assert_eq!(signs.filter(|letter| *letter != '\r').count(), 0);
            prop_assert_eq!(shown.matches(ISOLATE[0]).count(), shown.matches(ISOLATE[1]).count());
        }
    }
}
