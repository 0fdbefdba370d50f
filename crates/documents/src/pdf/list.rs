//! Lists.

use krilla::tagging::{ListNumbering, Tag};

use super::composer::{Composer, Measure};
use super::line::{Span, break_lines};
use super::paragraph::line_items;
use super::strip::Item;
use super::structure::Element;
use super::style::{ACCENT, BODY};
use super::symbol::Symbol;
use crate::List;

/// How far the words of an item stand from its bullet or number.
const INDENT: f32 = 15.0;

/// Lists nested deeper are not indented further: the words need room too.
const DEEPEST_INDENT: usize = 8;

/// A list with all that is nested in it.
pub(super) fn compose(composer: &mut Composer, list: &List, parent: Element, measure: Measure, depth: usize) {
    let numbering = if list.numbered { ListNumbering::Decimal } else { ListNumbering::Disc };
    let element = composer.structure.add(parent, Tag::L(numbering));
    let widest = if list.items.len() > 99 { INDENT + 10.0 } else { INDENT };
    let inner = if depth < DEEPEST_INDENT { measure.indented(widest) } else { measure };
    for (at, item) in list.items.iter().enumerate() {
        let entry = composer.structure.add(element, Tag::LI);
        let label = list.numbered.then(|| composer.structure.add(entry, Tag::Lbl));
        let body = composer.structure.add(entry, Tag::LBody);
        let words = composer.structure.add(body, Tag::P);
        let mut strips = composer.paragraph(&item.text, BODY, words, inner);
        let y = BODY.baseline();
        let mark = if let Some(label) = label {
            let number = Span::new(&format!("{}.", at + 1), BODY.colour(ACCENT), Some(label));
            let mut lines = break_lines(&mut composer.faces, &[number], widest * 2.0);
            line_items(lines.swap_remove(0), inner.left - widest, y)
        } else {
            let x = inner.left - widest + 2.0;
            vec![Item::Symbol { x, y, size: BODY.size, symbol: Symbol::Bullet }]
        };
        let first = &mut strips[0];
        first.items.splice(0..0, mark);
        if at > 0 {
            first.gap = 2.6;
        }
        composer.strips.extend(strips);
        if let Some(nested) = &item.list {
            let before = composer.strips.len();
            compose(composer, nested, body, inner, depth + 1);
            if let Some(first) = composer.strips.get_mut(before) {
                first.gap = 2.6;
            }
        }
    }
}
