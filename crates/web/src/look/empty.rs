//! An empty state: where nothing is yet, the page says what belongs there and how it gets there.

use maud::{Markup, html};
use proofmark_text::Text;

use super::icon::{Icon, icon};
use super::reader::Reader;

/// What belongs here, how it gets here, and perhaps the form or the command that brings it.
pub(crate) fn empty(reader: &Reader, picture: Icon, says: &Text, more: &Markup) -> Markup {
    let hint = reader.hint(says);
    html! {
        div .empty {
            (icon(picture))
            p .says { (reader.say(says)) }
            @if !hint.is_empty() { p .hint { (hint) } }
            (more)
        }
    }
}
