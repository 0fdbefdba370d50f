//! The frame of the page: head, title block, contents, body, foot.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use proofmark_text::{Text, text};

use super::block::block;
use super::section::{Anchors, contents, section};
use crate::Document;
use crate::legible::legible;

/// The look, on screens in light and dark and on paper.
const STYLE: &str = include_str!("style.css");

/// Nothing may be loaded or run, whatever the content says.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// Renders a document as one HTML5 file without scripts or outside resources.
pub fn render_html(document: &Document) -> String {
    let page = Page { document, foreign: !is_english(document.language_tag()) };
    let anchors = Anchors::of(document);
    let markup = html! {
        (DOCTYPE)
        html lang=(document.language_tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                meta name="generator" content="Proofmark";
                title { (legible(&document.title)) " – " (legible(&document.id)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a .skip href="#content" { (page.say(&text!("documents-skip"))) }
                (page.header())
                @if document.contents && !document.sections.is_empty() {
                    (contents(&page, document, &anchors))
                }
                main id="content" {
                    @for lead in &document.lead { (block(&page, lead)) }
                    @for (at, nested) in document.sections.iter().enumerate() {
                        (section(&page, nested, &anchors, &[at]))
                    }
                }
                footer { (legible(&document.id)) " · " time { (document.date) } }
            }
        }
    };
    let mut file = markup.into_string();
    file.push('\n');
    file
}

/// What the parts need to know of the whole.
pub(super) struct Page<'a> {
    document: &'a Document,
    /// Whether the paper is in another language than our own words are.
    foreign: bool,
}

impl Page<'_> {
    /// Words of ours, marked with their language where the paper has another.
    pub(super) fn say(&self, words: &Text) -> Markup {
        html! {
            @if self.foreign { span lang="en" { (words.to_string()) } } @else { (words.to_string()) }
        }
    }

    fn header(&self) -> Markup {
        let document = self.document;
        html! {
            header {
                h1 { (legible(&document.title)) }
                @if let Some(subtitle) = &document.subtitle { p .subtitle { (legible(subtitle)) } }
                dl .known {
                    @if let Some(subject) = &document.subject {
                        dt { (self.say(&text!("documents-subject"))) } dd { (legible(subject)) }
                    }
                    @if !document.authors.is_empty() {
                        dt { (self.say(&text!("documents-author"))) }
                        @for author in &document.authors { dd { (legible(author)) } }
                    }
                    dt { (self.say(&text!("documents-number"))) } dd { (legible(&document.id)) }
                    dt { (self.say(&text!("documents-date"))) } dd { time { (document.date) } }
                    @if let Some(status) = &document.status {
                        dt { (self.say(&text!("documents-status"))) } dd { (legible(status)) }
                    }
                }
            }
        }
    }
}

fn is_english(language: &str) -> bool {
    let primary = language.split('-').next().unwrap_or_default();
    primary.eq_ignore_ascii_case("en")
}
