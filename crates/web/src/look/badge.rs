//! A badge: how something stands, in a word with a colour and a shape that say the same.

use maud::{Markup, html};

use super::icon::{Icon, icon};

/// How something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// As it should.
    Good,
    /// It must change.
    Bad,
    /// It waits for somebody.
    Open,
    /// Neither: it is only said.
    Plain,
}

impl Tone {
    /// The class that colours it.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Bad => "bad",
            Self::Open => "open",
            Self::Plain => "plain",
        }
    }

    /// The shape that says it without colour.
    pub(crate) fn icon(self) -> Option<Icon> {
        match self {
            Self::Good => Some(Icon::Good),
            Self::Bad => Some(Icon::Bad),
            Self::Open => Some(Icon::Open),
            Self::Plain => None,
        }
    }
}

/// A badge with this word.
pub(crate) fn badge(tone: Tone, word: &str) -> Markup {
    html! {
        span class={ "badge " (tone.class()) } {
            @if let Some(shape) = tone.icon() { (icon(shape)) }
            (word)
        }
    }
}
