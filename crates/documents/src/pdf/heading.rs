//! Headings.

use std::num::NonZeroU16;

use krilla::tagging::Tag;

use super::composer::{Composer, Heading, Measure};
use super::line::{Span, break_lines};
use super::paragraph::{chip, line_strips};
use super::structure::Element;
use super::style::{ACCENT, heading, heading_gap};
use crate::Section;
use crate::legible::legible;

/// The longest title kept in a place meant for short ones: the outline, metadata, attributes.
pub(super) const SHORT_TITLE: usize = 200;

/// A heading with its number before it and what it cites behind it.
pub(super) fn compose(composer: &mut Composer, section: &Section, level: usize, parent: Element) {
    let title = short(&section.title);
    let nesting = NonZeroU16::MIN.saturating_add(u16::try_from(level - 1).unwrap_or(u16::MAX));
    let element = composer.structure.add(parent, Tag::Hn(nesting, Some(title.clone())));
    let style = heading(level);
    let mut spans = Vec::new();
    if let Some(number) = &section.number {
        spans.push(Span::new(&format!("{number}\u{a0}\u{a0}"), style.colour(ACCENT), Some(element)));
    }
    spans.push(Span::new(&section.title, style, Some(element)));
    if !section.cites.is_empty() {
        let cites = composer.structure.add(parent, Tag::P);
        for cited in &section.cites {
            spans.push(Span::new("  ", style.size(7.8), None));
            spans.push(chip(cited, style, cites));
        }
    }
    let lines = break_lines(&mut composer.faces, &spans, Measure::FULL.width);
    let mut strips = line_strips(lines, style, Measure::FULL.left);
    for strip in &mut strips {
        strip.keep_with_next = true;
    }
    strips[0].gap = heading_gap(level);
    strips[0].heading = Some(composer.headings.len());
    composer.headings.push(Heading { level, number: section.number.clone(), title });
    composer.strips.extend(strips);
}

/// A title on one line and not too long.
pub(super) fn short(title: &str) -> String {
    let title = legible(title).replace('\n', " ");
    let mut short: String = title.chars().take(SHORT_TITLE).collect();
    if short.len() < title.len() {
        short.push('…');
    }
    // A heading must have a title (PDF/UA-1, 7.4); an empty one is a dash.
    if short.trim().is_empty() { "–".to_owned() } else { short }
}
