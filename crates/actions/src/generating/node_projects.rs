//! Lockfiles of Yarn and pnpm beside the manifests of their workspaces.

use proofmark_facts::TreeGap;
use proofmark_formats::{Limits, NodeManifest, read_package_json, read_pnpm_lock, read_yarn_lock};
use proofmark_text::text;

use super::kept_files::KeptFiles;
use super::named_kind::{NamedKind, split};
use super::parts::Parts;

/// The lockfiles that fix what a `package.json` asks for.
const LOCKS: [NamedKind; 3] = [NamedKind::PackageLock, NamedKind::YarnLock, NamedKind::PnpmLock];

/// Reads every lockfile but npm's own, which says itself what a manifest says.
pub(super) fn read_node(kept: &KeptFiles, limits: &Limits, parts: &mut Parts) {
    let mut by_lock = kept.by_lock(NamedKind::PackageJson, &[NamedKind::YarnLock, NamedKind::PnpmLock]);
    for kind in [NamedKind::YarnLock, NamedKind::PnpmLock] {
        for (path, bytes) in kept.of_kind(kind) {
            let folder = split(path).0;
            let mut manifests: Vec<NodeManifest> = Vec::new();
            for (manifest, bytes) in by_lock.remove(folder).unwrap_or_default() {
                if let Some((mut value, _)) = parts.value(manifest, read_package_json(bytes, limits)) {
                    let below = split(manifest).0.strip_prefix(folder).unwrap_or_default();
                    below.trim_start_matches('/').clone_into(&mut value.folder);
                    manifests.push(value);
                }
            }
            let read = match kind {
                NamedKind::YarnLock => read_yarn_lock(bytes, &manifests, limits),
                _ => read_pnpm_lock(bytes, &manifests, limits),
            };
            parts.take(path, read);
        }
    }
    let unlocked = |path: &str| !kept.is_system() && kept.lock_folder_of(path, &LOCKS).is_none();
    for (path, bytes) in kept.of_kind(NamedKind::PackageJson).filter(|(path, _)| unlocked(path)) {
        let manifest = parts.value(path, read_package_json(bytes, limits));
        if manifest.is_some_and(|(manifest, _)| !manifest.needs.is_empty()) {
            parts.gaps.push(TreeGap { path: path.to_owned(), because: text!("generate-not-locked") });
        }
    }
}
