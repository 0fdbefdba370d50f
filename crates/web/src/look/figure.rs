//! Figures: a few numbers side by side that say how things are.

use maud::{Markup, html};

use super::badge::Tone;

/// A number with what it counts, and where to see what it counts.
#[derive(Debug, Clone)]
pub(crate) struct Figure {
    /// The number as it is shown.
    pub(crate) number: String,
    /// What it counts.
    pub(crate) label: String,
    /// How that is.
    pub(crate) tone: Tone,
    /// Where they are listed.
    pub(crate) link: Option<String>,
}

/// All of them, in a row that wraps.
pub(crate) fn figures(figures: &[Figure]) -> Markup {
    html! {
        ul .figures {
            @for figure in figures {
                li class=(figure.tone.class()) {
                    @if let Some(link) = &figure.link {
                        a href=(link) { strong { (figure.number) } " " span { (figure.label) } }
                    } @else {
                        strong { (figure.number) } " " span { (figure.label) }
                    }
                }
            }
        }
    }
}
