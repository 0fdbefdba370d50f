//! English words on a page of another language: what a library said of a file is quoted, and marked as English, so that it is
//! neither taken for a sentence of ours nor read aloud as German (WCAG 2.2, 3.1.2).
//!
//! Sentences are put into words where there is no markup; the signs they carry become markup once, on the finished page.

use maud::{Markup, PreEscaped};

/// What stands around such words until the page is finished: two signs for private use (Unicode, block U+E000).
pub(crate) const ENGLISH_BETWEEN: [char; 2] = ['\u{e0a0}', '\u{e0a1}'];

const QUOTED: [&str; 2] = ["<q lang=\"en\">", "</q>"];

/// The page with such words quoted; where no markup can stand, without the signs.
pub(crate) fn english_words(page: Markup) -> Markup {
    if !page.0.contains(ENGLISH_BETWEEN) {
        return page;
    }
    let mut written = String::with_capacity(page.0.len() + 64);
    for (number, piece) in page.0.split('<').enumerate() {
        // Attributes hold no `>`: it is escaped in them.
        let (tag, words) =
            if number == 0 { ("", piece) } else { piece.split_at(piece.find('>').map_or(0, |end| end + 1)) };
        if number > 0 {
            written.push('<');
        }
        written.push_str(&tag.replace(ENGLISH_BETWEEN, ""));
        let plain = ["title", "option", "textarea", "text"].iter().any(|name| tag.starts_with(name));
        push_words(&mut written, words, plain);
    }
    PreEscaped(written)
}

fn push_words(written: &mut String, mut words: &str, plain: bool) {
    while let Some((before, rest)) = words.split_once(ENGLISH_BETWEEN[0]) {
        let Some((said, after)) = rest.split_once(ENGLISH_BETWEEN[1]).filter(|_| !plain) else { break };
        written.extend([before, QUOTED[0], &said.replace(ENGLISH_BETWEEN, ""), QUOTED[1]]);
        words = after;
    }
    written.push_str(&words.replace(ENGLISH_BETWEEN, ""));
}

#[cfg(test)]
mod tests {
    use maud::html;

    use super::*;

    #[test]
    fn what_a_library_said_is_quoted_in_its_language() {
        let said = "nicht lesbar: \u{e0a0}expected <value>\u{e0a1}.";
        let page = html! { title { (said) } p title=(said) { (said) " \u{e0a1}\u{e0a0}" } };
        let shown = english_words(page).0;
        assert_eq!(
            shown,
            "<title>nicht lesbar: expected &lt;value&gt;.</title><p title=\"nicht lesbar: expected &lt;value&gt;.\">\
             nicht lesbar: <q lang=\"en\">expected &lt;value&gt;</q>. </p>"
        );
    }
}
