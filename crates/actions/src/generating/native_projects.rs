//! What Conan, vcpkg and `CMake` say, and what a maker declares of sources that lie in its tree.

use proofmark_facts::{Place, Problem, Read, TreeGap};
use proofmark_formats::{
    Limits, read_cmake, read_conan_lock, read_conanfile, read_vcpkg_manifest, read_vcpkg_status,
    read_vendored,
};
use proofmark_text::text;

use super::kept_files::KeptFiles;
use super::named_kind::{NamedKind, around, below, split};
use super::parts::Parts;

/// Reads every lockfile and what is installed; what a project asks for is listed as declared where neither is there.
pub(super) fn read_native(kept: &KeptFiles, limits: &Limits, parts: &mut Parts) {
    read_conan(kept, limits, parts);
    read_vcpkg(kept, limits, parts);
    for (path, bytes) in kept.of_kind(NamedKind::Cmake) {
        let read = read_cmake(bytes, limits);
        // Most scripts fetch nothing.
        if read.value.as_ref().is_none_or(|sbom| !sbom.components.is_empty())
            && !bytes.trim_ascii().is_empty()
        {
            parts.take(path, read);
        }
    }
    for (path, bytes) in kept.of_kind(NamedKind::Vendored) {
        let mut read = read_vendored(bytes, limits);
        let folders = read.value.as_ref().map(|vendored| vendored.folders.clone()).unwrap_or_default();
        read.problems.extend(folders.iter().filter(|folder| !folder.is_empty()).filter_map(|folder| {
            let place = below(split(path).0, folder);
            let is_there = place.is_some_and(|place| kept.has_folder(&place));
            (!is_there).then(|| {
                Problem::warning(Place::default(), text!("generate-vendored-not-there", path = folder))
            })
        }));
        parts.take(path, Read { value: read.value.map(|vendored| vendored.sbom), problems: read.problems });
    }
}

fn read_conan(kept: &KeptFiles, limits: &Limits, parts: &mut Parts) {
    for (path, bytes) in kept.of_kind(NamedKind::ConanLock) {
        parts.take(path, read_conan_lock(bytes, limits));
    }
    let unlocked =
        |path: &str| kept.beside(split(path).0, NamedKind::ConanLock).is_none() && !kept.is_system();
    for (path, bytes) in kept.of_kind(NamedKind::Conanfile).filter(|(path, _)| unlocked(path)) {
        // The other form is a program.
        let because = if split(path).1 == "conanfile.txt" {
            parts.take(path, read_conanfile(bytes, limits));
            text!("generate-declared")
        } else if String::from_utf8_lossy(bytes).contains("requires") {
            text!("generate-not-locked")
        } else {
            continue;
        };
        parts.gaps.push(TreeGap { path: path.to_owned(), because });
    }
}

fn read_vcpkg(kept: &KeptFiles, limits: &Limits, parts: &mut Parts) {
    // What is installed is said by one file and by those written since, in the order of their names.
    let mut whole: Vec<(&str, Vec<u8>)> = Vec::new();
    let is_update = |path: &str| split(split(path).0).1 == "updates";
    for (path, bytes) in kept.of_kind(NamedKind::VcpkgStatus).filter(|(path, _)| !is_update(path)) {
        whole.push((path, bytes.to_vec()));
    }
    for (path, bytes) in kept.of_kind(NamedKind::VcpkgStatus).filter(|(path, _)| is_update(path)) {
        let folder = split(split(path).0).0;
        match whole.iter_mut().find(|(status, _)| split(status).0 == folder) {
            Some((_, written)) => {
                written.extend_from_slice(b"\n\n");
                written.extend_from_slice(bytes);
            }
            None => whole.push((path, bytes.to_vec())),
        }
    }
    for (path, bytes) in whole.iter().filter(|(_, bytes)| !bytes.trim_ascii().is_empty()) {
        parts.take(path, read_vcpkg_status(bytes, limits));
    }
    // It lies below the manifest's folder, or in that of a build inside of it.
    let is_installed = |manifest: &str| {
        let folder = split(manifest).0;
        whole.iter().any(|(path, _)| around(split(path).0).any(|around| around == folder))
    };
    for (path, bytes) in kept.of_kind(NamedKind::VcpkgManifest).filter(|(path, _)| !is_installed(path)) {
        parts.take(path, read_vcpkg_manifest(bytes, limits));
        parts.gaps.push(TreeGap { path: path.to_owned(), because: text!("generate-declared") });
    }
}
