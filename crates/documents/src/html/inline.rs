//! Words in a line.

use maud::{Markup, html};
use proofmark_text::text;

use super::own_words::OwnWords;
use super::symbol::symbol;
use crate::legible::legible;
use crate::{CalloutKind, Inline, Run};

/// Runs, each with the element that says how it is meant.
pub(super) fn inline(own: &OwnWords, content: &Inline) -> Markup {
    html! { @for part in &content.runs { (run(own, part)) } }
}

fn run(own: &OwnWords, run: &Run) -> Markup {
    html! {
        @match run {
            Run::Plain { text } => { (words(text)) }
            Run::Strong { text } => { strong { (words(text)) } }
            Run::Emphasis { text } => { em { (words(text)) } }
            Run::Code { text } => { code { (words(text)) } }
            Run::Link { text, .. } => {
                @if let Some(url) = run.target() {
                    a href=(url) rel="noopener noreferrer" { (words(text)) }
                } @else {
                    (words(text))
                }
            }
            Run::Citation { text } => { span .cite { (words(text)) } }
            Run::Missing { text } => {
                span .missing {
                    (symbol(CalloutKind::Missing)) " "
                    strong { (own.say(&text!("documents-missing"))) @if !text.is_empty() { ":" } }
                    @if !text.is_empty() { " " (words(text)) }
                }
            }
        }
    }
}

/// Words as anyone may read them; a line feed is a line break.
pub(super) fn words(text: &str) -> Markup {
    let shown = legible(text);
    html! {
        @for (at, line) in shown.split('\n').enumerate() {
            @if at > 0 { br; }
            (line)
        }
    }
}
