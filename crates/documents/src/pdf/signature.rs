//! Where somebody signs: filled in or a line to write on, never cut by a page's end.

use krilla::tagging::Tag;
use proofmark_text::{Text, text};

use super::composer::{Composer, Measure};
use super::line::{Span, break_lines};
use super::paragraph::line_items;
use super::strip::{Item, Strip};
use super::structure::Element;
use super::style::{BODY, LEFT, MUTED, SMALL, WIDTH};
use crate::{Inline, Signature};

const GUTTER: f32 = 24.0;
const COLUMN: f32 = (WIDTH - GUTTER) / 2.0;

/// The space under a field's line.
const BELOW: f32 = 11.0;

/// A signature block: for whom; place and date, name and function under each other, and beside them room
/// for a signature by hand.
pub(super) fn compose(composer: &mut Composer, signature: &Signature, parent: Element) {
    let element = composer.structure.add(parent, Tag::Div);
    let mut strips = Vec::new();
    if let Some(phrase) = &signature.on_behalf_of {
        let words = composer.structure.add(element, Tag::P);
        strips.extend(composer.paragraph(&Inline::from(phrase), BODY, words, Measure::FULL));
    }
    let date = signature.date.map(|date| date.to_string());
    let issued: Vec<String> = signature.place.clone().into_iter().chain(date).collect();
    let mut fields =
        Strip { gap: if signature.on_behalf_of.is_some() { 12.0 } else { 24.0 }, ..Strip::default() };
    for (label, value) in [
        (text!("documents-place-and-date"), issued.join(", ")),
        (text!("documents-name"), signature.name.clone().unwrap_or_default()),
        (text!("documents-function"), signature.function.clone().unwrap_or_default()),
    ] {
        field(composer, element, &mut fields, &label, &value);
    }
    fields.height -= BELOW;
    sign_here(composer, element, &mut fields);
    strips.push(fields);
    let last = strips.len() - 1;
    for strip in &mut strips[..last] {
        strip.keep_with_next = true;
    }
    // A signature alone on a page could be put under anything.
    if let Some(above) = composer.strips.last_mut() {
        above.keep_with_next = true;
    }
    composer.strips.extend(strips);
}

/// What the field is for, what is filled in, a line under it.
fn field(composer: &mut Composer, parent: Element, fields: &mut Strip, label: &Text, value: &str) {
    let element = composer.structure.add(parent, Tag::P);
    let label_element = composer.structure.add_own(element, Tag::Span);
    self::label(composer, label_element, fields, LEFT, fields.height, label);
    let mut y = fields.height + SMALL.leading;
    let value_element = (!value.is_empty()).then(|| composer.structure.add(element, Tag::Span));
    for line in break_lines(&mut composer.faces, &[Span::new(value, BODY, value_element)], COLUMN) {
        fields.items.extend(line_items(line, LEFT, y + BODY.baseline()));
        y += BODY.leading;
    }
    fields.items.push(Item::rule(LEFT, y + 2.0, COLUMN, 0.6, MUTED));
    fields.height = y + 2.0 + BELOW;
}

/// A line to sign on, level with the last field.
fn sign_here(composer: &mut Composer, parent: Element, fields: &mut Strip) {
    let left = LEFT + COLUMN + GUTTER;
    let element = composer.structure.add_own(parent, Tag::P);
    label(composer, element, fields, left, 0.0, &text!("documents-signature"));
    fields.items.push(Item::rule(left, fields.height, COLUMN, 0.6, MUTED));
}

fn label(composer: &mut Composer, element: Element, fields: &mut Strip, left: f32, top: f32, label: &Text) {
    let span = Span::new(&composer.structure.own_words(label), SMALL, Some(element));
    for line in break_lines(&mut composer.faces, &[span], COLUMN).into_iter().take(1) {
        fields.items.extend(line_items(line, left, top + SMALL.baseline()));
    }
}
