//! What NuGet and builds of .NET wrote, beside the project files it belongs to.

use proofmark_facts::TreeGap;
use proofmark_formats::{
    DotnetProject, Limits, list_dotnet_project, read_central_versions, read_deps_json, read_dotnet_project,
    read_packages_config, read_packages_lock,
};
use proofmark_text::text;

use super::kept_files::KeptFiles;
use super::named_kind::{NamedKind, around, split};
use super::parts::Parts;

/// Reads every lockfile and what builds wrote. What a project asks for is listed as declared where none of these says what it gets.
pub(super) fn read_dotnet(kept: &KeptFiles, limits: &Limits, parts: &mut Parts) {
    for (path, bytes) in kept.of_kind(NamedKind::PackagesLock) {
        let project = beside(kept, path, limits);
        parts.take(path, read_packages_lock(bytes, project.as_ref(), limits));
    }
    for (path, bytes) in kept.of_kind(NamedKind::PackagesConfig) {
        let project = beside(kept, path, limits);
        parts.take(path, read_packages_config(bytes, project.as_ref(), limits));
    }
    for (path, bytes) in kept.of_kind(NamedKind::DepsJson) {
        parts.take(path, read_deps_json(bytes, limits));
    }
    let resolved = [NamedKind::PackagesLock, NamedKind::PackagesConfig];
    for (path, bytes) in kept.of_kind(NamedKind::DotnetProject) {
        let Some((project, _)) = parts.value(path, read_dotnet_project(bytes, stem(path), limits)) else {
            continue;
        };
        let folder = split(path).0;
        let is_resolved = resolved.iter().any(|&kind| kept.beside(folder, kind).is_some());
        if project.packages.is_empty() || is_resolved || was_built(kept, folder, &project.name) {
            continue;
        }
        let central = around(folder).find_map(|folder| kept.beside(folder, NamedKind::CentralVersions));
        let central =
            central.and_then(|(path, bytes)| parts.value(path, read_central_versions(bytes, limits)));
        let central = central.as_ref().map(|(central, _)| central);
        parts.take(path, list_dotnet_project(&project, central, limits));
        parts.gaps.push(TreeGap { path: path.to_owned(), because: text!("generate-declared") });
    }
}

/// The project in the folder of a lockfile. What is wrong with its file is told where it is read for itself.
fn beside(kept: &KeptFiles, lock: &str, limits: &Limits) -> Option<DotnetProject> {
    let (path, bytes) = kept.beside(split(lock).0, NamedKind::DotnetProject)?;
    read_dotnet_project(bytes, stem(path), limits).value
}

/// Whether a build of this project lies below its folder.
fn was_built(kept: &KeptFiles, folder: &str, name: &str) -> bool {
    let built = format!("{name}.deps.json");
    let is_below =
        |path: &str| folder.is_empty() || path.strip_prefix(folder).is_some_and(|it| it.starts_with('/'));
    kept.of_kind(NamedKind::DepsJson).any(|(path, _)| split(path).1 == built && is_below(path))
}

fn stem(path: &str) -> &str {
    let name = split(path).1;
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
