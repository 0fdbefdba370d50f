//! Tables, and names with their values, which are tables without a header row.

use std::num::NonZeroU32;

use krilla::tagging::{TableHeaderScope, Tag};
use proofmark_text::text;

use super::composer::{Composer, Measure};
use super::line::{Line, Span, break_lines};
use super::paragraph::{chip, line_items};
use super::strip::{Item, Strip};
use super::structure::Element;
use super::style::{ACCENT, BODY, BOTTOM, CELL, HAIRLINE, LEFT, MUTED, Style, TOP, WIDTH};
use super::typeface::Face;
use crate::{Align, Inline, KeyValues, Table};

/// The space between two columns.
const GUTTER: f32 = 11.0;

/// The space above a caption.
const CAPTION_GAP: f32 = 12.0;

/// The space above and below the words of a row.
const PADDING: f32 = 3.8;

/// Rows up to this height are never cut by the end of a page.
const UNCUT: f32 = (BOTTOM - TOP) * 0.3;

/// Where each column begins and how wide it is.
struct Grid {
    columns: Vec<(Measure, Align)>,
}

/// A cell in lines.
struct Cell {
    lines: Vec<Line>,
}

/// A table. One without columns shows nothing.
pub(super) fn compose(composer: &mut Composer, table: &Table, parent: Element) {
    if table.columns.is_empty() {
        return;
    }
    let element = composer.structure.add(parent, Tag::Table);
    if let Some(caption) = &table.caption {
        let caption_element = composer.structure.add(element, Tag::Caption);
        let style = CELL.face(Face::SemiBold);
        let mut strips = composer.paragraph(&Inline::from(caption), style, caption_element, Measure::FULL);
        for strip in &mut strips {
            strip.keep_with_next = true;
        }
        strips[0].gap = CAPTION_GAP;
        composer.strips.extend(strips);
    }
    let grid = Grid::new(table.columns.iter().map(|column| (column.width, column.align)));
    let number = head(composer, table, &grid, element);
    let body = composer.structure.add(element, Tag::TBody);
    let count = table.rows.len();
    for (index, row) in table.rows.iter().enumerate() {
        let tag = composer.structure.add(body, Tag::TR);
        let mut cells = Vec::with_capacity(grid.columns.len());
        for (at, column) in table.columns.iter().enumerate() {
            let (cell_element, style) = if column.heads_row {
                (composer.structure.add(tag, Tag::TH(TableHeaderScope::Row)), CELL.face(Face::SemiBold))
            } else {
                (composer.structure.add(tag, Tag::TD), CELL)
            };
            let empty = Inline::new();
            let spans = composer.spans(row.get(at).unwrap_or(&empty), style, cell_element);
            cells.push(Cell { lines: break_lines(&mut composer.faces, &spans, grid.columns[at].0.width) });
        }
        let mut strips = grid.row(cells, CELL, Some(number));
        // Neither the first nor the last row stands alone on a page.
        if let Some(last) = strips.last_mut() {
            last.keep_with_next = (index == 0 || index + 2 == count) && index + 1 < count;
        }
        composer.strips.extend(strips);
    }
    if table.rows.is_empty() {
        empty_row(composer, table, body);
    }
}

fn head(composer: &mut Composer, table: &Table, grid: &Grid, element: Element) -> usize {
    let style = CELL.face(Face::SemiBold).size(8.0).colour(ACCENT);
    let head = composer.structure.add(element, Tag::THead);
    let row = composer.structure.add(head, Tag::TR);
    let mut cells = Vec::with_capacity(table.columns.len());
    for (at, column) in table.columns.iter().enumerate() {
        let cell = composer.structure.add(row, Tag::TH(TableHeaderScope::Column));
        let span = Span::new(&column.title, style, Some(cell));
        cells.push(Cell { lines: break_lines(&mut composer.faces, &[span], grid.columns[at].0.width) });
    }
    let number = composer.heads.len();
    if grid.height(&cells, style) > UNCUT {
        // A header this high would leave no room for rows, so it is not repeated.
        composer.strips.extend(grid.row(cells, style, None));
        composer.heads.push(Strip::default());
        return number;
    }
    let mut strip = grid.whole_row(cells, style, None);
    strip.items.pop();
    strip.items.push(Item::rule(LEFT, strip.height, WIDTH, 0.9, ACCENT));
    strip.keep_with_next = true;
    composer.heads.push(strip.clone());
    composer.strips.push(strip);
    number
}

fn empty_row(composer: &mut Composer, table: &Table, body: Element) {
    let row = composer.structure.add(body, Tag::TR);
    let columns = u32::try_from(table.columns.len()).ok().and_then(NonZeroU32::new);
    let cell = composer.structure.add_own(row, Tag::TD.with_col_span(columns));
    let style = CELL.colour(MUTED);
    let span = Span::new(&composer.structure.own_words(&text!("documents-table-empty")), style, Some(cell));
    let lines = break_lines(&mut composer.faces, &[span], WIDTH);
    let strips = Grid::new([(1, Align::Start)].into_iter()).row(vec![Cell { lines }], style, None);
    composer.strips.extend(strips);
}

/// Names with their values: each name heads its row.
pub(super) fn compose_key_values(composer: &mut Composer, entries: &KeyValues, parent: Element) {
    if entries.entries.is_empty() {
        return;
    }
    let element = composer.structure.add(parent, Tag::Table);
    let grid = Grid::new([(3, Align::Start), (7, Align::Start)].into_iter());
    let style = BODY.size(9.2);
    let top = Item::rule(LEFT, 0.0, WIDTH, 0.5, HAIRLINE);
    composer.strips.push(Strip { items: vec![top], keep_with_next: true, ..Strip::default() });
    for entry in &entries.entries {
        let row = composer.structure.add(element, Tag::TR);
        let key = composer.structure.add(row, Tag::TH(TableHeaderScope::Row));
        let mut spans = Vec::new();
        let look = style.colour(MUTED);
        match &entry.cites {
            None => spans.push(Span::new(&entry.key, look, Some(key))),
            Some(cites) => {
                let name = composer.structure.add(key, Tag::Span);
                spans.push(Span::new(&format!("{}  ", entry.key), look, Some(name)));
                spans.push(chip(cites, look, composer.structure.add(key, Tag::Span)));
            }
        }
        let key = Cell { lines: break_lines(&mut composer.faces, &spans, grid.columns[0].0.width) };
        let value = composer.structure.add(row, Tag::TD);
        let spans = composer.spans(&entry.value, style, value);
        let value = Cell { lines: break_lines(&mut composer.faces, &spans, grid.columns[1].0.width) };
        composer.strips.extend(grid.row(vec![key, value], style, None));
    }
}

impl Grid {
    fn new(columns: impl Iterator<Item = (u16, Align)> + Clone) -> Self {
        let total: f32 = columns.clone().map(|(width, _)| f32::from(width.max(1))).sum();
        let mut left = LEFT;
        let mut placed: Vec<(Measure, Align)> = columns
            .map(|(width, align)| {
                let share = (WIDTH + GUTTER) * f32::from(width.max(1)) / total;
                let measure = Measure { left, width: (share - GUTTER).max(share / 2.0) };
                left += share;
                (measure, align)
            })
            .collect();
        if let Some((last, _)) = placed.last_mut() {
            last.width = LEFT + WIDTH - last.left;
        }
        Self { columns: placed }
    }

    /// A row as strips: one if it is low enough, else one a line, so that it can run over a page's end.
    fn row(&self, cells: Vec<Cell>, style: Style, table: Option<usize>) -> Vec<Strip> {
        let count = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(1);
        if self.height(&cells, style) <= UNCUT {
            return vec![self.whole_row(cells, style, table)];
        }
        let mut columns: Vec<_> = cells.into_iter().map(|cell| cell.lines.into_iter()).collect();
        let mut strips = Vec::with_capacity(count);
        for at in 0..count {
            let (first, last) = (at == 0, at + 1 == count);
            let lines = columns.iter_mut().map(|lines| Cell { lines: lines.next().into_iter().collect() });
            let mut strip = self.whole_row(lines.collect(), style, table);
            let above = if first { 0.0 } else { PADDING };
            strip.items = strip.items.into_iter().map(|item| item.lowered(-above)).collect();
            strip.height -= above + if last { 0.0 } else { PADDING };
            strip.keep_with_next = !last && (first || at + 2 == count);
            if !last {
                strip.items.pop();
            }
            strips.push(strip);
        }
        strips
    }

    fn height(&self, cells: &[Cell], style: Style) -> f32 {
        let lines = cells.iter().take(self.columns.len()).map(|cell| cell.lines.len()).max().unwrap_or(1);
        style.leading * lines_high(lines) + 2.0 * PADDING
    }

    /// A row as one strip, a hairline under it as its last item.
    fn whole_row(&self, cells: Vec<Cell>, style: Style, table: Option<usize>) -> Strip {
        let height = self.height(&cells, style);
        let mut items = Vec::new();
        for (cell, (measure, align)) in cells.into_iter().zip(&self.columns) {
            for (at, line) in cell.lines.into_iter().enumerate() {
                let y = PADDING + style.leading * lines_high(at) + style.baseline();
                let left = match align {
                    Align::Start => measure.left,
                    Align::End => measure.left + measure.width - line.width,
                };
                items.extend(line_items(line, left, y));
            }
        }
        items.push(Item::rule(LEFT, height, WIDTH, 0.5, HAIRLINE));
        Strip { height, items, table, ..Strip::default() }
    }
}

#[expect(clippy::cast_precision_loss, reason = "lines of one cell stay far below 2^23")]
fn lines_high(lines: usize) -> f32 {
    lines as f32
}
