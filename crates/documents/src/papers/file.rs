//! A file beside the dossier, named with its digest so that it cannot be swapped.

use proofmark_text::text;

use super::inputs::PaperInputs;
use crate::{Inline, List};

/// How much of a digest stands in running words; the list of files gives it in full.
const SHOWN_DIGITS: usize = 12;

/// The file with the start of its digest, or the mark that it was not found.
pub(super) fn file(inputs: &PaperInputs<'_>, path: &str) -> Inline {
    match inputs.files.get(path) {
        Some(digest) => {
            let digits = &digest.to_string()[..SHOWN_DIGITS];
            Inline::new().code(path).plain(text!("papers-digest-begins", digits = digits).to_string())
        }
        None => Inline::missing(text!("papers-file-absent", path = path).to_string()),
    }
}

/// Several files, one under the other.
pub(super) fn list(inputs: &PaperInputs<'_>, paths: &[String]) -> List {
    paths.iter().map(|path| file(inputs, path)).collect()
}

/// Several files in one cell.
pub(super) fn cell(inputs: &PaperInputs<'_>, paths: &[String]) -> Inline {
    let mut words = Inline::new();
    for path in paths {
        if !words.runs.is_empty() {
            words = words.plain("\n");
        }
        words.runs.extend(file(inputs, path).runs);
    }
    words
}
