//! A tree of files as whoever walks it and whoever asks about it speak of it: a source tree, or a root file system.

use proofmark_text::Text;
use schemars::JsonSchema;
use serde::Serialize;

/// A file as a walk comes upon it, before it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TreeFile<'a> {
    /// Its path below the root, parts joined by `/`.
    pub path: &'a str,
    /// Its length in bytes.
    pub bytes: u64,
    /// Whether somebody may run it.
    pub is_executable: bool,
}

/// What is wanted of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TreeWant {
    /// Nothing: it is not opened.
    Nothing,
    /// All its bytes.
    Whole,
    /// All its bytes, if it begins as a program of some system does.
    IfProgram,
}

/// The path of what is named from a folder, from the root; `None`: it leads out of the tree. Windows' separators count as well where
/// `either` says that whoever named it may use them.
pub fn path_below(folder: &str, named: &str, either: bool) -> Option<String> {
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in named.split(|sign| sign == '/' || either && sign == '\\') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop()?;
            }
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

/// Something of a tree that was not read, and why.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TreeGap {
    /// Its path below the root; empty for the tree as a whole.
    pub path: String,
    /// Why it was not read.
    pub because: Text,
}

/// Who looks at a tree: a walk asks it about every folder and file, in the order of their paths.
pub trait TreeVisitor {
    /// Whether to go into a folder, by its path and the names of what lies in it. The root is always gone into.
    fn enters(&mut self, folder: &str, names: &[String]) -> bool;

    /// What is wanted of a file.
    fn wants(&mut self, file: &TreeFile<'_>) -> TreeWant;

    /// Receives the bytes of a file that was wanted.
    fn takes(&mut self, path: &str, bytes: Vec<u8>);

    /// Is told of a symbolic link, with what it leads to as written, and of a pipe, device or socket, which leads to nothing. Neither is
    /// followed or opened.
    fn passes(&mut self, path: &str, leads_to: Option<&str>);

    /// Is told what could not be looked at.
    fn misses(&mut self, gap: TreeGap);
}
