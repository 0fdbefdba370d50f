//! Lockfiles and requirements of Python beside the manifest of their project.

use std::collections::BTreeSet;

use proofmark_facts::{Read, Sbom, TreeGap};
use proofmark_formats::{
    Limits, PythonProject, Requirements, read_pdm_lock, read_pipfile, read_pipfile_lock, read_poetry_lock,
    read_pylock, read_pyproject, read_requirements, read_uv_lock,
};
use proofmark_text::text;

use super::kept_files::KeptFiles;
use super::named_kind::{NamedKind, below, is_for_development, split};
use super::parts::Parts;

/// A reader of a lockfile beside its project.
type Reader = fn(&[u8], Option<&PythonProject>, &Limits) -> Read<Sbom>;

/// What fixes the packages a `pyproject.toml` asks for.
const LOCKS: [NamedKind; 6] = [
    NamedKind::PoetryLock,
    NamedKind::UvLock,
    NamedKind::PdmLock,
    NamedKind::PipfileLock,
    NamedKind::Pylock,
    NamedKind::Requirements,
];

/// Reads every lockfile, and the requirements of folders that have none: there they are often written from it.
pub(super) fn read_python(kept: &KeptFiles, limits: &Limits, parts: &mut Parts) {
    let readers: [(NamedKind, Reader, NamedKind); 5] = [
        (NamedKind::PoetryLock, read_poetry_lock, NamedKind::Pyproject),
        (NamedKind::UvLock, |bytes, _, limits| read_uv_lock(bytes, limits), NamedKind::Pyproject),
        (NamedKind::PdmLock, read_pdm_lock, NamedKind::Pyproject),
        (NamedKind::PipfileLock, read_pipfile_lock, NamedKind::Pipfile),
        (NamedKind::Pylock, read_pylock, NamedKind::Pyproject),
    ];
    for (kind, reader, manifest) in readers {
        for (path, bytes) in kept.of_kind(kind) {
            let project = kept.beside(split(path).0, manifest).and_then(|(path, bytes)| {
                let read = match manifest {
                    NamedKind::Pipfile => read_pipfile(bytes, limits),
                    _ => read_pyproject(bytes, limits),
                };
                parts.value(path, read)
            });
            parts.take(path, reader(bytes, project.map(|(project, _)| project).as_ref(), limits));
        }
    }
    read_all_requirements(kept, limits, parts);
    let unlocked = |path: &str| !kept.is_system() && kept.lock_folder_of(path, &LOCKS).is_none();
    for (path, bytes) in kept.of_kind(NamedKind::Pyproject).filter(|(path, _)| unlocked(path)) {
        let project = parts.value(path, read_pyproject(bytes, limits));
        if project.is_some_and(|(project, _)| !project.needs.is_empty()) {
            parts.gaps.push(TreeGap { path: path.to_owned(), because: text!("generate-not-locked") });
        }
    }
}

/// Files that are for development by their name are passed over, unless another one includes them; so are those beside a lockfile.
fn read_all_requirements(kept: &KeptFiles, limits: &Limits, parts: &mut Parts) {
    let is_locked = |path: &str| LOCKS[..5].iter().any(|&lock| kept.beside(split(path).0, lock).is_some());
    let mut waiting: Vec<(String, String)> = kept
        .of_kind(NamedKind::Requirements)
        .filter(|(path, _)| !is_for_development(path) && !is_locked(path))
        .map(|(path, _)| (path.to_owned(), path.to_owned()))
        .collect();
    waiting.reverse();
    let mut seen = BTreeSet::new();
    while let Some((path, by)) = waiting.pop() {
        if !seen.insert(path.clone()) {
            continue;
        }
        let Some(bytes) = kept.get(NamedKind::Requirements, &path) else {
            // Why it was not read may be told already: it is a link, or too long.
            if parts.gaps.iter().all(|gap| gap.path != path) {
                let because = text!("generate-included-not-there", by = by);
                parts.gaps.push(TreeGap { path, because });
            }
            continue;
        };
        // An empty file asks for nothing.
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        if let Some((Requirements { sbom, includes }, mut problems)) =
            parts.value(&path, read_requirements(bytes, limits))
        {
            let folder = split(&path).0;
            // What lies outside of the tree is named as it is written.
            let place = |file: &String| below(folder, file).unwrap_or_else(|| file.clone());
            waiting.extend(includes.iter().map(|file| (place(file), path.clone())));
            // A file that only includes others lacks nothing.
            if !includes.is_empty() {
                problems.retain(|problem| problem.says.id() != "generate-no-packages");
            }
            parts.take(&path, Read { value: Some(sbom), problems });
        }
    }
}
