//! Lockfiles beside the manifests that belong to them.

use proofmark_facts::{Place, Problem, Read, Sbom, TreeGap};
use proofmark_formats::{CargoManifest, CargoWorkspace, Limits, read_cargo_lock_beside, read_cargo_manifest, read_package_lock};
use proofmark_text::text;

use super::kept_files::KeptFiles;
use super::named_kind::{NamedKind, split};
use super::part::Part;

/// The lockfiles of each kind of manifest.
const LOCKED_BY: [(NamedKind, &[NamedKind]); 1] = [(NamedKind::CargoManifest, &[NamedKind::CargoLock])];

/// What was read, and what could not be.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) read: Vec<Part>,
    pub(super) gaps: Vec<TreeGap>,
}

impl Parts {
    /// Keeps what a reader gave of a file; of one that gave nothing, the first problem says why.
    pub(super) fn take(&mut self, path: &str, read: Read<Sbom>) {
        let Read { value, problems } = read.in_file(path);
        match value {
            Some(sbom) => self.read.push(Part { path: path.to_owned(), sbom, notices: problems }),
            None => self.miss(path, problems),
        }
    }

    /// Notes that a file could not be read.
    pub(super) fn miss(&mut self, path: &str, problems: Vec<Problem>) {
        let unusable = |problem: &Problem| problem.weight == proofmark_facts::Weight::Error;
        if let Some(problem) = problems.into_iter().find(unusable) {
            self.gaps.push(TreeGap { path: path.to_owned(), because: problem.says });
        }
    }
}

/// Reads every lockfile; a manifest whose packages no lockfile fixes is a gap.
pub(super) fn read_projects(kept: &KeptFiles, tree: &str, limits: &Limits, parts: &mut Parts) {
    read_cargo(kept, tree, limits, parts);
    for (path, bytes) in kept.of_kind(NamedKind::PackageLock) {
        parts.take(path, read_package_lock(bytes, limits));
    }
    for (manifest, locks) in LOCKED_BY {
        for (path, _) in kept.of_kind(manifest).filter(|(path, _)| kept.lock_folder_of(path, locks).is_none()) {
            let because = text!("generate-not-locked");
            parts.gaps.push(TreeGap { path: path.to_owned(), because });
        }
    }
}

fn read_cargo(kept: &KeptFiles, tree: &str, limits: &Limits, parts: &mut Parts) {
    let mut by_lock = kept.by_lock(NamedKind::CargoManifest, &[NamedKind::CargoLock]);
    for (path, bytes) in kept.of_kind(NamedKind::CargoLock) {
        let folder = split(path).0;
        let mut workspace = CargoWorkspace::default();
        for (manifest, bytes) in by_lock.remove(folder).unwrap_or_default() {
            let read: Read<CargoManifest> = read_cargo_manifest(bytes, limits);
            match read.value {
                Some(value) => {
                    if split(manifest).0 == folder {
                        workspace.root.clone_from(&value.name);
                    }
                    workspace.manifests.push(value);
                }
                None => parts.miss(manifest, read.problems),
            }
        }
        let product = if folder.is_empty() { tree } else { split(folder).1 };
        let mut read = read_cargo_lock_beside(bytes, product, &workspace, limits);
        if workspace.manifests.is_empty() {
            let says = text!("generate-cargo-without-manifests");
            read.problems.push(Problem::warning(Place::default(), says));
        }
        parts.take(path, read);
    }
}
