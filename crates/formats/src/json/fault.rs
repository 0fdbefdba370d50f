//! Why a JSON document could not be read to its end, as a problem with its place.

use std::fmt;

use proofmark_facts::{Place, Problem};
use proofmark_text::{Text, text};
use serde_json::error::Category;

use crate::excerpt::excerpt;
use crate::input::line_and_column;

/// A reader's own reason to stop in the middle of a document, kept beside the parser's error.
///
/// The parser's errors hold words only; the reason is a sentence of the catalogue and waits here meanwhile.
#[derive(Debug, Default)]
pub(crate) struct Stop(pub(crate) Option<Text>);

impl Stop {
    /// Keeps the reason and gives what the parser is told.
    pub(crate) fn because(&mut self, says: Text) -> Stopped {
        self.0 = Some(says);
        Stopped
    }
}

/// What the parser is told when a reader stops.
pub(crate) struct Stopped;

impl fmt::Display for Stopped {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("stopped by the reader")
    }
}

/// The problem behind a parser's error: the reader's own reason where it has one.
pub(crate) fn fault(written: &str, format: &str, error: &serde_json::Error, stop: Stop) -> Problem {
    let place = place_of(written, error);
    let said = error.to_string();
    let why = excerpt(said.rsplit_once(" at line ").map_or(said.as_str(), |(why, _)| why));
    let says = match (stop.0, error.classify()) {
        (Some(says), _) => says,
        (None, Category::Eof) => text!("formats-json-ends-early"),
        (None, Category::Data) => text!("formats-json-unexpected", format = format, why = why),
        (None, Category::Syntax | Category::Io) => text!("formats-json-malformed", why = why),
    };
    Problem::error(place, says)
}

/// The parser counts columns in bytes; people count characters.
fn place_of(written: &str, error: &serde_json::Error) -> Place {
    let line_starts_at = match error.line() {
        0 | 1 => 0,
        line => written.match_indices('\n').nth(line - 2).map_or(written.len(), |(newline, _)| newline + 1),
    };
    let mut offset = (line_starts_at + error.column().saturating_sub(1)).min(written.len());
    while !written.is_char_boundary(offset) {
        offset -= 1;
    }
    Place { line_and_column: Some(line_and_column(written, offset)), ..Place::default() }
}
