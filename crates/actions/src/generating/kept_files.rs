//! The files of a tree that are read together, once all are there.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::named_kind::{NamedKind, around, split};

/// Files by kind, and in each kind by path.
#[derive(Debug, Default)]
pub(super) struct KeptFiles {
    by_kind: BTreeMap<NamedKind, BTreeMap<String, Vec<u8>>>,
    /// The first file of each kind in each folder.
    in_folders: HashMap<NamedKind, HashMap<String, String>>,
    /// Every folder that was gone into.
    folders: HashSet<String>,
    bytes: usize,
}

impl KeptFiles {
    /// How many bytes are held.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    pub(super) fn keep(&mut self, kind: NamedKind, path: &str, bytes: Vec<u8>) {
        self.bytes = self.bytes.saturating_add(bytes.len());
        let folders = self.in_folders.entry(kind).or_default();
        folders.entry(split(path).0.to_owned()).or_insert_with(|| path.to_owned());
        self.by_kind.entry(kind).or_default().insert(path.to_owned(), bytes);
    }

    pub(super) fn note_folder(&mut self, folder: &str) {
        self.folders.insert(folder.to_owned());
    }

    /// Whether the tree has this folder.
    pub(super) fn has_folder(&self, folder: &str) -> bool {
        folder.is_empty() || self.folders.contains(folder)
    }

    /// Path and bytes of every file of a kind, in the order of the paths.
    pub(super) fn of_kind(&self, kind: NamedKind) -> impl Iterator<Item = (&str, &[u8])> {
        let files = self.by_kind.get(&kind);
        files.into_iter().flatten().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Whether the tree is a root file system: what lies in one is installed, and a manifest there asks for nothing any more.
    pub(super) fn is_system(&self) -> bool {
        let kinds =
            [NamedKind::OsRelease, NamedKind::DpkgStatus, NamedKind::ApkInstalled, NamedKind::RpmDatabase];
        kinds.iter().any(|kind| self.by_kind.contains_key(kind))
    }

    /// The file of a kind at this path.
    pub(super) fn get(&self, kind: NamedKind, path: &str) -> Option<&[u8]> {
        self.by_kind.get(&kind)?.get(path).map(Vec::as_slice)
    }

    /// The first file of a kind in this folder.
    pub(super) fn beside(&self, folder: &str, kind: NamedKind) -> Option<(&str, &[u8])> {
        let path = self.in_folders.get(&kind)?.get(folder)?;
        Some((path, self.by_kind.get(&kind)?.get(path)?))
    }

    /// The files of a kind by the folder of the nearest lockfile of these kinds, in their own folder or one around it.
    pub(super) fn by_lock(&self, kind: NamedKind, locks: &[NamedKind]) -> HashMap<&str, Vec<(&str, &[u8])>> {
        let mut grouped: HashMap<&str, Vec<(&str, &[u8])>> = HashMap::new();
        for (path, bytes) in self.of_kind(kind) {
            if let Some(folder) = self.lock_folder_of(path, locks) {
                grouped.entry(folder).or_default().push((path, bytes));
            }
        }
        grouped
    }

    /// The folder of the nearest lockfile for what lies at this path.
    pub(super) fn lock_folder_of<'p>(&self, path: &'p str, locks: &[NamedKind]) -> Option<&'p str> {
        let is_there = |folder: &str| locks.iter().any(|&lock| self.beside(folder, lock).is_some());
        around(split(path).0).find(|folder| is_there(folder))
    }
}
