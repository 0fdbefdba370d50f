//! A page of terminal output: headings, marked lines, hanging indents, wrapped to the terminal's width.

use std::fmt;

use anstyle::{AnsiColor, Style};
use proofmark_text::{push_sign, steers, text};

/// The narrowest width that is laid out for; a narrower terminal wraps by itself.
const NARROWEST: usize = 40;
/// Longer lines are hard to read, however wide the terminal is.
const WIDEST: usize = 100;
/// The width where none is known.
const USUAL: usize = 80;

/// What stands before a line. The words beside it say the same, so that neither colour nor sign is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// As it should be.
    Good,
    /// Not as it should be.
    Bad,
    /// Somebody has to look or act.
    Open,
    /// Neither.
    Plain,
}

impl Mark {
    fn sign(self) -> &'static str {
        match self {
            Self::Good => "✓",
            Self::Bad => "✗",
            Self::Open => "!",
            Self::Plain => "·",
        }
    }

    fn style(self) -> Style {
        match self {
            Self::Good => colour(AnsiColor::Green),
            Self::Bad => colour(AnsiColor::Red),
            Self::Open => colour(AnsiColor::Yellow),
            Self::Plain => Style::new().dimmed(),
        }
    }
}

/// A page that is being written.
#[derive(Debug)]
pub(crate) struct Page {
    width: usize,
    text: String,
}

impl Page {
    /// An empty page as wide as the terminal.
    pub(crate) fn new() -> Self {
        Self::of_width(columns())
    }

    /// An empty page of this width.
    pub(crate) fn of_width(width: usize) -> Self {
        Self { width: width.clamp(NARROWEST, WIDEST), text: String::new() }
    }

    /// The page's title, with something at its right edge if there is room.
    pub(crate) fn title(&mut self, words: &str, right: &str) {
        let used = textwrap::core::display_width(words) + textwrap::core::display_width(right);
        let title = strong(words);
        if used + 2 <= self.width {
            let gap = " ".repeat(self.width - used);
            self.raw(&format!("{title}{gap}{}", dim(right)));
        } else {
            self.wrapped("", "", &title);
            self.wrapped("", "", &dim(right));
        }
    }

    /// A heading, after an empty line, with a remark behind it.
    pub(crate) fn heading(&mut self, words: &str, remark: &str) {
        self.blank();
        let remark = if remark.is_empty() { String::new() } else { format!("  {}", dim(remark)) };
        self.wrapped("", "  ", &format!("{}{remark}", strong(words)));
    }

    /// A marked line.
    pub(crate) fn marked(&mut self, mark: Mark, words: &str) {
        let sign = paint(mark.style(), mark.sign());
        self.wrapped(&format!("  {sign} "), "    ", words);
    }

    /// A line below a marked one.
    pub(crate) fn below(&mut self, words: &str) {
        self.wrapped("    ", "      ", words);
    }

    /// A numbered line.
    pub(crate) fn numbered(&mut self, number: usize, words: &str) {
        self.wrapped(&format!("  {number:>2}. "), "      ", words);
    }

    /// A line below a numbered one.
    pub(crate) fn below_numbered(&mut self, words: &str) {
        self.wrapped("      ", "      ", words);
    }

    /// How many of a list were not shown.
    pub(crate) fn rest(&mut self, total: usize, shown: usize) {
        if total > shown {
            self.marked(Mark::Plain, &dim(&text!("proofmark-more", count = total - shown).to_string()));
        }
    }

    /// A paragraph at the edge.
    pub(crate) fn paragraph(&mut self, words: &str) {
        self.wrapped("", "", words);
    }

    /// An empty line.
    pub(crate) fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A line that must not be wrapped: source, a key.
    pub(crate) fn raw(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// How wide the page is.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    fn wrapped(&mut self, first: &str, next: &str, words: &str) {
        let options = textwrap::Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(next)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .word_separator(textwrap::WordSeparator::AsciiSpace)
            .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
        let clean = without_controls(words).replace('\t', " ");
        for line in textwrap::wrap(&clean, options) {
            self.raw(&line);
        }
    }
}

/// How many columns a page has: as many as the terminal, within bounds.
pub(crate) fn columns() -> usize {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    asked.or_else(terminal).unwrap_or(USUAL).clamp(NARROWEST, WIDEST)
}

impl fmt::Display for Page {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

/// Names come from documents that strangers wrote: no sign of theirs steers the terminal or turns a line around; each is
/// shown by its number. Our own styles are the only escapes left.
pub(crate) fn without_controls(words: &str) -> String {
    let mut clean = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find(steers) {
        clean.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = style_length(rest);
        let sign = rest.chars().next().expect("a letter was found");
        if length > 0 {
            clean.push_str(&rest[..length]);
        } else {
            push_sign(&mut clean, sign);
        }
        rest = &rest[length.max(sign.len_utf8())..];
    }
    clean.push_str(rest);
    clean
}

/// The length of the style at the start, zero if there is none: an escape, a bracket, one of the few numbers the styles of
/// this page have, and an `m`. What hides or turns letters (reverse, concealed) is none of ours.
fn style_length(text: &str) -> usize {
    let Some(body) = text.strip_prefix("\u{1b}[") else { return 0 };
    let number = body.split('m').next().unwrap_or_default();
    let ours = matches!(number, "" | "0" | "1" | "2" | "31" | "32" | "33");
    if ours && body.len() > number.len() { 2 + number.len() + 1 } else { 0 }
}

fn colour(colour: AnsiColor) -> Style {
    Style::new().fg_color(Some(colour.into()))
}

fn paint(style: Style, words: &str) -> String {
    format!("{style}{words}{style:#}")
}

/// Words of weight.
pub(crate) fn strong(words: &str) -> String {
    paint(Style::new().bold(), words)
}

/// Words one can do without.
pub(crate) fn dim(words: &str) -> String {
    if words.is_empty() { String::new() } else { paint(Style::new().dimmed(), words) }
}

/// Words in the colour of a mark.
pub(crate) fn in_colour_of(mark: Mark, words: &str) -> String {
    paint(mark.style().bold(), words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(page: &Page) -> String {
        anstream::adapter::strip_str(&page.to_string()).to_string()
    }

    #[test]
    fn long_lines_hang_under_their_mark() {
        let mut page = Page::of_width(40);
        page.marked(Mark::Good, "in scope of the Regulation because it has a data connection");
        assert_eq!(plain(&page), "  ✓ in scope of the Regulation because\n    it has a data connection\n");
    }

    #[test]
    fn no_control_character_of_a_strangers_document_reaches_the_terminal() {
        let mut page = Page::of_width(60);
        page.below("a\u{1b}]0;t\u{7}b\u{8}c\rd\u{9b}");
        assert_eq!(page.to_string(), "    a[U+001B]]0;t[U+0007]b[U+0008]c[U+000D]d[U+009B]\n");
    }

    #[test]
    fn no_sign_of_theirs_turns_a_line_around_or_hides_letters() {
        let words = format!("{} \u{202e}exe \u{2066}\u{1b}[8mhidden\u{1b}[7m", strong("bold"));
        let shown = "\u{1b}[1mbold\u{1b}[0m [U+202E]exe [U+2066][U+001B][8mhidden[U+001B][7m";
        assert_eq!(without_controls(&words), shown);
        assert_eq!(without_controls(&without_controls(&words)), shown);
    }

    #[test]
    fn a_title_that_does_not_fit_takes_two_lines() {
        let mut page = Page::of_width(40);
        page.title("A product with quite a long name", "2026-11-21");
        assert_eq!(plain(&page), "A product with quite a long name\n2026-11-21\n");
    }
}
