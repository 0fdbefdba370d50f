//! What runs along the pages: a header from the second page on, a footer on every page.

use proofmark_text::text;

use super::heading::short;
use super::line::{Line, Span, break_lines};
use super::page::Page;
use super::paragraph::line_items;
use super::strip::Item;
use super::style::{FOOTER_BASELINE, HAIRLINE, HEADER_BASELINE, LEFT, RIGHT, SMALL, WIDTH};
use super::typeface::Typefaces;
use crate::Document;

/// Adds header and footer to every page. They are decoration to whoever hears the paper read.
pub(super) fn add(faces: &mut Typefaces, document: &Document, pages: &mut [Page]) {
    let count = pages.len();
    let subject = document.subject.as_deref().unwrap_or_default();
    let issued = format!("{}  ·  {}", document.id, document.date);
    let language = document.own_language().unwrap_or_default();
    for (at, page) in pages.iter_mut().enumerate() {
        if at > 0 {
            both_ends(faces, page, HEADER_BASELINE, &document.title, subject);
            page.items.push(Item::rule(LEFT, HEADER_BASELINE + 7.0, WIDTH, 0.5, HAIRLINE));
        }
        let number = text!("documents-page", page = at + 1, pages = count).in_language(language);
        both_ends(faces, page, FOOTER_BASELINE, &issued, &number);
    }
}

fn both_ends(faces: &mut Typefaces, page: &mut Page, y: f32, left: &str, right: &str) {
    let right = one_line(faces, right, WIDTH * 0.45);
    let room = WIDTH - right.width - 16.0;
    page.items.extend(line_items(one_line(faces, left, room), LEFT, y));
    let start = RIGHT - right.width;
    page.items.extend(line_items(right, start, y));
}

/// The words on one line, shortened if need be.
fn one_line(faces: &mut Typefaces, words: &str, width: f32) -> Line {
    let mut words = if words.is_empty() { String::new() } else { short(words) };
    loop {
        let mut lines = break_lines(faces, &[Span::new(&words, SMALL, None)], width);
        if lines.len() == 1 || words.chars().count() <= 2 {
            return lines.swap_remove(0);
        }
        let kept = words.chars().count() * 9 / 10 - 1;
        words = words.chars().take(kept).collect::<String>().trim_end().to_owned() + "…";
    }
}
