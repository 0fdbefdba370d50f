//! Lines and columns of a source text.

use std::ops::Range;

/// A text and where each of its lines starts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lines {
    source: String,
    starts: Vec<usize>,
}

impl Lines {
    /// Finds the lines of this text.
    pub(super) fn of(source: &str) -> Self {
        let starts = std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { source: source.to_owned(), starts }
    }

    /// The text.
    pub(super) fn source(&self) -> &str {
        &self.source
    }

    /// The zero-based number of the line that holds this byte.
    pub(super) fn line_at(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// The bytes of a line by its zero-based number, without its line break.
    pub(super) fn line(&self, number: usize) -> Range<usize> {
        let start = self.starts.get(number).copied().unwrap_or(self.source.len());
        let next = self.starts.get(number + 1).copied().unwrap_or(self.source.len());
        start..start + self.source[start..next].trim_end_matches(['\n', '\r']).len()
    }

    /// How many lines there are.
    pub(super) fn count(&self) -> usize {
        self.starts.len()
    }

    /// One-based line and column, the column in characters.
    pub(super) fn line_and_column(&self, offset: usize) -> (usize, usize) {
        let offset = self.inside(offset..offset).start;
        let line = self.line_at(offset);
        (line + 1, self.source[self.starts[line]..offset].chars().count() + 1)
    }

    /// The range brought inside the text and widened to whole characters.
    pub(super) fn inside(&self, bytes: Range<usize>) -> Range<usize> {
        let start = self.source.floor_char_boundary(bytes.start);
        start..self.source.ceil_char_boundary(bytes.end).max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_before_their_break() {
        let lines = Lines::of("añb\r\nzweite");
        assert_eq!(lines.line_and_column(3), (1, 3));
        assert_eq!(lines.line_and_column(6), (2, 1));
        assert_eq!(&lines.source()[lines.line(0)], "añb");
        assert_eq!(lines.inside(2..99), 1..12);
    }
}
