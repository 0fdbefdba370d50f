//! Who looks at a tree for a component list: says what is wanted, keeps what is read together, and reads at once what is too large to
//! be kept.

use proofmark_facts::{Component, TreeFile, TreeGap, TreeVisitor, TreeWant};
use proofmark_formats::{Limits, kernel_release, read_java_archive, read_program};
use proofmark_text::text;

use super::kept_files::KeptFiles;
use super::named_kind::{NamedKind, split};
use super::parts::Parts;

/// The most bytes that are kept until everything is there.
const MOST_KEPT_BYTES: usize = 1024 * 1024 * 1024;

/// Folders that tell nothing a lockfile does not: histories, and packages somebody unpacked for development.
const PASSED_OVER: [&str; 8] =
    [".git", ".hg", ".svn", ".jj", "node_modules", "bower_components", "__pycache__", ".tox"];

/// What marks a folder as made anew at any time: a cache (<https://bford.info/cachedir/>), a virtual environment of Python (PEP 405).
const MADE_ANEW: [&str; 2] = ["CACHEDIR.TAG", "pyvenv.cfg"];

/// What was found in a tree so far.
#[derive(Debug, Default)]
pub struct TreeSources {
    excluded: Vec<String>,
    pub(super) kept: KeptFiles,
    /// What was read at once.
    pub(super) parts: Parts,
    /// Kernels by the folder of their modules.
    pub(super) kernels: Vec<(String, Component)>,
}

impl TreeSources {
    /// Nothing yet; folders and files at these paths below the root are passed over.
    pub fn excluding(excluded: &[String]) -> Self {
        let excluded = excluded.iter().map(|path| path.trim_matches('/').trim_start_matches("./").to_owned());
        Self { excluded: excluded.collect(), ..Self::default() }
    }

    fn is_excluded(&self, path: &str) -> bool {
        self.excluded.iter().any(|excluded| excluded == path)
    }
}

impl TreeVisitor for TreeSources {
    fn enters(&mut self, folder: &str, names: &[String]) -> bool {
        let (around, name) = split(folder);
        if around.ends_with("lib/modules") && names.iter().any(|name| name.starts_with("modules.")) {
            self.kernels.extend(kernel_release(name).map(|kernel| (folder.to_owned(), kernel)));
        }
        let made_anew = || names.iter().any(|name| MADE_ANEW.contains(&name.as_str()));
        !PASSED_OVER.contains(&name) && !self.is_excluded(folder) && !made_anew()
    }

    fn wants(&mut self, file: &TreeFile<'_>) -> TreeWant {
        if self.is_excluded(file.path) {
            TreeWant::Nothing
        } else if NamedKind::of(file.path).is_some() {
            TreeWant::Whole
        } else if file.is_executable {
            TreeWant::IfProgram
        } else {
            TreeWant::Nothing
        }
    }

    fn takes(&mut self, path: &str, bytes: Vec<u8>) {
        let Some(kind) = NamedKind::of(path) else {
            // Programs are large: what one says is read before the next is taken.
            if let Some(read) = read_program(&bytes, &Limits::default()) {
                self.parts.take(path, read);
            }
            return;
        };
        if kind == NamedKind::JavaArchive {
            if let Some(read) = read_java_archive(&bytes, &Limits::default()) {
                self.parts.take(path, read);
            }
            return;
        }
        if self.kept.bytes().saturating_add(bytes.len()) > MOST_KEPT_BYTES {
            let because = text!("generate-too-many-bytes", most = MOST_KEPT_BYTES);
            return self.misses(TreeGap { path: path.to_owned(), because });
        }
        self.kept.keep(kind, path, bytes);
    }

    fn misses(&mut self, gap: TreeGap) {
        self.parts.gaps.push(gap);
    }
}
