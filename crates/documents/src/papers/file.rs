//! A file beside the dossier, named with its digest so that it cannot be swapped.

use proofmark_facts::Sha256;
use proofmark_text::text;

use super::inputs::PaperInputs;
use crate::{Inline, List, Table};

/// How much of a digest stands in running words; the list of files gives it in full.
const SHOWN_DIGITS: usize = 12;

/// The file with the start of its digest, or the mark that it was not found.
pub(super) fn file(inputs: &PaperInputs<'_>, path: &str) -> Inline {
    match inputs.files.get(path) {
        Some(digest) => {
            let digits = &digest.to_string()[..SHOWN_DIGITS];
            Inline::new().code(path).plain(text!("papers-digest-begins", digits = digits).to_string())
        }
        None => absent(path),
    }
}

/// Several files, one under the other.
pub(super) fn list(inputs: &PaperInputs<'_>, paths: &[String]) -> List {
    paths.iter().map(|path| file(inputs, path)).collect()
}

/// Several files in one cell, without their digests: the list of files gives them.
pub(super) fn cell(inputs: &PaperInputs<'_>, paths: &[String]) -> Inline {
    let mut words = Inline::new();
    for path in paths {
        if !words.runs.is_empty() {
            words = words.plain("\n");
        }
        words.runs.extend(if inputs.files.contains_key(path) {
            Inline::new().code(path).runs
        } else {
            absent(path).runs
        });
    }
    words
}

/// Names with their digests in full.
pub(super) fn digests<'a>(named: impl IntoIterator<Item = (&'a str, &'a Sha256)>) -> Table {
    let mut table = Table::new()
        .names(text!("papers-column-file").to_string(), 3)
        .column(text!("papers-sha256").to_string(), 7);
    for (name, digest) in named {
        table = table.row([Inline::new().code(name), Inline::new().code(digest.to_string())]);
    }
    table
}

fn absent(path: &str) -> Inline {
    Inline::missing(text!("papers-file-absent", path = path).to_string())
}
