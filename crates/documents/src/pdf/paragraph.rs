//! Paragraphs: inline runs as lines.

use krilla::tagging::Tag;
use proofmark_text::text;

use super::composer::{Composer, Measure, Target};
use super::line::{CHIP_PADDING, Line, Span, break_lines};
use super::strip::{Item, Strip};
use super::structure::Element;
use super::style::{ACCENT, ACCENT_TINT, MISSING, Style};
use super::symbol::Symbol;
use super::typeface::Face;
use crate::legible::legible;
use crate::{Inline, Run};

impl Composer {
    /// A paragraph as one strip a line; neither its first nor its last line stands alone on a page.
    pub(super) fn paragraph(
        &mut self,
        text: &Inline,
        style: Style,
        element: Element,
        measure: Measure,
    ) -> Vec<Strip> {
        let spans = self.spans(text, style, element);
        let lines = break_lines(&mut self.faces, &spans, measure.width);
        line_strips(lines, style, measure.left)
    }

    /// The words of a paragraph with their looks, each run with its own element unless one run is all.
    pub(super) fn spans(&mut self, text: &Inline, style: Style, element: Element) -> Vec<Span> {
        let runs: Vec<&Run> = text.runs.iter().filter(|run| is_shown(run)).collect();
        if let [Run::Plain { text }] = runs[..] {
            return vec![Span::new(text, style, Some(element))];
        }
        runs.into_iter().flat_map(|run| self.run(run, style, element)).collect()
    }

    fn run(&mut self, run: &Run, style: Style, parent: Element) -> Vec<Span> {
        let look = look(run, style);
        match run {
            Run::Plain { text } => vec![Span::new(text, look, Some(self.structure.add(parent, Tag::Span)))],
            Run::Strong { text } => {
                vec![Span::new(text, look, Some(self.structure.add(parent, Tag::Strong)))]
            }
            Run::Emphasis { text } => vec![Span::new(text, look, Some(self.structure.add(parent, Tag::Em)))],
            Run::Code { text } => vec![Span::new(text, look, Some(self.structure.add(parent, Tag::Code)))],
            Run::Link { text, .. } => {
                let Some(url) = run.target() else {
                    return vec![Span::new(text, style, Some(self.structure.add(parent, Tag::Span)))];
                };
                let element = self.structure.add(parent, Tag::Link);
                let link = self.link(Target::Url(url.to_owned()), element);
                vec![Span { link: Some(link), ..Span::new(text, look, Some(element)) }]
            }
            Run::Citation { text } => {
                let element = self.structure.add(parent, Tag::Span);
                vec![chip(text, style, element)]
            }
            Run::Missing { text } => {
                let element = self.structure.add_own(parent, Tag::Strong);
                let word = self.structure.own_words(&text!("documents-missing"));
                let word = if text.is_empty() { word } else { format!("{word}: ") };
                let strong = Span::new(&word, look.face(Face::SemiBold), Some(element));
                let symbol = Some(Symbol::Missing);
                let what = Span::new(text, look, Some(self.structure.add(parent, Tag::Span)));
                vec![Span { symbol, ..strong }, what]
            }
        }
    }
}

fn is_shown(run: &Run) -> bool {
    matches!(run, Run::Missing { .. }) || !run.text().is_empty()
}

fn look(run: &Run, style: Style) -> Style {
    match run {
        Run::Plain { .. } => style,
        Run::Strong { .. } => style.face(Face::SemiBold),
        Run::Emphasis { .. } => style.face(Face::Italic),
        // Mono looks larger than Sans of the same size.
        Run::Code { .. } => style.face(Face::Mono).size(style.size * 0.92),
        Run::Link { .. } | Run::Citation { .. } => style.colour(ACCENT),
        Run::Missing { .. } => style.colour(MISSING),
    }
}

/// A place in the law, on a ground of its own.
pub(super) fn chip(text: &str, style: Style, element: Element) -> Span {
    let look = style.face(Face::Regular).size(7.8).colour(ACCENT);
    Span { chip: Some(ACCENT_TINT), ..Span::new(text, look, Some(element)) }
}

/// Lines as strips that keep two lines together at either end.
pub(super) fn line_strips(lines: Vec<Line>, style: Style, left: f32) -> Vec<Strip> {
    let count = lines.len();
    let strips = lines.into_iter().enumerate().map(|(at, line)| Strip {
        height: style.leading,
        items: line_items(line, left, style.baseline()),
        keep_with_next: at + 1 < count && (at == 0 || at + 2 == count),
        ..Strip::default()
    });
    strips.collect()
}

/// What is drawn for a line whose letters stand at `y`.
pub(super) fn line_items(line: Line, left: f32, y: f32) -> Vec<Item> {
    let mut items = Vec::with_capacity(line.pieces.len());
    for (x, size, symbol) in line.symbols {
        items.push(Item::Symbol { x: left + x, y, size, symbol });
    }
    for (x, piece) in line.pieces {
        if let Some(colour) = piece.chip {
            items.push(Item::Fill {
                x: left + x - CHIP_PADDING,
                y: y - 0.78 * piece.size - 1.6,
                width: piece.width + 2.0 * CHIP_PADDING,
                height: piece.size + 3.4,
                colour,
            });
        }
        if piece.link.is_some() && !piece.text.trim().is_empty() {
            let shown = piece.width;
            items.push(Item::rule(left + x, y + 1.9, shown, 0.45, piece.colour));
        }
        items.push(Item::Text { x: left + x, y, piece });
    }
    items
}

impl Span {
    /// Words with a look and nothing else.
    pub(super) fn new(text: &str, style: Style, element: Option<Element>) -> Self {
        Self { text: legible(text).into_owned(), style, element, link: None, chip: None, symbol: None }
    }
}
