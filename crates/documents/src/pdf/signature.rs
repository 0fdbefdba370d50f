//! Where somebody signs: filled in or a line to write on, never cut by a page's end.

use krilla::tagging::Tag;
use proofmark_text::text;

use super::compose::{Composer, Measure};
use super::line::{Line, Span, break_lines};
use super::paragraph::line_items;
use super::strip::{Item, Strip};
use super::structure::Element;
use super::style::{BODY, LEFT, MUTED, SMALL, WIDTH};
use crate::{Inline, Signature};

const GUTTER: f32 = 24.0;

/// Room for a handwritten signature.
const ROOM_TO_SIGN: f32 = 34.0;

/// A signature block: for whom; place and date beside the signature; name beside function.
pub(super) fn compose(composer: &mut Composer, signature: &Signature, parent: Element) {
    let element = composer.structure.add(parent, Tag::Div);
    let mut strips = Vec::new();
    if let Some(phrase) = &signature.on_behalf_of {
        let words = composer.structure.add(element, Tag::P);
        strips.extend(composer.paragraph(&Inline::from(phrase), BODY, words, Measure::FULL));
    }
    let date = signature.date.map(|date| date.to_string());
    let issued: Vec<String> = signature.place.clone().into_iter().chain(date).collect();
    let place = (text!("documents-place-and-date").to_string(), issued.join(", "));
    let sign = (text!("documents-signature").to_string(), String::new());
    let name = (text!("documents-name").to_string(), signature.name.clone().unwrap_or_default());
    let function = (text!("documents-function").to_string(), signature.function.clone().unwrap_or_default());
    strips.push(pair(composer, element, [place, name], 14.0));
    strips.push(pair(composer, element, [function, sign], ROOM_TO_SIGN));
    let count = strips.len();
    for (at, strip) in strips.iter_mut().enumerate() {
        strip.keep_with_next = at + 1 < count;
    }
    // A signature alone on a page could be put under anything.
    if let Some(above) = composer.strips.last_mut() {
        above.keep_with_next = true;
    }
    composer.strips.extend(strips);
}

/// Two fields beside each other: what they are for, and what is filled in just above a line.
fn pair(composer: &mut Composer, parent: Element, fields: [(String, String); 2], room: f32) -> Strip {
    let width = (WIDTH - GUTTER) / 2.0;
    let mut items = Vec::new();
    let mut filled = Vec::new();
    for (left, (label, value)) in [LEFT, LEFT + width + GUTTER].into_iter().zip(fields) {
        let field = composer.structure.add(parent, Tag::P);
        let label_element = composer.structure.add(field, Tag::Span);
        let label = Span::new(&label, SMALL.colour(MUTED), Some(label_element));
        for line in break_lines(&mut composer.faces, &[label], width).into_iter().take(1) {
            items.extend(line_items(line, left, SMALL.baseline()));
        }
        let lines = if value.is_empty() {
            Vec::new()
        } else {
            let value_element = composer.structure.add(field, Tag::Span);
            let value = Span::new(&value, BODY, Some(value_element));
            break_lines(&mut composer.faces, &[value], width)
        };
        filled.push((left, lines));
    }
    let highest = filled.iter().map(|(_, lines)| lines_high(lines)).fold(room, f32::max);
    let bottom = SMALL.leading + highest + 3.0;
    for (left, lines) in filled {
        let mut y = bottom - 3.0 - lines_high(&lines) + BODY.baseline();
        for line in lines {
            items.extend(line_items(line, left, y));
            y += BODY.leading;
        }
        items.push(Item::rule(left, bottom, width, 0.6, MUTED));
    }
    Strip { height: bottom + 2.0, gap: 15.0, items, ..Strip::default() }
}

fn lines_high(lines: &[Line]) -> f32 {
    lines.iter().map(|_| BODY.leading).sum()
}
