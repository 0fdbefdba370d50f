//! `uv.lock` (<https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile>).

use std::collections::BTreeMap;

use proofmark_facts::{Place, Problem, Read, Sbom};
use proofmark_text::text;
use serde::Deserialize;

use super::locked::{Locked, Need, Origin, graph};
use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::input::text_of;

/// The address of the public index.
const PYPI: &str = "https://pypi.org/simple";

/// Reads a `uv.lock`.
///
/// Members of the workspace are the projects: packages whose source is a folder that is built or run from there. What only their
/// groups for development need is left out, and a warning says how many. Optional dependencies may be shipped and are kept.
pub fn read_uv_lock(bytes: &[u8], limits: &Limits) -> Read<Sbom> {
    let written = match text_of(bytes, limits.toml_bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    match toml::from_str::<Lock>(written) {
        Ok(lock) => {
            // The root first, so that it is the subject.
            let mut packages: Vec<Locked<'_>> = lock.package.iter().map(Package::locked).collect();
            let root = lock.package.iter().position(|package| package.source.is_at("."));
            if let Some(root) = root {
                packages[..=root].rotate_right(1);
            }
            let format = format!("uv.lock {}", lock.version);
            let mut graph = graph(&packages, "package", None, &mut gathered);
            let others = 1..graph.projects.len();
            if let (Some(_), Some(first)) = (root, graph.projects.first_mut()) {
                first.contains.extend(others);
            }
            graph.finish(gathered, format)
        }
        Err(error) => {
            let place = error.span().map(Place::bytes).unwrap_or_default();
            let says = text!("generate-malformed", format = "uv.lock", why = excerpt(error.message()));
            gathered.refuse(Problem::error(place, says))
        }
    }
}

#[derive(Deserialize)]
struct Lock {
    version: u32,
    #[serde(default)]
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    #[serde(default)]
    version: String,
    #[serde(default)]
    source: Source,
    #[serde(default)]
    dependencies: Vec<Dependency>,
    #[serde(default, rename = "optional-dependencies")]
    optional: BTreeMap<String, Vec<Dependency>>,
    #[serde(default, rename = "dev-dependencies")]
    development: BTreeMap<String, Vec<Dependency>>,
    sdist: Option<File>,
    #[serde(default)]
    wheels: Vec<File>,
}

#[derive(Deserialize, Default)]
struct Source {
    registry: Option<String>,
    git: Option<String>,
    url: Option<String>,
    path: Option<String>,
    directory: Option<String>,
    editable: Option<String>,
    #[serde(rename = "virtual")]
    without_build: Option<String>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    version: Option<String>,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    hash: String,
}

impl Source {
    fn folder(&self) -> Option<&String> {
        self.editable.as_ref().or(self.without_build.as_ref())
    }

    fn is_at(&self, folder: &str) -> bool {
        self.folder().is_some_and(|path| path == folder)
    }

    fn origin(&self) -> Origin<'_> {
        if let Some(git) = &self.git {
            let (address, commit) = git.split_once('#').unwrap_or((git, ""));
            return Origin::Repository(
                address.split_once('?').map_or(address, |(address, _)| address),
                commit,
            );
        }
        if let Some(index) = &self.registry {
            let is_public = index.trim_end_matches('/') == PYPI;
            return if is_public { Origin::Index } else { Origin::OtherIndex(index) };
        }
        if let Some(url) = &self.url {
            return Origin::Download(url);
        }
        let is_folder = self.path.is_some() || self.directory.is_some() || self.folder().is_some();
        if is_folder { Origin::Folder } else { Origin::Index }
    }
}

impl Package {
    fn locked(&self) -> Locked<'_> {
        let needs = self.dependencies.iter().chain(self.optional.values().flatten());
        Locked {
            name: &self.name,
            version: &self.version,
            origin: self.source.origin(),
            digests: self.sdist.iter().chain(&self.wheels).map(|file| file.hash.as_str()).collect(),
            needs: needs.map(Dependency::need).collect(),
            develops_with: self.development.values().flatten().map(Dependency::need).collect(),
            is_project: self.source.folder().is_some(),
            ..Locked::default()
        }
    }
}

impl Dependency {
    fn need(&self) -> Need<'_> {
        Need { name: &self.name, version: self.version.as_deref() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 1
requires-python = ">=3.12"

[[package]]
name = "a-lib"
version = "0.1.0"
source = { editable = "packages/a-lib" }
dependencies = [{ name = "idna" }]

[[package]]
name = "app"
version = "0.2.0"
source = { virtual = "." }
dependencies = [{ name = "a-lib" }, { name = "numpy", version = "1.26.4", source = { registry = "https://pypi.org/simple" }, marker = "x" }]
[package.optional-dependencies]
extra = [{ name = "idna" }]
[package.dev-dependencies]
dev = [{ name = "pytest" }]
[package.metadata]
requires-dist = [{ name = "a-lib", editable = "packages/a-lib" }]

[[package]]
name = "idna"
version = "3.7"
source = { registry = "https://pypi.org/simple" }
sdist = { url = "https://x/idna.tar.gz", hash = "sha256:00000000000000000000000000000000000000000000000000000000000000aa", size = 1 }
wheels = [{ url = "https://x/idna.whl", hash = "sha256:00000000000000000000000000000000000000000000000000000000000000bb", size = 1 }]

[[package]]
name = "numpy"
version = "1.26.4"
source = { registry = "https://mirror.example/simple" }

[[package]]
name = "numpy"
version = "2.0.0"
source = { git = "https://github.com/numpy/numpy?rev=v2#beef" }

[[package]]
name = "pytest"
version = "8.0.0"
source = { registry = "https://pypi.org/simple" }
dependencies = [{ name = "idna" }]
"#;

    #[test]
    fn members_are_projects_and_versions_of_one_name_are_told_apart() {
        let read = read_uv_lock(LOCK.as_bytes(), &Limits::default());
        assert_eq!(read.problems.len(), 1);
        let sbom = read.value.unwrap();
        let called: Vec<String> =
            sbom.components.iter().map(|it| format!("{} {}", it.called(), it.own)).collect();
        insta::assert_snapshot!(called.join("\n"), @r"
        pkg:pypi/app@0.2.0 true
        pkg:pypi/a-lib@0.1.0 true
        pkg:pypi/idna@3.7 false
        pkg:pypi/numpy@1.26.4?repository_url=https:%2F%2Fmirror.example%2Fsimple false
        pkg:pypi/numpy@2.0.0?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fnumpy%2Fnumpy%40beef false
        ");
        assert_eq!(sbom.dependencies, [(0, 1), (0, 2), (0, 3), (1, 2)]);
        assert_eq!((sbom.subject, sbom.components[2].digests.len()), (Some(0), 2));
        assert_eq!(sbom.origin.format, "uv.lock 1");
    }

    #[test]
    fn what_is_no_lockfile_is_refused() {
        for hostile in
            [String::new(), "version = 'x'".to_owned(), "[[package]]\n".repeat(10_000), "[".repeat(99_999)]
        {
            assert_eq!(read_uv_lock(hostile.as_bytes(), &Limits::default()).value, None);
        }
    }
}
