//! The words every paper shares, beside words in the language of the paper.

use maud::{Markup, html};
use proofmark_text::Text;

use crate::Document;

/// How our own words are said in a paper.
pub(super) struct OwnWords {
    /// Whether the paper is in another language than our words are.
    foreign: bool,
}

impl OwnWords {
    /// Our words in this document.
    pub(super) fn beside(document: &Document) -> Self {
        Self { foreign: !document.is_english() }
    }

    /// Words of ours, marked with their language where the paper has another (WCAG 2.2, 3.1.2).
    pub(super) fn say(&self, words: &Text) -> Markup {
        html! {
            @if self.foreign { span lang="en" { (words.to_string()) } } @else { (words.to_string()) }
        }
    }
}
