//! What the root file system of a device or image says: packages, distribution, kernel.

use std::collections::BTreeMap;

use proofmark_facts::{Component, Read, Sbom, SbomOrigin, TreeGap};
use proofmark_formats::{
    Distribution, Limits, read_apk_installed, read_dpkg_status, read_os_release, read_python_metadata,
};
use proofmark_text::text;

use super::kept_files::KeptFiles;
use super::named_kind::{NamedKind, system_root};
use super::parts::Parts;

/// Reads what package managers of systems keep, with the distribution of each system, and installed packages of Python.
pub(super) fn read_systems(kept: &KeptFiles, limits: &Limits, parts: &mut Parts) {
    let mut distributions: BTreeMap<&str, Distribution> = BTreeMap::new();
    for (path, bytes) in kept.of_kind(NamedKind::OsRelease) {
        if let Some((distribution, _)) = parts.value(path, read_os_release(bytes, limits)) {
            // Both places say the same: one is often a link to the other.
            if !distributions.contains_key(system_root(path)) {
                parts.take(path, Read::clean(alone(distribution.component(), "os-release")));
                distributions.insert(system_root(path), distribution);
            }
        }
    }
    for (path, bytes) in kept.of_kind(NamedKind::DpkgStatus) {
        parts.take(path, read_dpkg_status(bytes, distributions.get(system_root(path)), limits));
    }
    for (path, bytes) in kept.of_kind(NamedKind::ApkInstalled) {
        parts.take(path, read_apk_installed(bytes, distributions.get(system_root(path)), limits));
    }
    for (path, _) in kept.of_kind(NamedKind::RpmDatabase) {
        parts.gaps.push(TreeGap { path: path.to_owned(), because: text!("generate-rpm-unread") });
    }
    for (path, bytes) in kept.of_kind(NamedKind::PythonMetadata) {
        parts.take(path, read_python_metadata(bytes, limits));
    }
}

/// A list of one component.
pub(super) fn alone(component: Component, format: &str) -> Sbom {
    let origin = SbomOrigin { format: format.to_owned(), ..SbomOrigin::default() };
    Sbom { origin, components: vec![component], ..Sbom::default() }
}
