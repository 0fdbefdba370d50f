//! A point of Annex VII: its citation, its heading, and the files it asks for.

use proofmark_law::Citation;
use proofmark_text::Text;

use super::file;
use super::gap::missing;
use super::inputs::PaperInputs;
use super::masthead::section;
use crate::{Block, Section};

/// A point, by its number.
pub(super) const fn point(number: &'static str) -> Citation {
    Citation::annex("VII").point(number)
}

/// A lettered point with its heading.
pub(super) fn letter(number: &'static str, letter: &'static str, title: &Text) -> Section {
    section(title, point(number).letter(letter)).number(format!("{number}({letter})"))
}

/// The files a point asks for, or the gap where none is named.
pub(super) fn files(inputs: &PaperInputs<'_>, paths: &[String], gap: Text, path: &str) -> Block {
    if paths.is_empty() { missing(gap, path).into() } else { file::list(inputs, paths).into() }
}
