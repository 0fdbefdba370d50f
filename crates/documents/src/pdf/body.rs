//! The walk through the paper, in reading order.

use krilla::tagging::Tag;

use super::composer::{Composer, Measure};
use super::structure::Element;
use super::style::{BLOCK_GAP, BODY};
use super::{heading, list, set_apart, signature, table};
use crate::{Block, Section};

/// A section with all that is nested in it.
pub(super) fn section(composer: &mut Composer, content: &Section, level: usize, parent: Element) {
    let element = composer.structure.add(parent, Tag::Section);
    heading::compose(composer, content, level, element);
    for content in &content.blocks {
        block(composer, content, element);
    }
    for nested in &content.sections {
        section(composer, nested, level + 1, element);
    }
}

/// One block.
pub(super) fn block(composer: &mut Composer, content: &Block, parent: Element) {
    let before = composer.strips.len();
    match content {
        Block::Paragraph { text } => {
            let element = composer.structure.add(parent, Tag::P);
            let strips = composer.paragraph(text, BODY, element, Measure::FULL);
            composer.strips.extend(strips);
        }
        Block::List(list) => list::compose(composer, list, parent, Measure::FULL, 0),
        Block::Table(table) => table::compose(composer, table, parent),
        Block::KeyValues(entries) => table::compose_key_values(composer, entries, parent),
        Block::Callout(callout) => set_apart::compose_callout(composer, callout, parent),
        Block::Quotation(quotation) => set_apart::compose_quotation(composer, quotation, parent),
        Block::Signature(signature) => signature::compose(composer, signature, parent),
    }
    if let Some(first) = composer.strips.get_mut(before) {
        first.gap = first.gap.max(BLOCK_GAP);
    }
}
