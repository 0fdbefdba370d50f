//! Breaking words into lines of a given width.

use std::rc::Rc;

use krilla::text::KrillaGlyph;
use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::structure::Element;
use super::style::{Rgb, Style};
use super::symbol::Symbol;
use super::typeface::{Face, Shaped, Typefaces};

/// Words that look alike and belong to one element of the structure.
#[derive(Debug, Clone)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) style: Style,
    /// Whom the words belong to; decoration belongs to nobody.
    pub(super) element: Option<Element>,
    /// The link they are part of, by its number.
    pub(super) link: Option<usize>,
    /// A ground of their own, and whether they stay on one line.
    pub(super) chip: Option<Rgb>,
    /// A symbol before the first word.
    pub(super) symbol: Option<Symbol>,
}

/// Letters of one look, next to each other on one line.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    pub(super) face: Face,
    pub(super) size: f32,
    pub(super) colour: Rgb,
    pub(super) width: f32,
    pub(super) element: Option<Element>,
    pub(super) link: Option<usize>,
    pub(super) chip: Option<Rgb>,
}

/// One line: its pieces and symbols, each from where it begins.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) pieces: Vec<(f32, Piece)>,
    pub(super) symbols: Vec<(f32, f32, Symbol)>,
    /// Its width without the spaces at its end.
    pub(super) width: f32,
}

/// The space a chip keeps free on either side of its words.
pub(super) const CHIP_PADDING: f32 = 3.2;

/// More bytes than any line holds: a word without end is looked at piece by piece.
const LONGEST_LINE: usize = 1024;

/// How wide a symbol is with the space behind it, in the size of the words beside it.
pub(super) fn symbol_advance(size: f32) -> f32 {
    1.12 * size
}

/// A part of a span between two places where the line may break.
struct Atom {
    span: usize,
    shaped: Rc<Shaped>,
    face: Face,
    text: String,
    /// Whether the span begins or ends with it.
    edges: (bool, bool),
}

/// Breaks spans into lines by the Unicode line breaking algorithm (UAX 14), as many words a line as fit. A
/// word wider than the line is cut, after a mark such as `/` where there is one.
pub(super) fn break_lines(faces: &mut Typefaces, spans: &[Span], width: f32) -> Vec<Line> {
    let mut setter =
        Setter { spans, width: width.max(1.0), lines: Vec::new(), line: Line::default(), x: 0.0 };
    let whole: String = spans.iter().map(|span| span.text.as_str()).collect();
    let mut from = 0;
    for (to, opportunity) in linebreaks(&whole) {
        let mandatory = opportunity == BreakOpportunity::Mandatory && to < whole.len();
        if !mandatory && to < whole.len() && inside_chip(spans, to) {
            continue;
        }
        let atoms = atoms(faces, spans, from..to);
        setter.set_word(faces, &atoms);
        if mandatory || (to == whole.len() && whole.ends_with('\n')) {
            setter.end_line();
        }
        from = to;
    }
    if !setter.line.pieces.is_empty() || setter.lines.is_empty() {
        setter.end_line();
    }
    setter.lines
}

fn inside_chip(spans: &[Span], at: usize) -> bool {
    let mut start = 0;
    for span in spans {
        let end = start + span.text.len();
        if start < at && at < end {
            return span.chip.is_some();
        }
        start = end;
    }
    false
}

fn atoms(faces: &mut Typefaces, spans: &[Span], range: std::ops::Range<usize>) -> Vec<Atom> {
    let mut atoms = Vec::new();
    let mut start = 0;
    for (index, span) in spans.iter().enumerate() {
        let end = start + span.text.len();
        let (from, to) = (range.start.max(start), range.end.min(end));
        if from < to {
            let text = span.text[from - start..to - start].trim_end_matches('\n');
            let pieces = faces.itemize(span.style.face, text);
            let last = pieces.len().saturating_sub(1);
            for (at, (face, text)) in pieces.into_iter().enumerate() {
                let shaped = faces.shape(face, &text);
                let edges = (from == start && at == 0, to == end && at == last);
                atoms.push(Atom { span: index, shaped, face, text, edges });
            }
        }
        start = end;
        if start >= range.end {
            break;
        }
    }
    atoms
}

struct Setter<'a> {
    spans: &'a [Span],
    width: f32,
    lines: Vec<Line>,
    line: Line,
    x: f32,
}

impl Setter<'_> {
    fn set_word(&mut self, faces: &mut Typefaces, atoms: &[Atom]) {
        let needed: f32 = atoms.iter().map(|atom| self.advance(atom)).sum::<f32>() - self.trailing(atoms);
        if self.x > 0.0 && self.x + needed > self.width {
            self.end_line();
        }
        if needed > self.width {
            self.cut_word(faces, atoms);
            return;
        }
        for atom in atoms {
            self.place(atom);
        }
        self.line.width = self.x - self.trailing(atoms);
    }

    /// Sets a word that is wider than a whole line, cluster by cluster.
    fn cut_word(&mut self, faces: &mut Typefaces, atoms: &[Atom]) {
        for atom in atoms {
            let mut rest = atom.text.as_str();
            let mut first = true;
            while !rest.is_empty() {
                let size = self.spans[atom.span].style.size;
                let near = &rest[..rest.floor_char_boundary(LONGEST_LINE)];
                let shaped = faces.shape(atom.face, near);
                let cut = fitting(&shaped, near, (self.width - self.x) / size, self.x == 0.0);
                if cut == 0 {
                    self.end_line();
                    continue;
                }
                let (now, later) = rest.split_at(cut);
                let edges = (atom.edges.0 && first, atom.edges.1 && later.is_empty());
                let shaped = faces.shape(atom.face, now);
                self.place(&Atom { span: atom.span, shaped, face: atom.face, text: now.to_owned(), edges });
                self.line.width = self.x;
                first = false;
                rest = later;
                if !rest.is_empty() {
                    self.end_line();
                }
            }
        }
    }

    fn advance(&self, atom: &Atom) -> f32 {
        let span = &self.spans[atom.span];
        let mut advance = atom.shaped.width * span.style.size;
        if span.chip.is_some() {
            advance += if atom.edges.0 { CHIP_PADDING } else { 0.0 };
            advance += if atom.edges.1 { CHIP_PADDING } else { 0.0 };
        }
        if span.symbol.is_some() && atom.edges.0 {
            advance += symbol_advance(span.style.size);
        }
        advance
    }

    /// The width of the spaces at the end of a word.
    fn trailing(&self, atoms: &[Atom]) -> f32 {
        atoms.last().map_or(0.0, |atom| {
            let kept = atom.text.trim_end_matches(' ').len();
            let spaces = atom.shaped.glyphs.iter().filter(|glyph| glyph.bytes.start >= kept);
            spaces.map(|glyph| glyph.advance).sum::<f32>() * self.spans[atom.span].style.size
        })
    }

    fn place(&mut self, atom: &Atom) {
        let span = &self.spans[atom.span];
        if atom.edges.0 {
            if let Some(symbol) = span.symbol {
                self.line.symbols.push((self.x, span.style.size, symbol));
                self.x += symbol_advance(span.style.size);
            }
            if span.chip.is_some() {
                self.x += CHIP_PADDING;
            }
        }
        let width = atom.shaped.width * span.style.size;
        let continues = self.line.pieces.last().is_some_and(|(_, last)| {
            !atom.edges.0
                && last.face == atom.face
                && last.element == span.element
                && last.link == span.link
                && last.size.to_bits() == span.style.size.to_bits()
        });
        if !continues {
            self.line.pieces.push((self.x, Piece::new(span, atom.face)));
        }
        if let Some((_, piece)) = self.line.pieces.last_mut() {
            let at = piece.text.len();
            piece.text.push_str(&atom.text);
            piece.glyphs.extend(atom.shaped.glyphs.iter().map(|glyph| glyph.placed(at)));
            piece.width += width;
        }
        self.x += width;
        if span.chip.is_some() && atom.edges.1 {
            self.x += CHIP_PADDING;
        }
    }

    fn end_line(&mut self) {
        self.lines.push(std::mem::take(&mut self.line));
        self.x = 0.0;
    }
}

/// How many bytes of a word fit into `room` (in em): at least one cluster if the line is `fresh`.
fn fitting(shaped: &Shaped, word: &str, room: f32, fresh: bool) -> usize {
    let mut used = 0.0;
    let mut end = 0;
    let mut after_mark = 0;
    for glyph in &shaped.glyphs {
        used += glyph.advance;
        let first = end == 0 && fresh;
        if used > room && !first {
            break;
        }
        end = end.max(glyph.bytes.end);
        let mark = word[..end].ends_with(['/', '-', '.', '_', '?', '&', '=', '@', ':', '+', ',', ';']);
        if mark {
            after_mark = end;
        }
    }
    if end < word.len() && after_mark * 2 > end { after_mark } else { end }
}

impl Piece {
    fn new(span: &Span, face: Face) -> Self {
        Self {
            text: String::new(),
            glyphs: Vec::new(),
            face,
            size: span.style.size,
            colour: span.style.colour,
            width: 0.0,
            element: span.element,
            link: span.link,
            chip: span.chip,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::style::{BODY, MUTED};
    use super::*;

    fn span(text: &str) -> Span {
        Span { text: text.to_owned(), style: BODY, element: None, link: None, chip: None, symbol: None }
    }

    fn lines(spans: &[Span], width: f32) -> Vec<String> {
        let set = break_lines(&mut Typefaces::load(), spans, width);
        assert!(set.iter().all(|line| line.width <= width + 0.01), "{set:?}");
        set.iter().map(|line| line.pieces.iter().map(|(_, piece)| piece.text.as_str()).collect()).collect()
    }

    #[test]
    fn lines_break_between_words_and_keep_the_space() {
        assert_eq!(lines(&[span("one two three four")], 45.0), ["one two ", "three four"]);
        assert_eq!(lines(&[span("one\n\ntwo")], 300.0), ["one", "", "two"]);
        assert_eq!(lines(&[span("")], 300.0), [""]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_after_a_mark() {
        let cut = lines(&[span("https://example.eu/advisories/2027/0001")], 90.0);
        assert_eq!(cut, ["https://example.eu/", "advisories/2027/", "0001"]);
        let digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        assert_eq!(lines(&[span(digest)], 60.0).concat(), digest);
        let narrow = break_lines(&mut Typefaces::load(), &[span("wide")], 0.0);
        assert_eq!(narrow.len(), 4);
    }

    #[test]
    fn a_chip_stays_on_one_line() {
        let chip = Span { chip: Some(MUTED), ..span("Annex V, point 3") };
        assert_eq!(lines(&[span("see "), chip], 90.0), ["see ", "Annex V, point 3"]);
    }
}
