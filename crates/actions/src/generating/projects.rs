//! Lockfiles beside the manifests that belong to them.

use proofmark_facts::{Place, Problem, TreeGap};
use proofmark_formats::{
    CargoWorkspace, Limits, read_cargo_lock_beside, read_cargo_manifest, read_go_mod, read_go_work,
    read_package_lock,
};
use proofmark_text::text;

use super::dotnet_projects::read_dotnet;
use super::jvm_projects::read_jvm;
use super::kept_files::KeptFiles;
use super::named_kind::{NamedKind, below, split};
use super::native_projects::read_native;
use super::node_projects::read_node;
use super::parts::Parts;
use super::python_projects::read_python;
use super::scripted_projects::read_scripted;

/// Reads every lockfile; a manifest whose packages no lockfile fixes is a gap.
pub(super) fn read_projects(kept: &KeptFiles, tree: &str, limits: &Limits, parts: &mut Parts) {
    read_cargo(kept, tree, limits, parts);
    for (path, bytes) in kept.of_kind(NamedKind::PackageLock) {
        parts.take(path, read_package_lock(bytes, limits));
    }
    read_node(kept, limits, parts);
    for (path, bytes) in kept.of_kind(NamedKind::GoMod) {
        parts.take(path, read_go_mod(bytes, limits));
    }
    read_python(kept, limits, parts);
    read_dotnet(kept, limits, parts);
    read_jvm(kept, limits, parts);
    read_scripted(kept, limits, parts);
    read_native(kept, limits, parts);
    read_go_works(kept, limits, parts);
}

/// Every module of a workspace is read by its own `go.mod`; what the workspace changes of them is told.
fn read_go_works(kept: &KeptFiles, limits: &Limits, parts: &mut Parts) {
    for (path, bytes) in kept.of_kind(NamedKind::GoWork) {
        let Some((work, _)) = parts.value(path, read_go_work(bytes, limits)) else { continue };
        let is_there = |module: &String| {
            below(split(path).0, module)
                .is_some_and(|folder| kept.beside(&folder, NamedKind::GoMod).is_some())
        };
        if let Some(module) = work.modules.iter().find(|module| !is_there(module)) {
            let because = text!("generate-go-work-elsewhere", module = module);
            parts.gaps.push(TreeGap { path: path.to_owned(), because });
        } else if work.replaces {
            parts.gaps.push(TreeGap { path: path.to_owned(), because: text!("generate-go-work-replaces") });
        }
    }
}

fn read_cargo(kept: &KeptFiles, tree: &str, limits: &Limits, parts: &mut Parts) {
    let mut by_lock = kept.by_lock(NamedKind::CargoManifest, &[NamedKind::CargoLock]);
    for (path, bytes) in kept.of_kind(NamedKind::CargoLock) {
        let folder = split(path).0;
        let mut workspace = CargoWorkspace::default();
        for (manifest, bytes) in by_lock.remove(folder).unwrap_or_default() {
            if let Some((value, _)) = parts.value(manifest, read_cargo_manifest(bytes, limits)) {
                if split(manifest).0 == folder {
                    workspace.root.clone_from(&value.name);
                }
                workspace.manifests.push(value);
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
    let unlocked =
        |path: &str| !kept.is_system() && kept.lock_folder_of(path, &[NamedKind::CargoLock]).is_none();
    for (path, bytes) in kept.of_kind(NamedKind::CargoManifest).filter(|(path, _)| unlocked(path)) {
        let manifest = parts.value(path, read_cargo_manifest(bytes, limits));
        if manifest.is_some_and(|(manifest, _)| !manifest.needs.is_empty()) {
            parts.gaps.push(TreeGap { path: path.to_owned(), because: text!("generate-not-locked") });
        }
    }
}
