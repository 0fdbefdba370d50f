//! Backticks in sentences, shown as code: `` `sbom.cdx.json` `` becomes `<code>sbom.cdx.json</code>`.
//!
//! This is done once, on the finished page: a sentence stands in attributes too, where there is no markup, and only the page
//! knows which is which. By then everything is escaped, so that nothing said can become markup here: all that is ever
//! written is `<code>` and `</code>`, and always around what stands between two tags.

use maud::{Markup, PreEscaped};

/// Elements in which backticks stay what they are: what was written by others, what is code already, what takes no markup.
const AS_WRITTEN: [&str; 10] =
    ["code", "pre", "textarea", "title", "script", "style", "option", "svg", "input", "kbd"];

/// The longest stretch between two backticks that is taken for code, in bytes.
const LONGEST: usize = 400;

/// The page with the backticks of its words as code.
pub(crate) fn code_marks(page: Markup) -> Markup {
    if !page.0.contains('`') {
        return page;
    }
    let mut written = String::with_capacity(page.0.len() + 256);
    let mut rest = page.0.as_str();
    // How deep the page is inside an element that stays as written, and which one.
    let mut inside: Option<(&str, usize)> = None;
    while let Some(start) = rest.find('<') {
        let (words, tag) = rest.split_at(start);
        push_words(&mut written, words, inside.is_some());
        // Attributes hold no `>`: it is escaped in them.
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        written.push_str(tag);
        inside = after_tag(tag, inside);
        rest = after;
    }
    push_words(&mut written, rest, inside.is_some());
    PreEscaped(written)
}

/// Words between two tags.
fn push_words(written: &mut String, mut words: &str, as_written: bool) {
    while !as_written && let Some(start) = words.find('`') {
        let (before, opened) = words.split_at(start);
        let code = opened[1..].find('`').map(|end| &opened[1..=end]).filter(|code| is_code(code));
        written.push_str(before);
        if let Some(code) = code {
            written.extend(["<code>", code, "</code>"]);
            words = &opened[code.len() + 2..];
        } else {
            written.push('`');
            words = &opened[1..];
        }
    }
    written.push_str(words);
}

fn is_code(code: &str) -> bool {
    !code.is_empty() && code.len() <= LONGEST && !code.contains('\n') && code.trim() == code
}

fn after_tag<'t>(tag: &'t str, inside: Option<(&'t str, usize)>) -> Option<(&'t str, usize)> {
    let closes = tag.starts_with("</");
    let name = tag.trim_start_matches(['<', '/']);
    let name = name.split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
    match inside {
        Some((within, depth)) if within == name && closes => {
            Some((within, depth - 1)).filter(|(_, depth)| *depth > 0)
        }
        Some((within, depth)) if within == name => Some((within, depth + 1)),
        Some(inside) => Some(inside),
        None if !closes && AS_WRITTEN.contains(&name) && name != "input" => Some((name, 1)),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use maud::html;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_get_code_and_attributes_do_not() {
        let page = html! {
            p title="say `x`" { "name it in `release.sbom`, or `a<b>`; a ` alone, `` and none" }
            input value="`v`";
            p { "`y`" }
            svg { text { "`z`" } }
            pre { "`kept`" code { "`too`" } " `still`" }
            option { "`o`" }
        };
        let shown = code_marks(page).0;
        assert!(shown.contains(r#"<p title="say `x`">name it in <code>release.sbom</code>, or <code>a&lt;b&gt;</code>; a ` alone, `` and none</p>"#), "{shown}");
        assert!(shown.contains(r#"value="`v`"><p><code>y</code></p>"#), "{shown}");
        assert!(shown.contains("<text>`z`</text>") && shown.contains("<option>`o`</option>"), "{shown}");
        assert!(shown.contains("<pre>`kept`<code>`too`</code> `still`</pre>"), "{shown}");
    }

    proptest! {
        /// Whatever is said: the page says the same, letter by letter, and nothing but `<code>` was added to it.
        #[test]
        fn nothing_else_gets_through(words in "[`<>&\"'a-c/ \n]{0,60}", further in "[`<>a]{0,20}") {
            let page = html! { p title=(words) { (words) b { (further) } (words) } };
            let plain = page.0.clone();
            let marked = code_marks(page).0;
            let undone = marked.replace("<code>", "`").replace("</code>", "`");
            prop_assert_eq!(undone, plain);
            prop_assert_eq!(marked.matches("<code>").count(), marked.matches("</code>").count());
        }
    }
}
