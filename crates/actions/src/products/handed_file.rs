//! A file handed in for a product: under a path a dossier can name it by, within limits.

use proofmark_facts::{Place, Problem, Sha256};
use proofmark_text::{Text, text};

/// The largest file that is taken, in bytes: what the readers of its formats accept.
pub const LARGEST_FILE_BYTES: usize = 256 * 1024 * 1024;

/// The longest path, in bytes: a dossier names no longer one.
pub const LONGEST_PATH_BYTES: usize = 1023;

/// The most files of a product.
pub const MOST_FILES: usize = 10_000;

/// A file as it was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedFile {
    /// The path the dossier names it by: relative, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl HandedFile {
    /// Its digest.
    pub(crate) fn sha256(&self) -> Sha256 {
        Sha256::of(&self.bytes)
    }
}

/// Everything that keeps these files from being taken, each with its path.
pub(crate) fn problems_of(files: &[HandedFile]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, file) in files.iter().enumerate() {
        let twice = files[..index].iter().any(|earlier| earlier.path == file.path);
        let says = if let Some(says) = path_refused(&file.path) {
            says
        } else if file.bytes.len() > LARGEST_FILE_BYTES {
            text!("record-file-too-large", path = &file.path, most = LARGEST_FILE_BYTES / (1024 * 1024))
        } else if twice {
            text!("record-file-twice", path = &file.path)
        } else {
            continue;
        };
        let place = Place { file: Some(file.path.escape_debug().to_string()), ..Place::default() };
        problems.push(Problem::error(place, says));
    }
    problems
}

/// Why nothing can be kept under this path: it must lead down from the dossier, on every system, and nowhere else.
pub(crate) fn path_refused(path: &str) -> Option<Text> {
    let shown = || path.escape_debug().to_string();
    if path.len() > LONGEST_PATH_BYTES {
        return Some(text!("record-path-too-long", most = LONGEST_PATH_BYTES));
    }
    let plain = |step: &str| !matches!(step, "" | "." | "..");
    let has_drive = path.as_bytes().get(1) == Some(&b':');
    let leads_down = path.split('/').all(plain) && !has_drive && !path.contains('\\');
    if !leads_down || path.chars().any(char::is_control) {
        return Some(text!("record-path-refused", path = shown()));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_down_from_the_dossier_and_nowhere_else() {
        for fine in ["proofmark.toml", "documents/a b/ü.pdf", "..a", "a..", "a/.well-known"] {
            assert_eq!(path_refused(fine), None, "{fine}");
        }
        for refused in
            ["", "/etc/passwd", "../a", "a/../b", "a//b", "a/", ".", "a/./b", "C:/x", "a\\b", "a\nb", "a\0"]
        {
            assert_eq!(
                path_refused(refused).map(|says| says.id()),
                Some("record-path-refused"),
                "{refused:?}"
            );
        }
        let long = "a".repeat(LONGEST_PATH_BYTES + 1);
        assert_eq!(path_refused(&long).map(|says| says.id()), Some("record-path-too-long"));
    }

    #[test]
    fn two_files_under_one_path_are_refused() {
        let file = |path: &str| HandedFile { path: path.to_owned(), bytes: vec![] };
        let problems = problems_of(&[file("a"), file("b"), file("a")]);
        assert_eq!(
            problems.iter().map(|problem| problem.says.id()).collect::<Vec<_>>(),
            ["record-file-twice"]
        );
    }
}
