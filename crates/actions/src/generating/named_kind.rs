//! Which files of a tree tell of components, by their names: the register of what is read.

/// What a file is by its name and place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum NamedKind {
    /// A manifest of Cargo.
    CargoManifest,
    /// A lockfile of Cargo.
    CargoLock,
    /// A lockfile of npm.
    PackageLock,
}

impl NamedKind {
    /// The kind of the file at this path below the root.
    pub(super) fn of(path: &str) -> Option<Self> {
        let (_, name) = split(path);
        Some(match name {
            "Cargo.toml" => Self::CargoManifest,
            "Cargo.lock" => Self::CargoLock,
            "package-lock.json" | "npm-shrinkwrap.json" => Self::PackageLock,
            _ => return None,
        })
    }
}

/// Folder and name of a path; the folder of what lies in the root is empty.
pub(super) fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// The folder itself, and every folder around it, the nearest first.
pub(super) fn around(folder: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(folder), |&folder| (!folder.is_empty()).then(|| split(folder).0))
}
