//! The line of a source that a problem is about, with what to underline, in plain text.

use std::fmt;
use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::lines::Lines;

/// Columns a tab is shown as.
const TAB_COLUMNS: usize = 4;

/// The narrowest line that is shown: below it an underline says nothing.
const NARROWEST_COLUMNS: usize = 20;

/// What to show of a source for one problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// The lines, in order: the first of the range, and for a range over several lines its last.
    pub lines: Vec<ExcerptLine>,
}

/// One line, safe to print: tabs expanded, control and direction characters replaced, clipped to the width asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExcerptLine {
    /// Its one-based number.
    pub number: usize,
    /// Its text as shown; `…` stands where it was clipped.
    pub text: String,
    /// The columns of `text` to underline, counted in terminal cells; never empty.
    pub underline: Range<usize>,
}

/// Shows these bytes of a source in lines of at most this many columns, the gutter not counted.
///
/// Bytes outside the source, or within a character, are brought inside it; a source with no text shows an empty line.
pub fn excerpt(source: &str, bytes: &Range<usize>, width: usize) -> Excerpt {
    let lines = Lines::of(source);
    let bytes = lines.inside(bytes.clone());
    let first = lines.line_at(bytes.start);
    // A range that ends just behind a line break ends on the line before it.
    let last = lines.line_at(bytes.end.saturating_sub(1)).max(first);
    let numbers = if first == last { vec![first] } else { vec![first, last] };
    let shown = |number: usize| {
        let line = lines.line(number);
        let part = bytes.start.clamp(line.start, line.end)..bytes.end.clamp(line.start, line.end);
        let part = part.start - line.start..part.end - line.start;
        let (text, underline) = show(&source[line], &part, width.max(NARROWEST_COLUMNS));
        ExcerptLine { number: number + 1, text, underline }
    };
    Excerpt { lines: numbers.into_iter().map(shown).collect() }
}

/// One character as it is shown.
struct Cell {
    text: String,
    width: usize,
    is_marked: bool,
}

fn show(line: &str, part: &Range<usize>, width: usize) -> (String, Range<usize>) {
    let cells: Vec<Cell> = line.char_indices().map(|(at, letter)| cell(letter, part.contains(&at))).collect();
    let first_marked = line[..part.start].chars().count();
    let (from, to) = window(&cells, first_marked, width);
    let mut text = String::new();
    let mut column = 0;
    let mut underline: Option<Range<usize>> = None;
    if from > 0 {
        text.push('…');
        column = 1;
    }
    for cell in &cells[from..to] {
        if cell.is_marked {
            let start = underline.as_ref().map_or(column, |range| range.start);
            underline = Some(start..column + cell.width);
        }
        text.push_str(&cell.text);
        column += cell.width;
    }
    if to < cells.len() {
        text.push('…');
    }
    // Nothing to underline, as at the end of a line or an empty place: one column is pointed at.
    let here = || {
        let before = cells.get(from..first_marked.clamp(from, to)).unwrap_or_default();
        usize::from(from > 0) + before.iter().map(|cell| cell.width).sum::<usize>()
    };
    let underline = underline.filter(|range| !range.is_empty()).unwrap_or_else(|| here()..here() + 1);
    (text, underline)
}

/// Which characters fit: all, or those around where the underline begins, a third of the width before it.
fn window(cells: &[Cell], marked: usize, width: usize) -> (usize, usize) {
    let total: usize = cells.iter().map(|cell| cell.width).sum();
    if total <= width {
        return (0, cells.len());
    }
    let room = width - 2;
    let mut from = marked.min(cells.len());
    let mut used = 0;
    while from > 0 && used + cells[from - 1].width <= room / 3 {
        from -= 1;
        used += cells[from].width;
    }
    let mut to = marked.min(cells.len());
    while to < cells.len() && used + cells[to].width <= room {
        used += cells[to].width;
        to += 1;
    }
    while from > 0 && used + cells[from - 1].width <= room {
        from -= 1;
        used += cells[from].width;
    }
    (from, to)
}

fn cell(letter: char, is_marked: bool) -> Cell {
    let text = match letter {
        '\t' => " ".repeat(TAB_COLUMNS),
        // What turns the direction of text, or cannot be seen, could make a line show what it does not say.
        '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => {
            char::REPLACEMENT_CHARACTER.to_string()
        }
        letter if letter.is_control() => char::REPLACEMENT_CHARACTER.to_string(),
        letter => letter.to_string(),
    };
    let width = if letter == '\t' {
        TAB_COLUMNS
    } else {
        text.chars().map(|letter| letter.width().unwrap_or(1)).sum()
    };
    Cell { text, width, is_marked }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let gutter = self.lines.iter().map(|line| line.number.to_string().len()).max().unwrap_or(1);
        for (index, line) in self.lines.iter().enumerate() {
            if index > 0 {
                writeln!(out)?;
            }
            let space = if line.text.is_empty() { "" } else { " " };
            writeln!(out, "{:gutter$} |{space}{}", line.number, line.text)?;
            let (before, under) = (" ".repeat(line.underline.start), "^".repeat(line.underline.len()));
            write!(out, "{:gutter$} | {before}{under}", "")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;
    use proptest::prelude::*;

    use super::*;

    fn shown(source: &str, marked: &str, width: usize) -> String {
        let start = source.find(marked).unwrap();
        excerpt(source, &(start..start + marked.len()), width).to_string()
    }

    #[test]
    fn wide_characters_and_tabs_keep_the_carets_below_the_text() {
        assert_snapshot!(shown("\tname = \"東京\" # x", "\"東京\"", 80), @r#"
    1 |     name = "東京" # x
      |            ^^^^^^
    "#);
    }

    #[test]
    fn a_long_line_is_clipped_around_the_place() {
        let line = format!("texts = [{} \"here\", {}]", "\"before\",".repeat(20), "\"after\",".repeat(20));
        assert_snapshot!(shown(&line, "\"here\"", 40), @r#"
    1 | …","before", "here", "after","after","a…
      |              ^^^^^^
    "#);
    }

    #[test]
    fn the_end_of_a_line_and_an_empty_source_can_be_pointed_at() {
        assert_snapshot!(excerpt("name =\n", &(6..6), 80), @r#"
    1 | name =
      |       ^
    "#);
        assert_snapshot!(excerpt("", &(3..9), 80), @r#"
    1 |
      | ^
    "#);
    }

    #[test]
    fn a_place_over_many_lines_shows_its_first_and_its_last() {
        assert_snapshot!(shown("a = [\n 1,\n 2,\n] # end", "[\n 1,\n 2,\n]", 80), @r#"
    1 | a = [
      |     ^
    4 | ] # end
      | ^
    "#);
    }

    #[test]
    fn what_would_deceive_the_reader_is_replaced() {
        assert_snapshot!(shown("a = \"x\u{202E}y\u{1B}[31m\"", "x", 80), @r#"
    1 | a = "x�y�[31m"
      |      ^
    "#);
    }

    proptest! {
        #[test]
        fn no_source_and_no_range_break_it(
            source in "[a-z東é\t\n\r\u{0}\u{301}]{0,60}", start in 0_usize..90, length in 0_usize..90, width in 0_usize..50,
        ) {
            for line in excerpt(&source, &(start..start + length), width).lines {
                prop_assert!(!line.underline.is_empty());
                let columns: usize = line.text.chars().map(|letter| letter.width().unwrap_or(1)).sum();
                prop_assert!(columns <= width.max(NARROWEST_COLUMNS));
                prop_assert!(line.underline.end <= columns + 1);
            }
        }
    }
}
