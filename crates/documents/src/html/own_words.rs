//! The words every paper shares, beside words in the language of the paper.

use maud::{Markup, html};
use proofmark_text::{Language, Text};

use crate::Document;

/// How our own words are said in a paper.
pub(super) struct OwnWords {
    /// The language of the paper; `None`: we do not speak it, and say our words in English.
    spoken: Option<Language>,
}

impl OwnWords {
    /// Our words in this document.
    pub(super) fn beside(document: &Document) -> Self {
        Self { spoken: document.own_language() }
    }

    /// Words of ours, marked with their language where the paper has another (WCAG 2.2, 3.1.2).
    pub(super) fn say(&self, words: &Text) -> Markup {
        let foreign = Language::default();
        html! {
            @match self.spoken {
                Some(language) => { (words.in_language(language)) },
                None => span lang=(foreign.tag()) { (words.in_language(foreign)) },
            }
        }
    }
}
