//! The title block of the first page.

use krilla::tagging::{TableHeaderScope, Tag};
use proofmark_text::{Text, text};

use super::composer::{Composer, Measure};
use super::line::{Span, break_lines};
use super::paragraph::{line_items, line_strips};
use super::strip::{Item, Strip};
use super::structure::{Element, Structure};
use super::style::{ACCENT, BODY, CELL, HAIRLINE, LEFT, MUTED, SUBTITLE, TITLE, WIDTH};
use crate::{Document, Inline};

/// How far what is known of the paper stands from its name.
const KEY_WIDTH: f32 = 84.0;

/// An accent bar, the title, what the paper is called besides, and who issued it when about what.
pub(super) fn compose(composer: &mut Composer, document: &Document) {
    let bar = Item::Fill { x: LEFT, y: 0.0, width: 40.0, height: 3.2, colour: ACCENT };
    let mut strips = vec![Strip { height: 18.0, items: vec![bar], ..Strip::default() }];
    let root = Structure::ROOT;
    let element = composer.structure.add(root, Tag::Title);
    let title = Span::new(&document.title, TITLE, Some(element));
    let lines = break_lines(&mut composer.faces, &[title], Measure::FULL.width);
    strips.extend(line_strips(lines, TITLE, LEFT));
    if let Some(subtitle) = &document.subtitle {
        let element = composer.structure.add(root, Tag::P);
        let mut subtitle = composer.paragraph(&Inline::from(subtitle), SUBTITLE, element, Measure::FULL);
        subtitle[0].gap = 3.0;
        strips.extend(subtitle);
    }
    let table = composer.structure.add(root, Tag::Table);
    strips.push(Strip { height: 5.0, gap: 13.0, items: vec![rule(0.0)], ..Strip::default() });
    for (key, value) in known(document) {
        let key = composer.structure.own_words(&key);
        strips.extend(entry(composer, table, &key, &value));
    }
    strips.push(Strip { height: 8.0, items: vec![rule(5.0)], ..Strip::default() });
    for strip in &mut strips {
        strip.keep_with_next = true;
    }
    composer.strips.extend(strips);
}

fn rule(y: f32) -> Item {
    Item::rule(LEFT, y, WIDTH, 0.5, HAIRLINE)
}

/// What is known of the paper, in the order it is printed.
fn known(document: &Document) -> Vec<(Text, String)> {
    let mut known = Vec::new();
    if let Some(subject) = &document.subject {
        known.push((text!("documents-subject"), subject.clone()));
    }
    if !document.authors.is_empty() {
        known.push((text!("documents-author"), document.authors.join("\n")));
    }
    known.push((text!("documents-number"), document.id.clone()));
    known.push((text!("documents-date"), document.date.to_string()));
    if let Some(status) = &document.status {
        known.push((text!("documents-status"), status.clone()));
    }
    known
}

fn entry(composer: &mut Composer, table: Element, key: &str, value: &str) -> Vec<Strip> {
    let row = composer.structure.add(table, Tag::TR);
    let key_element = composer.structure.add_own(row, Tag::TH(TableHeaderScope::Row));
    let value_element = composer.structure.add(row, Tag::TD);
    let key = Span::new(key, CELL.colour(MUTED), Some(key_element));
    let value = Span::new(value, BODY.size(9.2), Some(value_element));
    let measure = Measure::FULL.indented(KEY_WIDTH);
    let lines = break_lines(&mut composer.faces, &[value], measure.width);
    let mut strips = line_strips(lines, BODY, measure.left);
    for line in break_lines(&mut composer.faces, &[key], KEY_WIDTH - 8.0).into_iter().take(1) {
        strips[0].items.splice(0..0, line_items(line, LEFT, BODY.baseline()));
    }
    strips[0].gap = 1.0;
    strips
}
