//! A source file as the rules see it.

use std::fs;
use std::path::Path;

use crate::run::{Complaint, root};

/// Directories in which others' files lie, or what can be made again.
const NOT_OURS: [&str; 4] = ["target", "corpus", "artifacts", "node_modules"];

/// One file of the workspace that git would keep.
#[derive(Debug)]
pub(crate) struct Source {
    /// Path from the root, with `/`.
    pub(crate) path: String,
    /// All of it.
    pub(crate) text: String,
    /// Declared under `#[cfg(test)]` by its folder's face.
    pub(crate) test_only: bool,
}

impl Source {
    /// The crate it belongs to: `crates/law/src/role.rs` belongs to `law`.
    pub(crate) fn room(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split('/').next()
    }

    /// Whether it is Rust that ships: not a test, a bench, a fuzz target or the automation.
    pub(crate) fn ships(&self) -> bool {
        self.is_rust() && !self.test_only && self.path.starts_with("crates/") && self.path.contains("/src/")
    }

    /// Whether it is Rust.
    pub(crate) fn is_rust(&self) -> bool {
        Path::new(&self.path).extension().is_some_and(|end| end == "rs")
    }

    /// The text without the tests at its end.
    pub(crate) fn without_tests(&self) -> &str {
        let begins = ["\n#[cfg(test)]\nmod ", "\n#[cfg(test)]\npub(crate) mod "];
        let end = begins.iter().filter_map(|begin| self.text.find(begin)).min();
        &self.text[..end.unwrap_or(self.text.len())]
    }
}

/// Every text file below the places the project is written in.
pub(crate) fn all() -> Result<Vec<Source>, Complaint> {
    let mut found = Vec::new();
    let root = root();
    for place in ["crates", "xtask", "fuzz", "browser", "ci-templates", "docs", "examples", ".ci"] {
        walk(&root, &root.join(place), &mut found)?;
    }
    for entry in fs::read_dir(&root).map_err(|error| error.to_string())?.flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|end| end == "md" || end == "toml") {
            take(&root, &path, &mut found);
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    let test_only: Vec<bool> = found.iter().map(|source| is_test_only(source, &found)).collect();
    for (source, test_only) in found.iter_mut().zip(test_only) {
        source.test_only = test_only;
    }
    Ok(found)
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<Source>) -> Result<(), Complaint> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() {
            if !NOT_OURS.iter().any(|other| name == *other) {
                walk(root, &path, found)?;
            }
        } else {
            take(root, &path, found);
        }
    }
    Ok(())
}

/// A file that is not text (a font, a picture) is none of the rules' business.
fn take(root: &Path, path: &Path, found: &mut Vec<Source>) {
    if let (Ok(text), Ok(inside)) = (fs::read_to_string(path), path.strip_prefix(root)) {
        found.push(Source { path: inside.to_string_lossy().replace('\\', "/"), text, test_only: false });
    }
}

/// `crates/trust/src/samples.rs` is a test's if `lib.rs` or `mod.rs` beside it says so; so is all below a folder.
fn is_test_only(source: &Source, all: &[Source]) -> bool {
    let steps: Vec<&str> = source.path.trim_end_matches(".rs").split('/').collect();
    (2..steps.len()).any(|depth| {
        let folder = steps[..depth].join("/");
        let declared = format!("#[cfg(test)]\nmod {};", steps[depth]);
        ["lib.rs", "mod.rs", "main.rs"].iter().any(|face| {
            let face = format!("{folder}/{face}");
            all.iter().any(|source| source.path == face && source.text.contains(&declared))
        })
    })
}
