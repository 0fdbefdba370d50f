//! Which files of a tree tell of components, by their names: the register of what is read.

/// What a file is by its name and place.
use proofmark_facts::path_below;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum NamedKind {
    CargoManifest,
    CargoLock,
    PackageJson,
    PackageLock,
    YarnLock,
    PnpmLock,
    GoMod,
    GoWork,
    Pyproject,
    Pipfile,
    PoetryLock,
    UvLock,
    PdmLock,
    PipfileLock,
    Pylock,
    Requirements,
    DotnetProject,
    CentralVersions,
    PackagesLock,
    PackagesConfig,
    DepsJson,
    ComposerManifest,
    ComposerLock,
    Gemfile,
    GemfileLock,
    Pom,
    DependencyTree,
    GradleBuild,
    GradleLock,
    GradleBuildScriptLock,
    GradleVerification,
    JavaArchive,
    ConanLock,
    Conanfile,
    VcpkgManifest,
    VcpkgStatus,
    Cmake,
    Vendored,
    OsRelease,
    DpkgStatus,
    ApkInstalled,
    RpmDatabase,
    RpmLog,
    AptMarks,
    ApkWorld,
    PythonMetadata,
}

/// Where systems keep what is installed, below their root.
const OF_SYSTEM: [(&str, NamedKind); 15] = [
    ("etc/os-release", NamedKind::OsRelease),
    ("usr/lib/os-release", NamedKind::OsRelease),
    ("var/lib/dpkg/status", NamedKind::DpkgStatus),
    ("lib/apk/db/installed", NamedKind::ApkInstalled),
    ("usr/lib/apk/db/installed", NamedKind::ApkInstalled),
    ("var/lib/rpm/rpmdb.sqlite", NamedKind::RpmDatabase),
    ("var/lib/rpm/Packages", NamedKind::RpmDatabase),
    ("var/lib/rpm/Packages.db", NamedKind::RpmDatabase),
    ("usr/lib/sysimage/rpm/rpmdb.sqlite", NamedKind::RpmDatabase),
    ("usr/lib/sysimage/rpm/Packages", NamedKind::RpmDatabase),
    ("usr/lib/sysimage/rpm/Packages.db", NamedKind::RpmDatabase),
    ("var/lib/rpm/rpmdb.sqlite-wal", NamedKind::RpmLog),
    ("usr/lib/sysimage/rpm/rpmdb.sqlite-wal", NamedKind::RpmLog),
    ("var/lib/apt/extended_states", NamedKind::AptMarks),
    ("etc/apk/world", NamedKind::ApkWorld),
];

/// Where images without a package manager keep a stanza for each package.
const STATUS_FOLDER: &str = "var/lib/dpkg/status.d";

/// How the names of project files of .NET end.
const PROJECT_ENDINGS: [&str; 3] = [".csproj", ".fsproj", ".vbproj"];

/// How the names of archives of Java end.
const ARCHIVE_ENDINGS: [&str; 3] = [".jar", ".war", ".ear"];

/// How the names of scripts end that a `CMakeLists.txt` includes.
const SCRIPT_ENDING: &str = ".cmake";

/// What `mvn dependency:tree -DoutputFile=…` is asked to write, by the names that are read.
const DEPENDENCY_TREES: [&str; 4] =
    ["dependency-tree.txt", "dependency-tree.dot", "dependency-tree.tgf", "dependency-tree.json"];

/// Words in the names of requirements that are for development.
const FOR_DEVELOPMENT: [&str; 8] = ["dev", "develop", "development", "test", "tests", "docs", "doc", "lint"];

impl NamedKind {
    /// The kind of the file at this path below the root.
    pub(super) fn of(path: &str) -> Option<Self> {
        let (folder, name) = split(path);
        Some(match name {
            "Cargo.toml" => Self::CargoManifest,
            "Cargo.lock" => Self::CargoLock,
            "package.json" => Self::PackageJson,
            "package-lock.json" | "npm-shrinkwrap.json" => Self::PackageLock,
            "yarn.lock" => Self::YarnLock,
            "pnpm-lock.yaml" => Self::PnpmLock,
            "go.mod" => Self::GoMod,
            "go.work" => Self::GoWork,
            "conan.lock" => Self::ConanLock,
            "conanfile.txt" | "conanfile.py" => Self::Conanfile,
            "vcpkg.json" => Self::VcpkgManifest,
            "status" if ends_with_path(folder, "vcpkg_installed/vcpkg") => Self::VcpkgStatus,
            _ if ends_with_path(folder, "vcpkg_installed/vcpkg/updates") => Self::VcpkgStatus,
            "CMakeLists.txt" => Self::Cmake,
            "vendored.toml" => Self::Vendored,
            "pyproject.toml" => Self::Pyproject,
            "Pipfile" => Self::Pipfile,
            "poetry.lock" => Self::PoetryLock,
            "uv.lock" => Self::UvLock,
            "pdm.lock" => Self::PdmLock,
            "Pipfile.lock" => Self::PipfileLock,
            "Directory.Packages.props" => Self::CentralVersions,
            "packages.lock.json" => Self::PackagesLock,
            "packages.config" => Self::PackagesConfig,
            "composer.json" => Self::ComposerManifest,
            "composer.lock" => Self::ComposerLock,
            "Gemfile" | "gems.rb" => Self::Gemfile,
            "Gemfile.lock" | "gems.locked" => Self::GemfileLock,
            "pom.xml" => Self::Pom,
            "build.gradle" | "build.gradle.kts" => Self::GradleBuild,
            "gradle.lockfile" => Self::GradleLock,
            "buildscript-gradle.lockfile" | "settings-gradle.lockfile" => Self::GradleBuildScriptLock,
            "verification-metadata.xml" if split(folder).1 == "gradle" => Self::GradleVerification,
            "METADATA" if folder.ends_with(".dist-info") => Self::PythonMetadata,
            "PKG-INFO" if folder.ends_with(".egg-info") => Self::PythonMetadata,
            _ if name.ends_with(".deps.json") => Self::DepsJson,
            _ if PROJECT_ENDINGS.iter().any(|ending| name.ends_with(ending)) => Self::DotnetProject,
            _ if ARCHIVE_ENDINGS.iter().any(|ending| name.ends_with(ending)) => Self::JavaArchive,
            _ if DEPENDENCY_TREES.contains(&name) => Self::DependencyTree,
            _ if name.ends_with(SCRIPT_ENDING) => Self::Cmake,
            _ if is_pylock(name) => Self::Pylock,
            _ if is_requirements(folder, name) => Self::Requirements,
            _ if ends_with_path(folder, STATUS_FOLDER) && !name.ends_with(".md5sums") => Self::DpkgStatus,
            _ => return OF_SYSTEM.iter().find(|(end, _)| ends_with_path(path, end)).map(|(_, kind)| *kind),
        })
    }
}

/// The root of the system a file of its package manager is in, with a slash behind it unless it is the tree's root.
pub(super) fn system_root(path: &str) -> &str {
    let ends = OF_SYSTEM.iter().map(|(end, _)| *end).find(|end| ends_with_path(path, end));
    let end = ends.map(str::len).or_else(|| path.find(STATUS_FOLDER).map(|at| path.len() - at));
    &path[..path.len() - end.unwrap_or_default()]
}

/// Whether requirements are for development, by the words of their name: `requirements-dev.txt`, `test_requirements.txt`.
pub(super) fn is_for_development(path: &str) -> bool {
    let name = split(path).1.trim_end_matches(".txt");
    name.split(['-', '_', '.']).any(|word| FOR_DEVELOPMENT.contains(&word))
}

/// `pylock.toml`, `pylock.name.toml`.
fn is_pylock(name: &str) -> bool {
    let inside = name.strip_prefix("pylock.").and_then(|rest| rest.strip_suffix("toml"));
    inside.is_some_and(|inside| inside.is_empty() || inside.ends_with('.'))
}

/// `requirements.txt`, `requirements-dev.txt`, `dev-requirements.txt`, and the files of a folder `requirements`.
fn is_requirements(folder: &str, name: &str) -> bool {
    let stem = name.strip_suffix(".txt");
    stem.is_some_and(|stem| stem.contains("requirements") || split(folder).1 == "requirements")
}

fn ends_with_path(path: &str, end: &str) -> bool {
    path.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

/// Folder and name of a path; the folder of what lies in the root is empty.
pub(super) fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// The path of what is named from a folder; `None`: it leads out of the tree.
pub(super) fn below(folder: &str, path: &str) -> Option<String> {
    path_below(folder, path, false)
}

/// The folder itself, and every folder around it, the nearest first.
pub(super) fn around(folder: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(folder), |&folder| (!folder.is_empty()).then(|| split(folder).0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_name_and_place() {
        let kind = NamedKind::of;
        assert_eq!(kind("image/var/lib/dpkg/status"), Some(NamedKind::DpkgStatus));
        assert_eq!(kind("var/lib/dpkg/status.d/base"), Some(NamedKind::DpkgStatus));
        assert_eq!(kind("var/lib/dpkg/status.d/base.md5sums"), None);
        assert_eq!(kind("xvar/lib/dpkg/status"), None);
        assert_eq!(kind("a/b-1.dist-info/METADATA"), Some(NamedKind::PythonMetadata));
        assert_eq!(kind("METADATA"), None);
        assert_eq!(kind("requirements/base.txt"), Some(NamedKind::Requirements));
        assert_eq!(kind("pylock.dev.toml"), Some(NamedKind::Pylock));
        assert_eq!(system_root("image/usr/lib/os-release"), "image/");
        assert_eq!(system_root("var/lib/dpkg/status.d/base"), "");
        assert!(is_for_development("x/requirements-dev.txt") && !is_for_development("requirements.txt"));
        assert_eq!(around("a/b").collect::<Vec<_>>(), ["a/b", "a", ""]);
    }
}
