//! Who looks at a tree for a component list: says what is wanted, keeps what is read together, and reads at once what is too large to
//! be kept.

use std::collections::BTreeSet;

use proofmark_facts::{Component, TreeFile, TreeGap, TreeVisitor, TreeWant};
use proofmark_formats::{Limits, included_files, kernel_release, read_java_archive, read_program};
use proofmark_text::text;

use super::kept_files::KeptFiles;
use super::named_kind::{NamedKind, below, split};
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
    /// Links by a name that tells of components, with what they lead to, and what is no file at all.
    passed: Vec<(String, Option<String>)>,
    /// Files that requirements include by names that say nothing.
    asked_for: BTreeSet<String>,
}

impl TreeSources {
    /// Nothing yet; folders and files at these paths below the root are passed over.
    pub fn excluding(excluded: &[String]) -> Self {
        let excluded = excluded.iter().map(|path| path.trim_matches('/').trim_start_matches("./").to_owned());
        Self { excluded: excluded.collect(), ..Self::default() }
    }

    /// Files of the tree that requirements include and that were not kept, as their names do not tell what they are; each once. Whoever
    /// looks at them shows them as any other.
    pub fn still_wanted(&mut self) -> Vec<String> {
        let mut wanted = Vec::new();
        for (path, bytes) in self.kept.of_kind(NamedKind::Requirements) {
            for file in included_files(bytes).iter().filter_map(|file| below(split(path).0, file)) {
                if NamedKind::of(&file).is_none()
                    && !self.asked_for.contains(&file)
                    && !wanted.contains(&file)
                {
                    wanted.push(file);
                }
            }
        }
        self.asked_for.extend(wanted.iter().cloned());
        wanted
    }

    /// Notes what could be a lockfile and is a link or a pipe. A link to a file that was read where it lies lacks nothing.
    pub(super) fn tell_passed(&mut self) {
        for (path, leads_to) in std::mem::take(&mut self.passed) {
            let because = match &leads_to {
                None => text!("generate-no-ordinary-file"),
                Some(leads_to) if self.was_read(&path, leads_to) => continue,
                Some(leads_to) => text!("generate-is-link", to = leads_to),
            };
            self.parts.gaps.push(TreeGap { path, because });
        }
    }

    /// In a root file system a path from the root is one below the tree.
    fn was_read(&self, path: &str, leads_to: &str) -> bool {
        let folder = if leads_to.starts_with('/') { "" } else { split(path).0 };
        let Some(target) =
            below(folder, leads_to).filter(|_| !leads_to.starts_with('/') || self.kept.is_system())
        else {
            return false;
        };
        let is_kept = self.kind_of(&target).is_some_and(|kind| self.kept.get(kind, &target).is_some());
        is_kept || self.parts.read.iter().any(|part| part.path == target)
    }

    fn kind_of(&self, path: &str) -> Option<NamedKind> {
        NamedKind::of(path).or_else(|| self.asked_for.contains(path).then_some(NamedKind::Requirements))
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
        self.kept.note_folder(folder);
        let made_anew = || names.iter().any(|name| MADE_ANEW.contains(&name.as_str()));
        !PASSED_OVER.contains(&name) && !self.is_excluded(folder) && !made_anew()
    }

    fn wants(&mut self, file: &TreeFile<'_>) -> TreeWant {
        if self.is_excluded(file.path) {
            TreeWant::Nothing
        } else if self.kind_of(file.path).is_some() {
            TreeWant::Whole
        } else if file.is_executable {
            TreeWant::IfProgram
        } else {
            TreeWant::Nothing
        }
    }

    fn takes(&mut self, path: &str, bytes: Vec<u8>) {
        let Some(kind) = self.kind_of(path) else {
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

    fn passes(&mut self, path: &str, leads_to: Option<&str>) {
        // Whole folders are left out by the folder they lie in, which is asked before.
        if self.kind_of(path).is_some() && !self.is_excluded(path) {
            self.passed.push((path.to_owned(), leads_to.map(str::to_owned)));
        }
    }

    fn misses(&mut self, gap: TreeGap) {
        self.parts.gaps.push(gap);
    }
}
