//! A notice: something the reader should know before anything else on the page.

use maud::{Markup, html};
use proofmark_text::Text;

use super::badge::Tone;
use super::icon::{Icon, icon};
use super::reader::Reader;

/// The sentence, with what to do about it below.
pub(crate) fn notice(reader: &Reader, tone: Tone, says: &Text) -> Markup {
    let hint = reader.hint(says);
    let role = if tone == Tone::Bad { "alert" } else { "status" };
    html! {
        div class={ "notice " (tone.class()) } role=(role) {
            (icon(tone.icon().unwrap_or(Icon::Note)))
            div {
                p { (sentence(&reader.say(says))) }
                @if !hint.is_empty() { p .hint { (sentence(&hint)) } }
            }
        }
    }
}

/// Refusals are written to go on after a colon; alone they begin with a capital.
pub(crate) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let Some(first) = letters.next() else { return String::new() };
    let rest = letters.as_str();
    let end = if rest.ends_with(['.', '!', '?', ':', '…', '`']) || rest.is_empty() { "" } else { "." };
    format!("{}{rest}{end}", first.to_uppercase())
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn a_refusal_alone_is_a_sentence() {
        assert_eq!(sentence("there is no such page"), "There is no such page.");
        assert_eq!(sentence("Ändern?"), "Ändern?");
        assert_eq!(sentence(""), "");
    }
}
