//! What the root file system of a device or image says: packages, distribution, kernel.

use std::collections::BTreeMap;

use proofmark_facts::{Component, Read, Sbom, SbomOrigin, TreeGap};
use proofmark_formats::{
    Distribution, Limits, read_apk_installed, read_apk_world, read_apt_marks, read_dpkg_status,
    read_os_release, read_python_metadata, read_rpm_database,
};
use proofmark_text::text;

use super::kept_files::KeptFiles;
use super::named_kind::{NamedKind, split, system_root};
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
        let marks = of_system(kept, NamedKind::AptMarks, path);
        let came = marks.and_then(|(path, bytes)| parts.value(path, read_apt_marks(bytes, limits)));
        let read = read_dpkg_status(bytes, distributions.get(system_root(path)), limits);
        parts.take_asked(path, read, |name| came.as_ref().is_some_and(|(came, _)| !came.contains(name)));
    }
    for (path, bytes) in kept.of_kind(NamedKind::ApkInstalled) {
        let world = of_system(kept, NamedKind::ApkWorld, path);
        let asked = world.and_then(|(path, bytes)| parts.value(path, read_apk_world(bytes, limits)));
        let read = read_apk_installed(bytes, distributions.get(system_root(path)), limits);
        parts.take_asked(path, read, |name| asked.as_ref().is_some_and(|(asked, _)| asked.contains(name)));
    }
    for (path, bytes) in kept.of_kind(NamedKind::RpmDatabase) {
        // What the system wrote last may stand in the log beside the file alone.
        if kept.beside(split(path).0, NamedKind::RpmLog).is_some_and(|(_, log)| !log.is_empty()) {
            parts.gaps.push(TreeGap { path: path.to_owned(), because: text!("generate-rpm-log") });
        }
        parts.take(path, read_rpm_database(bytes, distributions.get(system_root(path)), limits));
    }
    for (path, bytes) in kept.of_kind(NamedKind::PythonMetadata) {
        parts.take(path, read_python_metadata(bytes, limits));
    }
}

/// The file of a kind in the system that another file is of.
fn of_system<'k>(kept: &'k KeptFiles, kind: NamedKind, path: &str) -> Option<(&'k str, &'k [u8])> {
    // An empty file asks for nothing.
    kept.of_kind(kind)
        .find(|(it, bytes)| system_root(it) == system_root(path) && !bytes.trim_ascii().is_empty())
}

/// A list of one component.
pub(super) fn alone(component: Component, format: &str) -> Sbom {
    let origin = SbomOrigin { format: format.to_owned(), ..SbomOrigin::default() };
    Sbom { origin, components: vec![component], ..Sbom::default() }
}
