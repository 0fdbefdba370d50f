//! A pager: on to the next page of a list. It names the last entry shown, so it holds while others write.

use maud::{Markup, html};
use proofmark_text::text;

use super::reader::Reader;

/// The way on, and back to the beginning where one has come from there.
pub(crate) fn pager(reader: &Reader, first: Option<&str>, next: Option<&str>) -> Markup {
    html! {
        @if first.is_some() || next.is_some() {
            nav .pager aria-label=(reader.say(&text!("web-pager"))) {
                @if let Some(first) = first { a .button href=(first) { (reader.say(&text!("web-pager-first"))) } }
                @if let Some(next) = next {
                    a .button href=(next) rel="next" { (reader.say(&text!("web-pager-next"))) }
                }
            }
        }
    }
}
