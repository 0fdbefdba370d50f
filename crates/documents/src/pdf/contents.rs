//! The table of contents.

use std::num::NonZeroU16;

use krilla::tagging::Tag;
use proofmark_text::text;

use super::composer::{Composer, Measure, Target};
use super::line::{Span, break_lines};
use super::paragraph::{line_items, line_strips};
use super::strip::Strip;
use super::structure::Element;
use super::style::{ACCENT, BODY, INK, RIGHT, Style, heading};
use super::typeface::Face;

/// Only headings up to this level are listed.
const DEEPEST: usize = 3;

/// Room kept free for the page numbers.
const NUMBERS: f32 = 40.0;

/// The table of contents, still without page numbers, and for each entry the strip its number goes to.
pub(super) struct Contents {
    pub(super) strips: Vec<Strip>,
    entries: Vec<Entry>,
}

struct Entry {
    strip: usize,
    heading: usize,
    link: usize,
    element: Element,
    style: Style,
}

impl Contents {
    /// Lists the headings composed so far.
    pub(super) fn compose(composer: &mut Composer, parent: Element) -> Self {
        let word = composer.structure.own_words(&text!("documents-contents"));
        let style = heading(1);
        let title = composer.structure.add_own(parent, Tag::Hn(NonZeroU16::MIN, Some(word.clone())));
        let span = Span::new(&word, style, Some(title));
        let lines = break_lines(&mut composer.faces, &[span], Measure::FULL.width);
        let mut strips = line_strips(lines, style, Measure::FULL.left);
        strips[0].gap = 22.0;
        let mut contents = Self { strips, entries: Vec::new() };
        let list = composer.structure.add(parent, Tag::TOC);
        for number in 0..composer.headings.len() {
            if composer.headings[number].level <= DEEPEST {
                contents.entry(composer, list, number);
            }
        }
        contents.strips[0].keep_with_next = !contents.entries.is_empty();
        contents
    }

    fn entry(&mut self, composer: &mut Composer, list: Element, number: usize) {
        let entry = &composer.headings[number];
        let (level, title, printed) = (entry.level, entry.title.clone(), entry.number.clone());
        let style = if level == 1 { BODY.face(Face::SemiBold) } else { BODY };
        let item = composer.structure.add(list, Tag::TOCI);
        let reference = composer.structure.add(item, Tag::Reference);
        let element = composer.structure.add(reference, Tag::Link);
        let link = composer.link(Target::Heading(number), element);
        let mut indent = 0.0;
        for _ in 1..level {
            indent += 14.0;
        }
        let mut spans = Vec::new();
        if let Some(printed) = printed {
            let look = style.colour(ACCENT);
            let text = format!("{printed}\u{a0}\u{a0}");
            spans.push(Span { link: Some(link), ..Span::new(&text, look, Some(element)) });
        }
        spans.push(Span { link: Some(link), ..Span::new(&title, style, Some(element)) });
        let measure = Measure::FULL.indented(indent);
        let lines = break_lines(&mut composer.faces, &spans, measure.width - NUMBERS);
        let mut strips = line_strips(lines, style, measure.left);
        for strip in &mut strips {
            // A whole page of links need not be underlined to be known as such.
            strip.items.retain(|item| !matches!(item, super::strip::Item::Fill { .. }));
        }
        strips[0].gap = if level == 1 { 5.0 } else { 1.0 };
        self.strips.extend(strips);
        let strip = self.strips.len() - 1;
        self.entries.push(Entry { strip, heading: number, link, element, style });
    }

    /// Writes the page numbers, once the pages of all headings are known.
    pub(super) fn number(&mut self, composer: &mut Composer, page_of: impl Fn(usize) -> usize) {
        for entry in &self.entries {
            let page = page_of(entry.heading).to_string();
            let style = entry.style.colour(INK);
            let span = Span { link: Some(entry.link), ..Span::new(&page, style, Some(entry.element)) };
            for line in break_lines(&mut composer.faces, &[span], NUMBERS) {
                let left = RIGHT - line.width;
                let items = line_items(line, left, style.baseline());
                let words = items.into_iter().filter(|item| matches!(item, super::strip::Item::Text { .. }));
                self.strips[entry.strip].items.extend(words);
            }
        }
    }
}
